extension NameWords {
    /// The words in their Latin skeletons, apart by blanks.
    func folded() -> String {
        let isUkrainian = words.contains { Cyrillic.isUkrainian($0.letters) }
        let latin = words.map { word in
            word.letters.allSatisfy(\.isASCII) ? word.letters.map { UInt8($0.value) } : nil
        }
        let plain = latin.compactMap { $0 }
        let isScholarly =
            !hasForeignMarks && plain.contains(where: ScholarlySpelling.hasMark)
            && plain.contains(where: ScholarlySpelling.isEvident)
        var output: [UInt8] = []
        for (word, latin) in zip(words, latin) {
            let folded =
                if let latin {
                    LatinSkeleton.fold(ScholarlySpelling.resolve(latin, isScholarly: isScholarly))
                } else if let romanised = Cyrillic.romanise(word.plainLetters, isUkrainian: isUkrainian) {
                    LatinSkeleton.fold(romanised)
                } else {
                    word.plainLetters.flatMap { Array(String($0).utf8) }
                }
            if folded.isEmpty { continue }
            if !output.isEmpty { output.append(UInt8(ascii: " ")) }
            output += folded
        }
        return String(decoding: output, as: UTF8.self)
    }
}

extension NameWords.Word {
    /// The letters without the marks of a scholarly spelling, which has no place beside other scripts.
    fileprivate var plainLetters: [Unicode.Scalar] { letters.map(ScholarlyMark.plain) }
}
