import Foundation
import TestSupport
import Testing

@Suite("Messages of Telegram")
struct TelegramTests {
    private let quoth = Program(folder: TemporaryFolder())

    /// The path of a file of `Fixtures/telegram`.
    private static func fixture(_ name: String) -> String {
        projectRoot.appendingPathComponent("Fixtures/telegram/\(name)").path
    }

    @discardableResult
    private func ingest(_ name: String, _ options: String...) throws -> Program.Run {
        try quoth.run([Program.path, "ingest", TelegramTests.fixture(name)] + options)
    }

    /// What is shown of a message, in one line.
    private func shown(_ number: Int) throws -> String {
        let shown = try quoth("show", "https://t.me/c/1900000001/\(number)").output
        return shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(
        "The timeline of an export",
        arguments: [
            ("tdesktop-2019-old-style.json", []), ("tdesktop-channel.json", []),
            ("tdesktop-channel-later.json", []), ("tdesktop-truncated.json", []),
            ("tdesktop-invalid-escapes.json", []),
            ("tdesktop-full-account.json", ["--chat", "Белый платок (тест)"]),
            ("dumps/telethon-to_json.jsonl", []), ("dumps/4cat-telegram.ndjson", []),
            ("dumps/4cat-telegram.csv", []), ("dumps/snscrape-telegram-channel.jsonl", []),
            ("dumps/telepathy-archive.csv", []), ("dumps/pyrogram-str.json", []),
            ("dumps/botapi-update.json", []), ("dumps/tg-archive.sqlite", []),
            ("dumps/tgdataset.json", []), ("dumps/telegram-tracker_messages.json", []),
            ("dumps/telegram-export.sqlite", ["--chat", "@synthetic_white_scarf"]),
            ("tdesktop-html", ["--chat", "1900000001"]), ("tme/s-channel.html", []), ("tme/embed.html", []),
            ("tme/embed-not-found.html", []), ("tme/s-no-hits.html", []),
        ] as [(String, [String])])
    func timeline(name: String, options: [String]) throws {
        let run = try quoth.run([Program.path, "ingest", TelegramTests.fixture(name)] + options)
        let errors = run.errors.replacing(TelegramTests.fixture("") + "/", with: "")
        let timeline = try quoth("timeline").output
        #expect(try quoth("verify").status == 0)
        let file = name.replacing("/", with: "-") + ".txt"
        try Golden.check(run.output + errors + "\n" + timeline, file, in: "telegram")
        let again = try quoth.run([Program.path, "ingest", TelegramTests.fixture(name)] + options)
        #expect(again.output.hasPrefix("0 new, "))
        #expect(try quoth("timeline").output == timeline)
    }

    @Test("A later export: what was edited is a new version, what is missing is not in later export")
    func later() throws {
        try ingest("tdesktop-channel.json")
        let run = try ingest("tdesktop-channel-later.json")
        #expect(
            run.output == "1 new, 7 unchanged, 1 new version, 1 not in later export, 0 repaired, 0 failed\n")
        let again = try ingest("tdesktop-channel-later.json")
        #expect(
            again.output == "0 new, 9 unchanged, 0 new version, 0 not in later export, 0 repaired, 0 failed\n"
        )
        try Golden.check(try quoth("timeline", "--format", "oneline").output, "later.txt", in: "telegram")
        let edited = try quoth("show", "https://t.me/c/1900000001/2").output
        #expect(edited.contains("{+ дома+}"))
        #expect(try shown(4).contains("holds messages 1–10, 20 August 2023 – 2 December 2023"))
        #expect(try quoth("verify").status == 0)
    }

    @Test("The order in which two exports come makes no difference")
    func order() throws {
        try ingest("tdesktop-channel-later.json")
        try ingest("tdesktop-channel.json")
        let run = try quoth("timeline", "--format", "oneline")
        try Golden.check(run.output, "later.txt", in: "telegram")
        #expect(try shown(4).contains("holds messages 1–10, 20 August 2023 – 2 December 2023"))
    }

    @Test("A channel that is tied to a group speaks for it, what was recorded before included")
    func tie() throws {
        try ingest("tdesktop-channel.json")
        try quoth("group", "add", "White Scarf", "--telegram", "1900000001", "-q")
        let run = try quoth("timeline", "--group", "White Scarf", "--format", "oneline")
        #expect(run.output.split(separator: "\n").count == 4)
        #expect(run.output.contains(" White Scarf: Мы не забыли. Мы ждём своих."))
        #expect(try quoth("names").output.contains("Новости региона (тест)"))
        try Golden.check(try quoth("group", "show", "White Scarf").output, "group-show.txt", in: "telegram")
        let search = try quoth("timeline", "ждём", "--kind", "message", "--format", "oneline")
        #expect(search.output.split(separator: "\n").count == 1)
    }

    @Test("Private chats and people stay out of an export, and it says how many")
    func withheld() throws {
        try ingest("tdesktop-full-account.json", "--chat", "1900000003", "--chat", "channel1900000001")
        #expect(try quoth("timeline").output.contains("Это приватный чат"))
        let run = try quoth("export")
        #expect(!run.output.contains("Это приватный чат"))
        #expect(run.output.contains("\"withheld\":1") || run.output.contains("\"withheld\": 1"))
        #expect(run.errors.contains("1 statement of private chats or people withheld"))
        let all = try quoth("export", "--include-private")
        #expect(all.output.contains("Это приватный чат"))
        #expect(all.errors == "")
        for format in ["jsonl", "csv", "markdown", "html"] {
            #expect(try !quoth("export", "--format", format).output.contains("Это приватный чат"))
        }
    }

    @Test("Of an account nothing is read without --chat, and its chats are named")
    func account() throws {
        let run = try ingest("tdesktop-full-account.json")
        #expect(run.status == 65)
        #expect(run.errors.contains("--chat"))
        #expect(run.errors.contains("Чат жён (тест) (channel1900000003)"))
        #expect(!run.errors.contains("+0 000"))
        #expect(try quoth("timeline").status == 1)
    }

    @Test("An article that quotes a post, and the post, are one statement")
    func report() throws {
        try ingest("tdesktop-channel.json")
        let article = """
            “Требуем вернуть мобилизованных домой!” White Scarf said on Telegram on Wednesday.

            The group said it would not stop.
            """
        try quoth.folder.write(article, to: "article.txt")
        try quoth(
            "ingest", "article.txt", "--published", "2023-11-09", "--publisher", "The Quay Courier", "-q")
        let run = try quoth("timeline", "Требуем", "--format", "oneline")
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(try shown(3).contains("and 1 more"))
        #expect(try quoth("timeline", "--source", "The Quay Courier").output.contains("ОБРАЩЕНИЕ"))
        #expect(try quoth("verify").status == 0)
    }

    @Test("A run that is to change nothing tells the same counts, and changes nothing")
    func dryRun() throws {
        let run = try ingest("tdesktop-channel.json", "--dry-run")
        #expect(run.output.hasPrefix("9 new, "))
        #expect(try quoth.folder.entries == [])
        try ingest("tdesktop-channel.json")
        let later = try ingest("tdesktop-channel-later.json", "--dry-run")
        #expect(later.output.hasPrefix("1 new, 7 unchanged, 1 new version, 1 not in later export"))
        #expect(
            try ingest("tdesktop-channel.json").output.hasPrefix("0 new, 9 unchanged, 0 new version, 0 not"))
    }

    @Test("With the zone of the exporter's clock, an old export has instants")
    func zone() throws {
        try ingest("tdesktop-2019-old-style.json")
        #expect(try quoth("timeline", "--format", "oneline").output.contains(" 2019-06-04T00:01:59 "))
        let run = try ingest("tdesktop-2019-old-style.json", "--export-tz", "Europe/Moscow")
        #expect(run.output.contains("0 new, 0 unchanged, 0 new version, 0 not in later export, 2 repaired"))
        #expect(try quoth("timeline", "--format", "oneline").output.contains(" 2019-06-03T21:01:59Z "))
    }
}
