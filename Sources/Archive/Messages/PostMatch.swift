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
    /// The share of runs above which two texts are taken for the same words. One word that is changed spoils three runs: in
    /// a quote of nine words, four of seven remain.
    static let leastShare = 0.55
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
        let runs = QuotedWords.runs(of: quote.words)
        let known = Set(QuotedWords.runs(of: words))
        let share = Double(runs.count { known.contains($0) }) / Double(max(runs.count, 1))
        guard share >= PostMatch.leastShare else { return nil }
        self.init(kind: .near, share: share)
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
        let longest = segments.map(\.exact).max { $0.utf8.count < $1.utf8.count } ?? ""
        words = QuotedWords.words(of: longest)
        guard words.count >= PostMatch.leastWords else { return nil }
        let scalars = Array(longest.unicodeScalars)
        let first = scalars.firstIndex(where: QuotedWords.isWord) ?? 0
        let last = scalars.lastIndex(where: QuotedWords.isWord) ?? scalars.count - 1
        var exact = ""
        exact.unicodeScalars.append(contentsOf: scalars[first...last])
        self.exact = exact
    }

    private static func isWord(_ scalar: UnicodeScalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
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
