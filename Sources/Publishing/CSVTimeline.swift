import EDTF
import Statements

/// A timeline as a table (RFC 4180): a header, a statement a row, lines that end with CR LF.
struct CSVTimeline: TimelineWriter {
    /// The header, and for each column what stands in it.
    private static let columns: [(name: String, cell: @Sendable (Row) -> String?)] = [
        ("statement_id", { $0.statement.id.text }),
        ("said", { $0.said?.description }),
        ("said_earliest", { $0.said?.earliestDay?.description }),
        ("said_latest", { $0.said?.latestDay?.description }),
        ("said_phrase", { $0.statement.occasion?.phrase }),
        ("posted", { $0.statement.posted?.description }),
        ("reported", { $0.statement.reported?.description }),
        ("speaker_id", { $0.speakerID }),
        ("speaker", { $0.speaker }),
        ("speaker_printed", { $0.statement.printedSpeaker }),
        ("speaker_kind", { $0.statement.printedKind.rawValue }),
        ("kinds", { $0.statement.kinds.map(\.rawValue).joined(separator: " ") }),
        ("act", { $0.statement.act?.rawValue }),
        ("addressee", { $0.statement.addressee }),
        ("medium", { $0.statement.medium }),
        ("status", { $0.statement.status.rawValue }),
        ("text", { $0.wording.text }),
        ("source_id", { $0.wording.source?.id.text }),
        ("publisher", { $0.wording.source?.metadata.publisher }),
        ("title", { $0.wording.source?.metadata.title }),
        ("url", { $0.wording.source?.address }),
        ("published", { $0.wording.source?.metadata.published?.description }),
        ("language", { $0.wording.source?.metadata.language }),
        ("quotes", { String($0.statement.evidence.count) }),
        ("sources", { String($0.wording.otherSourceCount + 1) }),
    ]

    /// What the cells of one row are made from.
    private struct Row {
        let statement: Statement
        let wording: Wording
        let speaker: String?

        var said: EDTFDate? { statement.occasion?.date }
        var speakerID: String? {
            if case .speaker(let id) = statement.resolution { return id.text }
            return nil
        }
    }

    mutating func begin(into output: inout [UInt8]) {
        CSVTimeline.write(CSVTimeline.columns.map(\.name), into: &output)
    }

    mutating func add(_ page: Timeline, into output: inout [UInt8]) {
        for statement in page.statements {
            let row = Row(
                statement: statement, wording: Wording(of: statement, in: page),
                speaker: page.displayName(of: statement))
            CSVTimeline.write(CSVTimeline.columns.map { $0.cell(row) }, into: &output)
        }
    }

    mutating func end(into output: inout [UInt8]) {}

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
