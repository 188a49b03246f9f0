import EDTF
import Extraction
import Statements

extension Timeline {
    /// What was found in a document, as the timeline that it would be by itself, in the order of the text.
    public init(of findings: Findings, in document: Document) {
        let source = Source(of: document)
        let version = Version(source: source.id, text: document.text, paragraphs: document.paragraphs)
        var numbers: [Int] = []
        var quotes: [Int: [Quote]] = [:]
        for found in findings.quotes {
            guard let number = found.statement else { continue }
            if quotes[number] == nil { numbers.append(number) }
            quotes[number, default: []].append(found.quote)
        }
        let statements = numbers.map { Statement(proposedBy: quotes[$0] ?? [], of: source, in: version) }
        self.init(
            query: TimelineQuery(), statements: statements, speakers: [:], sources: [source.id: source],
            versions: [version.id: version])
    }
}

extension Statement {
    fileprivate init(proposedBy quotes: [Quote], of source: Source, in version: Version) {
        let evidence = quotes.map {
            Evidence(id: $0.identifier(in: version.id), version: version.id, source: source.id, quote: $0)
        }
        let speaker = quotes.compactMap(\.speaker).max { $0.confidence < $1.confidence }
        let published = source.metadata.published
        self.init(
            id: Statement.identifier(ofQuotes: evidence.map(\.id)), printedSpeaker: speaker?.name,
            printedKind: speaker?.kind ?? .unknown, resolution: .unresolved,
            act: quotes.compactMap(\.cue).first?.act, addressee: quotes.compactMap(\.addressee).first,
            medium: quotes.compactMap(\.medium).first,
            occasion: .best(of: quotes.compactMap(\.occasion)),
            posted: source.kind == .message ? published : nil, reported: published, status: .proposed,
            evidence: evidence)
    }
}
