import EDTF
import Testing

@testable import Extraction

/// The first and the last day of the only expression of a text.
private func days(_ text: String, published: String, language: String = "en") throws -> ClosedRange<
    CalendarDay
> {
    let found = temporalExpressions(text, published: published, language: language).found
    #expect(found.count == 1, "\(text): \(found.map(\.value))")
    let date = try #require(found.first?.date, "\(text), \(published)")
    return try #require(date.earliestDay)...(try #require(date.latestDay))
}

/// Days on which calendars go wrong: ends of months and years, leap days, changes of the clock.
private let edges = [
    "2023-01-01", "2023-12-31", "2024-01-31", "2024-02-28", "2024-02-29", "2024-03-01", "2023-02-28",
    "2023-03-31", "2024-03-31", "2024-10-27", "2000-02-29", "1900-03-01", "2021-01-03", "2020-12-28",
    "2024-12-30", "2026-11-30",
]

@Suite("Dates keep the laws of the calendar")
struct CalendarLawTests {
    @Test("What is written more narrowly lies within what is written more widely", arguments: edges)
    func narrower(published: String) throws {
        let chains = [
            ["Monday of last week", "last week"], ["today", "this week"], ["today", "this month"],
            ["today", "this year"], ["this month", "this year"], ["tomorrow morning", "tomorrow"],
            ["last month", "the past two months"], ["yesterday", "the past two days"],
            ["18 December 2023", "December 2023", "2023", "the 2020s", "the 21st century"],
            ["the last day of May", "the last week of May", "May"],
            ["29 February 2024", "the first quarter of 2024", "the first half of 2024", "2024"],
        ]
        for chain in chains {
            let ranges = try chain.map { try days("They met in \($0).", published: published) }
            for (inner, outer) in zip(ranges, ranges.dropFirst()) {
                #expect(
                    outer.contains(inner.lowerBound) && outer.contains(inner.upperBound),
                    "\(chain), \(published)")
            }
        }
    }

    @Test("Two names of one time mean the same, at every turn of the calendar", arguments: edges)
    func synonyms(published: String) throws {
        let pairs = [
            ("yesterday", "a day ago"), ("the day before yesterday", "two days ago"),
            ("last week", "a week ago"), ("the week before last", "two weeks ago"),
            ("next week", "a week from now"), ("last month", "a month ago"), ("last year", "a year ago"),
            ("half a year ago", "six months ago"),
        ]
        for (one, other) in pairs {
            #expect(
                try days("They met \(one).", published: published)
                    == days("They met \(other).", published: published),
                "\(one), \(other)")
        }
    }

    @Test(
        "A publication so many weeks later shifts a weekday by as many",
        arguments: [-520, -53, -1, 1, 4, 52, 999])
    func weeks(shift: Int) throws {
        let texts = [
            "They met on Monday.", "They will meet on Friday.", "They met last Sunday.",
            "They meet next Tuesday.",
            "They met on Wednesday of last week.",
        ]
        for text in texts {
            for published in ["2024-02-29", "2023-12-31", "2024-01-01"] {
                let day = try #require(EDTFDate(published)?.earliestDay)
                let before = try days(text, published: published)
                let after = try days(text, published: day.adding(days: shift * 7).description)
                #expect(after.lowerBound == before.lowerBound.adding(days: shift * 7), "\(text)")
                #expect(after.upperBound == before.upperBound.adding(days: shift * 7), "\(text)")
            }
        }
    }

    @Test("A weekday lies within a week of the publication, on its own side", arguments: edges)
    func weekdays(published: String) throws {
        let day = try #require(EDTFDate(published)?.earliestDay)
        for (number, name) in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
            .enumerated()
        {
            let past = try days("They met on \(name).", published: published).lowerBound
            #expect(past.weekday == number + 1)
            #expect((0...6).contains(day.ordinal - past.ordinal))
            let future = try days("They will meet on \(name).", published: published).lowerBound
            #expect(future.weekday == number + 1)
            #expect((0...6).contains(future.ordinal - day.ordinal))
        }
    }

    @Test("Languages agree on what they say alike", arguments: edges)
    func languages(published: String) throws {
        let alike = [
            ["They left yesterday.", "Вчера они ушли.", "Учора вони пішли."],
            ["They left three days ago.", "Три дня назад они ушли.", "Три дні тому вони пішли."],
            ["They left last week.", "На прошлой неделе они ушли.", "Минулого тижня вони пішли."],
            ["They left on Friday.", "В пятницу они ушли.", "У п’ятницю вони пішли."],
            ["They left last month.", "В прошлом месяце они ушли.", "Минулого місяця вони пішли."],
            [
                "They left on 29 February 2024.", "29 февраля 2024 года они ушли.",
                "29 лютого 2024 року вони пішли.",
            ],
        ]
        for texts in alike {
            let ranges = try zip(texts, ["en", "ru", "uk"]).map {
                try days($0, published: published, language: $1)
            }
            #expect(Set(ranges).count == 1, "\(texts), \(published): \(ranges)")
        }
    }

    @Test("The day of publication is that of its own zone, wherever on earth")
    func zones() throws {
        for zone in ["+14:00", "-12:00", "Z", "+05:45"] {
            for time in ["00:00:00", "02:30:00", "23:59:59"] {
                let published = "2024-03-31T\(time)\(zone)"
                #expect(
                    try days("They met today.", published: published).lowerBound.description == "2024-03-31")
                #expect(
                    try days("They met yesterday.", published: published).lowerBound.description
                        == "2024-03-30")
            }
        }
    }

    @Test("There is no 30 February, and none is made up")
    func impossible() {
        for text in ["They met on 30 February 2024.", "They met on Feb. 29, 2023.", "They met on 31 June."] {
            let found = temporalExpressions(text, published: "2024-05-01").found
            #expect(!found.contains { $0.rule == .absoluteDay || $0.rule == .dayNearest }, "\(text)")
        }
    }
}
