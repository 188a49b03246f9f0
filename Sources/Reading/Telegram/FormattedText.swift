import Statements

/// The words of a message, from a string or from a list of strings and marked parts, which join without anything
/// between them.
struct FormattedText {
    private(set) var text = ""
    private(set) var spans: [MessageDetails.Span] = []

    /// The text of a message of Telegram Desktop: `text`, or where a fork lacks it, `text_entities`.
    init(of root: JSONValue, entry: MessageEntry) throws(MessageFault) {
        if let value = root["text"] ?? root["text_entities"] { try read(value, entry) }
    }

    /// A string, or a list of parts.
    init(_ value: JSONValue, entry: MessageEntry) throws(MessageFault) {
        try read(value, entry)
    }

    private mutating func read(_ value: JSONValue, _ entry: MessageEntry) throws(MessageFault) {
        guard value.kind == .array else {
            text = try entry.text(value)
            return
        }
        var length = 0
        for part in value.elements {
            if part.kind == .string {
                let words = try entry.text(part)
                text += words
                length += words.codePointCount
                continue
            }
            guard let content = part["text"] else { throw entry.fault("a part of the text has no words") }
            let words = try entry.text(content)
            text += words
            let end = length + words.codePointCount
            let type = part["type"]?.string ?? "unknown"
            if type != "plain", end > length {
                spans.append(.init(start: length, end: end, type: type, href: part["href"]?.string))
            }
            length = end
        }
    }
}
