import GRDB
import Statements

/// The statements in which words stand.
///
/// All hits are collected before any is shown, as a set of row numbers: full-text search gives them in the order of
/// the rows, and to have SQLite sort a large number of them by date costs several times as much as to walk the
/// timeline in its own order and pass over what isn't in the set.
struct Hits {
    private let statements: HitSet
    private let messages: HitSet

    /// Up to so many hits are looked up one by one and sorted.
    private static let few = 1_000

    init(words: String, in db: Database) throws {
        guard let match = SearchExpression(words)?.text else { throw ArchiveError.emptySearch(words) }
        statements = try HitSet(of: match, in: "search", db)
        messages = try HitSet(of: match, in: "messageSearch", db)
    }

    var areFew: Bool { statements.count + messages.count <= Hits.few }

    /// Whether the words stand in a statement, by its number in a listing.
    func contains(_ number: Int64) -> Bool {
        number >= MessageSchema.offset
            ? messages.contains(number - MessageSchema.offset) : statements.contains(number)
    }

    /// The hits in a table as a JSON array, which SQLite reads as a table.
    func json(in table: Table) -> String {
        let set = table == .message ? messages : statements
        return "[" + set.numbers.map(String.init).joined(separator: ",") + "]"
    }
}

/// Rows of a full-text index.
private struct HitSet {
    let numbers: [Int64]
    private let bits: [UInt64]

    init(of match: String, in index: String, _ db: Database) throws {
        var numbers: [Int64] = []
        try db.each("SELECT rowid FROM \(index) WHERE \(index) MATCH ?", with: [.text(match)]) {
            numbers.append($0.integer(0))
        }
        self.numbers = numbers
        var bits: [UInt64] = []
        if let last = numbers.max() {
            bits = Array(repeating: 0, count: Int(last >> 6) + 1)
            for number in numbers where number >= 0 { bits[Int(number >> 6)] |= 1 << UInt64(number & 63) }
        }
        self.bits = bits
    }

    var count: Int { numbers.count }

    func contains(_ number: Int64) -> Bool {
        let index = Int(number >> 6)
        return number >= 0 && index < bits.count && bits[index] & (1 << UInt64(number & 63)) != 0
    }
}

/// A user's words as an expression of FTS5's query language, of which every user's text makes a valid one.
///
/// Words must all stand in the statement; “"words in quotation marks"” must stand in this order; `word*` stands for
/// all words that begin so. Nothing else has a meaning: every word goes to FTS5 as a string in quotation marks
/// (SQLite, “FTS5 Extension”, 3.1).
struct SearchExpression {
    let text: String

    /// Nil where there is no word.
    init?(_ words: String) {
        var terms: [String] = []
        var isPhrase = false
        for part in words.split(separator: "\"", omittingEmptySubsequences: false) {
            let pieces = isPhrase ? [part] : part.split(whereSeparator: \.isWhitespace)
            terms += pieces.compactMap { SearchExpression.term($0, isPhrase: isPhrase) }
            isPhrase.toggle()
        }
        if terms.isEmpty { return nil }
        text = terms.joined(separator: " AND ")
    }

    private static func term(_ piece: Substring, isPhrase: Bool) -> String? {
        // A term without letters or digits is no word, and in an AND it would find nothing.
        guard piece.unicodeScalars.contains(where: { $0.properties.isAlphabetic || isNumber($0) }) else {
            return nil
        }
        // A NUL would end the expression.
        let cleaned = piece.filter { $0 != "\0" }
        let isPrefix = !isPhrase && cleaned.last == "*"
        return "\"\(cleaned)\"" + (isPrefix ? "*" : "")
    }

    private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }
}
