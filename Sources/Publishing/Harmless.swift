/// Text made harmless for the place where it is shown. What is stored stays as it came.
public enum Harmless {
    /// The text with every character that a terminal would obey, or that nobody could see, as a visible escape:
    /// `\u{202E}`. Line ends and tabs become a space, unless `keepingLines`.
    ///
    /// Terminals obey the controls of ECMA-48 (C0 and C1); the bidirectional controls of UAX #9 reorder what is
    /// read (CVE-2021-42574); characters that UCD calls default-ignorable hide in a text.
    public static func forTerminal(_ text: String, keepingLines: Bool = false) -> String {
        if SimpleText.width(of: text) != nil { return text }
        var output = ""
        output.reserveCapacity(text.utf8.count)
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        var previous: Unicode.Scalar?
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let after = scalars.index(after: index)
            let next = after < scalars.endIndex ? scalars[after] : nil
            switch scalar {
            case "\r" where next == "\n": break
            case "\n": output += keepingLines ? "\n" : " "
            case "\t": output += keepingLines ? "\t" : " "
            default:
                if isSafe(scalar, after: previous, before: next) {
                    output.unicodeScalars.append(scalar)
                } else {
                    output += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
                }
            }
            previous = scalar
            index = after
        }
        return output
    }

    /// The text for an HTML element or a quoted attribute: `& < > " '` as entities, and what no page may hold,
    /// or what would reorder the page around it, as a visible escape.
    public static func forHTML(_ text: String) -> String {
        var output = ""
        output.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\n", "\t": output.unicodeScalars.append(scalar)
            case "\r": output += "\n"
            default:
                if isControl(scalar) || reordersBidirectionally(scalar) {
                    output += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
                } else {
                    output.unicodeScalars.append(scalar)
                }
            }
        }
        return output
    }

    /// The text on one line of Markdown (CommonMark 0.31, section 2.4): what could be markup has a backslash.
    public static func forMarkdown(_ text: String) -> String {
        var output = ""
        output.reserveCapacity(text.utf8.count)
        for scalar in forTerminal(text).unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "#", "!", "$":
                output += "\\"
            case "+", "-", "=", ".", ")":
                // Marks of a list or a heading, where a line begins with them or with a number before them.
                if output.utf8.count < 10, output.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x20 })
                {
                    output += "\\"
                }
            default: break
            }
            output.unicodeScalars.append(scalar)
        }
        return output
    }

    /// The text for a cell that a spreadsheet opens: one that it would take for a formula begins with an
    /// apostrophe (OWASP, “CSV Injection”).
    public static func forSpreadsheet(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        switch first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
            return "'" + text
        default:
            return text
        }
    }

    /// The address, where it is one that a link may lead to: `http` or `https`, with nothing in it that a
    /// reader could not see.
    public static func link(_ address: String?) -> String? {
        guard let address else { return nil }
        let head = address.prefix(8).lowercased()
        guard head.hasPrefix("http://") || head.hasPrefix("https://") else { return nil }
        let isPlain = address.unicodeScalars.allSatisfy {
            $0.value > 0x20 && isSafe($0, after: nil, before: nil)
        }
        return isPlain ? address : nil
    }

    /// Whether the scalar may reach a terminal as it is, between these neighbours.
    static func isSafe(
        _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
    ) -> Bool {
        if scalar.value < 0x300 { return !isControl(scalar) && scalar != "\u{AD}" }
        switch scalar {
        case "\u{FE0E}", "\u{FE0F}":
            // Text or picture form of the character before.
            return previous != nil
        case "\u{200C}", "\u{200D}":
            // Joiners belong to the spelling of several scripts, and to emoji; elsewhere they only hide.
            guard let previous, let next else { return false }
            return isJoined(previous) && isJoined(next)
        default:
            let properties = scalar.properties
            switch properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
            default: return !properties.isDefaultIgnorableCodePoint && !isNoncharacter(scalar)
            }
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || isNoncharacter(scalar)
    }

    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }

    private static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\u{FE0F}" { return true }
        let properties = scalar.properties
        return scalar.value >= 0x600
            && (properties.isEmoji || properties.isAlphabetic || properties.isGraphemeExtend)
    }

    private static func reordersBidirectionally(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
