import Statements

/// Reads an input that is a feed: RSS 0.9 to 2.0, RDF Site Summary, Atom or JSON Feed. Each entry is a document.
enum FeedReader: Reader {
    static let format = Format.feed

    static func recognises(_ head: Span<UInt8>) -> Bool {
        // In UTF-16 every other byte of the names is zero.
        var sample: [UInt8] = []
        for index in 0..<min(head.count, 8_192) where head[index] != 0 { sample.append(head[index]) }
        guard let first = sample.firstIndex(where: { $0 == 0x3C || $0 == 0x7B }), first <= 64 else {
            return false
        }
        return sample[first] == 0x3C ? hasFeedRoot(sample.span, from: first) : isJSONFeed(sample)
    }

    /// Whether the first element is that of a feed.
    private static func hasFeedRoot(_ text: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        while index < text.count {
            guard text[index] == 0x3C else {
                index += 1
                continue
            }
            let markup = XMLMarkup(at: index, in: text)
            if case .start = markup.kind {
                let name = Reading.text(markup.name, text).lowercased()
                return Feed.rootNames.contains(name.split(separator: ":").last.map(String.init) ?? name)
            }
            index = markup.range.upperBound
        }
        return false
    }

    /// Whether an object is a feed: it names the standard, or has the members that only a feed has.
    private static func isJSONFeed(_ head: [UInt8]) -> Bool {
        let text = String(decoding: head.prefix(4_096), as: UTF8.self)
        func has(_ words: String...) -> Bool { words.contains { text.contains($0) } }
        return has("\"version\"")
            && (has("jsonfeed.org/version", #"jsonfeed.org\/version"#)
                || has("\"items\"") && has("\"home_page_url\"", "\"feed_url\"", "\"title\""))
    }

    static func documents(in bytes: [UInt8], options: ReadingOptions) -> [Result<Document, ReadingError>] {
        do throws(ReadingError) {
            let decoded = try DecodedPage(bytes, options: options)
            guard let feed = feed(decoded.bytes, base: options.url) else {
                throw ReadingError(problem: "the input is no feed", advice: "give RSS, Atom or JSON Feed")
            }
            var warnings = decoded.warnings
            let documents = feed.items.filter { !$0.isEmpty }.enumerated().map { number, item in
                if feed.isCutOff, number == feed.items.count - 1 {
                    warnings.append("the feed is cut off here")
                }
                return Result<Document, ReadingError>.success(
                    feedDocument(item, of: feed, options: options, warnings: warnings))
            }
            guard !documents.isEmpty else {
                throw ReadingError(problem: "the feed has no entries", advice: "get it again later")
            }
            return documents
        } catch {
            return [.failure(error)]
        }
    }

    private static func feed(_ bytes: [UInt8], base: String?) -> Feed? {
        guard let first = bytes.firstIndex(where: { $0 == 0x3C || $0 == 0x7B }) else { return nil }
        if bytes[first] == 0x7B { return LooseJSON(bytes).flatMap { Feed(json: $0) } }
        return Feed(FeedTree(bytes), base: base)
    }
}
