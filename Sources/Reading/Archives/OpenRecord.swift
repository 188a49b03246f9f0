/// A record whose block is being read.
struct OpenRecord {
    let header: WARCHeader
    /// Where the record begins.
    let position: Int
    /// Where its block begins, and ends if it says the truth.
    let start: Int
    let end: Int
    /// Whether it may hold a document.
    var isWanted: Bool
    /// Whether its own header, that of HTTP, has been looked at.
    var hasLooked = false
    /// Whether no record follows where it says that it ends.
    var isDisproved = false
    /// Something in the block that looks like the next record.
    var candidate: Int?
    /// Up to here the block has been searched for that.
    var searched: Int
}
