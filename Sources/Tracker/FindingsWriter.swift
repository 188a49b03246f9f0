import Extraction
import Publishing
import Statements

/// What is found in documents, written in a format, document by document.
public struct FindingsWriter: Sendable {
    private let extractor: Extractor
    private let isJSON: Bool
    private var timeline: any TimelineWriter
    private var json = JSONWriter()
    private var bytes: [UInt8] = []

    /// A writer of a format; as JSON, an object a line, by the contract of the filter.
    public init(
        format: TimelineFormat, layout: Layout, extraction: ExtractionOptions = ExtractionOptions()
    ) {
        extractor = Extractor(extraction)
        isJSON = format == .json || format == .jsonl
        timeline = format.writer(layout: layout)
        if !isJSON { timeline.begin(into: &bytes) }
    }

    /// Reads a document, and writes what is found in it.
    public mutating func add(_ document: Document) {
        let findings = extractor.findings(in: document)
        guard isJSON else {
            timeline.add(Timeline(of: findings, in: document), into: &bytes)
            return
        }
        json.findings(findings, id: document.label)
        json.lineBreak(isEnd: true)
        bytes += json.bytes
        json.bytes.removeAll(keepingCapacity: true)
    }

    /// Writes what stands after the last document.
    public mutating func end() {
        if !isJSON { timeline.end(into: &bytes) }
    }

    /// What has been written since it was asked for last.
    public mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }
}
