/// A walk over one JSON value that arrives in pieces: where it ends, or that it is broken.
///
/// Only brackets and strings are looked at, and what can't stand outside strings. A line end within a string breaks
/// the value: no exporter writes one, and so a quotation mark that was lost costs one line and not the whole file.
struct ValueScan {
    /// How far a walk has come.
    enum Progress: Equatable {
        case done(end: Int)
        case needsMore
        case broken(at: Int)
    }

    /// The first byte of the value.
    var start: Int
    private var position: Int
    /// The brackets that are still to be closed.
    private var closers: [UInt8] = []
    private var isInString = false
    private var isScalar = false
    private let depthLimit: Int

    init(start: Int, depthLimit: Int) {
        self.start = start
        position = start
        self.depthLimit = depthLimit
    }

    /// Moves the walk to where its bytes are now.
    mutating func shift(by count: Int) {
        start -= count
        position -= count
    }

    /// Lets go of the bytes that were walked over.
    mutating func forget() { start = position }

    /// Goes on as far as there are bytes. `startsMessage` says whether an entry of a list of messages begins at a
    /// byte, which none can within a value.
    mutating func advance(
        in bytes: [UInt8], isAtEnd: Bool, startsMessage: (Int) -> Bool?
    ) -> Progress {
        while position < bytes.count {
            if isInString {
                guard let end = endOfString(bytes) else {
                    return isInString ? .needsMore : .broken(at: position)
                }
                position = end
                if closers.isEmpty { return .done(end: position) }
                continue
            }
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                if isScalar { return .done(end: position) }
                isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if isScalar { return .done(end: position) }
                if byte == UInt8(ascii: "{"), position > start {
                    guard let isStart = startsMessage(position) else { return .needsMore }
                    if isStart { return .broken(at: position) }
                }
                if closers.count >= depthLimit { return .broken(at: position) }
                // The closing brackets stand two after the opening ones in ASCII.
                closers.append(byte + 2)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if isScalar { return .done(end: position) }
                guard closers.popLast() == byte else { return .broken(at: position) }
                if closers.isEmpty { return .done(end: position + 1) }
            case UInt8(ascii: ","):
                if isScalar { return .done(end: position) }
                if closers.isEmpty { return .broken(at: position) }
            case UInt8(ascii: ":"):
                if closers.isEmpty { return .broken(at: position) }
                guard let end = endOfBarePath(bytes) else { return .needsMore }
                position = end
                continue
            case 0x20, 0x09, 0x0A, 0x0D:
                if isScalar { return .done(end: position) }
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: "."),
                UInt8(ascii: "E"), UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "l"),
                UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "u"):
                // Digits, and the letters of true, false and null.
                if closers.isEmpty { isScalar = true }
            default:
                return .broken(at: position)
            }
            position += 1
        }
        return isAtEnd && isScalar ? .done(end: position) : .needsMore
    }

    /// One past the quotation mark that ends the string in which the walk stands; nil where it isn't there yet, or,
    /// with `isInString` false, where a line end comes first.
    private mutating func endOfString(_ bytes: [UInt8]) -> Int? {
        let text = bytes.span
        var index = position
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\""):
                isInString = false
                return index + 1
            case UInt8(ascii: "\\"):
                guard index + 1 < text.count else {
                    position = index
                    return nil
                }
                index += 2
            case 0x0A:
                isInString = false
                position = index
                return nil
            default:
                index += 1
            }
        }
        position = index
        return nil
    }

    /// After a colon: one past a path without quotation marks that stands there, else one past the colon; nil where
    /// the bytes don't reach.
    private func endOfBarePath(_ bytes: [UInt8]) -> Int? {
        let key = BarePath.key
        let first = position - key.utf8CodeUnitCount - 1
        guard first > start, bytes[position - 1] == UInt8(ascii: "\"") else { return position + 1 }
        for offset in 0..<key.utf8CodeUnitCount where bytes[first + offset] != key.utf8Start[offset] {
            return position + 1
        }
        guard position + 2 < bytes.count else { return nil }
        let value = bytes[position + 1] == 0x20 ? position + 2 : position + 1
        guard BarePath.begins(with: bytes[value]), bytes[value] != UInt8(ascii: "n") || !isNull(value, bytes)
        else { return position + 1 }
        return bytes[value...].firstIndex(of: 0x0A)
    }

    private func isNull(_ position: Int, _ bytes: [UInt8]) -> Bool {
        bytes[position...].starts(with: Array("null".utf8))
    }
}
