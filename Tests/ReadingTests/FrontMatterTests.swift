import Statements
import Testing

@testable import Reading

private let body = """
    The ferry to the outer islands will not sail this week, the harbour office said on Tuesday.

    The crew has not been paid since the beginning of the month and has refused to work on.
    """

@Test(
    "A date line gives the day of publication",
    arguments: [
        ("Dec. 19, 2023", "2023-12-19"), ("December 19th, 2023", "2023-12-19"),
        ("19 December 2023, 14:05", "2023-12-19"),
        ("Tuesday, 19 December 2023 14:05 GMT", "2023-12-19"), ("Published: 2023-12-19", "2023-12-19"),
        ("Published on Dec 19, 2023 at 9:05 a.m. EST", "2023-12-19"), ("19.12.2023", "2023-12-19"),
        ("19.12.2023, 14:05", "2023-12-19"), ("19. 12. 2023", "2023-12-19"), ("12/19/2023", "2023-12-19"),
        ("19/12/2023", "2023-12-19"),
        ("19th of December 2023", "2023-12-19"), ("19 декабря 2023 г., 14:05", "2023-12-19"),
        ("Опубликовано: 19 декабря 2023", "2023-12-19"), ("19 грудня 2023 року", "2023-12-19"),
        ("Updated 2 hours ago", nil), ("05/06/2023", nil), ("Feb. 30, 2023", nil), ("In May 2023", nil),
    ] as [(String, String?)])
func dateLines(line: String, day: String?) throws {
    let document = try article("Harbour Crew Walks Out Over Pay\n\n\(line)\n\n\(body)")
    #expect(document.metadata.published?.description == day)
    #expect((document.paragraphs[1].kind == .dateline) == (day != nil))
}

@Test("The date of the last change is told from that of publication")
func updated() throws {
    let line = "Published 19 December 2023 | Updated 21 December 2023, 08:00"
    let document = try article("Harbour Crew Walks Out Over Pay\n\n\(line)\n\n\(body)")
    #expect(document.metadata.published?.description == "2023-12-19")
    #expect(document.metadata.modified?.description == "2023-12-21")
}

@Test(
    "A byline gives the authors",
    arguments: [
        ("By Jane Roe", ["Jane Roe"]), ("By Jane Roe and John Doe", ["Jane Roe", "John Doe"]),
        ("By JANE ROE", ["JANE ROE"]), ("by Jane M. Roe, Kyiv", ["Jane M. Roe"]),
        ("By Jane Roe, John Doe and Mary-Ann O’Neill", ["Jane Roe", "John Doe", "Mary-Ann O’Neill"]),
        ("By Jane Roe | Dec. 19, 2023", ["Jane Roe"]), ("Автор: Анна Иванова", ["Анна Иванова"]),
        ("By the harbour office on Tuesday", []), ("By midnight:", []),
    ])
func bylines(line: String, authors: [String]) throws {
    let document = try article("Harbour Crew Walks Out Over Pay\n\n\(line)\n\n\(body)")
    #expect(document.metadata.authors == authors)
    #expect((document.paragraphs[1].kind == .byline) == !authors.isEmpty)
}

@Test("A name before a date line is a byline, and a date within it counts")
func bareByline() throws {
    let first = try article(
        "Harbour Crew Walks Out Over Pay\n\nJane Roe, Kyiv\n\n19 December 2023\n\n\(body)")
    #expect(first.paragraphs.prefix(3).map(\.kind) == [.title, .byline, .dateline])
    let second = try article("Harbour Crew Walks Out Over Pay\n\nBy Jane Roe, 19 December 2023\n\n\(body)")
    #expect(second.metadata.published?.description == "2023-12-19")
    #expect(second.metadata.byline == "By Jane Roe, 19 December 2023")
}

@Test("What stands between headline and byline is the standfirst")
func standfirst() throws {
    let summary = "Islands without bread as a dispute drags on"
    let document = try article("Harbour Crew Walks Out Over Pay\n\n\(summary)\n\nBy Jane Roe\n\n\(body)")
    #expect(document.paragraphs.map(\.kind) == [.title, .standfirst, .byline, .body, .body])
}

@Test("A headline that is given is found, and what stands before it is no article")
func givenTitle() throws {
    var options = ReadingOptions()
    options.title = "Ferry crew walks out."
    let document = try article("Home\nNews\n\nFerry crew walks out\n\n\(body)", options)
    #expect(document.paragraphs.map(\.kind) == [.notArticle, .notArticle, .title, .body, .body])
    #expect(document.metadata.title == "Ferry crew walks out.")
}

@Test("A text that begins with a sentence has no headline")
func noTitle() throws {
    #expect(try article(body).paragraphs.map(\.kind) == [.body, .body])
    #expect(try article("The ferry has stopped.").paragraphs.map(\.kind) == [.body])
}

@Test("The head of the text gives outlet and date where it has them in full")
func headOfText() throws {
    let head =
        "PORT ELIN, Dec. 19, 2023 (Northern Herald) — The ferry will not sail this week, the office said."
    let document = try article("Harbour Crew Walks Out Over Pay\n\n\(head)\n\n\(body)")
    #expect(document.paragraphs[1].kind == .body)
    #expect(document.metadata.publisher == "Northern Herald")
    #expect(document.metadata.published?.description == "2023-12-19")
    let without = "PORT ELIN, Dec. 19 — The ferry (an old one) will not sail this week, the office said."
    let other = try article("Harbour Crew Walks Out Over Pay\n\n\(without)\n\n\(body)")
    #expect(other.metadata.publisher == nil)
    #expect(other.metadata.published == nil)
}

@Test(
    "The language is told from script, letters and common words",
    arguments: [
        (body, "en"), ("Путь домой — это движение жён и матерей, которые ждут.", "ru"),
        ("Шлях додому — це рух дружин і матерів, які чекають.", "uk"),
        ("Die Fähre wird in dieser Woche nicht fahren, sagte das Hafenamt.", "de"), ("12:45", nil),
    ] as [(String, String?)])
func language(text: String, expected: String?) throws {
    #expect(try article(text).metadata.language == expected)
}
