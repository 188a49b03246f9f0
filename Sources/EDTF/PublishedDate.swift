extension EDTFDate {
    /// The date in a field that tells when something was published: in this format, or as RFC 3339 writes it
    /// (`2023-12-19T08:00:00Z`; also in lower case, with a blank for the `T`, or without seconds). White space around
    /// it does not count.
    public init?(published text: String) {
        var scanner = ByteScanner(trimmingBlanks(text.utf8))
        do throws(EDTFError) {
            self.init(form: try scanner.parseForm())
        } catch {
            scanner.position = 0
            guard let dateTime = scanner.parseInternetTime() else { return nil }
            self.init(form: .dateTime(dateTime))
        }
    }
}

/// The bytes without the ASCII white space before and after them.
func trimmingBlanks(_ bytes: String.UTF8View) -> Substring.UTF8View {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
        let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return bytes.prefix(0) }
    return bytes[first...last]
}

extension ByteScanner {
    /// A time stamp of RFC 3339, section 5.6, and what is often written in its place. A leap second counts as the
    /// second before it. An unknown local offset, `-00:00`, is UTC (section 4.3).
    fileprivate mutating func parseInternetTime() -> DateTime? {
        guard let day = parseInternetDay(), skip("T") || skip("t") || skip(" "),
            let hour = takeTwoDigits(), hour < 24, skip(":"), let minute = takeTwoDigits(), minute < 60
        else { return nil }
        var second = 0
        var fraction = ""
        if skip(":") {
            guard let seconds = takeTwoDigits(), seconds <= 60 else { return nil }
            second = min(seconds, 59)
            if skip(".") || skip(",") {
                fraction = String(decoding: takeDigits(), as: UTF8.self)
                if fraction.isEmpty { return nil }
            }
        }
        guard let zone = parseInternetZone(), isAtEnd else { return nil }
        let secondOfDay = hour * 3_600 + minute * 60 + second
        let dateTime = DateTime(day: day, second: secondOfDay, fraction: fraction, zone: zone)
        return dateTime.inWritableZone
    }

    private mutating func parseInternetDay() -> CalendarDay? {
        guard let century = takeTwoDigits(), let year = takeTwoDigits(), skip("-"),
            let month = takeTwoDigits(), skip("-"), let day = takeTwoDigits()
        else { return nil }
        return CalendarDay(year: century * 100 + year, month: month, day: day)
    }

    private mutating func parseInternetZone() -> DateTime.Zone? {
        if isAtEnd { return .unstated }
        _ = skip(" ")
        if skip("Z") || skip("z") { return .utc }
        let isNegative = next == UInt8(ascii: "-")
        guard skip("+") || skip("-"), let hours = takeTwoDigits(), hours < 24 else { return nil }
        _ = skip(":")
        guard let minutes = isAtEnd ? 0 : takeTwoDigits(), minutes < 60 else { return nil }
        let ahead = hours * 60 + minutes
        return isNegative && ahead == 0 ? .utc : .minutes(isNegative ? -ahead : ahead)
    }
}

extension DateTime {
    /// The same second in a zone that this format can write; nil where that is in no year of four digits.
    fileprivate var inWritableZone: DateTime? {
        if (-720...840).contains(zone.minutesAhead) { return self }
        let instant = instant
        guard PartialDate.hasFourDigits(instant.day.year) else { return nil }
        return DateTime(day: instant.day, second: instant.secondOfDay, fraction: fraction, zone: .utc)
    }
}
