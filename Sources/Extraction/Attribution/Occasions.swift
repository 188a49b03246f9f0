import EDTF
import Statements

/// Tells when the words of a proposal were said: by the date beside the cue, by that of the words they go on from, or else by
/// the date of publication as their bound.
struct Occasions {
    /// A date more tokens away from the cue than this belongs to something else.
    private static let reach = 25

    let text: TokenizedText
    let layer: QuotationLayer
    let published: EDTFDate?
    /// The expressions that can date a statement, by their first token.
    private let expressions: [TemporalExpression]
    private var previous: (occasion: Occasion, speaker: ResolvedSpeaker, paragraph: Int)?

    init(text: TokenizedText, layer: QuotationLayer, expressions: [TemporalExpression], published: EDTFDate?)
    {
        self.text = text
        self.layer = layer
        self.published = published
        self.expressions = expressions.filter { expression in
            guard !layer.covers(expression.tokens.lowerBound) else { return false }
            switch expression.type {
            case .date, .time:
                return expression.date != nil || expression.isRelative && expression.rule != .reference
            case .duration: return true
            case .set: return false
            }
        }
    }

    /// The occasion of the next proposal; nil where nothing tells.
    mutating func occasion(of proposal: Proposal, speaker: ResolvedSpeaker?) -> Occasion? {
        let written = written(proposal, speaker: speaker)
        return written ?? (speaker == nil ? nil : bound(of: proposal))
    }

    /// By the day of publication, where the words are told as news: “said”, but not “had said” or “has long said”.
    ///
    /// News is mostly of the day that it is printed on; that it is only likely, the date tells by its question mark.
    private func bound(of proposal: Proposal) -> Occasion? {
        guard let published, published.earliestDay != nil,
            proposal.cue.map({ !isPerfect($0) }) ?? true,
            let date = EDTFDate((published.localDay?.description ?? published.description) + "?")
        else { return nil }
        return Occasion(date: date, phrase: nil, anchor: published, rule: Occasion.publicationRule)
    }

    private mutating func written(_ proposal: Proposal, speaker: ResolvedSpeaker?) -> Occasion? {
        let found = beside(proposal) ?? carriedOver(to: proposal, speaker: speaker)
        if let found, let speaker {
            previous = (found, speaker, proposal.paragraph)
        } else if previous?.paragraph != proposal.paragraph {
            previous = nil
        }
        return found
    }

    // MARK: Beside the cue

    private func beside(_ proposal: Proposal) -> Occasion? {
        guard let cue = proposal.cue else { return nil }
        let sentence = text.sentences[cue.sentence]
        var nearest: (distance: Int, occasion: Occasion)?
        for expression in expressions(in: sentence) where !isPartOfWords(expression, of: proposal) {
            let distance = abs(expression.tokens.lowerBound - cue.head)
            guard distance <= Self.reach, distance < nearest?.distance ?? .max,
                !belongsToSpeaker(expression, of: proposal), let occasion = occasion(of: expression, cue: cue)
            else { continue }
            nearest = (distance, occasion)
        }
        return nearest?.occasion
    }

    private func expressions(in range: Range<Int>) -> ArraySlice<TemporalExpression> {
        let first = Int(firstIn: expressions.indices) {
            expressions[$0].tokens.lowerBound >= range.lowerBound
        }
        return expressions[first...].prefix { $0.tokens.lowerBound < range.upperBound }
    }

    private func isPartOfWords(_ expression: TemporalExpression, of proposal: Proposal) -> Bool {
        // “Two ships sank on Monday, according to the ministry”: a date before such a cue is never its own.
        if proposal.cue.map({ $0.isPreposition && expression.tokens.lowerBound < $0.head }) ?? false {
            return true
        }
        return proposal.segments.contains { $0.overlaps(expression.tokens) }
            && !isBehindObject(expression, of: proposal)
    }

    /// “announced the plan Aug. 21”: a past day behind the thing that was announced is that of the announcing.
    private func isBehindObject(_ expression: TemporalExpression, of proposal: Proposal) -> Bool {
        guard proposal.ground == .object || proposal.ground == .bareClause,
            expression.tokens.upperBound == proposal.end, isShortObject(proposal.start..<proposal.end),
            let day = expression.date?.localDay, let latest = published?.localDay
        else { return false }
        return day <= latest
    }

    /// A few words without a verb or a mark among them.
    private func isShortObject(_ tokens: Range<Int>) -> Bool {
        tokens.count <= 8
            && tokens.allSatisfy {
                switch text.tokens[$0].kind {
                case .word: !text.isA($0, [.auxiliary, .copula, .modal]) && text.entry($0).form != .past
                case .number, .stop: true
                default: false
                }
            }
    }

    /// “Smith, who was elected in May, said”: a date within the words that name the speaker is not that of the saying.
    private func belongsToSpeaker(_ expression: TemporalExpression, of proposal: Proposal) -> Bool {
        guard let source = proposal.source, let cue = proposal.cue else { return false }
        if source.overlaps(expression.tokens) { return true }
        // Within a clause or an apposition behind the speaker.
        let comma = source.upperBound
        return comma < expression.phrase.lowerBound - 1 && expression.phrase.upperBound < cue.head
            && text.tokens[comma].kind == .comma
    }

    private func occasion(of expression: TemporalExpression, cue: CueMatch) -> Occasion? {
        let phrase = text.string(expression.phrase)
        if expression.type == .duration { return lasting(expression, cue: cue, phrase: phrase) }
        let anchor = expression.isRelative ? published : nil
        if text.isWord(expression.phrase.lowerBound, "since"),
            expression.phrase.lowerBound < expression.tokens.lowerBound
        {
            guard isPerfect(cue), let since = EDTFDate.interval(from: expression.date, to: published) else {
                return nil
            }
            return Occasion(date: since, phrase: phrase, anchor: anchor, rule: "since")
        }
        return Occasion(date: expression.date, phrase: phrase, anchor: anchor, rule: expression.rule.rawValue)
    }

    /// “For weeks, they have called for …”: from some time on up to the publication.
    private func lasting(_ expression: TemporalExpression, cue: CueMatch, phrase: String) -> Occasion? {
        guard expression.phrase.lowerBound < expression.tokens.lowerBound,
            text.isWord(expression.phrase.lowerBound, "for")
                || text.isWord(expression.phrase.lowerBound, "over"), isPerfect(cue)
        else { return nil }
        let start = published?.earliestDay.flatMap { day in
            length(of: expression.value).map { day.adding(days: -$0) }
        }
        let date = published.flatMap { EDTFDate.interval(from: start.map { EDTFDate(day: $0) }, to: $0) }
        return Occasion(date: date, phrase: phrase, anchor: published, rule: "for-duration")
    }

    /// The days of an ISO 8601 duration of one unit; nil where the number is unknown (`PXW`).
    private func length(of value: String) -> Int? {
        guard let unit = value.last, let number = Int(value.dropFirst().dropLast()),
            (1...9999).contains(number)
        else { return nil }
        switch unit {
        case "D": return number
        case "W": return number * 7
        case "M": return number * 30
        case "Y": return number * 365
        default: return nil
        }
    }

    /// “have called”, “has been urging”.
    private func isPerfect(_ cue: CueMatch) -> Bool {
        let start = max(text.sentences[cue.sentence].lowerBound, cue.head - 4)
        return (start..<cue.head).contains {
            text.isWord($0, "have") || text.isWord($0, "has") || text.isWord($0, "had")
        }
    }

    // MARK: Carried over

    /// Words that follow on those of the same speaker, with no date of their own, were said then too.
    private func carriedOver(to proposal: Proposal, speaker: ResolvedSpeaker?) -> Occasion? {
        guard let previous, let speaker, proposal.paragraph - previous.paragraph <= 1,
            isSame(previous.speaker, speaker),
            proposal.cue.map({ $0.form == .past && !isPerfect($0) }) ?? true
        else { return nil }
        return Occasion(
            date: previous.occasion.date, phrase: previous.occasion.phrase, anchor: previous.occasion.anchor,
            rule: "carried-over")
    }

    private func isSame(_ one: ResolvedSpeaker, _ other: ResolvedSpeaker) -> Bool {
        if let entity = one.entity, let second = other.entity { return entity == second }
        return one.attributed.name == other.attributed.name
    }
}
