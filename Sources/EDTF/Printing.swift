extension EDTFDate: CustomStringConvertible {
    /// The date as the standard writes it. Parsing it gives an equal date.
    ///
    /// The same qualifier on several parts is written once, to the right of them: `?2004-?06` as `2004-06?`.
    public var description: String {
        var output: [UInt8] = []
        switch form {
        case .date(let date): date.write(to: &output)
        case .dateTime(let dateTime): dateTime.write(to: &output)
        case .interval(let interval):
            interval.start.write(to: &output)
            output.append(UInt8(ascii: "/"))
            interval.end.write(to: &output)
        case .set(let set): set.write(to: &output)
        }
        return String(decoding: output, as: UTF8.self)
    }
}

extension PartialDate: CustomStringConvertible {
    /// The date as the standard writes it.
    public var description: String {
        var output: [UInt8] = []
        write(to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    fileprivate func write(to output: inout [UInt8]) {
        var parts = [(bytes: yearBytes, qualifier: qualifiers.year)]
        switch division {
        case .month(let digits): parts.append((digits.bytes, qualifiers.month))
        case .part(let part): parts.append((DigitPattern(part.rawValue, count: 2).bytes, qualifiers.month))
        case nil: break
        }
        if let day { parts.append((day.bytes, qualifiers.day)) }

        // The leading parts with one qualifier take it to the right of the last of them, the rest each to its left.
        let shared = parts.prefix { $0.qualifier == qualifiers.year }.count
        for (index, part) in parts.enumerated() {
            if index > 0 { output.append(UInt8(ascii: "-")) }
            if index >= shared, let byte = part.qualifier.byte { output.append(byte) }
            output.append(contentsOf: part.bytes)
            if index == shared - 1, let byte = part.qualifier.byte { output.append(byte) }
        }
    }

    private var yearBytes: [UInt8] {
        var output: [UInt8] = []
        switch year {
        case .calendar(let digits, let isNegative), .decade(let digits, let isNegative),
            .century(let digits, let isNegative):
            if isNegative { output.append(UInt8(ascii: "-")) }
            output.append(contentsOf: digits.bytes)
        case .prefixed(let year):
            output.append(contentsOf: (year.isNegative ? "Y-" : "Y").utf8)
            output.append(contentsOf: year.digits.utf8)
            if let exponent = year.exponent { output.append(contentsOf: "E\(exponent)".utf8) }
        }
        if let significantDigits { output.append(contentsOf: "S\(significantDigits)".utf8) }
        return output
    }
}

extension DateTime {
    fileprivate func write(to output: inout [UInt8]) {
        output.append(contentsOf: day.description.utf8)
        output.append(UInt8(ascii: "T"))
        output.append(contentsOf: clock(second))
        if !fraction.isEmpty {
            output.append(UInt8(ascii: "."))
            output.append(contentsOf: fraction.utf8)
        }
        if zone == .utc { output.append(UInt8(ascii: "Z")) }
        guard zone != .unstated, zone != .utc else { return }
        let minutes = zone.minutesAhead
        output.append(UInt8(ascii: minutes < 0 ? "-" : "+"))
        output.append(contentsOf: DigitPattern(abs(minutes) / 60, count: 2).bytes)
        if case .minutes = zone {
            output.append(UInt8(ascii: ":"))
            output.append(contentsOf: DigitPattern(abs(minutes) % 60, count: 2).bytes)
        }
    }
}

extension EDTFDate.Interval.End {
    fileprivate func write(to output: inout [UInt8]) {
        switch self {
        case .date(let date): date.write(to: &output)
        case .open: output.append(contentsOf: "..".utf8)
        case .unknown: break
        }
    }
}

extension EDTFDate.DateSet {
    fileprivate func write(to output: inout [UInt8]) {
        output.append(UInt8(ascii: choice == .one ? "[" : "{"))
        for (index, member) in members.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            switch member {
            case .date(let date): date.write(to: &output)
            case .range(let first, let last):
                first.write(to: &output)
                output.append(contentsOf: "..".utf8)
                last.write(to: &output)
            case .onOrBefore(let date):
                output.append(contentsOf: "..".utf8)
                date.write(to: &output)
            case .onOrAfter(let date):
                date.write(to: &output)
                output.append(contentsOf: "..".utf8)
            }
        }
        output.append(UInt8(ascii: choice == .one ? "]" : "}"))
    }
}
