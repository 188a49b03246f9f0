/// The names in a field or a line that names authors: `By Jane Roe and John Doe`, `Jane Roe, John Doe`.
///
/// `outlets` are names that are none of an author.
func authorNames(in text: String, outlets: [String]) -> [String] {
    guard text.utf8.count <= 300, !text.contains("://"), !text.contains("www.") else { return [] }
    let bytes = Array(text.utf8)
    var words: [Word] = []
    collectWords(in: 0..<bytes.count, of: bytes.span, into: &words)
    var start = gluedLabelLength(bytes)
    if let match = words.isEmpty ? nil : PhraseTable.standard.match(at: 0, in: words),
        match.classes.contains(.byline),
        match.length < words.count
    {
        start = words[match.length].start
    }
    var names: [String] = []
    for part in parts(of: bytes, from: start, words) {
        let name = withoutRole(
            trimmed(String(decoding: bytes[part], as: UTF8.self)), isAfterName: !names.isEmpty)
        guard isName(name, outlets: outlets), !names.contains(name) else { continue }
        names.append(name)
    }
    return names
}

/// How many bytes a label takes that a page forgot to part from the name: “byJane Roe”, “Written byJane Roe”.
private func gluedLabelLength(_ bytes: [UInt8]) -> Int {
    for label in ["by", "written by", "posted by"] {
        let length = label.utf8.count
        guard bytes.count > length + 1, zip(bytes, label.utf8).allSatisfy({ $0 | 0x20 == $1 }) else {
            continue
        }
        let isGlued = (0x41...0x5A).contains(bytes[length]) && bytes[length - 1] == 0x79
        if isGlued, (0x61...0x7A).contains(bytes[length + 1]) || (0x41...0x5A).contains(bytes[length + 1]) {
            return length
        }
    }
    return 0
}

/// The name without what its bearer is: “Jane Roe Staff Writer” is Jane Roe. Empty where there is nothing else.
///
/// One word beside a role is an office that signs (“Harbour Staff”), but `isAfterName` what the one before is
/// (“Jane Roe, City Reporter”).
private func withoutRole(_ name: String, isAfterName: Bool) -> String {
    let bytes = Array(name.utf8)
    var words: [Word] = []
    collectWords(in: 0..<bytes.count, of: bytes.span, into: &words)
    let isRole = words.map { word in
        PhraseTable.standard.match(at: 0, in: [word])?.classes.contains(.role) == true
    }
    // A staff signs as a whole.
    guard isRole.last == true, !name.lowercased().hasSuffix(" staff") else { return name }
    guard let last = isRole.lastIndex(of: false) else { return "" }
    if last == 0 { return isAfterName ? "" : name }
    return String(decoding: bytes[..<words[last].end], as: UTF8.self)
}

/// What stands between commas, slashes and words such as “and”.
private func parts(of bytes: [UInt8], from start: Int, _ words: [Word]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var begin = start
    func end(_ index: Int, next: Int) {
        if index > begin { parts.append(begin..<index) }
        begin = max(begin, next)
    }
    var joints = words.filter { word in
        word.start > start && PhraseTable.standard.match(at: 0, in: [word])?.classes.contains(.and) == true
    }[...]
    for index in start..<bytes.count where index >= begin {
        if let joint = joints.first, index == joint.start {
            joints.removeFirst()
            // A letter with a point is an initial.
            let isWord = bytes[index - 1] == 0x20 && joint.end < bytes.count && bytes[joint.end] == 0x20
            if isWord { end(index, next: joint.end) }
            continue
        }
        switch bytes[index] {
        case 0x28 where isWithinName(index, bytes): break
        case 0x29 where bytes[begin..<index].contains(0x28): break
        case 0x2C, 0x3B, 0x7C, 0x2F, 0x26, 0x0A, 0x28, 0x29: end(index, next: index + 1)
        case 0xC2 where index + 1 < bytes.count && (bytes[index + 1] == 0xB7): end(index, next: index + 2)
        case 0xE2
        where index + 2 < bytes.count && bytes[index + 1] == 0x80
            && [0x93, 0x94, 0xA2].contains(bytes[index + 2]):
            end(index, next: index + 3)
        case 0x2D where index > start && bytes[index - 1] == 0x20: end(index, next: index + 1)
        default: break
        }
    }
    end(bytes.count, next: bytes.count)
    return parts
}

/// Whether a bracket opens within a name, which goes on behind it: “Jane (Mary Ann) Roe”.
private func isWithinName(_ open: Int, _ bytes: [UInt8]) -> Bool {
    guard let close = bytes[open...].firstIndex(of: 0x29), close + 2 < bytes.count, bytes[close + 1] == 0x20
    else {
        return false
    }
    let next = bytes[close + 2]
    return (0x41...0x5A).contains(next) || next >= 0xC3
}

private func trimmed(_ name: String) -> String {
    let marks: Set<Character> = [" ", ".", ":", "*", "\"", "“", "”", "•", "@"]
    var text = Substring(name)
    while let first = text.first, marks.contains(first) { text.removeFirst() }
    while let last = text.last, marks.contains(last), last != "." || text.count > 3 { text.removeLast() }
    return String(text)
}

/// Names that stand for no one in particular.
private let nobody: Set<String> = [
    "admin", "administrator", "author", "authors", "editor", "guest", "staff", "webmaster", "by", "user",
    "root",
    "redazione", "redaktion", "redacción", "redação", "rédaction", "redakcja", "redakce", "редакция",
    "редакція",
]

private func isName(_ name: String, outlets: [String]) -> Bool {
    guard name.utf8.count >= 2, name.utf8.count <= 60, !name.contains("@") else { return false }
    // The name of a site or of a program.
    if !name.contains(" "), name.dropLast().contains(".") { return false }
    let lower = name.lowercased()
    if nobody.contains(lower) || outlets.contains(where: { $0.lowercased() == lower }) { return false }
    let bytes = Array(name.utf8)
    var words: [Word] = []
    collectWords(in: 0..<bytes.count, of: bytes.span, into: &words)
    guard (1...6).contains(words.count), !words.contains(where: { $0.shape.contains(.number) }) else {
        return false
    }
    let classes = words.map { PhraseTable.standard.match(at: 0, in: [$0])?.classes ?? [] }
    // A date, or what stands around one.
    if classes.contains(where: { !$0.isDisjoint(with: [.published, .updated]) }) { return false }
    if classes.allSatisfy({ $0.contains(.dateFiller) }) { return false }
    if let match = PhraseTable.standard.match(at: 0, in: words), match.length == words.count,
        match.classes.contains(.line)
    {
        return false
    }
    return words.count < 4 || words.contains { $0.shape.contains(.capital) } || bytes[0] >= 0x80
}
