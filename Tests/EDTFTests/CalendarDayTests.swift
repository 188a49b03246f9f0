import Testing

@testable import EDTF

@Suite("Days of the calendar")
struct CalendarDayTests {
    static func day(_ text: String) throws -> CalendarDay { try #require(EDTFDate(text)?.day) }

    @Test(
        "The ISO week, across the ends of years",
        arguments: [
            ("2023-12-18", 2023, 51), ("2021-01-03", 2020, 53), ("2021-01-04", 2021, 1),
            ("2018-12-31", 2019, 1),
            ("2016-01-01", 2015, 53), ("2005-01-01", 2004, 53), ("0000-01-01", -1, 52),
            ("1970-01-01", 1970, 1),
        ])
    func isoWeek(_ text: String, year: Int, week: Int) throws {
        let day = try Self.day(text)
        #expect(day.isoWeek == ISOWeek(year: year, week: week))
        #expect(day.isoWeek.monday == day.monday)
        #expect(day.monday.weekday == 1 && day.sunday.weekday == 7 && (day.monday...day.sunday).contains(day))
    }

    @Test("A year has no week 0, and a 53rd only sometimes")
    func noSuchWeek() {
        #expect(ISOWeek(year: 2023, week: 0) == nil && ISOWeek(year: 2023, week: 53) == nil)
        #expect(ISOWeek(year: 2020, week: 53)?.monday.description == "2020-12-28")
    }

    @Test(
        "Months added keep the day, or end with the month",
        arguments: [
            ("2023-01-31", 1, "2023-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2023-12-18", -12, "2022-12-18"),
            ("2023-01-15", -1, "2022-12-15"), ("2023-03-31", -1, "2023-02-28"),
            ("0000-01-31", -2, "-0001-11-30"),
            ("2023-12-18", 25, "2026-01-18"),
        ])
    func addsMonths(_ text: String, months: Int, expected: String) throws {
        #expect(try Self.day(text).adding(months: months).description == expected)
    }

    @Test("Years added keep the day, but for a 29 February")
    func addsYears() throws {
        #expect(try Self.day("2024-02-29").adding(years: 1).description == "2025-02-28")
        #expect(try Self.day("2024-02-29").adding(years: -4).description == "2020-02-29")
    }

    @Test("No sum leads beyond the calendar", arguments: [Int.min, .min + 1, -1 << 60, 1 << 60, .max])
    func saturates(_ amount: Int) throws {
        let day = try Self.day("2023-12-18")
        for far in [day.adding(days: amount), day.adding(months: amount), day.adding(years: amount)] {
            #expect(CalendarDay.years.contains(far.year))
            #expect((far > day) == (amount > 0))
            #expect(EDTFDate(day: far).earliest?.description.isEmpty == false)
        }
        #expect(CalendarDay(year: amount, month: 1, day: 1) == nil)
        #expect(!EDTFDate.month(year: amount, month: amount).description.isEmpty)
        #expect(!EDTFDate.dateTime(Instant(seconds: Int64(amount))).description.isEmpty)
        #expect(!Instant(seconds: Int64(amount)).description.isEmpty)
    }

    @Test("Days and their ordinals belong together, and weekdays follow each other")
    func ordinals() throws {
        var previous = CalendarDay(ordinal: -800_000)
        for ordinal in -799_999..<800_000 where ordinal % 97 == 0 || ordinal.magnitude < 1_000 {
            let day = CalendarDay(ordinal: ordinal)
            #expect(day.ordinal == ordinal)
            #expect(previous < day)
            #expect(day.adding(days: 1).weekday == day.weekday % 7 + 1)
            previous = day
        }
        #expect(CalendarDay(ordinal: 0).description == "1970-01-01" && CalendarDay(ordinal: 0).weekday == 4)
        #expect(try Self.day("2024-12-31").dayOfYear == 366)
        #expect(try Self.day("2024-02-10").firstOfMonth.description == "2024-02-01")
        #expect(try Self.day("2024-02-10").lastOfMonth.description == "2024-02-29")
    }
}
