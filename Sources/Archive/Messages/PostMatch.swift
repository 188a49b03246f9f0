import Statements

/// How well words that were quoted stand in a post.
struct PostMatch: Comparable {
    /// How the words were found.
    enum Kind: Int, Comparable {
        /// Most runs of three words are the same.
        case near
        /// The words are the same; case, marks and spaces may differ.
        case normalised
        /// Letter for letter.
        case exact

        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    let kind: Kind
    /// The share of the quote's runs of three words that stand in the post.
    let share: Double

    static func < (left: PostMatch, right: PostMatch) -> Bool {
        (left.kind, left.share) < (right.kind, right.share)
    }

    /// So many words make a quote that can be told from chance.
    static let leastWords = 4
    /// So many words make one of which most may be told, for a quote that an editor touched.
    static let leastWordsNear = 7
    /// The share of runs above which two texts are taken for the same words. Measured on 77 pairs written for it
    /// (`Fixtures/telegram/near-matches.tsv`): posts quoted with a word changed, left out or put in, with figures for
    /// numerals, with cuts; and posts on the same subject, in the same formulas:
    ///
    /// | from  | joined rightly | joined wrongly |
    /// |-------|----------------|----------------|
    /// | 0.40  | 40 of 40       | 8 of 37        |
    /// | 0.50  | 40             | 2              |
    /// | 0.55  | 40             | 1              |
    /// | 0.60  | 40             | 0              |
    /// | 0.65  | 37             | 0              |
    /// | 0.70  | 33             | 0              |
    ///
    /// A wrong join puts words into a mouth, and a missed one leaves two statements: so the least without a wrong one.
    static let leastShare = 0.6
    /// How many words make a run (“shingle”; Broder, “On the resemblance and containment of documents”, 1997).
    static let runLength = 3

    /// How the words of a quote stand in a post; nil where they don't.
    init?(_ quote: QuotedWords, in post: String) {
        if post.utf8.count >= quote.exact.utf8.count, PostMatch.contains(post, quote.exact) {
            self.init(kind: .exact, share: 1)
            return
        }
        let words = QuotedWords.words(of: post)
        if PostMatch.contains(words, quote.words) {
            self.init(kind: .normalised, share: 1)
            return
        }
        guard quote.words.count >= PostMatch.leastWordsNear else { return nil }
        let share = PostMatch.share(of: quote.words, in: words)
        guard share >= PostMatch.leastShare else { return nil }
        self.init(kind: .near, share: share)
    }

    /// The share of a quote's runs of words that stand in a post.
    static func share(of quote: [String], in post: [String]) -> Double {
        let runs = QuotedWords.runs(of: quote)
        let known = Set(QuotedWords.runs(of: post))
        return Double(runs.count { known.contains($0) }) / Double(max(runs.count, 1))
    }

    private init(kind: Kind, share: Double) {
        self.kind = kind
        self.share = share
    }

    private static func contains(_ words: [String], _ part: [String]) -> Bool {
        guard let first = part.first, words.count >= part.count else { return false }
        return (0...words.count - part.count).contains { start in
            words[start] == first && words[start..<start + part.count].elementsEqual(part)
        }
    }

    /// Whether the bytes of one text stand in another: canonical equivalence is not enough for “letter for letter”.
    private static func contains(_ text: String, _ part: String) -> Bool {
        let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        return (0...bytes.count - wanted.count).contains { start in
            bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}

/// The words of a quote, as they are looked for in posts.
struct QuotedWords {
    /// Letter for letter, without marks at its edges.
    let exact: String
    /// Folded, without marks.
    let words: [String]

    /// The longest piece of a quote; nil where it has too few words to be told from chance.
    init?(_ segments: [Segment]) {
        self.init(exact: segments.map(\.exact).max { $0.utf8.count < $1.utf8.count } ?? "")
    }

    /// Words that stand together; nil where they are too few.
    init?(exact text: String) {
        words = QuotedWords.words(of: QuotedWords.withoutGlosses(text))
        guard words.count >= PostMatch.leastWords else { return nil }
        let scalars = Array(text.unicodeScalars)
        let first = scalars.firstIndex(where: QuotedWords.isWord) ?? 0
        let last = scalars.lastIndex(where: QuotedWords.isWord) ?? scalars.count - 1
        var exact = ""
        exact.unicodeScalars.append(contentsOf: scalars[first...last])
        self.exact = exact
    }

    /// A quote without what stands in brackets, which is the editor's.
    private static func withoutGlosses(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
        var result = String.UnicodeScalarView()
        var depth = 0
        for scalar in text.unicodeScalars {
            if scalar == "[" { depth += 1 }
            result.append(depth > 0 ? " " : scalar)
            if scalar == "]" { depth = max(0, depth - 1) }
        }
        return String(result)
    }

    private static func isWord(_ scalar: UnicodeScalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// Four words that follow each other and tell most: of which the shortest is the longest, and then all together are.
    var tellingRun: [String] {
        let length = min(PostMatch.leastWords, words.count)
        let runs = (0...words.count - length).map { words[$0..<$0 + length] }
        func weight(_ run: ArraySlice<String>) -> (Int, Int) {
            let lengths = run.map(\.utf8.count)
            return (lengths.min() ?? 0, lengths.reduce(0, +))
        }
        return Array(runs.max { weight($0) < weight($1) } ?? words[...])
    }

    /// The words of a text in lower case.
    static func words(of text: String) -> [String] {
        text.unicodeScalars.split { !isWord($0) }.map { String($0).lowercased() }
    }

    /// The runs of words that follow each other.
    static func runs(of words: [String]) -> [String] {
        guard words.count >= PostMatch.runLength else { return [] }
        return (0...words.count - PostMatch.runLength).map { start in
            words[start..<start + PostMatch.runLength].joined(separator: " ")
        }
    }
}
