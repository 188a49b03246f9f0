import EDTF
import Statements

/// A statement on its way into the archive, put together from the quotes that prove it.
struct Draft {
    let id: Identifier<Statement>
    let quotes: [(id: Identifier<Quote>, quote: Quote)]

    /// The statements of a recording, in the order of their first quotes. A place of the text is quoted once:
    /// where the same segments come twice, the first counts.
    static func all(of recording: Recording) -> [Draft] {
        var order: [Int] = []
        var groups: [Int: [(id: Identifier<Quote>, quote: Quote)]] = [:]
        var seen: Set<Identifier<Quote>> = []
        for proposal in recording.proposals {
            let id = proposal.quote.identifier(in: recording.version.id)
            guard seen.insert(id).inserted else { continue }
            if groups[proposal.statement] == nil { order.append(proposal.statement) }
            groups[proposal.statement, default: []].append((id, proposal.quote))
        }
        return order.map { number in
            let quotes = (groups[number] ?? []).sorted { $0.quote.start < $1.quote.start }
            return Draft(id: Statement.identifier(ofQuotes: quotes.map(\.id)), quotes: quotes)
        }
    }

    /// The draft without some of its quotes; nil if none is left.
    func removing(_ isRemoved: (Quote) -> Bool) -> Draft? {
        let kept = quotes.filter { !isRemoved($0.quote) }
        if kept.count == quotes.count { return self }
        if kept.isEmpty { return nil }
        return Draft(id: Statement.identifier(ofQuotes: kept.map(\.id)), quotes: kept)
    }

    /// Who spoke: the quote that is surest of it tells, the first of several.
    var speaker: Attributed? {
        var best: Attributed?
        for candidate in quotes.lazy.compactMap(\.quote.speaker) where candidate.basis != .none {
            if let known = best, known.confidence >= candidate.confidence { continue }
            best = candidate
        }
        return best
    }

    /// The key under which the speaker is looked up; nil where nobody is named.
    var key: String? {
        guard let key = speaker?.key, !key.isEmpty else { return nil }
        return key.text
    }

    var act: SpeechAct? { quotes.lazy.compactMap(\.quote.cue?.act).first }

    var addressee: String? { quotes.lazy.compactMap(\.quote.addressee).first }

    var medium: String? { quotes.lazy.compactMap(\.quote.medium).first }

    /// When it was said.
    var occasion: Occasion? { .best(of: quotes.compactMap(\.quote.occasion)) }

    /// How it was given: a statement with one direct quote is given directly, whatever its other quotes are.
    var kind: QuoteKind {
        let kinds = quotes.map(\.quote.kind)
        return kinds.contains(.direct) ? .direct : kinds.contains(.mixed) ? .mixed : .indirect
    }

    /// Where it stands in its text, in code points.
    var start: Int { quotes.first?.quote.start ?? 0 }
}

extension Quote {
    /// The first code point of the first segment.
    var start: Int { segments.first?.start ?? 0 }

    /// Whether this quote and another take up some of the same text.
    func overlaps(_ other: [Range<Int>]) -> Bool {
        segments.contains { segment in
            other.contains { segment.start < $0.upperBound && $0.lowerBound < segment.end }
        }
    }
}
