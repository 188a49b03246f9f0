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

    /// The next message; all but the first begin with a comma.
    mutating func message(_ number: Int) -> String {
        second += Int64.random(in: 1...400, using: &generator)
        let clock = Instant(seconds: second + 10_800).description.dropLast()
        var members = [
            #""id": \#(number)"#, #""type": "message""#, #""date": "\#(clock)""#,
            #""date_unixtime": "\#(second)""#,
        ]
        if Int.random(in: 0..<10, using: &generator) == 0 {
            members.append(#""edited": "\#(clock)""#)
            members.append(#""edited_unixtime": "\#(second + 60)""#)
        }
        members.append(#""from": "\#(title)""#)
        members.append(#""from_id": "channel\#(id)""#)
        switch Int.random(in: 0..<20, using: &generator) {
        case 0: members.append(#""forwarded_from": "Новости \#(rank() % 50)""#)
        case 1...3: members.append(#""reply_to_message_id": \#(max(1, number - 7))"#)
        case 4...8:
            members.append(#""photo": "photos/photo_\#(number)@07-11-2023_15-30-00.jpg""#)
            members.append(#""width": 1280"#)
            members.append(#""height": 720"#)
        default: break
        }
        members += texts()
        members.append(
            """
            "reactions": [
               {
                "type": "emoji",
                "count": \(rank()),
                "emoji": "❤"
               }
              ]
            """)
        return (number == 1 ? "" : ",\n") + "  {\n   " + members.joined(separator: ",\n   ") + "\n  }"
    }

    /// `text` and `text_entities`: the same words twice, as an export has them.
    private mutating func texts() -> [String] {
        let words = sentence(Int.random(in: 6...50, using: &generator)) + "."
        guard Int.random(in: 0..<4, using: &generator) == 0 else {
            return [
                #""text": "\#(words)""#,
                """
                "text_entities": [
                   {
                    "type": "plain",
                    "text": "\(words)"
                   }
                  ]
                """,
            ]
        }
        let link = "https://quay.example/\(rank())"
        func list(_ plain: String) -> String {
            """
            [
               \(plain),
               {
                "type": "link",
                "text": "\(link)"
               }
              ]
            """
        }
        return [
            "\"text\": " + list("\"\(words) \""),
            "\"text_entities\": " + list("{\n    \"type\": \"plain\",\n    \"text\": \"\(words) \"\n   }"),
        ]
    }
}
