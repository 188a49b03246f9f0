import EDTF
import Statements

/// A document with what every rule stands on: its tokens, dates, quotations, noun phrases, cues, and what the rules propose.
struct Analysis {
    let text: TokenizedText
    let expressions: [TemporalExpression]
    let layer: QuotationLayer
    let phrases: NounPhrases
    let cues: CueList
    let isTemporal: [Bool]
    /// The quotations that are someone's words.
    let quotations: [Proposal]
    /// The clauses that tell what someone said.
    let clauses: [Proposal]

    /// Reads a document with the words of its language.
    init(_ document: Document) {
        text = TokenizedText(document, vocabulary: .of(language: document.metadata.language))
        expressions = TemporalTagger().expressions(
            in: text, published: document.metadata.published, kind: document.kind)
        layer = QuotationLayer(text)
        phrases = NounPhrases(text: text, layer: layer)
        cues = CueList(cues: CueFinder(text: text, layer: layer).cues())
        isTemporal = Self.temporalTokens(expressions, count: text.tokens.count)
        var quotations = DirectQuotes(text: text, layer: layer, cues: cues, phrases: phrases)
        quotations.find()
        self.quotations = Self.merged(
            quotations.proposals, InterviewTurns(text: text).proposals(), text)
        clauses = IndirectStatements(
            text: text, layer: layer, cues: cues.cues, phrases: phrases, isTemporal: isTemporal
        ).find(except: quotations.taken)
    }

    /// For each token, whether it is part of a temporal expression.
    private static func temporalTokens(_ expressions: [TemporalExpression], count: Int) -> [Bool] {
        var isTemporal = Array(repeating: false, count: count)
        for expression in expressions { for token in expression.phrase { isTemporal[token] = true } }
        return isTemporal
    }

    /// The quotations that are attributed or stand in no turn, and the turns.
    private static func merged(
        _ quotations: [Proposal], _ turns: [Proposal], _ text: TokenizedText
    ) -> [Proposal] {
        let kept = quotations.filter { $0.source != nil || text.paragraphs[$0.paragraph].kind != .turn }
        return turns.isEmpty ? kept : (kept + turns).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// What the features of the tagger look at.
    var context: TaggingContext {
        TaggingContext(
            text: text, layer: layer, cues: cues.cues, proposals: quotations + clauses, isTemporal: isTemporal
        )
    }
}
