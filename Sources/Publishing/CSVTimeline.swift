import EDTF
import Statements

/// A timeline as a table (RFC 4180): a header, a statement a row, lines that end with CR LF.
struct CSVTimeline: TimelineWriter {
    private static let columns = [
        "statement_id", "said", "said_earliest", "said_latest", "said_phrase", "posted", "reported", "speaker_id",
        "speaker", "speaker_printed", "speaker_kind", "kinds", "act", "addressee", "medium", "status", "text",
        "source_id", "publisher", "title", "url", "published", "language", "quotes", "sources",
    ]

    mutating func begin(into output: inout [UInt8]) {
        CSVTimeline.write(CSVTimeline.columns, into: &output)
    }

    mutating func add(_ page: Timeline, into output: inout [UInt8]) {
        for statement in page.statements {
            CSVTimeline.write(CSVTimeline.row(of: statement, in: page), into: &output)
        }
    }

    mutating func end(into output: inout [UInt8]) {}

    private static func row(of statement: Statement, in page: Timeline) -> [String?] {
        let wording = Wording(of: statement, in: page)
        let source = wording.source
        let said = statement.occasion?.date
        var speakerID: String?
        if case .speaker(let id) = statement.resolution { speakerID = id.text }
        return [
            statement.id.text, said?.description, said?.earliestDay?.description, said?.latestDay?.description,
            statement.occasion?.phrase, statement.posted?.description, statement.reported?.description, speakerID,
            page.displayName(of: statement), statement.printedSpeaker, statement.printedKind.rawValue,
            statement.kinds.map(\.rawValue).joined(separator: " "), statement.act?.rawValue, statement.addressee,
            statement.medium, statement.status.rawValue, wording.text, source?.id.text, source?.metadata.publisher,
            source?.metadata.title, source?.address, source?.metadata.published?.description,
            source?.metadata.language, String(statement.evidence.count),
            String(Set(statement.evidence.map(\.source)).count),
        ]
    }

    private static func write(_ cells: [String?], into output: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            write(Harmless.forSpreadsheet(cell ?? ""), into: &output)
        }
        output.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
    }

    private static func write(_ cell: String, into output: inout [UInt8]) {
        let mark = UInt8(ascii: "\"")
        let needsMarks = cell.utf8.contains {
            $0 == mark || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        }
        guard needsMarks else { return output.append(contentsOf: cell.utf8) }
        output.append(mark)
        for byte in cell.utf8 {
            if byte == mark { output.append(mark) }
            output.append(byte)
        }
        output.append(mark)
    }
}
