import EDTF

/// An entry of a feed, whatever its format.
struct FeedItem {
    var title: FeedText?
    var link: String?
    /// An address that the feed gives as the document's own, where the link is one of an intermediary.
    var canonicalLink: String?
    /// A name of the entry that can be an address.
    var fallbackLink: String?
    var published: EDTFDate?
    var modified: EDTFDate?
    /// The names of the authors, each in one piece.
    var authors: [String] = []
    var content: FeedText?
    var summary: FeedText?
    var language: String?

    /// Whether it says nothing at all.
    var isEmpty: Bool {
        title == nil && link == nil && content == nil && summary == nil && published == nil && modified == nil
            && authors.isEmpty
    }
}

/// A feed as it was read.
struct Feed {
    var title: FeedText?
    var language: String?
    var publisher: String?
    /// The authors of all entries that name none.
    var authors: [String] = []
    var items: [FeedItem] = []
    var isCutOff = false
}
