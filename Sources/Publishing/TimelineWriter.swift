import Statements

/// A timeline being written in one format, page by page, so that its length costs no memory.
///
/// Call `begin` once, `add` for each page in order, `end` once; take the bytes away as often as you like.
public protocol TimelineWriter: Sendable {
    /// What stands before the first statement.
    mutating func begin(into output: inout [UInt8])
    /// The statements of a page.
    mutating func add(_ page: Timeline, into output: inout [UInt8])
    /// What stands after the last statement.
    mutating func end(into output: inout [UInt8])
}

extension TimelineWriter {
    /// A whole timeline at once.
    public func bytes(of timeline: Timeline) -> [UInt8] {
        var writer = self
        var output: [UInt8] = []
        writer.begin(into: &output)
        writer.add(timeline, into: &output)
        writer.end(into: &output)
        return output
    }
}

/// The formats that a timeline can be written in.
public enum TimelineFormat: String, Sendable, CaseIterable {
    /// For people, on a terminal.
    case text
    /// A statement a line.
    case oneline
    /// An array of statements.
    case json
    /// A statement a line, as JSON.
    case jsonl
    /// A table for spreadsheets and statistics (RFC 4180).
    case csv
    /// Markdown (CommonMark).
    case markdown
    /// A page that needs nothing beside it.
    case html

    /// Whether the format carries the context of each segment, so that the pages need the texts of the versions.
    public var needsTexts: Bool { self == .json || self == .jsonl }

    /// Whether what the format writes is harmless on a terminal as it is.
    public var isTerminalSafe: Bool {
        switch self {
        case .text, .oneline, .json, .jsonl: true
        case .csv, .markdown, .html: false
        }
    }

    /// A writer for this format.
    public func writer(layout: Layout = Layout()) -> any TimelineWriter {
        switch self {
        case .text: TextTimeline(layout: layout)
        case .oneline: OnelineTimeline(layout: layout)
        case .json: JSONTimeline(isArray: true)
        case .jsonl: JSONTimeline(isArray: false)
        case .csv: CSVTimeline()
        case .markdown: MarkdownTimeline()
        case .html: HTMLTimeline()
        }
    }
}

/// How wide the lines may be, and whether there is colour.
public struct Layout: Sendable {
    /// The cells of a line; nil where lines are not to be broken or cut.
    public var width: Int?
    /// Whether there is colour.
    public var isColored: Bool

    /// A layout; without anything, that of a pipe.
    public init(width: Int? = nil, isColored: Bool = false) {
        self.width = width
        self.isColored = isColored
    }
}
