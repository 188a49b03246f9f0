extension ByteScanner {
    /// The interval that the whole text is.
    mutating func parseInterval() throws(EDTFError) -> EDTFDate.Interval {
        let start = try parseIntervalEnd()
        guard skip("/") else { throw fault(.unexpectedText) }
        let startOfEnd = position
        let end = try parseIntervalEnd()
        guard isAtEnd else {
            throw fault(next == UInt8(ascii: "/") ? .secondSlash : .unexpectedText)
        }
        if case .date(let first) = start, case .date(let last) = end, !first.canPrecede(last) {
            throw fault(.reversed, at: startOfEnd)
        }
        return EDTFDate.Interval(start: start, end: end)
    }

    private mutating func parseIntervalEnd() throws(EDTFError) -> EDTFDate.Interval.End {
        if isAtEnd || next == UInt8(ascii: "/") { return .unknown }
        if skipDots() { return .open }
        let start = position
        let date = try parseDate()
        if next == UInt8(ascii: "T") { throw fault(.timeInInterval) }
        // The standard lists what the ends of an interval may be, and these years are not among it.
        if case .prefixed = date.year { throw fault(.prefixedYearInInterval, at: start) }
        return .date(date)
    }

    /// The set that the whole text is.
    mutating func parseSet() throws(EDTFError) -> EDTFDate.DateSet {
        let choice: EDTFDate.DateSet.Choice = skip("[") ? .one : .all
        if choice == .all { position += 1 }
        let bracket: Unicode.Scalar = choice == .one ? "]" : "}"
        var members: [EDTFDate.DateSet.Member] = []
        repeat {
            if case .onOrAfter = members.last { throw fault(.misplacedDots) }
            skipBlanksIfLenient()
            members.append(try parseMember(isFirst: members.isEmpty))
            skipBlanksIfLenient()
        } while skip(",")
        guard skip(bracket) else { throw fault(.unclosedSet) }
        guard isAtEnd else { throw fault(.unexpectedText) }
        return EDTFDate.DateSet(choice: choice, members: members)
    }

    private mutating func parseMember(isFirst: Bool) throws(EDTFError) -> EDTFDate.DateSet.Member {
        let start = position
        if skipDots() {
            guard isFirst else { throw fault(.misplacedDots, at: start) }
            return .onOrBefore(try parseMemberDate())
        }
        let first = try parseMemberDate()
        let dots = position
        guard skipDots() else { return .date(first) }
        switch next {
        case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: " "):
            return .onOrAfter(first)
        default: break
        }
        let startOfLast = position
        let last = try parseMemberDate()
        guard first.precision == last.precision else { throw fault(.unequalPrecision, at: dots) }
        guard first.canPrecede(last) else { throw fault(.reversed, at: startOfLast) }
        return .range(first, last)
    }

    private mutating func parseMemberDate() throws(EDTFError) -> PartialDate {
        switch next {
        case nil: throw fault(.unclosedSet)
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): throw fault(.emptyMember)
        default: return try parseDate()
        }
    }
}
