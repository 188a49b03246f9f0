/// How many units a length of time has.
enum Quantity: Equatable, Sendable {
    /// So many, and perhaps a half more.
    case exact(Int, half: Bool)
    /// A decimal fraction, as printed.
    case decimal(String)
    /// “several”, “a few”, or none given.
    case vague

    /// The TIMEX3 value of so many units.
    func duration(of unit: TimeUnit) -> String {
        switch self {
        case .vague: return "P" + (unit.isOfClock ? "T" : "") + "X" + unit.vagueCode
        case .decimal(let digits): return "P" + (unit.isOfClock ? "T" : "") + digits + unit.code
        case .exact(let count, let half):
            let total = count.multipliedReportingOverflow(by: unit.factor)
            guard !total.overflow else { return Quantity.vague.duration(of: unit) }
            let prefix = "P" + (unit.isOfClock ? "T" : "")
            let number = total.partialValue
            guard half else { return prefix + "\(number)" + unit.code }
            let whole = count == 0 ? prefix : prefix + "\(number)" + unit.code
            switch unit {
            case .year: return whole + "6M"
            case .hour: return whole + "30M"
            case .minute: return whole + "30S"
            case .decade: return "P\(number + 5)Y"
            case .century: return "P\(number + 50)Y"
            case .day: return count == 0 ? "PT12H" : whole + "T12H"
            default: return prefix + "\(number).5" + unit.code
            }
        }
    }
}

extension TimeUnit {
    /// Whether it is shorter than a day.
    var isOfClock: Bool { self == .second || self == .minute || self == .hour }

    /// The letter that stands for it in a length of time (ISO 8601).
    fileprivate var code: String {
        switch self {
        case .second: "S"
        case .minute: "M"
        case .hour: "H"
        case .day, .weekend, .period: "D"
        case .week, .fortnight: "W"
        case .month, .half, .season: "M"
        case .quarter: "Q"
        case .year, .decade, .century, .millennium: "Y"
        }
    }

    fileprivate var vagueCode: String {
        switch self {
        case .decade: "DE"
        case .century: "CE"
        case .millennium: "ML"
        case .period: "X"
        case .weekend: "WE"
        default: code
        }
    }

    /// How many of the units that its code stands for.
    fileprivate var factor: Int {
        switch self {
        case .fortnight, .weekend: 2
        case .season: 3
        case .half: 6
        case .decade: 10
        case .century: 100
        case .millennium: 1000
        default: 1
        }
    }
}

extension TemporalReader {
    /// The number that ends at a token, and where it begins.
    func quantity(endingAt end: Int) -> (quantity: Quantity, start: Int)? {
        guard isFree(end) else { return nil }
        if text.tokens[end].kind == .number { return numeral(endingAt: end) }
        guard text.tokens[end].kind == .word else { return nil }
        if isWord(end, "of") { return collective(endingAt: end - 1) }
        if isWord(end, "couple") {
            return (.exact(2, half: false), isWord(end - 1, "a") ? end - 1 : end)
        }
        if isA(end, .vague) {
            let isFew = isWord(end, "few") && isWord(end - 1, "a")
            return (.vague, isFew ? end - 1 : end)
        }
        guard let (number, start) = spelled(endingAt: end) else { return nil }
        return alternative(.exact(number, half: false), start: start)
    }

    /// “10”, “1,000”, “2.5”, “2 1/2”.
    private func numeral(endingAt end: Int) -> (quantity: Quantity, start: Int)? {
        if isSign(end - 1, "/"), isJoined(end), isJoined(end - 1), number(end) == 2, number(end - 2) == 1 {
            if let whole = number(end - 3) { return (.exact(whole, half: true), end - 3) }
            return (.exact(0, half: true), end - 2)
        }
        if let whole = number(end) { return alternative(.exact(whole, half: false), start: end) }
        let range = text.tokens[end].bytes
        guard range.count <= 8, let dot = range.first(where: { text.bytes[$0] == UInt8(ascii: ".") }),
            let whole = digits(range.lowerBound..<dot), digits(dot + 1..<range.upperBound) != nil
        else { return nil }
        if dot + 2 == range.upperBound, text.bytes[dot + 1] == UInt8(ascii: "5") {
            return (.exact(whole, half: true), end)
        }
        return (.decimal(String(decoding: text.bytes[range], as: UTF8.self)), end)
    }

    /// “two to three”, “12 or 18”: the first of the two counts.
    private func alternative(_ quantity: Quantity, start: Int) -> (quantity: Quantity, start: Int) {
        guard isAny(start - 1, ["to", "or"]) || (isFree(start - 1) && text.tokens[start - 1].kind == .dash),
            isFree(start - 2)
        else { return (quantity, start) }
        if text.tokens[start - 2].kind == .number, let first = number(start - 2),
            text.tokens[start - 1].kind == .word || first < 1000
        {
            return (.exact(first, half: false), start - 2)
        }
        if text.tokens[start - 2].kind == .word, let (first, firstStart) = spelled(endingAt: start - 2) {
            return (.exact(first, half: false), firstStart)
        }
        return (quantity, start)
    }

    /// “a couple of”, “dozens of”.
    private func collective(endingAt end: Int) -> (quantity: Quantity, start: Int)? {
        guard isFree(end) else { return nil }
        if isWord(end, "couple") { return (.exact(2, half: false), isWord(end - 1, "a") ? end - 1 : end) }
        if isAny(end, ["dozens", "hundreds", "thousands", "scores", "lots", "millions"]) {
            return (.vague, end)
        }
        return nil
    }

    /// A number in words: “twenty-four”, “two hundred”, “a hundred and six”.
    func spelled(endingAt end: Int) -> (number: Int, start: Int)? {
        var start = end
        var total = 0
        var scale = 1
        var steps = 0
        var isPending = false
        while isFree(start), steps < 10 {
            let index = start
            steps += 1
            if let value = cardinal(index) {
                total += value * scale
                isPending = false
            } else if let value = value(index, .multiplier) {
                // “two thousand” after “thousand” has been read as its scale.
                scale = scale < value ? value : scale * value
                isPending = true
            } else if isPending, isAny(index, ["a", "an"]) {
                total += scale
                isPending = false
                return scale > 1_000_000 ? nil : (total, index)
            } else if isPending, let value = number(index) {
                let product = value.multipliedReportingOverflow(by: scale)
                guard !product.overflow, value < 1_000_000, scale <= 1000 else { return nil }
                return (total + product.partialValue, index)
            } else if steps > 1, isWord(index, "and"), isA(index - 1, .multiplier) {
                start -= 1
                continue
            } else {
                break
            }
            guard scale <= 1_000_000 else { return nil }
            start -= 1
        }
        if isPending { total += scale }
        return start == end ? nil : (total, start + 1)
    }

    /// A number word below a hundred, as one token.
    func cardinal(_ index: Int) -> Int? {
        if let value = value(index, .cardinal) { return value }
        guard isFree(index), text.tokens[index].shape.contains(.hyphenated) else { return nil }
        let parts = parts(of: index)
        guard parts.count == 2, parts[0].word.kinds.contains(.cardinal), parts[0].word.value >= 20,
            parts[1].word.kinds.contains(.cardinal), (1...9).contains(parts[1].word.value)
        else { return nil }
        return Int(parts[0].word.value + parts[1].word.value)
    }
}
