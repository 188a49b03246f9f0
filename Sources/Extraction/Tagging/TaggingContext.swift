/// A text with all that the features of the tagger look at.
struct TaggingContext: Sendable {
    /// What a rule makes of a token, seen from one cue.
    enum RuleRole: UInt32, Sendable {
        case none
        case contentStart
        case content
        case contentEnd
        case sourceStart
        case source
        case otherContent
    }

    let text: TokenizedText
    let layer: QuotationLayer
    let attributes: TokenAttributes
    /// For each token that heads a cue of the word list, one more than the index of its match; 0 for the others.
    private let cueNumbers: [Int32]
    private let cues: [CueMatch]
    /// What the rules propose, the proposal of each cue by the token that heads it.
    let proposals: [Proposal]
    private let proposalOfCue: [Int: Int]
    /// For each token, whether the content of some proposal covers it.
    private let isProposed: [Bool]
    /// How many commas, verbs and cues stand before each token, and behind the last.
    private(set) var commas: [Int32] = [0]
    private(set) var verbs: [Int32] = [0]
    private(set) var cueCounts: [Int32] = [0]
    /// The first word behind the last comma, semicolon, dash or bracket of the sentence before each token.
    private(set) var openers: [UInt32] = []
    /// The class of that word.
    private(set) var openerClasses: [UInt32] = []
    /// Whether a token is part of a temporal expression.
    let isTemporal: [Bool]

    init(
        text: TokenizedText, layer: QuotationLayer, cues: [CueMatch], proposals: [Proposal],
        isTemporal: [Bool]
    ) {
        self.text = text
        self.layer = layer
        self.cues = cues
        self.proposals = proposals
        self.isTemporal = isTemporal
        attributes = TokenAttributes(text, layer)
        var numbers = Array(repeating: Int32(0), count: text.tokens.count)
        for (index, cue) in cues.enumerated() { numbers[cue.head] = Int32(index + 1) }
        cueNumbers = numbers
        var byCue: [Int: Int] = [:]
        var covered = Array(repeating: false, count: text.tokens.count)
        for (index, proposal) in proposals.enumerated() {
            if let cue = proposal.cue { byCue[cue.head] = index }
            for segment in proposal.segments { for token in segment { covered[token] = true } }
        }
        proposalOfCue = byCue
        isProposed = covered
        countClauses()
    }

    private mutating func countClauses() {
        let count = text.tokens.count
        openers = Array(repeating: 0, count: count)
        openerClasses = Array(repeating: 0, count: count)
        commas.reserveCapacity(count + 1)
        verbs.reserveCapacity(count + 1)
        cueCounts.reserveCapacity(count + 1)
        for sentence in text.sentences {
            var opener = attributes.words[sentence.lowerBound]
            var openerClass = attributes.classes[sentence.lowerBound]
            for token in sentence {
                openers[token] = opener
                openerClasses[token] = openerClass
                let kind = text.tokens[token].kind
                let breaks =
                    kind == .comma || kind == .semicolon || kind == .dash || kind == .openBracket
                    || kind == .closeBracket || kind == .colon
                if breaks, token + 1 < sentence.upperBound {
                    opener = attributes.words[token + 1]
                    openerClass = attributes.classes[token + 1]
                }
                commas.append(commas[token] + (breaks ? 1 : 0))
                let isVerb = text.isA(token, [.auxiliary, .verb])
                verbs.append(verbs[token] + (isVerb ? 1 : 0))
                cueCounts.append(cueCounts[token] + (cueNumbers[token] > 0 ? 1 : 0))
            }
        }
    }

    /// The cue of the word list that a token heads; nil for none.
    func cue(at token: Int) -> CueMatch? {
        cueNumbers[token] > 0 ? cues[Int(cueNumbers[token]) - 1] : nil
    }

    /// What the rules propose for the cue that a token heads; nil for nothing.
    func proposal(at token: Int) -> Proposal? { proposalOfCue[token].map { proposals[$0] } }

    // MARK: What features are made of

    /// The word at a token of a sentence; `TokenAttributes.outside` beyond its ends.
    @inline(__always)
    func word(_ token: Int, in sentence: Range<Int>) -> UInt32 {
        sentence.contains(token) ? attributes.words[token] : TokenAttributes.outside
    }

    /// The class of the word at a token of a sentence; `TokenAttributes.outside` beyond its ends.
    @inline(__always)
    func kind(_ token: Int, in sentence: Range<Int>) -> UInt32 {
        sentence.contains(token) ? attributes.classes[token] : TokenAttributes.outside
    }

    /// A number for the frames of the cue that a token heads; 0 where the word list has none.
    func framesNumber(_ token: Int) -> UInt32 { cue(at: token).map { UInt32($0.frames.rawValue) + 1 } ?? 0 }

    /// A number for what the rules' proposal for the cue at a token rests on; 0 where there is none.
    func groundNumber(_ token: Int) -> UInt32 { proposal(at: token).map { $0.ground.number + 1 } ?? 0 }

    /// What the rules make of the tokens of a window, seen from a cue.
    func ruleRoles(of proposal: Proposal?, in window: Range<Int>) -> [RuleRole] {
        var roles = window.map { isProposed[$0] ? RuleRole.otherContent : .none }
        guard let proposal else { return roles }
        func set(_ role: RuleRole, _ token: Int) {
            if window.contains(token) { roles[token - window.lowerBound] = role }
        }
        for segment in proposal.segments {
            for token in segment.clamped(to: window) { set(.content, token) }
            set(.contentStart, segment.lowerBound)
            if segment.count > 1 { set(.contentEnd, segment.upperBound - 1) }
        }
        if let source = proposal.source {
            for token in source.clamped(to: window) { set(.source, token) }
            set(.sourceStart, source.lowerBound)
        }
        return roles
    }
}
