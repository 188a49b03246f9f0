import EDTF

/// A stretch of the calendar that an expression can mean.
enum TimePoint: Hashable, Sendable {
    case day(CalendarDay)
    /// From one day to another.
    case days(CalendarDay, CalendarDay)
    /// The week that begins on this Monday.
    case week(CalendarDay)
    /// The weekend that begins on this Saturday.
    case weekend(CalendarDay)
    case month(year: Int, month: Int)
    case quarter(year: Int, quarter: Int)
    /// A quarter of a company's own year, of which the text tells only the month that it ended in.
    case fiscalQuarter(year: Int, month: Int)
    case half(year: Int, half: Int)
    /// Spring is 1, winter 4; a winter has the year in which it begins.
    case season(year: Int, season: Int)
    case year(Int)
    /// The decade that begins in ten times this year.
    case decade(Int)
    /// The century that begins in a hundred times this year; those before our era are negative, from -1 on.
    case century(Int)
    /// From one month to another; each counts from January of the year 0.
    case months(Int, Int)
    /// From one year to another.
    case years(Int, Int)
    case part(CalendarDay, DayPart)
    case clock(CalendarDay, ClockTime)

    /// The day, where it is one or lies in one.
    var day: CalendarDay? {
        switch self {
        case .day(let day), .part(let day, _), .clock(let day, _): day
        default: nil
        }
    }

    /// The year in which it lies or begins; nil for what is longer.
    var year: Int? {
        switch self {
        case .day(let day), .part(let day, _), .clock(let day, _), .week(let day), .weekend(let day),
            .days(let day, _):
            day.year
        case .month(let year, _), .fiscalQuarter(let year, _), .quarter(let year, _), .half(let year, _),
            .season(let year, _),
            .year(let year):
            year
        case .months(let first, _): first.floorDivided(by: 12)
        case .decade, .century, .years: nil
        }
    }

    /// The month in which it lies, where it lies in one.
    var month: Int? {
        switch self {
        case .month(_, let month), .fiscalQuarter(_, let month): month
        case .days(let first, let last): first.month == last.month ? first.month : nil
        default: day?.month
        }
    }

    /// The unit that it is one of.
    var unit: TimeUnit {
        switch self {
        case .day, .days: .day
        case .week: .week
        case .weekend: .weekend
        case .month, .months: .month
        case .quarter, .fiscalQuarter: .quarter
        case .half: .half
        case .season: .season
        case .year, .years: .year
        case .decade: .decade
        case .century: .century
        case .part: .hour
        case .clock: .minute
        }
    }

    /// Its TIMEX3 value.
    var timexValue: String {
        switch self {
        case .day(let day): return day.description
        case .days(let first, let last): return first.description + "/" + last.description
        case .week(let monday): return Self.isoWeek(of: monday)
        case .weekend(let saturday): return Self.isoWeek(of: saturday) + "-WE"
        case .month(let year, let month): return Self.timexYear(year) + "-" + padded(month, 2)
        case .months(let first, let last): return Self.monthText(first) + "/" + Self.monthText(last)
        case .quarter(let year, let quarter): return padded(year, 4) + "-Q\(quarter)"
        case .fiscalQuarter(let year, _): return padded(year, 4) + "-QX"
        case .half(let year, let half): return padded(year, 4) + "-H\(half)"
        case .season(let year, let season):
            return padded(year, 4) + "-" + ["SP", "SU", "FA", "WI"][season - 1]
        case .year(let year): return Self.timexYear(year)
        case .decade(let decade): return padded(decade, 3)
        case .century(let century): return century < 0 ? "BC" + padded(-century - 1, 2) : padded(century, 2)
        case .years(let first, let last): return padded(first, 4) + "/" + padded(last, 4)
        case .part(let day, let part): return day.description + "\(part.code)"
        case .clock(let day, let time): return day.description + "T" + time.timexValue
        }
    }

    /// The date in EDTF; `isApproximate` where only a part of it is meant, which EDTF has no sharper word for.
    func date(isApproximate: Bool) -> EDTFDate? {
        let text: String
        switch self {
        case .day(let day), .part(let day, _): text = day.description
        case .days(let first, let last): return EDTFDate(first.description + "/" + last.description)
        case .week(let monday): return EDTFDate(monday.description + "/" + monday.adding(days: 6).description)
        case .weekend(let saturday):
            return EDTFDate(saturday.description + "/" + saturday.adding(days: 1).description)
        case .month(let year, let month): text = padded(year, 4) + "-" + padded(month, 2)
        case .months: return EDTFDate(timexValue)
        case .quarter(let year, let quarter): text = padded(year, 4) + "-\(32 + quarter)"
        case .fiscalQuarter(let year, let month):
            let first = TemporalAnchor(point: self)?.point(.month, offset: -2)?.date(isApproximate: false)
            return .interval(
                from: first, to: TimePoint.month(year: year, month: month).date(isApproximate: false))
        case .half(let year, let half): text = padded(year, 4) + "-\(39 + half)"
        case .season(let year, let season): text = padded(year, 4) + "-\(20 + season)"
        case .year(let year): text = padded(year, 4)
        case .decade(let decade): text = padded(decade, 3) + "X"
        case .century(let century) where century < 0:
            return EDTFDate(padded(century * 100 + 1, 4) + "/" + padded((century + 1) * 100, 4))
        case .century(let century): text = padded(century, 2) + "XX"
        case .years(let first, let last): return EDTFDate(padded(first, 4) + "/" + padded(last, 4))
        case .clock(let day, let time): return EDTFDate(day.description + "T" + time.edtf)
        }
        if isApproximate, let date = EDTFDate(text + "~") { return date }
        return EDTFDate(text)
    }

    /// A year as TIMEX3 writes it; 0 is the year 1 before our era.
    private static func timexYear(_ year: Int) -> String {
        year > 0 ? padded(year, 4) : "BC" + padded(1 - year, 4)
    }

    private static func monthText(_ index: Int) -> String {
        padded(index.floorDivided(by: 12), 4) + "-" + padded(index.floorRemainder(by: 12) + 1, 2)
    }

    /// The year and week of ISO 8601 in which a day lies.
    private static func isoWeek(of day: CalendarDay) -> String {
        let thursday = day.adding(days: 4 - day.weekday)
        let firstOfYear = CalendarDay(year: thursday.year, month: 1, day: 1)?.ordinal ?? thursday.ordinal
        return padded(thursday.year, 4) + "-W" + padded((thursday.ordinal - firstOfYear) / 7 + 1, 2)
    }
}

/// A time of the clock.
struct ClockTime: Hashable, Sendable {
    var hour: Int
    var minute: Int?
    var second: Int?
    /// Minutes east of UTC; nil where no zone is given.
    var zone: Int?

    /// Its TIMEX3 value, without the day.
    var timexValue: String {
        var text = padded(hour, 2) + ":" + padded(minute ?? 0, 2)
        if let second { text += ":" + padded(second, 2) }
        return text + (zone == 0 ? "Z" : "")
    }

    /// The time as EDTF wants it, without the day; hours, minutes and seconds all given.
    var edtf: String {
        let text = padded(hour % 24, 2) + ":" + padded(minute ?? 0, 2) + ":" + padded(second ?? 0, 2)
        guard let zone else { return text }
        if zone == 0 { return text + "Z" }
        let size = abs(zone)
        return text + (zone < 0 ? "-" : "+") + padded(size / 60, 2) + ":" + padded(size % 60, 2)
    }
}

/// A number with zeros before it, to this many digits.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
