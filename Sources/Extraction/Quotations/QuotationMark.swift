/// The quotation marks, by what the character says of itself.
enum QuotationMark: Sendable {
    /// `“`: opens, but closes after `„`.
    case curlyOpen
    /// `”`: closes, and opens only where it can't be otherwise.
    case curlyClose
    /// `"` and its like: the text around it decides.
    case straight
    /// `„` and `‟`.
    case low
    /// `«`, `「`, `『`.
    case angleOpen
    /// `»`, `」`, `』`.
    case angleClose
    /// `‘`.
    case singleOpen
    /// `’`: closes, or is an apostrophe.
    case singleClose
    /// `'` and `` ` ``.
    case singleStraight
    /// `‚`, `‹`.
    case singleLow
    /// `›`.
    case singleAngleClose

    /// The mark that a token of kind `mark` is.
    init(_ token: Token, in bytes: [UInt8]) {
        let start = Int(token.start)
        switch bytes[start] {
        case UInt8(ascii: "'"): self = token.end - token.start == 2 ? .curlyClose : .singleStraight
        case UInt8(ascii: "`"): self = token.end - token.start == 2 ? .curlyOpen : .singleOpen
        case UInt8(ascii: "\""): self = .straight
        default:
            switch bytes.codePoint(at: start, limit: Int(token.end)) {
            case 0x201C: self = .curlyOpen
            case 0x201D: self = .curlyClose
            case 0x201E, 0x201F: self = .low
            case 0xAB, 0x300C, 0x300E: self = .angleOpen
            case 0xBB, 0x300D, 0x300F: self = .angleClose
            case 0x2018, 0x201B: self = .singleOpen
            case 0x2019: self = .singleClose
            case 0x201A, 0x2039: self = .singleLow
            case 0x203A: self = .singleAngleClose
            default: self = .straight
            }
        }
    }

    /// Whether it is one of the single marks.
    var isSingle: Bool {
        switch self {
        case .singleOpen, .singleClose, .singleStraight, .singleLow, .singleAngleClose: true
        default: false
        }
    }
}
