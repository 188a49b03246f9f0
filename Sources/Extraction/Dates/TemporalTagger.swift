import EDTF
import Statements

/// Finds the temporal expressions of a text and says what they mean, by rules for news in English, Russian or Ukrainian.
///
/// What it marks and how it writes values follows TimeML (ISO 24617-1) as TimeBank applies it.
struct TemporalTagger: Sendable {
    /// Whether a day or a month that could be past or to come is the one to come: so in talk of appointments, not in news.
    var prefersFuture = false

    /// The expressions of a text, in order; none overlaps another.
    ///
    /// Relative ones count from `published`; without it they have no date.
    func expressions(
        in text: TokenizedText, published: EDTFDate?, kind: SourceKind = .article
    ) -> [TemporalExpression] {
        let anchor = TemporalAnchor(published: published)
        if kind == .message { return read(text, anchor, mode: .messages).map { $0.expression } }
        let news = read(text, anchor, mode: .news)
        let mode = TemporalMode(news, anchor: anchor)
        let found = mode == .news ? news : read(text, anchor, mode: mode)
        return found.map { $0.expression }
    }

    private func read(
        _ text: TokenizedText, _ anchor: TemporalAnchor?, mode: TemporalMode
    ) -> [TemporalReader.Found] {
        var reader = TemporalReader(text: text, published: anchor, mode: mode, prefersFuture: prefersFuture)
        for sentence in text.sentences { reader.read(sentence) }
        return reader.found
    }
}
