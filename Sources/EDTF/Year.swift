/// A year as the standard writes it.
public enum Year: Hashable, Sendable {
    /// Four digits, some of them perhaps unspecified: `1984`, `-0400`, `198X`.
    case calendar(DigitPattern, isNegative: Bool)
    /// Three digits stand for ten years (ISO 8601-1, 4.3.3): `198`.
    case decade(DigitPattern, isNegative: Bool)
    /// Two digits stand for a hundred years (ISO 8601-1, 4.3.4): `19`.
    case century(DigitPattern, isNegative: Bool)
    /// A year with the prefix `Y`, of five or more digits or with an exponent.
    case prefixed(PrefixedYear)

    /// The year, where it is a single one, all digits of it are known, and it is one that a `CalendarDay` can have.
    public var number: Int? {
        switch self {
        case .calendar(let digits, let isNegative): digits.value.map { isNegative ? -$0 : $0 }
        case .decade, .century: nil
        case .prefixed(let year): year.number
        }
    }

    /// Whether a digit is unspecified.
    public var hasUnspecifiedDigits: Bool {
        if case .calendar(let digits, _) = self { return digits.unspecifiedCount > 0 }
        return false
    }

    /// The years that it can mean; nil beyond what a `CalendarDay` can have.
    public func range(significantDigits: Int? = nil) -> ClosedRange<Int>? {
        switch self {
        case .calendar(let digits, let isNegative):
            if let significantDigits, let value = digits.value {
                return Year.range(of: value, isNegative: isNegative, significantDigits: significantDigits)
            }
            // There is no year -0, so -00XX begins with -0001.
            let smallest = isNegative ? max(digits.smallest, 1) : digits.smallest
            return Year.signed(smallest...max(smallest, digits.largest), isNegative: isNegative)
        case .decade(let digits, let isNegative):
            return Year.block(digits, length: 10, isNegative: isNegative)
        case .century(let digits, let isNegative):
            return Year.block(digits, length: 100, isNegative: isNegative)
        case .prefixed(let year):
            guard let number = year.number else { return nil }
            guard let significantDigits else { return number...number }
            return Year.range(
                of: Int(number.magnitude), isNegative: number < 0, significantDigits: significantDigits)
        }
    }

    private static func block(_ digits: DigitPattern, length: Int, isNegative: Bool) -> ClosedRange<Int>? {
        let first = digits.smallest * length
        return signed(first...(first + length - 1), isNegative: isNegative)
    }

    /// The years whose first digits are those of `magnitude`; the standard: “some year between 1900 and 1999,
    /// estimated to be 1950” for two significant digits of 1950.
    private static func range(
        of magnitude: Int, isNegative: Bool, significantDigits: Int
    ) -> ClosedRange<Int>? {
        var digitCount = 1
        var rest = magnitude / 10
        while rest > 0 {
            digitCount += 1
            rest /= 10
        }
        var step = 1
        for _ in 0..<max(0, digitCount - significantDigits) { step *= 10 }
        let first = magnitude / step * step
        let last = first + step - 1
        return last <= CalendarDay.years.upperBound ? signed(first...last, isNegative: isNegative) : nil
    }

    private static func signed(_ magnitudes: ClosedRange<Int>, isNegative: Bool) -> ClosedRange<Int> {
        isNegative ? (-magnitudes.upperBound)...(-magnitudes.lowerBound) : magnitudes
    }
}

/// A year after the prefix `Y`: an integer of any length, and perhaps a power of ten (`Y-17E7`).
public struct PrefixedYear: Hashable, Sendable {
    /// Whether a minus stands before the digits.
    public let isNegative: Bool
    /// The digits before the exponent, without leading zeros.
    public let digits: String
    /// The power of ten, where one is given.
    public let exponent: Int?

    /// The year; nil beyond what a `CalendarDay` can have.
    public var number: Int? {
        let limit = CalendarDay.years.upperBound
        var magnitude = 0
        for digit in digits.utf8 {
            magnitude = magnitude * 10 + Int(digit & 15)
            if magnitude > limit { return nil }
        }
        // The digits begin with no zero, so that more than a few turns always end at the limit.
        for _ in 0..<(exponent ?? 0) {
            magnitude *= 10
            if magnitude > limit { return nil }
        }
        return isNegative ? -magnitude : magnitude
    }
}
