/// Two to four decimal digits, any of which may be unspecified (`X`): `1984`, `198X`, `X2`.
public struct DigitPattern: Hashable, Sendable {
    /// How many digits there are, unspecified ones included.
    public let count: Int
    /// A nibble a digit, the last digit lowest; 15 stands for `X`.
    private let nibbles: UInt16

    private static let unspecified: UInt16 = 15

    /// The pattern that these bytes spell: `0` to `9` and `X`, one to four of them.
    init?(_ bytes: some Collection<UInt8>) {
        guard (1...4).contains(bytes.count) else { return nil }
        var nibbles: UInt16 = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): nibbles = nibbles << 4 | UInt16(byte & 15)
            case UInt8(ascii: "X"): nibbles = nibbles << 4 | DigitPattern.unspecified
            default: return nil
            }
        }
        self.count = bytes.count
        self.nibbles = nibbles
    }

    /// The last `count` decimal digits of a number, of which the last `unspecified` are unknown.
    init(_ number: Int, count: Int, unspecified: Int = 0) {
        var nibbles: UInt16 = 0
        var rest = number.magnitude
        for place in 0..<count {
            let digit = place < unspecified ? DigitPattern.unspecified : UInt16(rest % 10)
            nibbles |= digit << UInt16(4 * place)
            rest /= 10
        }
        self.count = count
        self.nibbles = nibbles
    }

    private func nibble(atPlace place: Int) -> UInt16 { nibbles >> UInt16(4 * place) & 15 }

    /// How many of the digits are unspecified.
    public var unspecifiedCount: Int {
        (0..<count).count { nibble(atPlace: $0) == DigitPattern.unspecified }
    }

    /// The number, where every digit is known.
    public var value: Int? { unspecifiedCount == 0 ? candidate(0) : nil }

    /// How many numbers the pattern can stand for.
    var candidateCount: Int { (0..<unspecifiedCount).reduce(1) { power, _ in power * 10 } }

    /// The numbers that the pattern can stand for, in rising order, by their index.
    func candidate(_ index: Int) -> Int {
        var fill = index
        var number = 0
        var weight = 1
        for place in 0..<count {
            let digit = nibble(atPlace: place)
            if digit == DigitPattern.unspecified {
                number += fill % 10 * weight
                fill /= 10
            } else {
                number += Int(digit) * weight
            }
            weight *= 10
        }
        return number
    }

    /// The smallest number that the pattern can stand for.
    var smallest: Int { candidate(0) }

    /// The largest number that the pattern can stand for.
    var largest: Int { candidate(candidateCount - 1) }

    /// Whether the pattern can stand for the number.
    public func matches(_ number: Int) -> Bool {
        var rest = number
        for place in 0..<count {
            let digit = nibble(atPlace: place)
            if digit != DigitPattern.unspecified, Int(digit) != rest % 10 { return false }
            rest /= 10
        }
        return rest == 0
    }

    /// The digits as they are written, the first one first.
    var bytes: [UInt8] {
        (0..<count).reversed().map { place in
            let digit = nibble(atPlace: place)
            return digit == DigitPattern.unspecified ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(digit)
        }
    }
}
