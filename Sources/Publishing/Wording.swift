import EDTF
import Statements

/// The words of a statement as a reader gets them, out of one of the sources that report it.
struct Wording {
    /// The source that the words are taken from.
    let source: Source?
    /// The words in passages: what was told, clause by clause; direct words between quotation marks, one passage as far as they
    /// follow on each other, with […] where the source says something else between.
    let passages: [String]
    /// How many further sources report the statement.
    let otherSourceCount: Int

    init(of statement: Statement, in timeline: Timeline) {
        let ranked = statement.evidence.enumerated().min { left, right in
            (Wording.rank(left.element, in: timeline), left.offset)
                < (Wording.rank(right.element, in: timeline), right.offset)
        }
        guard let best = ranked?.element else {
            (source, passages, otherSourceCount) = (nil, [], 0)
            return
        }
        source = timeline.sources[best.source]
        otherSourceCount = Set(statement.evidence.map(\.source)).count - 1
        let quotes = statement.evidence.filter { $0.version == best.version }.map(\.quote)
        passages = Wording.runs(of: quotes.sorted { Wording.start($0) < Wording.start($1) }).map {
            Wording.text(of: $0)
        }
    }

    /// The words in one line.
    var text: String { passages.joined(separator: " […] ") }

    /// The quotes, with the direct ones that follow on each other together.
    private static func runs(of quotes: [Quote]) -> [[Quote]] {
        quotes.reduce(into: []) { runs, quote in
            if quote.kind == .direct, runs.last?.last?.kind == .direct {
                runs[runs.count - 1].append(quote)
            } else {
                runs.append([quote])
            }
        }
    }

    /// The speaker's own words first, then what was written down, then what was reported.
    private static func rank(_ evidence: Evidence, in timeline: Timeline) -> Int {
        switch timeline.sources[evidence.source]?.kind {
        case .message: 0
        case .note: 1
        case .article, nil: 2
        }
    }

    private static func start(_ quote: Quote) -> Int { quote.segments.first?.start ?? 0 }

    private static func text(of quotes: [Quote]) -> String {
        var text = ""
        var isOpen = false
        for quote in quotes {
            for segment in quote.segments {
                let wantsMarks = quote.kind == .direct && !opensWithMark(segment.exact)
                if !text.isEmpty { text += isOpen && !wantsMarks ? "” […] " : " […] " }
                if wantsMarks, !isOpen { text += "“" }
                isOpen = wantsMarks
                text += segment.exact
            }
        }
        return isOpen ? text + "”" : text
    }

    private static func opensWithMark(_ text: String) -> Bool {
        switch text.first {
        case "“", "”", "\"", "«", "»", "„", "‟": true
        default: false
        }
    }
}

extension Source {
    /// What a reader knows the source by: the outlet, else the title, else the address.
    var shortName: String {
        let metadata = metadata
        if let name = metadata.publisher ?? metadata.title { return name }
        if let address = metadata.canonicalURL ?? metadata.url { return address }
        switch kind {
        case .article: return "article"
        case .message: return "message"
        case .note: return "note"
        }
    }

    /// Where the source can be read.
    var address: String? {
        kind == .message ? metadata.url ?? metadata.canonicalURL : metadata.canonicalURL ?? metadata.url
    }
}

extension SpeechAct {
    /// What the speaker did, in the past, with what stands between it and the one spoken to.
    var telling: (verb: String, preposition: String) {
        switch self {
        case .say: ("said", " to")
        case .ask: ("asked", "")
        case .answer: ("answered", "")
        case .demand: ("demanded", " of")
        case .promise: ("promised", "")
        case .warn: ("warned", "")
        case .threaten: ("threatened", "")
        case .accuse: ("accused", "")
        case .deny: ("denied", " to")
        case .announce: ("announced", " to")
        case .praise: ("praised", "")
        case .condemn: ("condemned", "")
        case .admit: ("admitted", " to")
        case .claim: ("claimed", " to")
        case .agree: ("agreed", " with")
        case .apologize: ("apologized", " to")
        case .predict: ("predicted", " to")
        case .explain: ("explained", " to")
        case .report: ("reported", " to")
        case .think: ("thought", " of")
        }
    }
}

extension Statement {
    /// What the speaker did, and to whom, where that says more than “said” and than the words do by themselves:
    /// “asked the minister”.
    func telling(besides words: String) -> String? {
        let telling = (act ?? .say).telling
        if let addressee, !words.contains(addressee) {
            return telling.verb + telling.preposition + " " + addressee
        }
        return act == nil || act == .say ? nil : telling.verb
    }

    /// The kinds of its quotes, each once, in the order of `QuoteKind`.
    var kinds: [QuoteKind] {
        QuoteKind.allCases.filter { kind in evidence.contains { $0.quote.kind == kind } }
    }
}
