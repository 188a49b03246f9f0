/// Undoes the compression of an entry of a ZIP file (`deflate`, RFC 1951), piece by piece.
public struct Inflation: ~Copyable {
    /// So much is handed over at once.
    private static let pieceLength = 1 << 18

    private var unpacker = Unpacker(.rawDeflate)
    /// Whether the compressed data has come to its end.
    public private(set) var hasEnded = false

    /// The beginning of an entry.
    public init() {}

    /// Takes the next bytes, and hands over what they hold; false where they are damaged.
    ///
    /// - Throws: what `take` throws.
    public mutating func feed<Failure>(
        _ bytes: [UInt8], take: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> Bool {
        var position = 0
        while !hasEnded {
            var output: [UInt8] = []
            let step = unpacker.step(bytes, from: position, into: &output, room: Inflation.pieceLength)
            position += step.read
            if !output.isEmpty { try take(output) }
            switch step.outcome {
            case .ended: hasEnded = true
            case .damaged: return false
            case .unfinished: if step.read == 0, step.written == 0 { return true }
            }
        }
        return true
    }
}
