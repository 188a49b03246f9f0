/// A compressed input, read piece by piece: members of gzip or frames of zstd, one after the other.
///
/// Where one is damaged, the stream goes on with the next that can be found. A first frame of zstd that holds a
/// dictionary (“Zstandard Compression for WARC Files 1.0”, IIPC) is used for all that follow.
public struct PackedStream: ~Copyable {
    /// Something that was read.
    public enum Piece: Sendable {
        /// What was compressed.
        case bytes([UInt8])
        /// A member or frame begins, at this byte of the input.
        case boundary(Int)
        /// From this byte of the input on something could not be read.
        case damage(Int)
    }

    private enum State: Equatable {
        case between
        case within
        /// The member cannot be read on; what it held has been handed on.
        case broken
        /// What stands here is not read; the next member is looked for.
        case lost
    }

    /// As much is unpacked at once.
    private static let pieceLength = 1 << 18
    /// So much of a member is kept, to look for the next one within it where it turns out to be damaged.
    private static let retained = 1 << 20
    /// After so many vain attempts the search goes on behind what was tried: it stays linear.
    private static let attemptLimit = 1_000
    /// The largest dictionary: those of web archives have a megabyte at most.
    private static let dictionaryLimit = 64 << 20

    private let compression: Compression
    private var unpacker: Unpacker
    /// The part of the input that is held, and the byte of the input that it begins with.
    private var held: [UInt8] = []
    private var heldStart = 0
    private var position = 0
    private var memberStart = 0
    private var state = State.between
    private var isFinished = false
    private var attempts = 0
    private var awaitsDictionary: Bool

    /// The dictionary that the input began with, unpacked; empty where there was none.
    public private(set) var dictionary: [UInt8]

    /// A stream with this compression, gzip or zstd; `dictionary` is that of an input that is read from its middle.
    public init(_ compression: Compression, dictionary: [UInt8] = []) {
        self.compression = compression
        self.dictionary = dictionary
        unpacker = Unpacker(compression, dictionary: dictionary)
        awaitsDictionary = compression == .zstd && dictionary.isEmpty
    }

    /// Gives the next bytes of the input.
    public mutating func feed(_ bytes: [UInt8]) {
        let keep =
            state == .within && position - memberStart <= PackedStream.retained ? memberStart : position
        if keep > 0 {
            held.removeFirst(keep)
            heldStart += keep
            position -= keep
            memberStart -= keep
        }
        if held.isEmpty { held = bytes } else { held.append(contentsOf: bytes) }
    }

    /// Says that the input has ended.
    public mutating func finish() {
        isFinished = true
    }

    /// Whether an input begins with a frame for a dictionary, whose mark is 0x184D2A5D.
    public static func beginsWithDictionary(_ head: [UInt8]) -> Bool {
        head.starts(with: [0x5D, 0x2A, 0x4D, 0x18])
    }

    /// Whether the input has ended, and all of it has been read.
    public var isAtEnd: Bool { isFinished && position >= held.count && state != .within && state != .broken }

    /// The next piece; nil where more input is needed, or at the end.
    public mutating func next() -> Piece? {
        while true {
            switch state {
            case .between:
                guard takeDictionary(), skipPadding() else { return nil }
                return begin()
            case .lost:
                guard findMark() else { return nil }
            case .broken:
                return damage()
            case .within:
                var output: [UInt8] = []
                let step = unpacker.step(held, from: position, into: &output, room: PackedStream.pieceLength)
                position += step.read
                switch step.outcome {
                case .ended:
                    state = .between
                    attempts = 0
                case .damaged:
                    state = .broken
                case .unfinished:
                    guard step.written == 0, step.read == 0 else { break }
                    guard isFinished else { return nil }
                    state = .broken
                }
                if !output.isEmpty { return .bytes(output) }
            }
        }
    }

    /// Gives a member up, and looks for the next one within it.
    private mutating func damage() -> Piece {
        let start = memberStart
        attempts += 1
        if memberStart >= 0, attempts < PackedStream.attemptLimit { position = memberStart + 1 }
        state = .lost
        return .damage(heldStart + start)
    }

    /// Archives are padded with zeros. False where more input is needed.
    private mutating func skipPadding() -> Bool {
        while position < held.count, held[position] == 0 { position += 1 }
        return held.count - position >= 4 || isFinished && position < held.count
    }

    /// Begins a member where one must begin.
    private mutating func begin() -> Piece {
        memberStart = position
        guard isMark(at: position) else {
            state = .lost
            return .damage(heldStart + position)
        }
        unpacker.restart()
        state = .within
        return .boundary(heldStart + position)
    }

    private func isMark(at index: Int) -> Bool {
        let rest = held[index...].prefix(4)
        switch compression {
        case .zstd: return Compression.isZstdMark(rest)
        // The upper bits of the flags are reserved (RFC 1952, section 2.3.1).
        default:
            return rest.count == 4 && rest.starts(with: [0x1F, 0x8B, 0x08]) && rest[index + 3] & 0xE0 == 0
        }
    }

    /// Looks for the beginning of a member; false where more input is needed.
    private mutating func findMark() -> Bool {
        let first: UInt8 = compression == .zstd ? 0x28 : 0x1F
        while position + 4 <= held.count {
            guard let index = held[position...].firstIndex(of: first), index + 4 <= held.count else {
                position = max(position, held.count - 3)
                return false
            }
            if isMark(at: index) {
                position = index
                state = .between
                return true
            }
            position = index + 1
        }
        if isFinished { position = held.count }
        return false
    }

    /// Reads a frame that holds a dictionary, if that is how the input begins; false where more input is needed.
    private mutating func takeDictionary() -> Bool {
        guard awaitsDictionary else { return true }
        guard held.count >= 8 || isFinished else { return false }
        // A length of four bytes follows the mark.
        let length = held.count < 8 ? 0 : (0..<4).reduce(0) { $0 | Int(held[4 + $1]) << (8 * $1) }
        let hasDictionary = PackedStream.beginsWithDictionary(held) && length <= PackedStream.dictionaryLimit
        if hasDictionary, held.count < 8 + length, !isFinished { return false }
        awaitsDictionary = false
        guard hasDictionary, held.count >= 8 + length else { return true }
        dictionary = Array(held[8..<8 + length])
        if dictionary.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            dictionary = unpacked(dictionary, .zstd, limit: PackedStream.dictionaryLimit).bytes
        }
        unpacker = Unpacker(.zstd, dictionary: dictionary)
        position = 8 + length
        return true
    }
}
