import Foundation
import Statements
import Testing

@testable import Reading

@Suite("Dumps of other tools")
struct DumpTests {
    @Test("Channels of TGDataset: each message under its number, in its channel")
    func dataset() throws {
        let bytes = try telegramFixture("dumps/tgdataset.json")
        #expect(messageFormat(of: bytes) == .json)
        for pieceLength in [7, 1 << 18] {
            let read = ReadExport(bytes, pieceLength: pieceLength)
            #expect(read.messages.map(\.message.id) == [2, 4, 11, 12])
            #expect(read.faults.isEmpty)
            #expect(
                read.messages.map(\.chat.account.username) == [
                    "synthetic_white_scarf", "synthetic_white_scarf", "synthetic_pier_five",
                    "synthetic_pier_five",
                ])
            #expect(read[12]?.text == "Bring tea.\nBring blankets.")
            #expect(read[4]?.origin?.peer?.text == "channel1900000002")
            #expect(read[11].flatMap { $0.author(in: read.messages[2].chat) } == nil)
        }
    }

    @Test("Of a dataset only the channels that are asked for are read")
    func datasetSelection() throws {
        let read = ReadExport(
            try telegramFixture("dumps/tgdataset.json"),
            isWanted: { chat, _ in chat.account.username == "synthetic_pier_five" })
        #expect(read.messages.map(\.message.id) == [11, 12])
        #expect(read.chats.map(\.isRead) == [false, true])
    }

    @Test("A broken message of a dataset costs no other, and none comes to another channel")
    func datasetDamage() throws {
        let text = String(decoding: try telegramFixture("dumps/tgdataset.json"), as: UTF8.self)
        let broken = text.replacing("\"is_forwarded\": true, \"forwarded_from_id\": 1900000002", with: "]")
        let read = ReadExport(Array(broken.utf8))
        #expect(read.messages.map(\.message.id) == [2, 11, 12])
        #expect(read.messages.map(\.chat.account.peer?.id) == [1_900_000_001, 1_900_000_009, 1_900_000_009])
        #expect(!read.faults.isEmpty)
    }

    @Test("A list of Telethon's messages within an object, and one whose origin is hidden")
    func tracker() throws {
        let read = ReadExport(try telegramFixture("dumps/telegram-tracker_messages.json"))
        #expect(read.messages.map(\.message.id) == [3, 2])
        #expect(read[2]?.posted?.seconds == 1_699_360_200)
        #expect(read.messages[1].message.author(in: read.messages[1].chat) == nil)
    }

    @Test("After a broken message of a list, the next that tells its chat is found")
    func brokenElement() {
        func message(_ id: Int, _ more: String = "") -> String {
            #"{"_": "Message", "id": \#(id), "peer_id": {"_": "PeerChannel", "channel_id": 5}, "date": "2023-11-08T06:15:00+00:00"\#(more)}"#
        }
        let text = "[" + [message(1), message(2, "]"), message(3)].joined(separator: ", ") + "]"
        #expect(ReadExport(Array(text.utf8)).messages.map(\.message.id) == [1, 3])
    }

    @Test("A line whose bracket is lost costs no other")
    func brokenLine() {
        func line(_ id: Int, _ close: String = "}") -> String {
            #"{"_": "Message", "id": \#(id), "peer_id": {"_": "PeerChannel", "channel_id": 5\#(close), "date": "2023-11-08T06:15:00+00:00"}"#
                + "\n"
        }
        let text = line(1) + line(2, "") + line(3) + line(4)
        let read = ReadExport(Array(text.utf8))
        #expect(read.messages.map(\.message.id) == [1, 3, 4])
        #expect(!read.faults.isEmpty)
    }

    @Test("A row that has too many or too few cells is no message")
    func cells() throws {
        let text = String(decoding: try telegramFixture("dumps/4cat-telegram.csv"), as: UTF8.self)
        let read = ReadTable(Array(text.replacing(",no,", with: ",").utf8))
        #expect(read.messages.isEmpty)
        #expect(read.faults.first?.problem.contains("cells") == true)
    }

    @Test("UTF-16, as spreadsheets save it, comes in pieces of any length")
    func utf16() throws {
        let text = "id;body\n🕊 Мы ждём\n"
        for isBigEndian in [false, true] {
            let units = [0xFEFF] + Array(text.utf16)
            let bytes = units.flatMap { unit in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return isBigEndian ? [high, low] : [low, high]
            }
            for length in [1, 2, 3, 1_000] {
                var stream = try #require(UTF16Stream(inputBeginning: bytes))
                var output: [UInt8] = []
                for start in stride(from: 0, to: bytes.count, by: length) {
                    output += stream.feed(Array(bytes[start..<min(start + length, bytes.count)]))
                }
                #expect(String(decoding: output, as: UTF8.self) == "\u{FEFF}" + text)
            }
        }
        #expect(UTF16Stream(inputBeginning: Array(text.utf8)) == nil)
    }
}
