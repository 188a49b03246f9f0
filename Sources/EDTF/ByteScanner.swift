/// A place in the bytes of a text, and how to move on from it.
struct ByteScanner {
    let bytes: [UInt8]
    /// Whether shapes pass that the standard does not have, but whose meaning is plain.
    let isLenient: Bool
    var position = 0

    init(_ bytes: some Sequence<UInt8>, isLenient: Bool = false) {
        self.bytes = Array(bytes)
        self.isLenient = isLenient
    }

    var isAtEnd: Bool { position == bytes.count }

    /// The next byte; nil at the end.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Steps over the character if it is the next one, and says whether it was.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Steps over `..` if that is next, and says whether it was.
    mutating func skipDots() -> Bool {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "."),
            bytes[position + 1] == UInt8(ascii: ".")
        else { return false }
        position += 2
        return true
    }

    /// Steps over bytes as long as they are such, and gives them.
    mutating func take(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count, isWanted(bytes[position]) { position += 1 }
        return bytes[start..<position]
    }

    /// Steps over blanks, where the standard's shapes are not insisted on.
    mutating func skipBlanksIfLenient() {
        if isLenient { _ = take { $0 == UInt8(ascii: " ") } }
    }

    /// Steps over decimal digits, and gives them.
    mutating func takeDigits() -> ArraySlice<UInt8> { take { isDigit($0) } }

    /// Steps over exactly two decimal digits, and gives their number; nil, and no step, where there are no two.
    mutating func takeTwoDigits() -> Int? {
        guard position + 1 < bytes.count, isDigit(bytes[position]), isDigit(bytes[position + 1]) else {
            return nil
        }
        defer { position += 2 }
        return Int(bytes[position] & 15) * 10 + Int(bytes[position + 1] & 15)
    }

    /// Steps over a positive integer without leading zeros; nil where there is none, or one too large for an `Int`.
    mutating func takePositiveInteger() -> Int? {
        guard next != UInt8(ascii: "0") else { return nil }
        return Int(String(decoding: takeDigits(), as: UTF8.self))
    }

    /// A fault at this place, or at an earlier one.
    func fault(_ reason: EDTFError.Reason, at position: Int? = nil) -> EDTFError {
        EDTFError(position: position ?? self.position, reason: reason)
    }
}

func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
