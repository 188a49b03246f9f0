import Foundation
import Statements
import Testing

@testable import Reading

@Suite("Exports of Telegram Desktop as JSON")
struct DesktopTests {
    private let channel: ReadExport

    init() throws {
        channel = ReadExport(try telegramFixture("tdesktop-channel.json"))
    }

    @Test("The chat is known by its kind and number")
    func chat() {
        let chat = channel.chats.first?.chat
        #expect(
            chat?.account
                == Account(peer: Peer(kind: .channel, id: 1_900_000_001), name: "Белый платок (тест)"))
        #expect(chat?.isPrivate == false)
        #expect(channel.messages.map(\.message.id) == Array(1...9))
        #expect(channel.faults.isEmpty)
    }

    @Test("An instant wins over the exporter's clock")
    func instant() {
        #expect(channel[2]?.posted == MessageTime(seconds: 1_699_360_200, basis: .instant))
        #expect(channel[2]?.posted?.date?.description == "2023-11-07T12:30:00Z")
        #expect(channel[3]?.edited == 1_699_426_931)
    }

    @Test("A text in parts is joined without anything between, its marks counted in code points")
    func parts() throws {
        let message = try #require(channel[3])
        #expect(
            message.text
                == "ОБРАЩЕНИЕ\n\n🇺🇦🕊 Требуем вернуть мобилизованных домой! Подробнее: https://example.org/appeal?a=1&b=2 и петиция #домой"
        )
        let scalars = Array(message.text.unicodeScalars)
        for span in message.details.spans ?? [] {
            var words = ""
            words.unicodeScalars.append(contentsOf: scalars[span.start..<span.end])
            #expect(["ОБРАЩЕНИЕ", "https://example.org/appeal?a=1&b=2", "петиция", "#домой"].contains(words))
        }
        #expect(message.details.spans?.map(\.type) == ["bold", "link", "text_link", "hashtag"])
        #expect(message.details.signature == "Админ А.")
        #expect(message.details.reactions?.map(\.label) == ["❤", "custom:5465587407350942612", "paid"])
    }

    @Test("What is forwarded belongs to its origin")
    func forward() throws {
        let chat = try #require(channel.messages.first?.chat)
        #expect(channel[4]?.author(in: chat) == Account(name: "Новости региона (тест)"))
        #expect(channel[4]?.sender?.peer?.text == "channel1900000001")
        #expect(
            channel[4]?.details.media?.missing
                == "File not included. Change data exporting settings to download.")
    }

    @Test("Entries without words: unsupported, voice, poll, service")
    func withoutWords() {
        #expect(channel[5]?.kind == .unsupported)
        #expect(channel[6]?.details.media?.kind == "voice_message")
        #expect(channel[6]?.sender == Account(peer: Peer(kind: .user, id: 700_000_001)))
        #expect(channel[6]?.details.reply == .init(message: 3))
        #expect(channel[7]?.text == "Выходим в субботу?\nДа\n🙏 Нет")
        #expect(channel[7]?.details.reply == .init(message: 55, peer: "channel1900000002"))
        #expect(channel[8]?.details.service == .init(action: "pin_message", message: 3))
        #expect(channel[1]?.details.service?.title == "Белый платок (тест)")
    }

    @Test("Numbers without a kind, and “never” as the beginning of the epoch, in exports of 2019")
    func oldStyle() throws {
        let old = ReadExport(try telegramFixture("tdesktop-2019-old-style.json"))
        #expect(old[7]?.sender?.peer?.text == "channel1100000001")
        #expect(old[7]?.text == "Смотрите t.me/example")
        #expect(old[7]?.edited == nil)
        #expect(old[7]?.posted?.basis == .unknownZone)
        #expect(old[7]?.posted?.date?.description == "2019-06-04T00:01:59")
        #expect(old[8]?.edited != nil)
    }

    @Test("With the zone of the exporter's clock, old dates are instants")
    func givenZone() throws {
        var options = MessageOptions()
        options.instant = { $0 - 10_800 }
        let old = ReadExport(try telegramFixture("tdesktop-2019-old-style.json"), options: options)
        #expect(old[7]?.posted?.date?.description == "2019-06-03T21:01:59Z")
    }

    @Test("What is no JSON is mended, with the bytes where it stands")
    func invalidEscapes() throws {
        let bytes = try telegramFixture("tdesktop-invalid-escapes.json")
        let read = ReadExport(bytes)
        #expect(read.messages.map(\.message.id) == [1, 2, 3])
        #expect(read[1]?.text == "до\u{1}после и обратная косая \\x41 остаётся")
        #expect(read[2]?.text == "😮")
        #expect(read[3]?.repairs.isEmpty == true)
        let mended = (read[1]?.repairs ?? []).map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(mended == ["\\x01", "\\x01"])
        let paths = (read[2]?.repairs ?? []).map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(paths == ["video_files/sticker (2).webm", "video_files/sticker (2).webm"])
    }

    @Test("A file that was cut off is read up to the cut")
    func truncated() throws {
        let bytes = try telegramFixture("tdesktop-truncated.json")
        let read = ReadExport(bytes)
        #expect(read.messages.map(\.message.id) == [1, 2, 3])
        #expect(read.cut == bytes.count)
        #expect(read.faults.map(\.id) == [4])
    }

    @Test("Of an account, only chats that are asked for are read")
    func account() throws {
        let bytes = try telegramFixture("tdesktop-full-account.json")
        let nothing = ReadExport(bytes)
        #expect(nothing.isAccount)
        #expect(nothing.messages.isEmpty)
        #expect(
            nothing.chats.map { $0.chat.account.peer?.text } == [
                "user500000001", "channel1900000001", "channel1900000003", "chat4000000001",
            ])
        let one = ReadExport(bytes) { chat, _ in chat.account.peer?.id == 1_900_000_003 }
        #expect(one.messages.map(\.message.id) == [100])
        #expect(one.messages.first?.chat.isPrivate == true)
    }

    @Test("Pieces of any length give the same messages", arguments: [1, 2, 3, 7, 64, 1_000])
    func pieces(length: Int) throws {
        for name in ["tdesktop-channel.json", "tdesktop-full-account.json", "tdesktop-invalid-escapes.json"] {
            let bytes = try telegramFixture(name)
            let whole = ReadExport(bytes) { _, _ in true }
            let pieces = ReadExport(bytes, pieceLength: length) { _, _ in true }
            #expect(pieces.messages == whole.messages)
            #expect(pieces.faults == whole.faults)
        }
    }

    @Test("What is forwarded from nobody that is known is not the forwarder's")
    func hiddenOrigin() throws {
        let text = """
            {"name": "Pier Five", "type": "public_channel", "id": 5, "messages": [
             {"id": 1, "type": "message", "date": "2023-11-07T15:30:00", "date_unixtime": "1699360200",
              "from": "Pier Five", "from_id": "channel5", "forwarded_from": null, "text": "We wait."}]}
            """
        let read = ReadExport(Array(text.utf8))
        #expect(read.messages.count == 1)
        #expect(read.messages.first.map { $0.message.author(in: $0.chat) } == .some(nil))
    }

    @Test(
        "Text that went through a wrong encoding is told, and kept",
        arguments: [
            ("ÐœÑ‹ Ð½Ðµ Ð·Ð°Ð±Ñ‹Ð»Ð¸", true), ("Come ðŸ§¤ down", true), ("We donâ€™t forget", true),
            ("Мы не забыли 🧤", false), ("un café » à Gênes", false), ("Ärger über Ã", false),
        ])
    func garbled(text: String, isGarbled: Bool) {
        let export = """
            {"name": "Pier Five", "type": "public_channel", "id": 5, "messages": [
             {"id": 1, "type": "message", "date_unixtime": "1699360200", "date": "", "text": "\(text)"}]}
            """
        let message = ReadExport(Array(export.utf8))[1]
        #expect(message?.text == text)
        #expect((message?.details.isGarbled == true) == isGarbled)
    }

    @Test("Somebody who was deleted is nobody, and not the chat")
    func deleted() throws {
        let text = """
            {"name": "Pier Five", "type": "public_supergroup", "id": 5, "messages": [
             {"id": 1, "type": "message", "date_unixtime": "1699360200", "date": "", "from": null, "text": "We wait."},
             {"id": 2, "type": "message", "date_unixtime": "1699360201", "date": "", "from": null, "from_id": "user7",
              "text": "We go."}]}
            """
        let read = ReadExport(Array(text.utf8))
        #expect(read.messages.map { $0.message.author(in: $0.chat)?.peer?.text } == [nil, "user7"])
        #expect(read.messages.allSatisfy { $0.message.sender != nil })
    }

    @Test("Of an account, what nests freely beside the chats is passed over, be there messages in it")
    func otherData() throws {
        func message(_ id: Int) -> String {
            #"{"id": \#(id), "type": "message", "date": "", "date_unixtime": "1699360200", "text": "We wait."}"#
        }
        let text = """
            {"about": "", "personal_information": {"user_id": 1}, "other_data": {"messages": [\(message(1))], "chats": {"list": []}},
             "chats": {"about": "", "list": [{"name": "Pier Five", "type": "public_channel", "id": 5, "messages": [\(message(2))]}]}}
            """
        let read = ReadExport(Array(text.utf8), isWanted: { _, _ in true })
        #expect(read.isAccount)
        #expect(read.messages.map(\.message.id) == [2])
        #expect(read.faults.isEmpty)
    }
}
