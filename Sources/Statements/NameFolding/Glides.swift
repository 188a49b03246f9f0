/// The letters i, y and what they stand for: и, ы, і, ї, й, and the beginning of я, ю, є, ё. Every system spells them
/// in its own way; the skeleton has i.
enum Glides {
    static func fold(_ word: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(word.count)
        var index = 0
        while index < word.count {
            guard isGlide(word[index]) else {
                output.append(word[index])
                index += 1
                continue
            }
            let run = index..<(word[index...].firstIndex { !isGlide($0) } ?? word.count)
            index = run.upperBound
            let next = index < word.count ? word[index] : nil
            if let previous = output.last {
                let isSoftO = next == UInt8(ascii: "o") && index + 1 < word.count
                if isSoftO, word[run.lowerBound] == UInt8(ascii: "y"), run.count == 1, !isVowel(previous) {
                    // ё after a consonant: Fyodor is Fedor.
                    output.append(UInt8(ascii: "e"))
                    index += 1
                } else if let glide = glide(run, of: word, after: previous, before: next) {
                    output.append(glide)
                }
            } else {
                let isBeforeVowel = next.map(isVowel) ?? false
                output.append(isBeforeVowel ? word[run.lowerBound] : UInt8(ascii: "i"))
            }
        }
        return output
    }

    private static func isGlide(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "i") || letter == UInt8(ascii: "y")
    }

    /// What a run of i and y becomes within a word; nil where it is dropped.
    private static func glide(
        _ run: Range<Int>, of word: [UInt8], after previous: UInt8, before next: UInt8?
    ) -> UInt8? {
        // е after a vowel is spelled ye and e: Dostoyevsky, Dostoevsky.
        if next == UInt8(ascii: "e"), isVowel(previous) { return nil }
        let isPlainY = run.count == 1 && word[run.lowerBound] == UInt8(ascii: "y")
        if next == nil, isPlainY, !isVowel(previous), !isAdjectiveOrLong(word) { return UInt8(ascii: "y") }
        return UInt8(ascii: "i")
    }

    /// Whether a y at the end of the word is like that of Gorky or Dmitry, not like that of Mary or Terry.
    private static func isAdjectiveOrLong(_ word: [UInt8]) -> Bool {
        let (last, before) = (word[word.count - 2], word[word.count - 3])
        if last == UInt8(ascii: "k") { return !isVowel(before) && before != UInt8(ascii: "c") }
        return word.count >= 6 && last != before
    }
}
