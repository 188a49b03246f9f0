import EDTF
import Statements

/// Finds the statements in a document: whose words, which words, when.
///
/// Pure: no clock, no files, no network. The same document gives the same findings.
public struct Extractor: Sendable {
    /// The name of this engine and its rules. The archive keeps it beside what was read, to know what a better
    /// engine should read again.
    public static let engine = "rules-1"

    private let vocabulary: Vocabulary

    /// An engine with the word lists that the program carries.
    public init() {
        vocabulary = .english
    }

    /// What the document says, who said it, and when.
    public func findings(in document: Document) -> Findings {
        let text = TokenizedText(document, vocabulary: vocabulary)
        guard !text.tokens.isEmpty else { return Findings() }
        let expressions = TemporalTagger().expressions(in: text, published: document.metadata.published)
        let layer = QuotationLayer(text)
        let phrases = NounPhrases(text: text, layer: layer)
        let cues = CueList(cues: CueFinder(text: text, layer: layer).cues())

        var quotations = DirectQuotes(text: text, layer: layer, cues: cues, phrases: phrases)
        quotations.find()
        let clauses = IndirectStatements(
            text: text, layer: layer, cues: cues.cues, phrases: phrases,
            isTemporal: temporalTokens(expressions, in: text)
        ).find(except: quotations.taken)
        let proposals = ProposalSet(quotations.proposals, clauses, text: text, layer: layer).proposals

        let index = EntityIndex(text)
        var resolver = SpeakerResolver(text: text, layer: layer, phrases: phrases, index: index)
        var grouping = StatementGrouping()
        let circumstances = Circumstances(text: text, layer: layer, phrases: phrases, index: index)
        var occasions = Occasions(
            text: text, layer: layer, expressions: expressions, published: document.metadata.published)
        let offsets = CodePointIndex(text.bytes)
        let writer = QuoteWriter(text: text, layer: layer, offsets: offsets)
        let missing = MissingSources(text: text, layer: layer, cues: cues, phrases: phrases, index: index)
        let repairs = SourceRepairs(text: text, layer: layer, phrases: phrases)
        let quotes = proposals.map { proposal in
            let proposal = repairs.mended(missing.completed(proposal))
            let speaker = resolver.resolve(proposal)
            let statement = grouping.statement(of: proposal, speaker: speaker)
            let quote = writer.quote(
                proposal, speaker: speaker, addressee: circumstances.addressee(of: proposal),
                medium: circumstances.medium(of: proposal) ?? speaker?.medium,
                occasion: occasions.occasion(of: proposal, speaker: speaker))
            return FoundQuote(quote: quote, statement: statement)
        }
        return Findings(quotes: quotes, dates: expressions.map { $0.found(in: text, index: offsets) })
    }

    /// For each token, whether it is part of a temporal expression.
    private func temporalTokens(_ expressions: [TemporalExpression], in text: TokenizedText) -> [Bool] {
        var isTemporal = Array(repeating: false, count: text.tokens.count)
        for expression in expressions { for token in expression.phrase { isTemporal[token] = true } }
        return isTemporal
    }
}
