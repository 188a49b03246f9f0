/// The header of a table of messages (RFC 4180, with any one byte between the cells).
public struct TableHeader: Sendable, Hashable {
    /// What stands between two cells.
    let separator: UInt8
    /// The names of the columns.
    let columns: [String]

    /// The header that a table begins with; nil where the bytes don't hold a whole line.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
        let line = bytes[..<end]
        let semicolons = line.count { $0 == UInt8(ascii: ";") }
        let commas = line.count { $0 == UInt8(ascii: ",") }
        separator = semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
        columns = TableHeader.cells(of: line, separator: separator).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The cells of a row, by their columns; what is no UTF-8 is nil. Nil where the row has not as many cells as the header:
    /// a quotation mark that was lost moves them, and takes in other rows.
    func row(_ bytes: ArraySlice<UInt8>) -> [String: String?]? {
        let cells = TableHeader.cells(of: bytes, separator: separator)
        guard cells.count == columns.count else { return nil }
        return Dictionary(
            zip(columns, cells).map { ($0, String(validating: $1, as: UTF8.self)) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func cells(of row: ArraySlice<UInt8>, separator: UInt8) -> [[UInt8]] {
        var cells: [[UInt8]] = [[]]
        var isQuoted = false
        var index = row.startIndex
        let mark = UInt8(ascii: "\"")
        while index < row.endIndex {
            let byte = row[index]
            if isQuoted, byte == mark, index + 1 < row.endIndex, row[index + 1] == mark {
                cells[cells.count - 1].append(mark)
                index += 1
            } else if byte == mark, isQuoted || cells[cells.count - 1].isEmpty {
                isQuoted.toggle()
            } else if byte == separator, !isQuoted {
                cells.append([])
            } else if byte != 0x0D || isQuoted {
                cells[cells.count - 1].append(byte)
            }
            index += 1
        }
        return cells
    }
}

/// Cuts a table into its rows, piece by piece.
public struct TableSlicer: Sendable {
    private var buffer: [UInt8] = []
    private var base = 0
    private var scanned = 0
    private var isQuoted = false
    private var header: TableHeader?
    /// Whether the input ended within a cell.
    public private(set) var cut: Int?

    /// A slicer that has seen nothing.
    public init() {}

    /// Takes the next bytes, and gives the rows that are whole now.
    public mutating func feed(_ bytes: [UInt8]) -> MessageBatch {
        buffer.append(contentsOf: bytes)
        return drain(isAtEnd: false)
    }

    /// Ends the input.
    public mutating func finish() -> MessageBatch {
        drain(isAtEnd: true)
    }

    private mutating func drain(isAtEnd: Bool) -> MessageBatch {
        var slices: [MessageSlice] = []
        var start = 0
        while scanned < buffer.count {
            let byte = buffer[scanned]
            scanned += 1
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard byte == 0x0A, !isQuoted else { continue }
            take(start..<scanned - 1, &slices)
            start = scanned
        }
        if isAtEnd, start < buffer.count {
            if isQuoted { cut = base + buffer.count } else { take(start..<buffer.count, &slices) }
            start = buffer.count
        }
        var batch = MessageBatch(bytes: buffer, offset: base)
        batch.slices = slices
        batch.table = header
        buffer = Array(buffer[start...])
        base += start
        scanned -= start
        return batch
    }

    private mutating func take(_ range: Range<Int>, _ slices: inout [MessageSlice]) {
        guard header != nil else {
            let mark = buffer[range].starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            header = TableHeader(buffer[range.lowerBound + mark..<range.upperBound] + [0x0A])
            return
        }
        if !range.isEmpty { slices.append(MessageSlice(range: range, chat: nil)) }
    }
}
