import EDTF
import Statements

/// Finds the statements in a document: whose words, which words, when.
///
/// Pure: no clock, no files, no network. The same document gives the same findings.
public struct Extractor: Sendable {
    /// Whether statements are found in a language, as BCP 47 writes it, and not only what stands in quotation marks.
    public static func reads(_ language: String) -> Bool {
        language.prefix { $0 != "-" && $0 != "_" }.lowercased() == "en"
    }

    /// The name of this engine, with what it was asked to do. The archive keeps it beside what was read, to know what a better
    /// engine should read again.
    public var engine: String {
        (model == nil ? "rules-3" : "tagger-2") + (options.includesBeliefs ? "+beliefs" : "")
    }

    private let model: LinearModel?
    private let options: ExtractionOptions

    /// An engine with the word lists and the model that the program carries.
    public init(_ options: ExtractionOptions = ExtractionOptions()) {
        self.init(options, model: options.rulesOnly ? nil : .english)
    }

    /// An engine with another model, or with none.
    package init(_ options: ExtractionOptions = ExtractionOptions(), model: LinearModel?) {
        self.model = model
        self.options = options
    }

    /// What the document says, who said it, and when.
    public func findings(in document: Document) -> Findings {
        let analysis = Analysis(document)
        guard !analysis.text.tokens.isEmpty else { return Findings() }
        let offsets = CodePointIndex(analysis.text.bytes)
        let quotes = quotes(
            of: proposals(of: analysis), in: analysis, published: document.metadata.published, offsets)
        return Findings(
            quotes: quotes, dates: analysis.expressions.map { $0.found(in: analysis.text, index: offsets) })
    }

    /// What the rules propose, or what holds of it and of what the model finds.
    private func proposals(of analysis: Analysis) -> [Proposal] {
        guard let model else {
            return ProposalSet(
                analysis.quotations, analysis.clauses, text: analysis.text, layer: analysis.layer
            ).proposals
        }
        let context = analysis.context
        let candidates = TaggedProposals(analysis, context, model).candidates
        return Judge(model: model, context: context).proposals(candidates)
    }

    /// The quotes of proposals, in the order of their words.
    private func quotes(
        of proposals: [Proposal], in analysis: Analysis, published: EDTFDate?, _ offsets: CodePointIndex
    ) -> [FoundQuote] {
        let (text, layer, phrases) = (analysis.text, analysis.layer, analysis.phrases)
        let index = EntityIndex(text)
        var resolver = SpeakerResolver(text: text, layer: layer, phrases: phrases, index: index)
        var grouping = StatementGrouping(includesBeliefs: options.includesBeliefs)
        let circumstances = Circumstances(text: text, layer: layer, phrases: phrases, index: index)
        var occasions = Occasions(
            text: text, layer: layer, expressions: analysis.expressions, published: published)
        let writer = QuoteWriter(text: text, layer: layer, offsets: offsets)
        let missing = MissingSources(
            text: text, layer: layer, cues: analysis.cues, phrases: phrases, index: index)
        let repairs = SourceRepairs(text: text, layer: layer, phrases: phrases)
        return proposals.map { (start: writer.start(of: $0), proposal: $0) }
            .sorted { ($0.start, $0.proposal.end) < ($1.start, $1.proposal.end) }
            .map { _, proposal in
                let proposal = repairs.mended(missing.completed(proposal))
                let speaker = resolver.resolve(proposal)
                let quote = writer.quote(
                    proposal, speaker: speaker, addressee: circumstances.addressee(of: proposal),
                    medium: circumstances.medium(of: proposal) ?? speaker?.medium,
                    occasion: occasions.occasion(of: proposal, speaker: speaker))
                let statement = grouping.statement(of: proposal, quote, speaker: speaker)
                return FoundQuote(quote: quote, statement: statement, candidate: proposal.candidate)
            }
    }
}

extension Extractor {
    /// The quotes of a document that a model has judged, each with the features by which it did.
    package func judgedQuotes(in document: Document) -> [JudgedQuote] {
        guard let model else { return [] }
        let analysis = Analysis(document)
        guard !analysis.text.tokens.isEmpty else { return [] }
        let context = analysis.context
        let candidates = TaggedProposals(analysis, context, model).candidates
        let judge = Judge(model: model, context: context)
        let keys = judge.keys(of: candidates)
        let quotes = quotes(
            of: judge.proposals(candidates), in: analysis, published: document.metadata.published,
            CodePointIndex(analysis.text.bytes))
        return quotes.compactMap { found in
            found.candidate.map { JudgedQuote(keys: keys[$0], quote: found.quote) }
        }
    }
}

/// A quote with the features by which it was judged.
package struct JudgedQuote {
    /// The keys of the features.
    package let keys: [UInt64]
    /// The quote.
    package let quote: Quote
}
