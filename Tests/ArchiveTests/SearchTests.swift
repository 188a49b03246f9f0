import Statements
import Testing

@testable import Archive

@Suite("Full-text search")
struct SearchTests {
    static func filled() throws -> (Scratch, Archive) {
        let scratch = Scratch()
        let archive = try scratch.archive()
        try archive.record(
            Report(
                """
                ‹We want our sons home, and bread› [Put’ Domoi] {said}. ‹Bread and fish› [Zoë Ångström] {said}. \
                ‹Вернуть домой, в Київ› [Путь домой] {said}. ‹м’ясо, сир› [Ada Holm] {said}.
                """
            ).recording)
        return (scratch, archive)
    }

    @Test(
        "Words are found",
        arguments: [
            ("bread", 2), ("BREAD home", 1), ("fish bread", 1), ("fish home", 0), ("\"bread and\"", 1),
            ("\"and bread\"", 1), ("bre*", 2), ("bre", 0), ("Domoi", 1), ("zoe angstrom", 1), ("домой", 1),
            ("ДОМОЙ", 1), ("м’ясо", 1), ("м'ясо", 1), ("мʼясо", 1), ("київ", 1), ("put’ domoi", 1),
            ("sons, bread!", 1),
            ("and OR", 0), ("and and", 2), ("\"bread and", 1), ("bread — fish", 1),
        ])
    func words(words: String, count: Int) throws {
        let (_, archive) = try Self.filled()
        #expect(try archive.timeline(TimelineQuery { $0.words = words }).statements.count == count)
    }

    @Test(
        "No words are an error of syntax",
        arguments: [
            "words:", "speaker:bread", "NEAR(a b)", "a AND", "OR", "NOT a", "(a", "a)", "a^", "^a", "-a",
            "a*b", "**", "*a",
            "{words}: a", "a + b", "a\0b", "\\", "';DROP TABLE quote;--", "“a”", "a\"\"b", "\u{202E}a", "🙂 a",
            String(repeating: "a ", count: 200), String(repeating: "x", count: 5_000),
        ])
    func hostileWords(words: String) throws {
        let (_, archive) = try Self.filled()
        do {
            _ = try archive.timeline(TimelineQuery { $0.words = words })
        } catch {
            #expect(error == .emptySearch(words))
        }
    }

    @Test("Nothing to search for is said to be so", arguments: ["", "  ", "\"\"", "— …", "*"])
    func nothing(words: String) throws {
        let (_, archive) = try Self.filled()
        #expect(throws: ArchiveError.emptySearch(words)) {
            try archive.timeline(TimelineQuery { $0.words = words })
        }
    }

    @Test("Many hits and few are the same to the reader")
    func manyHits() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        let recordings = (0..<700).map { number in
            Report("‹Bread \(number),› [Ada Holm] {said}. ‹More bread,› [the Circle] {said}.") {
                $0.url = "https://news.example/\(number)"
                $0.published = "20\(10 + number % 13)-01-01"
            }.recording
        }
        _ = try archive.record(recordings)
        let all = try archive.timeline(TimelineQuery())
        let found = try archive.timeline(TimelineQuery { $0.words = "bread" })
        #expect(found.statements == all.statements)
        #expect(try archive.summary(of: TimelineQuery { $0.words = "bread" }).count == 1_400)
        var paged: [Statement] = []
        try archive.forEachPage(of: TimelineQuery { $0.words = "more bread" }, size: 97) {
            paged += $0.statements
        }
        #expect(paged == all.statements.filter { $0.printedSpeaker == "the Circle" })
    }
}
