import Statements

/// A timeline as JSON: an array of statements, or a statement a line, each as the export has it.
struct JSONTimeline: TimelineWriter {
    private let isArray: Bool
    private var statements = StatementJSON()
    private var isEmpty = true

    init(isArray: Bool) {
        self.isArray = isArray
    }

    mutating func begin(into output: inout [UInt8]) {
        if isArray { statements.json.beginArray() }
    }

    mutating func add(_ page: Timeline, into output: inout [UInt8]) {
        statements.turnPage()
        for statement in page.statements {
            if isArray { statements.json.lineBreak() }
            statements.write(statement, in: page)
            if !isArray { statements.json.lineBreak(isEnd: true) }
            isEmpty = false
            flush(into: &output)
        }
    }

    mutating func end(into output: inout [UInt8]) {
        if isArray {
            if !isEmpty { statements.json.lineBreak(isEnd: true) }
            statements.json.endArray()
            statements.json.lineBreak(isEnd: true)
        }
        flush(into: &output)
    }

    private mutating func flush(into output: inout [UInt8]) {
        output.append(contentsOf: statements.json.bytes)
        statements.json.bytes.removeAll(keepingCapacity: true)
    }
}
