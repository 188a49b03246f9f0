/// A piece of markup in XML: a tag, or what else begins with `<`.
struct XMLMarkup {
    /// What it is.
    enum Kind: Equatable {
        /// A start tag; `isEmpty` tells that it ends its element, too.
        case start(isEmpty: Bool)
        case end
        /// A section of CDATA.
        case cdata
        /// A sign that should have been escaped.
        case text
        /// A comment, an instruction, a document type.
        case other
    }

    let kind: Kind
    /// Its bytes.
    let range: Range<Int>
    /// The name in a tag; in a section of CDATA, the bytes that it holds.
    private(set) var name: Range<Int>

    /// The markup that begins at `start`, with `<`.
    init(at start: Int, in text: Span<UInt8>) {
        let next = start + 1 < text.count ? text[start + 1] : 0
        switch next {
        case 0x21: self.init(declarationAt: start, text)
        case 0x3F:
            let end = XMLMarkup.find("?>", from: start + 2, text) ?? text.count
            self.init(kind: .other, range: start..<end, name: start..<start)
        case 0x2F: self.init(tagAt: start, nameAt: start + 2, isEnd: true, text)
        default: self.init(tagAt: start, nameAt: start + 1, isEnd: false, text)
        }
    }

    private init(kind: Kind, range: Range<Int>, name: Range<Int>) {
        self.kind = kind
        self.range = range
        self.name = name
    }

    private init(declarationAt start: Int, _ text: Span<UInt8>) {
        if XMLMarkup.holds("<![CDATA[", at: start, text) {
            let end = XMLMarkup.find("]]>", from: start + 9, text)
            self.init(
                kind: .cdata, range: start..<(end ?? text.count),
                name: start + 9..<(end.map { $0 - 3 } ?? text.count))
        } else if XMLMarkup.holds("<!--", at: start, text) {
            let end = XMLMarkup.find("-->", from: start + 4, text) ?? text.count
            self.init(kind: .other, range: start..<end, name: start..<start)
        } else {
            self.init(
                kind: .other, range: start..<XMLMarkup.endOfDeclaration(start, text), name: start..<start)
        }
    }

    private init(tagAt start: Int, nameAt first: Int, isEnd: Bool, _ text: Span<UInt8>) {
        var index = first
        while index < text.count, XMLMarkup.isNameByte(text[index], isFirst: index == first) { index += 1 }
        let name = first..<index
        guard !name.isEmpty else {
            self.init(kind: .text, range: start..<start + 1, name: start..<start)
            return
        }
        var quote: UInt8 = 0
        while index < text.count {
            let byte = text[index]
            // No value holds this sign: the tag before it was not closed.
            if byte == 0x3C {
                let kind: Kind = isEnd ? .end : .start(isEmpty: false)
                self.init(kind: kind, range: start..<index, name: name)
                return
            }
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3E {
                break
            } else if byte == 0x22 || byte == 0x27, !isEnd, text[index - 1] == 0x3D || text[index - 1] <= 0x20
            {
                quote = byte
            }
            index += 1
        }
        let isEmpty = index < text.count && text[index - 1] == 0x2F && index - 1 >= name.upperBound
        self.init(
            kind: isEnd ? .end : .start(isEmpty: isEmpty), range: start..<min(index + 1, text.count),
            name: name)
    }

    private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
        case 0x3A, 0x2D, 0x2E, 0x30...0x39: !isFirst
        default: false
        }
    }

    static func holds(_ word: StaticString, at start: Int, _ text: Span<UInt8>) -> Bool {
        guard start + word.utf8CodeUnitCount <= text.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where text[start + offset] != word.utf8Start[offset] {
            return false
        }
        return true
    }

    /// One past the next place where these bytes stand.
    private static func find(_ word: StaticString, from start: Int, _ text: Span<UInt8>) -> Int? {
        var index = start
        while index + word.utf8CodeUnitCount <= text.count {
            if text[index] == word.utf8Start[0], holds(word, at: index, text) {
                return index + word.utf8CodeUnitCount
            }
            index += 1
        }
        return nil
    }

    /// One past the end of a document type, with what it declares.
    private static func endOfDeclaration(_ start: Int, _ text: Span<UInt8>) -> Int {
        var depth = 0
        var index = start
        while index < text.count {
            switch text[index] {
            case 0x5B: depth += 1
            case 0x5D: depth -= 1
            case 0x3E where depth <= 0: return index + 1
            default: break
            }
            index += 1
        }
        return text.count
    }
}

/// The attributes of a tag, one after the other; their values may lack quotation marks.
struct XMLAttributes {
    private var position: Int
    private let end: Int

    /// The attributes in the bytes of a tag after its name.
    init(_ range: Range<Int>) {
        position = range.lowerBound
        end = range.upperBound
    }

    /// The next attribute: where its name and its value stand.
    mutating func next(_ text: Span<UInt8>) -> (name: Range<Int>, value: Range<Int>)? {
        skip(text) { $0 <= 0x20 || $0 == 0x2F || $0 == 0x3E }
        let start = position
        skip(text) { $0 > 0x20 && $0 != 0x3D && $0 != 0x3E && $0 != 0x2F }
        guard position > start else { return nil }
        let name = start..<position
        skip(text) { $0 <= 0x20 }
        guard position < end, text[position] == 0x3D else { return (name, position..<position) }
        position += 1
        skip(text) { $0 <= 0x20 }
        guard position < end else { return (name, end..<end) }
        let quote = text[position]
        guard quote == 0x22 || quote == 0x27 else {
            let value = position
            skip(text) { $0 > 0x20 && $0 != 0x3E }
            return (name, value..<position)
        }
        position += 1
        let value = position
        skip(text) { $0 != quote }
        defer { position = min(position + 1, end) }
        return (name, value..<position)
    }

    private mutating func skip(_ text: Span<UInt8>, while holds: (UInt8) -> Bool) {
        while position < end, holds(text[position]) { position += 1 }
    }
}
