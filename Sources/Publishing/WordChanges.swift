/// What changed between two texts, word by word, written as `git diff --word-diff` writes it: `[-gone-]{+new+}`.
public enum WordChanges {
    /// Texts with more words than this are not compared: the work grows with the number of words times that of changes.
    private static let wordLimit = 4_000

    /// The new text with what was taken out and put in; nil where the texts are equal or too long to compare.
    public static func marked(from old: String, to new: String) -> String? {
        let (before, after) = (pieces(of: old), pieces(of: new))
        guard before != after, before.count <= wordLimit, after.count <= wordLimit else { return nil }
        let difference = after.difference(from: before)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var output = ""
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            var (gone, added) = ("", "")
            while removed.contains(left) {
                gone += before[left]
                left += 1
            }
            while inserted.contains(right) {
                added += after[right]
                right += 1
            }
            if !gone.isEmpty { output += "[-\(gone)-]" }
            if !added.isEmpty { output += "{+\(added)+}" }
            guard left < before.count, right < after.count else { continue }
            output += after[right]
            left += 1
            right += 1
        }
        return output
    }

    /// Words, and what stands between them.
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var isWord: Bool?
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            let isNowWord =
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || scalar.properties.isDiacritic
            // Each mark and each blank is a piece of its own.
            if index > start, isWord != isNowWord || !isNowWord {
                pieces.append(text[start..<index])
                start = index
            }
            isWord = isNowWord
        }
        if start < text.endIndex { pieces.append(text[start...]) }
        return pieces
    }
}
