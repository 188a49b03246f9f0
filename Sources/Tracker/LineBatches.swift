/// The lines of an input, many at a time, numbered from 1.
///
/// A batch holds the whole lines of what could be read at once, so that a line that comes alone is not kept
/// waiting for others.
struct LineBatches: ~Copyable {
    /// The longest line that is taken; the input can be endless.
    static let lineLimit = 256 << 20

    /// Some lines.
    struct Batch: Sendable {
        /// Their bytes; the last may lack its line end.
        let bytes: ArraySlice<UInt8>
        /// The number of the first line.
        let firstLine: Int

        /// The lines that are not blank, with their numbers.
        var lines: [(number: Int, bytes: ArraySlice<UInt8>)] {
            var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []
            let all = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for (index, line) in all.enumerated()
            where !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
                lines.append((firstLine + index, line))
            }
            return lines
        }
    }

    private var input: ByteInput
    private var unread: [UInt8]
    private var pending: [UInt8] = []
    private var nextLine = 1
    private var isAtEnd = false
    private var hasStarted = false

    /// The lines of an input of which `head` has been read already.
    init(_ input: consuming ByteInput, after head: [UInt8] = []) {
        self.input = input
        unread = head
    }

    /// Whether a batch can be had without waiting.
    var isReady: Bool { isAtEnd || !unread.isEmpty || input.isReady }

    /// The next lines; nil at the end.
    mutating func next() throws(TrackerError) -> Batch? {
        while !isAtEnd {
            let piece = unread.isEmpty ? try input.next() : unread
            unread = []
            if piece.isEmpty {
                isAtEnd = true
                break
            }
            let lastEnd = piece.lastIndex(of: UInt8(ascii: "\n"))
            guard let lastEnd else {
                pending.append(contentsOf: piece)
                try checkLength()
                continue
            }
            let whole = pending + piece[...lastEnd]
            pending = Array(piece[(lastEnd + 1)...])
            return batch(whole)
        }
        guard !pending.isEmpty else { return nil }
        defer { pending = [] }
        return batch(pending)
    }

    private mutating func batch(_ bytes: [UInt8]) -> Batch {
        let firstLine = nextLine
        nextLine += bytes.count { $0 == UInt8(ascii: "\n") }
        defer { hasStarted = true }
        let hasMark = !hasStarted && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return Batch(bytes: bytes[(hasMark ? 3 : 0)...], firstLine: firstLine)
    }

    private func checkLength() throws(TrackerError) {
        guard pending.count > LineBatches.lineLimit else { return }
        throw TrackerError(
            .badInput, "the line has more than \(LineBatches.lineLimit >> 20) MiB",
            place: "\(input.name):\(nextLine)", advice: "give one document a line")
    }
}
