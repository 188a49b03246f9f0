extension ByteScanner {
    /// The time of day after a date, from its `T` to the end of the text.
    mutating func parseTime(of date: PartialDate) throws(EDTFError) -> DateTime {
        guard let day = date.calendarDay, date.qualifiers.all.isEmpty else { throw fault(.incompleteDay) }
        position += 1
        let start = position
        guard let hour = takeTwoDigits(), skip(":"), let minute = takeTwoDigits(), skip(":"),
            let second = takeTwoDigits(), minute < 60, second < 60
        else { throw fault(.malformedTime, at: start) }
        let fraction = try parseFraction()
        let secondOfDay = hour * 3_600 + minute * 60 + second
        let isEndOfDay = secondOfDay == Int(Instant.secondsOfDay) && fraction.allSatisfy { $0 == "0" }
        guard hour < 24 || isEndOfDay else { throw fault(.malformedTime, at: start) }
        let zone = try parseZone()
        guard isAtEnd else { throw fault(.unexpectedText) }
        return DateTime(day: day, second: secondOfDay, fraction: fraction, zone: zone)
    }

    private mutating func parseFraction() throws(EDTFError) -> String {
        guard skip(".") else { return "" }
        let digits = takeDigits()
        guard !digits.isEmpty else { throw fault(.malformedTime) }
        return String(decoding: digits, as: UTF8.self)
    }

    /// `Z`, `±hh`, `±hh:mm` or `±hhmm`; nothing at the end of the text. ISO 8601-1 has no shift of -00:00, and the
    /// clocks of the earth lie between -12:00 and +14:00.
    private mutating func parseZone() throws(EDTFError) -> DateTime.Zone {
        if isAtEnd { return .unstated }
        if skip("Z") { return .utc }
        let start = position
        guard let sign = next, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            throw fault(.unexpectedText)
        }
        position += 1
        guard let hours = takeTwoDigits() else { throw fault(.malformedZone, at: start) }
        let isNegative = sign == UInt8(ascii: "-")
        let isHoursOnly = isAtEnd
        var minutes = hours * 60
        if !isHoursOnly {
            _ = skip(":")
            guard let rest = takeTwoDigits(), rest < 60 else { throw fault(.malformedZone, at: start) }
            minutes += rest
        }
        let isInRange = isNegative ? (1...720).contains(minutes) : minutes <= 840
        guard isInRange else { throw fault(.malformedZone, at: start) }
        if isHoursOnly { return .hours(isNegative ? -hours : hours) }
        return .minutes(isNegative ? -minutes : minutes)
    }
}
