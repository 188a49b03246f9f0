import Foundation
import Statements
import Testing

@testable import Reading

/// What must hold of every other form of messages that is damaged anywhere.
@Suite("Damaged dumps and pages")
struct FormLaws {
    /// A fixture; how many messages one changed byte may cost, and how far apart the bytes are that are tried.
    struct Form: CustomTestStringConvertible, Sendable {
        let name: String
        var losesAtMost = 1
        var step = 1
        var testDescription: String { name }
    }

    private static let forms = [
        Form(name: "dumps/telethon-to_json.jsonl"), Form(name: "dumps/4cat-telegram.ndjson"),
        Form(name: "dumps/snscrape-telegram-channel.jsonl"), Form(name: "dumps/pyrogram-str.json"),
        Form(name: "dumps/botapi-update.json"), Form(name: "dumps/tgdataset.json", losesAtMost: 2),
        // A mark that is lost takes in the rows that follow.
        Form(name: "dumps/4cat-telegram.csv", losesAtMost: .max),
        Form(name: "dumps/telepathy-archive.csv", losesAtMost: .max),
        Form(name: "tdesktop-html/messages.html", losesAtMost: .max, step: 7),
        Form(name: "tme/s-channel.html", losesAtMost: .max, step: 19), Form(name: "tme/embed.html", step: 5),
    ]

    private static func read(_ bytes: [UInt8]) throws -> [ChatMessage] {
        if isMessagePage(bytes) { return try MessageReader().page(bytes).messages }
        return messageFormat(of: bytes) == .table ? ReadTable(bytes).messages : ReadExport(bytes).messages
    }

    @Test("Cut at any byte, what is read is what stands before the cut", arguments: forms)
    func cut(form: Form) throws {
        let bytes = try telegramFixture(form.name)
        let whole = try FormLaws.read(bytes)
        #expect(!whole.isEmpty)
        for end in stride(from: 0, to: bytes.count, by: form.step) {
            let read = try FormLaws.read(Array(bytes[..<end]))
            #expect(read.count <= whole.count, "cut at \(end)")
            if isMessagePage(bytes) { continue }
            // A row without its last cells can't be told from one that has none.
            let exact = messageFormat(of: bytes) == .table ? read.dropLast() : read[...]
            #expect(exact.elementsEqual(whole.prefix(exact.count)), "cut at \(end)")
        }
    }

    @Test("With any byte changed, no message has another's words", arguments: forms)
    func changed(form: Form) throws {
        let bytes = try telegramFixture(form.name)
        let whole = try FormLaws.read(bytes)
        for index in stride(from: 0, to: bytes.count, by: form.step) {
            // A digit more or less makes one number another, which a page doesn't show.
            if isMessagePage(bytes), (0x30...0x39).contains(bytes[index]) { continue }
            var damaged = bytes
            damaged[index] ^= 0x04
            let read = try FormLaws.read(damaged)
            for entry in read {
                let owners = whole.filter { $0.message.text.contains(entry.message.text) }
                let isOwn = owners.isEmpty || owners.contains { $0.message.id == entry.message.id }
                let isTouched = !whole.contains { $0.message.id == entry.message.id }
                #expect(isOwn || isTouched || entry.message.text.count < 8, "byte \(index)")
            }
            let lost = whole.count { known in
                !read.contains {
                    $0.message.place.overlaps(known.message.place) || $0.message == known.message
                }
            }
            if !isMessagePage(bytes) { #expect(lost <= form.losesAtMost, "byte \(index): \(lost) lost") }
        }
    }
}

/// What is read of a table of messages.
struct ReadTable {
    var messages: [ChatMessage] = []
    var faults: [MessageFault] = []

    init(_ bytes: [UInt8]) {
        var slicer = TableSlicer()
        for batch in [slicer.feed(bytes), slicer.finish()] {
            for slice in batch.slices {
                do throws(MessageFault) {
                    if let message = try MessageReader().message(slice, of: batch, in: nil) {
                        messages.append(message)
                    }
                } catch {
                    faults.append(error)
                }
            }
        }
    }
}
