/// The headline of a page's article: that of the page itself where it agrees with what the page tells others, else
/// what it tells others, without the name of the site.
func articleTitle(_ facts: PageFacts) -> String? {
    let given = [
        facts.linked.article?["headline"]?.text, facts.linked.article?["name"]?.text,
        facts.tags.first("dc:title", "dcterms:title", "dcterm:title"), facts.tags.first("og:title"),
        facts.tags.first("weibo:article:title", "parsely-title"), facts.tags.first("twitter:title"),
    ].compactMap { $0 }
    let told = given.isEmpty ? facts.title.map { [$0] } ?? [] : given
    if let printed = printedTitle(facts.headlines, agreeingWith: told) { return printed }
    guard let first = told.first else { return facts.tags.first("title") ?? facts.headlines.first }
    let all = told + [facts.title].compactMap { $0 }
    return withoutSite(shortest(of: all, like: first), facts.siteNames, isGuessed: given.isEmpty)
}

/// The headline on the page that has most words in common with one that the page tells others.
private func printedTitle(_ headlines: [String], agreeingWith told: [String]) -> String? {
    var best: (headline: String, common: Int)?
    for headline in headlines {
        let words = wordSet(headline)
        for title in told {
            let others = wordSet(title)
            let common = words.intersection(others).count
            guard common * 10 >= words.count * 6, common * 20 >= others.count * 7,
                common >= 3 || common == words.count || common == others.count, common > best?.common ?? 0
            else { continue }
            best = (headline, common)
        }
    }
    return best?.headline
}

private func wordSet(_ text: String) -> Set<UInt64> {
    var words: [Word] = []
    let bytes = Array(text.utf8)
    collectWords(in: 0..<bytes.count, of: bytes.span, into: &words)
    return Set(words.map(\.hash))
}

/// Of titles that begin alike the one that ends first, where a separator follows in the others.
private func shortest(of titles: [String], like title: String) -> String {
    var best = title
    for other in titles where other.utf8.count < best.utf8.count && best.hasPrefix(other) {
        let rest = best.dropFirst(other.count)
        if let first = rest.drop(while: { $0 == " " }).first, separators.contains(first) { best = other }
    }
    return best
}

private let separators: Set<Character> = ["|", "-", "–", "—", "·", "•", "»", "/", ":", "_", "«", "›"]

/// The title without the name of the site before or after a separator.
///
/// `isGuessed` tells that the title is that of the browser's window, where the site's name stands last even if no one
/// tells what it is.
private func withoutSite(_ title: String, _ sites: [String], isGuessed: Bool) -> String {
    var parts = parts(of: title)
    guard parts.count > 1 else { return title }
    func isSite(_ part: String) -> Bool { sites.contains { $0.lowercased() == part.lowercased() } }
    if isSite(parts[parts.count - 1].text) {
        parts.removeLast()
    } else if isSite(parts[0].text) {
        parts.removeFirst()
    } else if isGuessed, parts.dropLast().reduce(0, { $0 + wordSet($1.text).count }) >= 4 {
        parts.removeLast()
    }
    guard let first = parts.first, let last = parts.last else { return title }
    return String(title[first.range.lowerBound..<last.range.upperBound])
}

/// What stands between separators that have blanks around them.
private func parts(of title: String) -> [(text: String, range: Range<String.Index>)] {
    var parts: [(text: String, range: Range<String.Index>)] = []
    var start = title.startIndex
    var index = title.startIndex
    func add(_ end: String.Index) {
        let text = title[start..<end]
        guard let first = text.firstIndex(where: { $0 != " " }),
            let last = text.lastIndex(where: { $0 != " " })
        else { return }
        parts.append((String(title[first...last]), first..<title.index(after: last)))
    }
    while index < title.endIndex {
        let next = title.index(after: index)
        if separators.contains(title[index]), title[index] != ":", index > title.startIndex,
            title[title.index(before: index)] == " ",
            next == title.endIndex || title[next] == " " || title[index] == "_"
        {
            add(index)
            start = next
        }
        index = next
    }
    add(title.endIndex)
    return parts
}
