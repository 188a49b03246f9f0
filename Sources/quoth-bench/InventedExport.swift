import EDTF

/// An export of a channel that nobody wrote, as Telegram Desktop would print it: always the same one, with words as
/// frequent as in a language (Zipf's law), and now and then a link, a picture, a forward, a reply, reactions, an edit.
struct InventedExport {
    private var generator = SeededGenerator(seed: 3)
    private let words: [String]
    private var second: Int64 = 1_500_000_000
    private let title = "Канал причала"
    private let id = 1_900_000_007

    init() {
        let syllables = [
            "ка", "ло", "ми", "рен", "та", "во", "су", "дар", "пел", "ин", "ост", "ух", "ея", "нор",
        ]
        var generator = SeededGenerator(seed: 4)
        var words = ["мы", "не", "и", "в", "что", "они", "домой", "причал", "на", "с"]
        while words.count < 30_000 {
            let count = Int.random(in: 1...5, using: &generator)
            words.append((0..<count).map { _ in syllables.randomElement(using: &generator) ?? "а" }.joined())
        }
        self.words = words
    }

    /// What stands before the messages.
    var beginning: String {
        """
        {
         "name": "\(title)",
         "type": "public_channel",
         "id": \(id),
         "messages": [

        """
    }

    /// What stands after them.
    var end: String { "\n ]\n}" }

    private mutating func sentence(_ count: Int) -> String {
        (0..<count).map { _ in words[rank()] }.joined(separator: " ")
    }

    /// A number below that of the words, small ones more often.
    private mutating func rank() -> Int {
        let bits = Int.random(in: 1...15, using: &generator)
        return min(Int.random(in: 0..<(1 << bits), using: &generator), words.count - 1)
    }

    private mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &generator) < percent
    }

    /// The next message; all but the first begin with a comma.
    mutating func message(_ number: Int) -> String {
        second += Int64.random(in: 1...400, using: &generator)
        var members = [
            #""id": \#(number)"#, #""type": "message""#, #""date": "\#(clock(second))""#,
            #""date_unixtime": "\#(second)""#,
        ]
        if chance(15) {
            let edited = second + Int64.random(in: 20...90_000, using: &generator)
            members.append(#""edited": "\#(clock(edited))""#)
            members.append(#""edited_unixtime": "\#(edited)""#)
        }
        members.append(#""from": "\#(title)""#)
        members.append(#""from_id": "channel\#(id)""#)
        if chance(40) { members.append(#""author": "Дежурная \#(rank() % 9)""#) }
        if chance(12) {
            members.append(#""forwarded_from": "Новости \#(rank() % 50)""#)
        } else if chance(15) {
            members.append(#""reply_to_message_id": \#(max(1, number - 1 - rank() % 500))"#)
        }
        members += media(number)
        members += texts()
        members.append("\"reactions\": [\n" + reactions() + "\n   ]")
        return (number == 1 ? "" : ",\n") + "  {\n   " + members.joined(separator: ",\n   ") + "\n  }"
    }

    /// The time on the clock of the machine that exported.
    private func clock(_ second: Int64) -> Substring {
        Instant(seconds: second + 10_800).description.dropLast()
    }

    private mutating func media(_ number: Int) -> [String] {
        let stamp = clock(second).replacing(":", with: "-").replacing("T", with: "_")
        if chance(30) {
            return [
                #""photo": "photos/photo_\#(number)@\#(stamp).jpg""#,
                #""photo_file_size": \#(40_000 + rank())"#, #""width": 1280"#, #""height": 720"#,
            ]
        }
        guard chance(12) else { return [] }
        return [
            #""file": "video_files/IMG_\#(rank()).MP4""#, #""file_name": "IMG_\#(rank()).MP4""#,
            #""file_size": \#(1_000_000 + rank())"#,
            #""thumbnail": "video_files/IMG_\#(rank()).MP4_thumb.jpg""#, #""media_type": "video_file""#,
            #""mime_type": "video/mp4""#, #""duration_seconds": \#(rank() % 600)"#, #""width": 720"#,
            #""height": 1280"#,
        ]
    }

    private mutating func reactions() -> String {
        let emoji = ["❤", "🔥", "👍", "😢", "🙏"]
        return emoji.prefix(2 + rank() % 4).map { emoji in
            "    {\n     \"type\": \"emoji\",\n     \"count\": \(rank()),\n     \"emoji\": \"\(emoji)\"\n    }"
        }.joined(separator: ",\n")
    }

    /// `text` and `text_entities`: the same words twice, as an export has them.
    private mutating func texts() -> [String] {
        var parts = [
            (type: "plain", text: sentence(Int.random(in: 8...53, using: &generator)) + ".", more: "")
        ]
        if chance(5) { parts[0].text += " «" + sentence(3) + "»." }
        if chance(12) { parts.insert((type: "bold", text: sentence(3).uppercased(), more: ""), at: 0) }
        if chance(12) {
            parts.append((type: "hashtag", text: "#" + words[rank()], more: ""))
        }
        if chance(18) {
            parts.append((type: "link", text: "https://quay.example/\(rank())", more: ""))
        } else if chance(8) {
            let href = #", "href": "https://quay.example/\#(rank())""#
            parts.append((type: "text_link", text: sentence(2), more: href))
        }
        let entities = parts.map { part in
            "    {\n     \"type\": \"\(part.type)\",\n     \"text\": \"\(part.text)\"\(part.more)\n    }"
        }
        let text =
            parts.count == 1
            ? "\"\(parts[0].text)\""
            : "[\n"
                + zip(parts, entities).map { part, entity in
                    part.type == "plain" ? "    \"\(part.text)\"" : entity
                }.joined(separator: ",\n") + "\n   ]"
        return [
            "\"text\": \(text)", "\"text_entities\": [\n" + entities.joined(separator: ",\n") + "\n   ]",
        ]
    }
}
