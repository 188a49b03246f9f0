import EDTF
import Statements
import Yams

/// What stands in YAML before an annotated text.
struct FrontMatter {
    /// What is told of a quote.
    struct Entry {
        /// Nil for `unknown`.
        var speaker: AnnotatedSpeaker?
        var occasion: EDTFDate?
        var category: QuoteCategory
        var line: Int
    }

    private(set) var genre: String
    private(set) var outlet: String
    private(set) var published: EDTFDate
    private(set) var speakers: [AnnotatedSpeaker] = []
    private(set) var quotes: [Int: Entry] = [:]

    /// What stands for a speaker whom the text does not tell.
    static let unknownSpeaker = "unknown"

    /// Reads it from the YAML between the lines `---`, of which the first is the first of the file.
    init(yaml: String, file: String) throws(GoldError) {
        let reader = FrontMatterReader(file: file)
        let root = try reader.root(yaml)
        let members = try reader.members(
            root, keys: ["genre", "outlet", "published", "speakers", "quotes"], isComplete: true)
        genre = try reader.text(members["genre"], of: "genre", in: root)
        outlet = try reader.text(members["outlet"], of: "outlet", in: root)
        published = try reader.date(members["published"], of: "published", in: root)
        for (name, node) in try reader.pairs(members["speakers"], of: "speakers") {
            speakers.append(try reader.speaker(try reader.text(name, of: "speakers", in: name), node))
        }
        for (key, node) in try reader.pairs(members["quotes"], of: "quotes") {
            let number = Int(try reader.text(key, of: "quotes", in: key))
            guard let number, number > 0 else {
                throw reader.failure("a quote has no number", "begin it with its number", at: key)
            }
            quotes[number] = try entry(node, key, reader)
        }
    }

    private func entry(
        _ node: Node, _ key: Node, _ reader: FrontMatterReader
    ) throws(GoldError) -> Entry {
        let members = try reader.members(node, keys: ["speaker", "occasion", "class"])
        let name = try reader.text(members["speaker"], of: "speaker", in: key)
        let speaker = speakers.first { $0.name.unicodeScalars.elementsEqual(name.unicodeScalars) }
        guard speaker != nil || name == FrontMatter.unknownSpeaker else {
            throw reader.failure(
                "the speaker “\(name)” is not listed", "list them under “speakers”",
                at: members["speaker"] ?? key)
        }
        var entry = Entry(speaker: speaker, category: .speech, line: reader.line(key))
        if let occasion = members["occasion"] {
            entry.occasion = try reader.date(occasion, of: "occasion", in: key)
        }
        if let category = members["class"] {
            guard try reader.text(category, of: "class", in: key) == QuoteCategory.belief.rawValue else {
                throw reader.failure(
                    "“class” is not belief", "leave it out where the quote is speech", at: category)
            }
            entry.category = .belief
        }
        return entry
    }
}
