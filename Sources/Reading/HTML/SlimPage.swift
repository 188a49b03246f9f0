/// A page of UTF-8 without what no reader sees: comments, scripts, styles, drawings, pictures.
///
/// The parser takes long over these, and stumbles over some: a comment for one browser (`<![endif]>`), an
/// element that nobody closes and that then holds the rest of the page.
struct SlimPage: Sendable {
    /// What is left of the page.
    private(set) var bytes: [UInt8] = []
    /// The JSON-LD that stood in its scripts.
    private(set) var linkedData: [[UInt8]] = []
    /// Elements that are open, as far as only their own end tag closes them.
    private var depth = 0
    /// Start tags left out because they were too deep, whose end tags are to be left out, too.
    private var tooDeep = 0
    /// The elements whose end tag does not come any more, by the hashes of their names.
    private var endless: Set<UInt64> = []

    /// Elements may stand in one another so deep; start tags below that are left out.
    private static let depthLimit = 2_000

    /// The page without what no reader sees.
    init(_ page: [UInt8]) {
        bytes.reserveCapacity(page.count)
        page.withUnsafeBufferPointer { copy($0.span) }
    }

    private mutating func copy(_ page: Span<UInt8>) {
        var copied = 0
        var index = 0
        while index < page.count {
            guard page[index] == 0x3C else {
                if page[index] == 0 {
                    // A zero byte would end the page for the parser.
                    append(page, copied..<index)
                    copied = index + 1
                } else if page[index] == 0x26, !isReference(at: index, page) {
                    // The parser takes long to tell that something is no reference. U+FDD0, which no text has, goes
                    // through it like a letter, and stands for the ampersand.
                    append(page, copied..<index)
                    bytes.append(contentsOf: [0xEF, 0xB7, 0x90])
                    copied = index + 1
                }
                index += 1
                continue
            }
            let markup = Markup(at: index, in: page, &endless)
            switch markup.kind {
            case .text: break
            case .kept:
                append(page, copied..<index)
                keep(page, index..<markup.end, markup)
                copied = markup.end
            case .dropped:
                append(page, copied..<index)
                copied = markup.end
            case .linkedData(let content):
                append(page, copied..<index)
                linkedData.append(content.map { page[$0] })
                copied = markup.end
            }
            index = markup.end
        }
        append(page, copied..<page.count)
    }

    /// Takes a tag over, unless it goes too deep.
    private mutating func keep(_ page: Span<UInt8>, _ tag: Range<Int>, _ markup: Markup) {
        guard markup.nests else { return append(page, tag) }
        if markup.isEnd {
            if tooDeep > 0 {
                tooDeep -= 1
                return
            }
            depth = max(0, depth - 1)
        } else if depth >= Self.depthLimit {
            tooDeep += 1
            return
        } else {
            depth += 1
        }
        append(page, tag)
    }

    private mutating func append(_ page: Span<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        page.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
}

/// A tag, a comment, or what else begins with `<`; with an element that is dropped, all of it.
private struct Markup {
    enum Kind {
        /// No markup: the sign `<`.
        case text
        case kept
        case dropped
        case linkedData(Range<Int>)
    }

    var kind = Kind.text
    var end: Int
    var isEnd = false
    /// Whether the element is open until its own end tag.
    var nests = false

    init(at start: Int, in page: Span<UInt8>, _ endless: inout Set<UInt64>) {
        end = start + 1
        guard end < page.count else { return }
        switch page[end] {
        case 0x21:
            kind = .dropped
            let isComment = start + 3 < page.count && page[start + 2] == 0x2D && page[start + 3] == 0x2D
            end = isComment ? Self.commentEnd(start + 2, page) : Self.tagEnd(start + 2, page, quotes: false)
        case 0x3F:
            kind = .dropped
            end = Self.tagEnd(start + 2, page, quotes: false)
        case 0x2F where start + 2 < page.count && isLetter(page[start + 2]):
            isEnd = true
            readTag(named: nameRange(start + 2, page), page, &endless)
        case let byte where isLetter(byte):
            readTag(named: nameRange(start + 1, page), page, &endless)
        default: break
        }
    }

    private mutating func readTag(named name: Range<Int>, _ page: Span<UInt8>, _ endless: inout Set<UInt64>) {
        end = Self.tagEnd(name.upperBound, page, quotes: !isEnd)
        kind = .kept
        switch ElementTreatment(name, page) {
        case .autoclosed: break
        case .nested: nests = !(page[end - 1] == 0x3E && end - 2 > name.upperBound && page[end - 2] == 0x2F)
        case .dropped: kind = .dropped
        case .droppedWhole:
            kind = .dropped
            let hash = ElementTreatment.hash(of: name, page)
            guard !isEnd, !endless.contains(hash) else { return }
            guard let close = closing(name, from: end, page) else {
                endless.insert(hash)
                return
            }
            let isScript = name.count == 6 && page[name.lowerBound] | 0x20 == 0x73
            if isScript, close - end <= Self.longestLinkedData,
                contains("ld+json", in: name.upperBound..<end, page)
            {
                kind = .linkedData(end..<close)
            }
            end = Self.tagEnd(close + 2 + name.count, page, quotes: false)
        }
    }

    /// JSON-LD that is longer is taken for an attack.
    private static let longestLinkedData = 4 << 20

    /// Past the `-->` of a comment. One that does not end is the rest of the page, as for a browser.
    private static func commentEnd(_ start: Int, _ page: Span<UInt8>) -> Int {
        // `<!-->` and `<!--->` are comments, too.
        var index = start + 2
        if index < page.count, page[index] == 0x3E { return index + 1 }
        while index < page.count {
            if page[index] == 0x3E, page[index - 1] == 0x2D, page[index - 2] == 0x2D { return index + 1 }
            index += 1
        }
        return page.count
    }

    /// Past the `>` of a tag; `>` within quotation marks does not end it, but a quotation mark that nobody
    /// closes does not hold the rest of the page.
    private static func tagEnd(_ start: Int, _ page: Span<UInt8>, quotes: Bool) -> Int {
        var index = start
        var quote: UInt8 = 0
        var firstEnd: Int?
        while index < page.count {
            let byte = page[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
                if byte == 0x3E, firstEnd == nil { firstEnd = index + 1 }
                if index - start > longestTag { break }
            } else if byte == 0x3E {
                return index + 1
            } else if quotes, byte == 0x22 || byte == 0x27, page[index - 1] == 0x3D || page[index - 1] <= 0x20
            {
                quote = byte
            }
            index += 1
        }
        return firstEnd ?? page.count
    }

    /// A tag that is longer, within quotation marks, is taken for one whose mark is missing.
    private static let longestTag = 200_000

    /// Where the end tag with this name begins.
    private func closing(_ name: Range<Int>, from start: Int, _ page: Span<UInt8>) -> Int? {
        var index = start
        while index + 2 + name.count <= page.count {
            if page[index] == 0x3C, page[index + 1] == 0x2F, isSame(name, at: index + 2, page) {
                return index
            }
            index += 1
        }
        return nil
    }

    private func isSame(_ name: Range<Int>, at start: Int, _ page: Span<UInt8>) -> Bool {
        for offset in 0..<name.count
        where page[start + offset] | 0x20 != page[name.lowerBound + offset] | 0x20 {
            return false
        }
        return true
    }
}

/// What becomes of an element in the slim page.
private enum ElementTreatment {
    /// Kept; it is open until its own end tag.
    case nested
    /// Kept; others may close it, or it holds nothing.
    case autoclosed
    /// The tag is dropped.
    case dropped
    /// The element is dropped with all that is in it.
    case droppedWhole

    init(_ name: Range<Int>, _ page: Span<UInt8>) {
        self = Self.table[Self.hash(of: name, page)] ?? .nested
    }

    /// The hash of a name in lower case.
    static func hash(of name: Range<Int>, _ page: Span<UInt8>) -> UInt64 {
        var hash = WordHash()
        for index in name { hash.add(page[index] | (page[index] < 0x60 && page[index] > 0x40 ? 0x20 : 0)) }
        return hash.value
    }

    private static let table: [UInt64: ElementTreatment] = {
        let lists: [(ElementTreatment, String)] = [
            (
                .droppedWhole,
                "script style svg noscript iframe template textarea canvas math map noframes applet"
            ),
            (.dropped, "img source input path use track embed param col colgroup wbr image area"),
            (.autoclosed, "p li td th tr dt dd option thead tbody tfoot br hr meta link base html head body"),
        ]
        var table: [UInt64: ElementTreatment] = [:]
        for (treatment, names) in lists {
            for name in names.split(separator: " ") { table[nameHash(Array(name.utf8).span)] = treatment }
        }
        return table
    }()
}

/// Whether the ampersand at `start` may begin a reference: a name or a number and a semicolon follow.
private func isReference(at start: Int, _ page: Span<UInt8>) -> Bool {
    var index = start + 1
    let limit = min(page.count, start + 34)
    while index < limit {
        switch page[index] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x23: index += 1
        case let byte: return byte == 0x3B && index > start + 1
        }
    }
    return false
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func nameRange(_ start: Int, _ page: Span<UInt8>) -> Range<Int> {
    var index = start
    while index < page.count {
        switch page[index] {
        case 0x2F, 0x3E, 0...0x20: return start..<index
        default: index += 1
        }
    }
    return start..<index
}

/// Whether a word of ASCII stands in a range; case does not count.
func contains(_ word: StaticString, in range: Range<Int>, _ page: Span<UInt8>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard range.count >= count else { return false }
    return range.dropLast(count - 1).contains { start in
        // The pointer of a StaticString is valid for its count of bytes.
        (0..<count).allSatisfy { page[start + $0] | 0x20 == word.utf8Start[$0] | 0x20 }
    }
}
