import Foundation
import TestSupport
import Testing

@testable import Tracker

@Suite("Folders that Telegram Desktop wrote")
struct ExportFolderTests {
    private let folder = TemporaryFolder()

    /// A page of messages with these numbers.
    private func page(_ title: String, _ ids: Int...) -> String {
        let messages = ids.map { id in
            """
            <div class="message default clearfix" id="message\(id)"><div class="body">
            <div class="pull_right date details" title="07.11.2023 15:30:\(10 + id % 50) UTC+03:00">15:30</div>
            <div class="from_name">\(title) </div><div class="text">We wait for the crew, \(id).</div></div></div>
            """
        }
        return """
            <html><head><link href="css/style.css" rel="stylesheet"/></head><body><div class="page_wrap">
            <div class="page_header"><div class="content"><div class="text bold">\(title)</div></div></div>
            <div class="page_body chat_page"><div class="history">\(messages.joined())</div></div></div></body></html>
            """
    }

    /// The files that are read below the folder, by their names from it on; pages that are one input in brackets.
    private func found() throws -> [String] {
        var walk = FolderWalk(folder: folder.path + "/e", findsExports: true)
        var names: [String] = []
        func short(_ path: String) -> String { String(path.dropFirst(folder.path.count + 3)) }
        while let found = try walk.next() {
            switch found {
            case .file(let path): names.append(short(path))
            case .pages(let pages): names.append("[" + pages.paths.map(short).joined(separator: " ") + "]")
            }
        }
        return names
    }

    private let result = """
        {"name": "Pier Five", "type": "public_channel", "id": 5, "messages": [
         {"id": 1, "type": "message", "date": "2023-11-07T15:30:00", "date_unixtime": "1699360200",
          "from": "Pier Five", "from_id": "channel5", "text": "We wait for the crew."}]}
        """

    @Test("Pages come in the order of their numbers, and what belongs to them is none")
    func pages() throws {
        for name in ["messages.html", "messages10.html", "messages2.html"] {
            try folder.write(page("Pier Five", 1), to: "e/" + name)
        }
        for name in [
            "css/style.css", "js/script.js", "images/back.png", "files/letter.txt", "photos/1.jpg", ".hidden",
        ] {
            try folder.write("x", to: "e/" + name)
        }
        try folder.write("An article of the researcher's own.", to: "e/notes.txt")
        #expect(try found() == ["[messages.html messages2.html messages10.html]", "notes.txt"])
    }

    @Test("Of result.json and pages, the first is read, which says more")
    func both() throws {
        try folder.write(result, to: "e/result.json")
        try folder.write(page("Pier Five", 1), to: "e/messages.html")
        try folder.write("A letter.", to: "e/files/letter.txt")
        try folder.write("x", to: "e/chats/chat_001/files/letter.txt")
        #expect(try found() == ["result.json"])
    }

    @Test("A folder of another program's is like any other")
    func others() throws {
        try folder.write("{}", to: "e/result.json")
        try folder.write("<p>About messages</p>", to: "e/messages.html")
        try folder.write("A letter.", to: "e/files/letter.txt")
        #expect(try found() == ["files/letter.txt", "messages.html", "result.json"])
    }

    @Test("Of an account's pages only chats that are named are read, and the others are named")
    func account() async throws {
        try folder.write("<html></html>", to: "e/export_results.html")
        try folder.write("<html></html>", to: "e/lists/chats.html")
        try folder.write(page("Pier Five", 1, 2), to: "e/chats/chat_001/messages.html")
        try folder.write(page("Pier Five", 3), to: "e/chats/chat_001/messages2.html")
        try folder.write(page("Private", 1), to: "e/chats/chat_002/messages.html")
        #expect(
            try found() == [
                "[chats/chat_001/messages.html chats/chat_001/messages2.html chats/chat_002/messages.html]"
            ])
        let archive = try folder.archive()
        let all = try await ingest([folder.path + "/e"], into: archive)
        #expect(all.counts.new == 0)
        #expect(all.failures.contains { "\($0)".contains("Pier Five") && "\($0)".contains("Private") })
        let one = try await ingest(
            [folder.path + "/e"], into: archive, selection: ChatSelection(["Pier Five"]))
        #expect(one.counts.new == 3)
        #expect(one.failures.isEmpty)
    }

    @Test("The pages of a chat are one input: what is missing between two pages is missing")
    func coverage() async throws {
        try folder.write(page("Pier Five", 1, 2), to: "e/messages.html")
        try folder.write(page("Pier Five", 3, 4), to: "e/messages2.html")
        let archive = try folder.archive()
        _ = try await ingest([folder.path + "/e"], into: archive)
        try folder.write(page("Pier Five", 1), to: "e/messages.html")
        try folder.write(page("Pier Five", 4), to: "e/messages2.html")
        let later = try await ingest([folder.path + "/e"], into: archive)
        #expect(later.counts.absent == 2)
        #expect(later.counts.unchanged == 2)
    }
}
