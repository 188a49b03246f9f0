import Foundation
import TestSupport
import Testing

@Suite("What the program prints is what it printed before")
struct GoldenTests {
    @Test(
        "Golden output",
        arguments: [
            ("timeline.txt", ["timeline"]),
            ("timeline-oneline.txt", ["timeline", "--format", "oneline"]),
            ("timeline-colour.txt", ["timeline", "--color", "always"]),
            ("timeline-reversed.txt", ["timeline", "--reverse", "-n", "2"]),
            ("timeline-group.txt", ["timeline", "--group", "Сім’ї гавані"]),
            ("timeline.json", ["timeline", "--format", "json"]),
            ("timeline.jsonl", ["timeline", "--format", "jsonl"]),
            ("timeline.csv", ["timeline", "--format", "csv"]),
            ("timeline.md", ["timeline", "--format", "markdown"]),
            ("timeline.html", ["timeline", "--format", "html"]),
            ("export.json", ["export"]),
            ("group-show.txt", ["group", "show", "Harbour Families"]),
            ("group-list.txt", ["group", "list"]),
            ("names.txt", ["names"]),
            ("verify.txt", ["verify"]),
        ])
    func golden(name: String, arguments: [String]) throws {
        let quoth = Program(folder: TemporaryFolder())
        try Harbour.record(with: quoth)
        let run = try quoth.run([Program.path] + arguments)
        #expect(run.status == 0)
        #expect(run.errors == "")
        try Golden.check(run.output, name)
    }

    @Test("A statement with its evidence")
    func show() throws {
        let quoth = Program(folder: TemporaryFolder())
        try Harbour.record(with: quoth)
        let id = try #require(
            try quoth("timeline", "--format", "oneline", "-n", "1").output.split(separator: " ").first)
        try Golden.check(try quoth("show", String(id)).output, "show.txt")
        try Golden.check(try quoth("show", String(id), "--color", "always").output, "show-colour.txt")
        #expect(try quoth("show", String(id.prefix(9))).output == quoth("show", String(id)).output)
    }
}

@Suite("What is found in the articles is what was found before")
struct ArticleGoldenTests {
    private static let folder = projectRoot.appendingPathComponent("Fixtures/articles")

    static let articles: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()

    @Test("There are articles to look at")
    func thereAreArticles() {
        #expect(ArticleGoldenTests.articles.count >= 10)
    }

    @Test("Statements of an article", arguments: articles)
    func statements(article: String) throws {
        let quoth = Program(folder: TemporaryFolder())
        let file = ArticleGoldenTests.folder.appendingPathComponent(article)
        let expected = try JSONSerialization.jsonObject(
            with: Data(contentsOf: file.appendingPathExtension("expected.json")))
        let published = try #require((expected as? [String: Any])?["published"] as? String)
        let run = try quoth("extract", "--published", published, file.appendingPathExtension("txt").path)
        #expect(run.status == 0)
        try Golden.check(run.output, "\(article).txt", in: "articles")
    }
}

@Suite("What is read of pages is what was read before")
struct PageGoldenTests {
    private static let folder = projectRoot.appendingPathComponent("Fixtures/pages")

    static let pages: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".html") }.sorted()

    @Test("There are pages to look at")
    func thereArePages() {
        #expect(PageGoldenTests.pages.count >= 11)
    }

    @Test("The article of a page", arguments: pages)
    func article(page: String) throws {
        let quoth = Program(folder: TemporaryFolder())
        let run = try quoth(
            "read", "--format", "json", PageGoldenTests.folder.appendingPathComponent(page).path)
        #expect(run.status == 0)
        try Golden.check(run.output, page.replacing(".html", with: ".json"), in: "pages")
    }
}

/// Output kept in `Fixtures/golden`.
enum Golden {
    /// Holds output against the golden file. With `QUOTH_RECORD=1` the file is written anew, and the test fails
    /// once, so that the difference is read.
    static func check(_ output: String, _ name: String, in folder: String = "cli") throws {
        let file = projectRoot.appendingPathComponent("Fixtures/golden/\(folder)/\(name)")
        let known = try? String(contentsOf: file, encoding: .utf8)
        if known.map({ Array($0.utf8) }) == Array(output.utf8) { return }
        guard ProcessInfo.processInfo.environment["QUOTH_RECORD"] == "1" else {
            Issue.record("\(name) differs from Fixtures/golden/\(folder); it is now:\n\(output)")
            return
        }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(output.utf8).write(to: file)
        Issue.record("\(name) was recorded anew: read the difference, and run the tests again")
    }
}
