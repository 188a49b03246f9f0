/// A pattern of a robots.txt: the beginning of a path, with `*` for any characters, and `$` for the end
/// (RFC 9309 §2.2.3).
struct RobotsPattern: Hashable, Sendable {
    /// The pieces between the stars, normalised.
    private let pieces: [[UInt8]]
    private let isAnchored: Bool
    /// The octets of the pattern: of two that match, the longer counts (RFC 9309 §2.2.2).
    let length: Int

    /// The pattern with this spelling.
    init(_ spelling: some Collection<UInt8>) {
        var spelling = Array(spelling)
        isAnchored = spelling.last == UInt8(ascii: "$")
        if isAnchored { spelling.removeLast() }
        pieces = spelling.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
            .map { RobotsPattern.normalised($0) }
        length = pieces.reduce(pieces.count - 1) { $0 + $1.count } + (isAnchored ? 1 : 0)
    }

    /// Whether it matches a path with its query, which is normalised.
    ///
    /// Each piece is taken where it first stands, and the last, if it must, at the end; so the time grows with the
    /// product of the lengths at worst, however many stars there are.
    func matches(_ path: [UInt8]) -> Bool {
        guard let first = pieces.first, path.starts(with: first) else { return false }
        if pieces.count == 1 { return !isAnchored || path.count == first.count }
        var position = first.count
        for piece in pieces[1..<(pieces.count - 1)] {
            guard let place = path.firstPlace(of: piece, from: position) else { return false }
            position = place + piece.count
        }
        let last = pieces[pieces.count - 1]
        if isAnchored { return path.count - last.count >= position && path.suffix(last.count) == last[...] }
        return path.firstPlace(of: last, from: position) != nil
    }
}

extension RobotsPattern {
    /// A path or a pattern as both are compared: octets beyond ASCII, blanks and the like are percent-encoded; what is
    /// percent-encoded without need is not, and the rest is in upper case (RFC 9309 §2.2.2, RFC 3986 §6.2.2).
    static func normalised(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
                let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
                let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
            {
                let value = UInt8(high << 4 | low)
                result += isUnreserved(value) ? [value] : encoded(value)
                index += 3
                continue
            }
            result += byte <= 0x20 || byte >= 0x7F ? encoded(byte) : [byte]
            index += 1
        }
        return result
    }

    private static func encoded(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

extension [UInt8] {
    /// The first place at or behind `start` where `piece` stands.
    fileprivate func firstPlace(of piece: [UInt8], from start: Int) -> Int? {
        guard let first = piece.first else { return start }
        guard count - piece.count >= start else { return nil }
        for place in start...(count - piece.count)
        where self[place] == first && self[place..<place + piece.count] == piece[...] {
            return place
        }
        return nil
    }
}
