import Foundation
import Statements
import Testing

@testable import Reading

/// What must hold of an export that is damaged anywhere.
@Suite("Damaged exports")
struct DamageLaws {
    private let bytes: [UInt8]
    private let whole: ReadExport

    init() throws {
        bytes = try telegramFixture("tdesktop-channel.json")
        whole = ReadExport(bytes)
    }

    @Test("Cut at any byte, what stands before the cut is read as it was, and nothing else")
    func cut() {
        for end in 0..<bytes.count {
            let read = ReadExport(Array(bytes[..<end]))
            let expected = whole.messages.filter { $0.message.place.upperBound <= end }
            #expect(read.messages == expected, "cut at \(end)")
        }
    }

    @Test(
        "With any byte changed, at most one message is lost, and none is read as another's",
        arguments: [
            0x01, 0x04, 0x20, 0x80, 0xFF,
        ] as [UInt8])
    func changed(mask: UInt8) throws {
        let header = try #require(whole.messages.first?.message.place.lowerBound)
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= mask
            let read = ReadExport(damaged)
            for message in read.messages {
                let original = whole.messages.first { $0.message.place.overlaps(message.message.place) }
                let isTouched = original.map { $0.message.place.contains(index) } ?? false
                #expect(isTouched || original == nil || message.message == original?.message, "byte \(index)")
                #expect(original != nil, "byte \(index)")
            }
            let lost = whole.messages.count { known in
                !read.messages.contains { $0.message.place == known.message.place }
            }
            // In the header, a digit of the chat's number can be lost, and the chat with it.
            if index >= header { #expect(lost <= 1, "byte \(index): \(lost) messages lost") }
            if lost > 0 { #expect(!read.faults.isEmpty || read.cut != nil, "byte \(index): lost in silence") }
        }
    }

    @Test("Of an account, no message is read that stands in another chat, whatever byte is changed")
    func account() throws {
        let bytes = try telegramFixture("tdesktop-full-account.json")
        let wanted: @Sendable (Chat, Bool) -> Bool = { chat, _ in chat.account.peer?.id == 1_900_000_001 }
        let whole = ReadExport(bytes, isWanted: wanted)
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x04
            for message in ReadExport(damaged, isWanted: wanted).messages {
                let isOfChat = whole.messages.contains { $0.message.place.overlaps(message.message.place) }
                #expect(isOfChat, "byte \(index)")
            }
        }
    }

    @Test(
        "Hostile input ends, and gives nothing",
        arguments: [
            "", "{", "[", "\"", "[[[[", "{\"messages\":", "{\"messages\":[",
            "{\"chats\":{\"list\":[{\"messages\":[{",
            String(repeating: "[", count: 200_000), String(repeating: "{\"a\":", count: 100_000),
            "{\"id\":1,\"type\":\"x\",\"name\":\"n\",\"messages\":["
                + String(repeating: "{\"id\":1,", count: 20_000),
            "{\"id\":1,\"messages\":[" + String(repeating: "\"{", count: 50_000),
        ])
    func hostile(text: String) {
        #expect(ReadExport(Array(text.utf8), isWanted: { _, _ in true }).messages.isEmpty)
    }
}
