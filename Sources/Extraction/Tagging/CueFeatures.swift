/// The features by which a token is known to be the head of a cue.
struct CueFeatures {
    private let context: TaggingContext

    init(_ context: TaggingContext) { self.context = context }

    /// Whether a token can head a cue at all: a word, outside quotations, that is not of a closed class.
    func isCandidate(_ token: Int) -> Bool {
        let text = context.text
        guard text.tokens[token].kind == .word, !context.layer.covers(token) else { return false }
        let classes = text.entry(token).classes
        if classes.contains(.cue) { return true }
        return classes.isDisjoint(with: [
            .pronoun, .determiner, .preposition, .conjunction, .subordinator, .relative, .auxiliary, .modal,
            .negation,
            .interrogative, .month, .weekday, .title, .givenName, .quantity,
        ]) || text.isWord(token, "according")
    }

    /// Puts the keys of the features of a token of a sentence into `keys`.
    func keys(of token: Int, in sentence: Range<Int>, into keys: inout [UInt64]) {
        keys.removeAll(keepingCapacity: true)
        @inline(__always) func word(_ offset: Int) -> UInt32 { context.word(token + offset, in: sentence) }
        @inline(__always) func kind(_ offset: Int) -> UInt32 { context.kind(token + offset, in: sentence) }
        @inline(__always) func add(_ template: UInt64, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
            keys.append(featureKey(template, a, b, c))
        }
        let w = word(0)
        let k = kind(0)
        let (k1, k2, b1, b2) = (kind(1), kind(2), kind(-1), kind(-2))
        add(1, w)
        add(2, context.attributes.suffixes[token])
        add(3, k)
        add(4, w, b1)
        add(5, w, k1)
        add(6, w, b1, k1)
        add(7, k, b1, k1)
        add(8, w, word(-1))
        add(9, w, word(1))
        add(10, word(-1))
        add(11, word(1))
        add(12, k, word(1))
        add(13, k, b1, b2)
        add(14, k, k1, k2)
        add(15, w, k1, k2)
        add(16, w, b2, b1)
        add(17, context.attributes.suffixes[token], b1, k1)
        add(18, word(-2), b1)
        add(19, k1, word(2))
        addRules(token, word: w, into: &keys)
        addQuotations(token, in: sentence, word: w, into: &keys)
    }

    private func addRules(_ token: Int, word: UInt32, into keys: inout [UInt64]) {
        let ground = context.groundNumber(token)
        let frames = context.framesNumber(token)
        let form = context.cue(at: token).map { UInt32($0.form.rawValue) + 1 } ?? 0
        keys.append(featureKey(30, ground))
        keys.append(featureKey(31, ground, frames, form))
        keys.append(featureKey(32, ground, word))
        keys.append(featureKey(33, frames, form))
    }

    private func addQuotations(_ token: Int, in sentence: Range<Int>, word: UInt32, into keys: inout [UInt64])
    {
        // What the nearest quotation mark on either side is, within a few tokens.
        var before: UInt32 = 0
        for offset in 1...6 where token - offset >= sentence.lowerBound {
            let state = context.attributes.quotes[token - offset]
            if state == 3 || state == 2 {
                before = UInt32(offset)
                break
            }
        }
        var behind: UInt32 = 0
        for offset in 1...6 where token + offset < sentence.upperBound {
            let state = context.attributes.quotes[token + offset]
            if state == 1 || state == 2 {
                behind = UInt32(offset)
                break
            }
        }
        keys.append(featureKey(40, before, behind))
        keys.append(featureKey(41, word, min(before, 3), min(behind, 3)))
        let cues = context.cueCounts[sentence.upperBound] - context.cueCounts[sentence.lowerBound]
        keys.append(featureKey(42, UInt32(min(cues, 4)), context.cue(at: token) == nil ? 0 : 1))
        keys.append(featureKey(43, context.openers[token], UInt32(min(3, token - sentence.lowerBound))))
    }
}

extension Proposal.Ground {
    /// A number for features.
    var number: UInt32 {
        switch self {
        case .attributedQuotation: 0
        case .complement: 1
        case .bareClause: 2
        case .parenthetical: 3
        case .object: 4
        case .continuation: 5
        case .bareQuotation: 6
        case .turn: 7
        }
    }
}
