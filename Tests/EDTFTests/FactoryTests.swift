import Testing

@testable import EDTF

@Suite("Dates made from their parts")
struct FactoryTests {
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay.closest(year: year, month: month, day: day)
    }

    static let made: [(EDTFDate, String)] = [
        (EDTFDate(day: day(2023, 12, 18)), "2023-12-18"), (EDTFDate(day: day(-44, 3, 15)), "-0044-03-15"),
        (EDTFDate(day: day(12_345, 3, 15)), "Y12345"),
        (.month(year: 2023, month: 12), "2023-12"), (.month(year: 2023, month: 13), "2024-01"),
        (.month(year: 2023, month: 0), "2022-12"), (.month(year: 2023, month: -12), "2021-12"),
        (.year(2023), "2023"), (.year(-1), "-0001"), (.year(0), "0000"), (.year(-10_000), "Y-10000"),
        (.decade(of: 2013), "201X"), (.century(of: 1984), "19XX"), (.decade(of: 12_345), "Y12345S4"),
        (.unspecifiedMonth(year: 2004), "2004-XX"), (.unspecifiedDay(year: 2004, month: 6), "2004-06-XX"),
        (.season(year: 2023, season: .autumn), "2023-23"),
        (.season(year: 2023, season: .spring, hemisphere: .northern), "2023-25"),
        (.season(year: 2023, season: .winter, hemisphere: .southern), "2023-32"),
        (.quarter(year: 2023, quarter: 2), "2023-34"), (.quarter(year: 2023, quarter: 5), "2024-33"),
        (.quadrimester(year: 2023, quadrimester: 3), "2023-39"), (.half(year: 2023, half: 0), "2022-41"),
        (.onOrBefore(day(2023, 12, 19)), "[..2023-12-19]"), (.onOrAfter(day(2023, 12, 19)), "[2023-12-19..]"),
        (.interval(day(2023, 12, 19), day(2023, 12, 18)), "2023-12-18/2023-12-19"),
        (.dateTime(Instant(seconds: 1_702_972_800)), "2023-12-19T08:00:00Z"),
        (.dateTime(Instant(seconds: -1)), "1969-12-31T23:59:59Z"),
        (EDTFDate.year(2023).approximate(), "2023~"),
        (EDTFDate.year(2023).uncertain().approximate(), "2023%"),
        (EDTFDate.dateTime(Instant(seconds: 0)).approximate(), "1970-01-01~"),
        (EDTFDate.onOrBefore(day(2023, 12, 19)).approximate(), "[..2023-12-19~]"),
    ]

    @Test("Each is what the standard writes, and reads back as itself", arguments: made)
    func makes(_ date: EDTFDate, text: String) {
        #expect(date.description == text)
        #expect(EDTFDate(text) == date)
    }

    @Test("Intervals have unknown, open or given ends")
    func intervals() {
        let (spring, autumn) = (EDTFDate.month(year: 2023, month: 4), EDTFDate.month(year: 2023, month: 10))
        #expect(EDTFDate.interval(from: spring, to: autumn)?.description == "2023-04/2023-10")
        #expect(EDTFDate.interval(from: spring, to: nil)?.description == "2023-04/")
        #expect(EDTFDate.interval(from: nil, to: autumn, missing: .open)?.description == "../2023-10")
        #expect(EDTFDate.interval(from: autumn, to: spring) == nil)
        #expect(EDTFDate.interval(from: EDTFDate("[1984]"), to: spring) == nil)
        #expect(EDTFDate.interval(from: .year(-20_000), to: spring) == nil)
        let post = EDTFDate.dateTime(Instant(seconds: 1_702_972_800))
        #expect(EDTFDate.interval(from: spring, to: post)?.description == "2023-04/2023-12-19")
    }

    @Test("Sets hold dates, and at least one")
    func sets() {
        #expect(
            EDTFDate.one(of: [.year(1667), .month(year: 1760, month: 12)])?.description == "[1667,1760-12]")
        #expect(EDTFDate.all(of: [.year(1667)])?.description == "{1667}")
        #expect(EDTFDate.one(of: []) == nil)
        #expect(EDTFDate.one(of: [.year(1667), .interval(Self.day(1, 1, 1), Self.day(2, 1, 1))]) == nil)
    }

    @Test("A formatter finds the parts")
    func parts() throws {
        let day = try #require(EDTFDate("2023-12-18")?.dates.first)
        #expect(day.yearNumber == 2023 && day.monthNumber == 12 && day.dayNumber == 18)
        #expect(day.calendarDay == Self.day(2023, 12, 18))
        let autumn = try #require(EDTFDate("2023-23")?.dates.first)
        #expect(autumn.part == .autumn && autumn.part?.number == 3 && autumn.monthNumber == nil)
        let before = try #require(EDTFDate("[..2023-12-19]"))
        guard case .set(let set) = before.form, case .onOrBefore(let last) = set.members.first else {
            Issue.record("no set that ends with a day")
            return
        }
        #expect(before.isSet && !before.isInterval && last.calendarDay == Self.day(2023, 12, 19))
        #expect(EDTFDate("2023-12-31T23:30:00-05:00")?.day == Self.day(2023, 12, 31))
    }
}
