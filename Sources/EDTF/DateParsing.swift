extension ByteScanner {
    /// The date that the whole text is.
    mutating func parseForm() throws(EDTFError) -> EDTFDate.Form {
        guard let first = next else { throw fault(.empty) }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return .set(try parseSet()) }
        if bytes.contains(UInt8(ascii: "/")) { return .interval(try parseInterval()) }
        let date = try parseDate()
        if next == UInt8(ascii: "T") { return .dateTime(try parseTime(of: date)) }
        guard isAtEnd else { throw fault(.unexpectedText) }
        return .date(date)
    }

    /// A date without a time of day; the scanner stops at the first byte that can't belong to it.
    mutating func parseDate() throws(EDTFError) -> PartialDate {
        var qualifiers = Qualifiers()
        qualifiers.year = takeQualifier()
        let year = try parseYear()
        let significantDigits = try parseSignificantDigits(of: year)
        qualifiers.year.formUnion(takeQualifier())

        guard next == UInt8(ascii: "-") else {
            return PartialDate(year: year, significantDigits: significantDigits, qualifiers: qualifiers)
        }
        guard case .calendar = year, significantDigits == nil else { throw fault(.misplacedMonth) }
        position += 1
        qualifiers.month = takeQualifier()
        let division = try parseDivision()
        let ofMonthAndYear = takeQualifier()
        qualifiers.month.formUnion(ofMonthAndYear)
        qualifiers.year.formUnion(ofMonthAndYear)

        guard next == UInt8(ascii: "-") else {
            return PartialDate(year: year, division: division, qualifiers: qualifiers)
        }
        guard case .month = division else { throw fault(.misplacedDay) }
        position += 1
        qualifiers.day = takeQualifier()
        let startOfDay = position
        let day = try parseDay()
        let date = PartialDate(year: year, division: division, day: day, qualifiers: qualifiers)
        guard date.firstDay != nil else { throw fault(.noSuchDay, at: startOfDay) }
        // A qualifier to the right of the last part applies to the entire date.
        return date.qualified(takeQualifier())
    }

    private mutating func takeQualifier() -> Qualifier {
        guard let byte = next, let qualifier = Qualifier(byte) else { return [] }
        position += 1
        return qualifier
    }

    private mutating func takePattern() -> ArraySlice<UInt8> {
        take { isDigit($0) || $0 == UInt8(ascii: "X") }
    }

    private mutating func parseYear() throws(EDTFError) -> Year {
        if skip("Y") { return try parsePrefixedYear() }
        let start = position
        let isNegative = skip("-")
        let pattern = takePattern()
        guard let digits = DigitPattern(pattern) else { throw fault(.malformedYear, at: start) }
        if isNegative, digits.largest == 0 { throw fault(.negativeZero, at: start) }
        switch digits.count {
        case 4: return .calendar(digits, isNegative: isNegative)
        case 3 where digits.value != nil: return .decade(digits, isNegative: isNegative)
        case 2 where digits.value != nil: return .century(digits, isNegative: isNegative)
        default: throw fault(.malformedYear, at: start)
        }
    }

    private mutating func parsePrefixedYear() throws(EDTFError) -> Year {
        let isNegative = skip("-")
        let start = position
        let digits = takeDigits()
        guard let first = digits.first else { throw fault(.malformedYear) }
        guard first != UInt8(ascii: "0") else { throw fault(.needlessPrefix, at: start) }
        var exponent: Int?
        if skip("E") {
            let startOfExponent = position
            exponent = takePositiveInteger()
            guard exponent != nil else { throw fault(.malformedCount, at: startOfExponent) }
        } else if digits.count < 5 {
            guard isLenient else { throw fault(.needlessPrefix, at: start) }
            let number = digits.reduce(0) { $0 * 10 + Int($1 & 15) }
            return Year(isNegative ? -number : number)
        }
        return .prefixed(
            PrefixedYear(
                isNegative: isNegative, digits: String(decoding: digits, as: UTF8.self), exponent: exponent))
    }

    private mutating func parseSignificantDigits(of year: Year) throws(EDTFError) -> Int? {
        let start = position
        guard skip("S") else { return nil }
        switch year {
        case .calendar(let digits, _) where digits.value != nil: break
        case .prefixed: break
        default: throw fault(.misplacedSignificance, at: start)
        }
        guard let count = takePositiveInteger() else { throw fault(.malformedCount, at: start + 1) }
        return count
    }

    private mutating func parseDivision() throws(EDTFError) -> PartialDate.Division {
        let start = position
        let pattern = takePattern()
        guard pattern.count == 2, let digits = DigitPattern(pattern) else {
            throw fault(.malformedMonth, at: start)
        }
        if let number = digits.value, let part = SubYear(rawValue: number) { return .part(part) }
        guard (1...12).contains(where: digits.matches) else { throw fault(.malformedMonth, at: start) }
        return .month(digits)
    }

    private mutating func parseDay() throws(EDTFError) -> DigitPattern {
        let start = position
        let pattern = takePattern()
        guard pattern.count == 2, let digits = DigitPattern(pattern) else {
            throw fault(.malformedDay, at: start)
        }
        return digits
    }
}
