import Statements

/// A text with the index of its tokens: what all later stages work on.
struct TokenizedText: Sendable {
    /// A paragraph's tokens.
    struct ParagraphTokens: Sendable {
        /// The tokens, as a range of indices.
        var tokens: Range<Int>
        /// The sentences, as a range of indices into `sentences`.
        var sentences: Range<Int>
        /// What the paragraph is to its article.
        var kind: ParagraphKind
    }

    /// The text in UTF-8.
    let bytes: [UInt8]
    /// The vocabulary in which the words were looked up.
    let vocabulary: Vocabulary
    /// The tokens of all paragraphs that belong to the article, in order.
    private(set) var tokens: [Token] = []
    /// The sentences, as ranges of token indices; none reaches over the end of a paragraph.
    private(set) var sentences: [Range<Int>] = []
    /// The paragraphs that belong to the article; those that do not are passed over.
    private(set) var paragraphs: [ParagraphTokens] = []

    /// The tokens of a document, but for the paragraphs that are no part of the article.
    init(_ document: Document, vocabulary: Vocabulary) {
        self.bytes = Array(document.text.utf8)
        self.vocabulary = vocabulary
        tokens.reserveCapacity(bytes.count / 5)
        for paragraph in document.paragraphs where paragraph.kind != .notArticle {
            let first = tokens.count
            Tokenizer(vocabulary: vocabulary).tokenize(bytes, in: paragraph.bytes, into: &tokens)
            guard tokens.count > first else { continue }
            let firstSentence = sentences.count
            splitSentences(
                tokens: tokens, in: first..<tokens.count, bytes: bytes, vocabulary: vocabulary,
                into: &sentences)
            paragraphs.append(
                ParagraphTokens(
                    tokens: first..<tokens.count, sentences: firstSentence..<sentences.count,
                    kind: paragraph.kind))
        }
    }

    /// What the vocabulary knows of a token; an entry without classes where it knows nothing.
    @inline(__always)
    func entry(_ index: Int) -> WordEntry {
        vocabulary[tokens[index].entry]
    }

    /// Whether the vocabulary puts a token in one of these classes.
    @inline(__always)
    func isA(_ index: Int, _ classes: WordClasses) -> Bool {
        !vocabulary[tokens[index].entry].classes.isDisjoint(with: classes)
    }

    /// The index of the sentence that a token stands in; every token stands in one.
    func sentenceIndex(containing token: Int) -> Int {
        min(Int(firstIn: sentences.indices) { sentences[$0].upperBound > token }, sentences.count - 1)
    }

    /// The index of the paragraph that a sentence stands in.
    func paragraphIndex(ofSentence sentence: Int) -> Int {
        min(
            Int(firstIn: paragraphs.indices) { paragraphs[$0].sentences.upperBound > sentence },
            paragraphs.count - 1)
    }

    /// The index of the paragraph that a token stands in.
    func paragraphIndex(of token: Int) -> Int { paragraphIndex(ofSentence: sentenceIndex(containing: token)) }

    /// The sentence that a token stands in.
    func sentence(containing token: Int) -> Range<Int> { sentences[sentenceIndex(containing: token)] }

    /// The bytes from the first to the last of some tokens.
    func byteRange(_ range: Range<Int>) -> Range<Int> {
        guard let last = range.last else { return 0..<0 }
        return Int(tokens[range.lowerBound].start)..<Int(tokens[last].end)
    }

    /// The text from the first to the last of some tokens.
    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[byteRange(range)], as: UTF8.self)
    }

    /// Whether a token is exactly this word, but for case. `word` is in lower-case ASCII.
    func isWord(_ index: Int, _ word: StaticString) -> Bool {
        let token = tokens[index]
        guard Int(token.end - token.start) == word.utf8CodeUnitCount else { return false }
        var position = Int(token.start)
        for offset in 0..<word.utf8CodeUnitCount {
            let byte = bytes[position]
            let lowered = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if lowered != word.utf8Start[offset] { return false }
            position += 1
        }
        return true
    }

    /// Whether a token is an adverb: one of the word list, or a lower-case word in “-ly”.
    func isAdverb(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word else { return false }
        if vocabulary[token.entry].classes.contains(.adverb) { return true }
        guard token.end - token.start > 4, !token.shape.contains(.capitalized) else { return false }
        return bytes[Int(token.end) - 2] == UInt8(ascii: "l")
            && bytes[Int(token.end) - 1] == UInt8(ascii: "y")
    }

    /// The first byte of a token: enough to tell one mark from another in ASCII.
    @inline(__always)
    func firstByte(_ index: Int) -> UInt8 { bytes[Int(tokens[index].start)] }
}
