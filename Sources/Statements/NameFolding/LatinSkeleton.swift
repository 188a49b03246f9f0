/// The skeleton in which the romanisations of one Russian or Ukrainian word meet: BGN/PCGN, ISO 9:1995, GOST 7.79 B,
/// the passports' (ICAO Doc 9303; Ukraine 2010), ALA-LC without ligatures, and everyday spellings.
///
/// The rules touch what English names have rarely: words of one syllable, where English names differ by a letter
/// (Smith and Smyth, Ray and Rai), keep theirs. What counts is not that an English name keeps its letters, but that
/// two names keep apart.
enum LatinSkeleton {
    /// The skeleton of a lower-case word of ASCII letters.
    static func fold(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 2, word.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }) else {
            return word
        }
        if word.elementsEqual("pyotr".utf8) { return Array("petr".utf8) }
        if word.elementsEqual("yury".utf8) { return Array("yuri".utf8) }
        if word.elementsEqual("oleh".utf8) { return Array("oleg".utf8) }
        if hasOneSyllable(word) { return foldShort(word) }
        return foldEnding(Glides.fold(foldDigraphs(word)))
    }

    /// Whether the word has one run of vowels, y among them, not counting a silent e after a consonant at its end.
    private static func hasOneSyllable(_ word: [UInt8]) -> Bool {
        func isOpen(_ letter: UInt8) -> Bool { isVowel(letter) || letter == UInt8(ascii: "y") }
        var runs = 0
        for (index, letter) in word.enumerated() where isOpen(letter) {
            let isSilent = index == word.count - 1 && letter == UInt8(ascii: "e") && runs > 0
            if !isSilent, index == 0 || !isOpen(word[index - 1]) { runs += 1 }
        }
        return runs <= 1
    }

    /// Of a short word only what is no English spelling: Kiyev is Kiev, Kyyiv is Kyiv, Zuyev is Zuev; and Tsoy is Tsoi.
    private static func foldShort(_ word: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for (index, letter) in word.enumerated() {
            if letter == UInt8(ascii: "y"), let previous = output.last {
                if previous == UInt8(ascii: "y") { continue }
                if previous == UInt8(ascii: "i"), index + 1 < word.count, isVowel(word[index + 1]) {
                    continue
                }
            }
            output.append(letter)
        }
        if output.ends(with: "oy") { output[output.count - 1] = UInt8(ascii: "i") }
        if output.ends(withAnyOf: shortSurnameEndings), let glide = output.lastIndex(of: UInt8(ascii: "y")) {
            output.remove(at: glide)
        }
        return output
    }

    private static let shortSurnameEndings: [StaticString] = ["yev", "yeva"]
    private static let surnameEndings: [StaticString] = ["ov", "ev", "ova", "eva", "enko", "ina", "uk"]

    /// Letters for one sound, brought to one spelling: щ, ч, х, ц, кс, and the Ukrainian г before a consonant.
    private static func foldDigraphs(_ word: [UInt8]) -> [UInt8] {
        let isSurname = word.ends(withAnyOf: surnameEndings)
        var output: [UInt8] = []
        output.reserveCapacity(word.count + 4)
        var index = 0
        while index < word.count {
            if let (length, text) = digraph(in: word, at: index, isSurname: isSurname) {
                text.withUTF8Buffer { output.append(contentsOf: $0) }
                index += length
            } else {
                output.append(word[index])
                index += 1
            }
        }
        return output
    }

    private static func digraph(
        in word: [UInt8], at index: Int, isSurname: Bool
    ) -> (length: Int, text: StaticString)? {
        let isFirst = index == 0
        let next = index + 1 < word.count ? word[index + 1] : 0
        let afterNext = index + 2 < word.count ? word[index + 2] : 0
        switch word[index] {
        case UInt8(ascii: "s"):
            if word.spells("schtsch", at: index) { return (7, "shch") }
            if word.spells("shtch", at: index) { return (5, "shch") }
            if word.spells("shh", at: index) { return (3, "shch") }
            if isFirst, isSurname, word.spells("sch", at: 0), isVowel(word[3]) { return (3, "shch") }
        case UInt8(ascii: "t"):
            if word.spells("tsch", at: index) { return (4, "ch") }
            if isFirst || isSurname, word.spells("tch", at: index) { return (3, "ch") }
            if next == UInt8(ascii: "z") { return (2, "ts") }
        case UInt8(ascii: "z"):
            if word.spells("zhzh", at: index) { return (4, "zh") }
        case UInt8(ascii: "k"):
            if next == UInt8(ascii: "h"), isFirst || word[index - 1] != UInt8(ascii: "c") { return (2, "h") }
        case UInt8(ascii: "x"):
            if !isFirst { return (1, "ks") }
        case UInt8(ascii: "h"):
            // Hrytsenko, Hlib, Hnatiuk; but not Hristo and Hrvoje, where it is х. No English word begins so.
            if word.spells("hrist", at: 0) || word.spells("hrv", at: 0) { return nil }
            if isFirst, ["r", "l", "n"].contains(where: { word.spells($0, at: 1) }) { return (1, "g") }
            if index == 2, word.spells("bohd", at: 0) { return (1, "g") }
        case UInt8(ascii: "i"):
            // ALA-LC without ligatures: Iuliia, Iashin.
            let isSoft = next == UInt8(ascii: "u") || next == UInt8(ascii: "a")
            if isFirst, isSoft, !isVowel(afterNext) { return (1, "y") }
        case UInt8(ascii: "y"):
            // Yeltsin, but not Yellen and Yeager.
            let isPlain = !isVowel(afterNext) && afterNext != UInt8(ascii: "y") && !word.spells("ll", at: 2)
            if isFirst, next == UInt8(ascii: "e"), isPlain { return (2, "e") }
        default: break
        }
        return nil
    }

    /// -iev, -iov and -yov are -ev, also in names made from them; -chov is -chev; -vich is -vic, as in Serbian; and
    /// Aleksandr is Aleksander.
    private static func foldEnding(_ word: [UInt8]) -> [UInt8] {
        var output = word
        if output.ends(with: "vich") { output.removeLast() }
        if output.ends(with: "andr") { output.insert(UInt8(ascii: "e"), at: output.count - 1) }
        guard let ending = endingsAfterVowel.first(where: { output.ends(with: $0) }) else { return output }
        let vowel = output.count - ending.utf8CodeUnitCount - 1
        guard vowel >= 2 else { return output }
        let isO = output[vowel] == UInt8(ascii: "o")
        guard isO || output[vowel] == UInt8(ascii: "e") else { return output }
        if output[vowel - 1] == UInt8(ascii: "i"), !isVowel(output[vowel - 2]) {
            output[vowel] = UInt8(ascii: "e")
            output.remove(at: vowel - 1)
        } else if isO, hissing.contains(where: { output.spells($0, at: vowel - 2) }) {
            output[vowel] = UInt8(ascii: "e")
        }
        return output
    }

    private static let endingsAfterVowel: [StaticString] = ["v", "va", "vic", "vna"]

    /// After these, ё is often spelled o.
    private static let hissing: [StaticString] = ["ch", "sh", "zh"]
}
