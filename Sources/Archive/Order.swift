import EDTF
import Statements

/// The place of a statement in a timeline: what the columns `earliest`, `latest` and `place` hold.
///
/// Statements come in the order of the earliest second at which they can have been made, then of the latest,
/// then of their sources (in the order of a hash, so that the statements of one source stay together), then of
/// the text. The row's number settles what is then still equal. Undated ones are last, whatever the direction.
struct Order: Hashable {
    /// Seconds since 1970. An open or unknown side counts as the known one; without any date, `undated`.
    let earliest: Int64
    let latest: Int64
    let place: Int64

    /// The bound of a statement without a date.
    static let undated = Int64.max

    /// Up to so many seconds (32 days) a date counts as short; the index `statementLong` has the others.
    static let short: Int64 = 32 * 86_400

    init(date: EDTFDate?, source: Identifier<Source>, start: Int) {
        let earliest = date?.earliest?.seconds
        let latest = date?.latest?.seconds
        self.earliest = earliest ?? latest ?? Order.undated
        self.latest = latest ?? earliest ?? Order.undated
        self.place = Order.place(source: source, start: start)
    }

    /// The place of a message: those of one chat stay together, in the order of their numbers.
    init(earliest: Int64, latest: Int64, chat: String, message: Int64) {
        self.earliest = earliest
        self.latest = latest
        self.place = Order.place(hashing: chat, offset: message)
    }

    /// 40 bits of a hash of the source, then 23 bits of the offset: made from content alone.
    private static func place(source: Identifier<Source>, start: Int) -> Int64 {
        place(hashing: source.text, offset: Int64(start))
    }

    private static func place(hashing text: String, offset: Int64) -> Int64 {
        // FNV-1a, 64 bits (Fowler, Noll, Vo).
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let offset = min(max(offset, 0), 1 << 23 - 1)
        return Int64(hash >> 24) << 23 | offset
    }
}
