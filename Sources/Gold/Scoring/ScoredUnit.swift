import Statements

/// A quote, or a piece of one, as it is compared. Annotated and found ones are compared as the same type.
public struct ScoredUnit: Hashable, Sendable {
    /// Where its words stand, in code points.
    public let spans: [Range<Int>]
    /// The place of each word.
    let words: Set<Int>
    /// How the words are given, by the quotation marks of the text.
    public let kind: QuoteKind
    /// Where the cue stands.
    public let cue: [Range<Int>]
    /// Where the words stand that name the speaker.
    public let attribution: [Range<Int>]
    let attributionWords: Set<Int>
    /// Who speaks, by name or description.
    public let speaker: String?
    /// Other right names.
    let aliases: [String]
    let reference: SpeakerReference?
    /// Whether it is annotated and need not be found.
    fileprivate(set) public var isOptional = false

    /// Whether anything tells who speaks.
    func hasSpeaker(_ options: ScoringOptions) -> Bool {
        speaker != nil || !options.isNamed && !attributionWords.isEmpty
    }
}

/// What of a quote is compared.
struct ComparedQuote {
    let content: [Range<Int>]
    let cue: [Range<Int>]
    let attribution: [Range<Int>]
    let speaker: String?
    var aliases: [String] = []
    var reference: SpeakerReference?
    var category: QuoteCategory?

    init(_ quote: AnnotatedQuote) {
        content = quote.content
        cue = quote.cue
        attribution = quote.attribution
        speaker = quote.speaker?.name
        aliases = quote.speaker?.aliases ?? []
        reference = quote.reference
        category = quote.category
    }

    init(_ quote: Quote) {
        func span(_ passage: Passage) -> Range<Int> { passage.start..<passage.end }
        content = quote.segments.map(span)
        cue = quote.cue.map { [span($0.passage)] } ?? []
        attribution = quote.attribution.map { [span($0)] } ?? []
        speaker = quote.speaker?.name
    }

    /// The units of the quote that are long enough.
    func units(in text: ScoredText, _ options: ScoringOptions) -> [ScoredUnit] {
        pieces(of: content.filter { !$0.isEmpty }, in: text, options.unit).compactMap { spans in
            let words = text.words(in: spans)
            guard words.count >= max(1, options.minimumWords) else { return nil }
            return ScoredUnit(
                spans: spans, words: words, kind: text.kind(ofWords: words), cue: cue,
                attribution: attribution,
                attributionWords: text.words(in: attribution),
                speaker: speaker.flatMap { $0.isEmpty ? nil : $0 }, aliases: aliases, reference: reference)
        }
    }

    /// The units of an annotated quote, those marked that need not be found.
    func annotatedUnits(in text: ScoredText, _ options: ScoringOptions) -> [ScoredUnit] {
        units(in: text, options).map { unit in
            var unit = unit
            let isSpeech =
                switch options.speech {
                case nil: true
                case .category: category != .belief
                case .cueWord: CueWords.tellSpeech(unit, in: text)
                }
            unit.isOptional = !isSpeech || options.isNamed && unit.speaker == nil
            return unit
        }
    }

    private func pieces(
        of spans: [Range<Int>], in text: ScoredText, _ unit: ScoringOptions.Unit
    ) -> [[Range<Int>]] {
        switch unit {
        case .quote: return [spans]
        case .quoted: return spans.flatMap { text.runs(in: $0, quotedOnly: true) }.map { [$0] }
        case .segment:
            return spans.flatMap { span in
                text.kind(ofWords: text.words(in: [span])) == .direct
                    ? text.runs(in: span, quotedOnly: false) : [span]
            }.map { [$0] }
        }
    }
}
