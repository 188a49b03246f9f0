import EDTF

extension Feed {
    /// A feed in JSON (JSON Feed 1.1); nil where it is none. What is broken in it is read as far as it goes.
    init?(json: LooseJSON) {
        guard case .array(let entries) = json["items"] else { return nil }
        self.init()
        title = json["title"]?.feedText
        language = json["language"]?.text
        authors = Feed.authors(of: json)
        items = entries.map { Feed.item($0, inherited: authors) }
    }

    private static func item(_ entry: LooseJSON, inherited: [String]) -> FeedItem {
        var item = FeedItem()
        item.title = entry["title"]?.feedText
        item.link = entry["url"]?.text ?? entry["external_url"]?.text
        if item.link == nil, let id = entry["id"]?.text, id.hasPrefix("http://") || id.hasPrefix("https://") {
            item.link = id
        }
        item.published = entry["date_published"]?.text.flatMap(feedDate)
        item.modified = entry["date_modified"]?.text.flatMap(feedDate)
        let own = authors(of: entry)
        item.authors = own.isEmpty ? inherited : own
        item.content = entry["content_html"]?.feedMarkup ?? entry["content_text"]?.feedText
        item.summary = entry["summary"]?.feedText
        item.language = entry["language"]?.text
        return item
    }

    /// `authors` of version 1.1, or `author` of version 1.
    private static func authors(of value: LooseJSON) -> [String] {
        let people = (value["authors"]?.list ?? []) + (value["author"]?.list ?? [])
        return people.compactMap { $0["name"]?.text }.reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }
}

extension LooseJSON {
    /// A string as plain text.
    fileprivate var feedText: FeedText? {
        guard case .string(let text) = self else { return nil }
        let result = FeedText(bytes: Array(text.utf8), isMarkup: false)
        return result.isBlank ? nil : result
    }

    /// A string as HTML.
    fileprivate var feedMarkup: FeedText? {
        feedText.map { FeedText(bytes: $0.bytes, isMarkup: true) }
    }
}
