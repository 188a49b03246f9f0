/// A line of JSON that holds an annotated text, as corpora of quotations are often passed on.
///
/// Spans are pairs of offsets in code points. Keys that are not named here are passed over.
struct JSONLine: Codable {
    struct Quote: Codable {
        var content: [[Int]]
        /// `direct`, `mixed` or `indirect`. It is written for others; whoever reads it counts the words anew.
        var type: String?
        var cue: [[Int]]?
        var source: [[Int]]?
        var speaker: String?
        var aliases: [String]?
        var reference: SpeakerReference?
        var kind: String?
        var occasion: String?
        var category: QuoteCategory?

        enum CodingKeys: String, CodingKey {
            case content, type, cue, source, speaker, occasion
            case aliases = "speaker_aliases"
            case reference = "speaker_kind"
            case kind = "speaker_type"
            case category = "class"
        }
    }

    var id: String
    var text: String
    var title: String?
    var date: String?
    var publisher: String?
    var genre: String?
    var quotes: [Quote]
    var discard: [[Int]]?
}
