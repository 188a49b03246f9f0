import EDTF

/// When a page's article was published and last changed.
struct PageDates {
    private(set) var published: EDTFDate?
    private(set) var modified: EDTFDate?

    /// The dates of a page: of its data first, then of its elements, of the lines around the headline, of its address.
    init(_ facts: PageFacts, url: String?) {
        func date(_ text: String?) -> EDTFDate? {
            text.flatMap { dateInField($0, isMonthFirst: facts.isMonthFirst) }
        }
        let linked = facts.linked
        let tags = facts.tags
        published =
            date(linked.article?["datePublished"]?.text) ?? date(tags.first("article:published_time"))
            ?? date(
                tags.first(
                    "parsely-pub-date", "datepublished", "og:published_time", "og:article:published_time",
                    "article:published", "publishdate", "publish-date", "publish_date", "published_date",
                    "pubdate",
                    "dc:date:issued", "dcterms:issued", "dcterms:created", "dc:date:created",
                    "dc:date:published",
                    "article_date_original", "sailthru:date", "cxenseparse:recs:publishtime",
                    "rnews:datepublished",
                    "article:publicationdate", "publication_date", "originalpublicationdate", "date",
                    "dc:date",
                    "dcterms:date", "published", "published-date", "w-published-date", "published_at",
                    "date_published", "article_publish_date", "created", "creation_date", "dc:created"))
            ?? date(linked.article?["dateCreated"]?.text) ?? elementDate("datepublished", facts)
            ?? date(linked.page?["datePublished"]?.text)
        modified =
            date(linked.article?["dateModified"]?.text)
            ?? date(
                tags.first(
                    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified"))
            ?? elementDate("datemodified", facts)
        if published == nil { readLines(facts) }
        published = published ?? url.flatMap(dateInAddress)
    }

    /// The date of the first element with this property.
    private func elementDate(_ property: String, _ facts: PageFacts) -> EDTFDate? {
        for node in facts.properties(property) {
            let text =
                facts.page.tree.value(of: .datetime, at: node) ?? facts.page.tree.value(
                    of: .content, at: node)
                ?? facts.page.tree.text(at: node)
            if let date = dateInField(text, isMonthFirst: facts.isMonthFirst) { return date }
        }
        return nil
    }

    /// Takes the date from the elements and lines around the headline.
    private mutating func readLines(_ facts: PageFacts) {
        let (tree, text, marks) = (facts.page.tree, facts.page.text, facts.page.marks)
        let place = facts.titleBlock
        let near = max(0, place - 8)..<min(text.blocks.count, place + 16)
        var undated: EDTFDate?
        for node in tree.nodes.indices where tree.nodes[node].tag == .time || marks.own[node].contains(.date)
        {
            let blocks = text.blocksBefore[node]
            guard near.contains(Int(blocks)), marks.marks[node].isDisjoint(with: .comments),
                Int(tree.nodes[node].end) - node < 60
            else { continue }
            let printed = tree.text(at: node)
            let field = tree.value(of: .datetime, at: node) ?? printed
            guard printed.utf8.count < 200,
                let date = dateInField(field, isMonthFirst: facts.isMonthFirst)
                    ?? dateInField(printed, isMonthFirst: facts.isMonthFirst)
            else { continue }
            if isUpdate(printed) { modified = modified ?? date } else { undated = undated ?? date }
        }
        for index in near where undated == nil && text.blocks[index].counts.words <= 30 {
            guard marks.marks[text.blocks[index].node].isDisjoint(with: .comments) else { continue }
            let line = String(decoding: text.bytes[text.blocks[index].bytes], as: UTF8.self)
            guard let date = dateInField(line, isMonthFirst: facts.isMonthFirst) else { continue }
            if isUpdate(line) { modified = modified ?? date } else { undated = date }
        }
        published = undated ?? labelledDate(facts) ?? modified ?? firstTime(facts)
    }

    /// The date in a line anywhere on the page, beside a word such as “published”, in that line or the one before it.
    private func labelledDate(_ facts: PageFacts) -> EDTFDate? {
        let text = facts.page.text
        var isAfterLabel = false
        for block in text.blocks {
            guard block.counts.words <= 15 else {
                isAfterLabel = false
                continue
            }
            let line = String(decoding: text.bytes[block.bytes], as: UTF8.self)
            let isLabelled = saysPublished(line)
            if isLabelled || isAfterLabel, let date = dateInField(line, isMonthFirst: facts.isMonthFirst) {
                return date
            }
            isAfterLabel = isLabelled && block.counts.words <= 3
        }
        return nil
    }

    /// The first `time` of a page that stands in no comment.
    private func firstTime(_ facts: PageFacts) -> EDTFDate? {
        for node in facts.page.tree.elements(.time) {
            guard facts.page.marks.marks[node].isDisjoint(with: .comments),
                let field = facts.page.tree.value(of: .datetime, at: node),
                let date = dateInField(field, isMonthFirst: facts.isMonthFirst)
            else { continue }
            return date
        }
        return nil
    }

    private func saysPublished(_ line: String) -> Bool {
        var words: [Word] = []
        let bytes = Array(line.utf8)
        collectWords(in: 0..<bytes.count, of: bytes.span, into: &words)
        return words.indices.contains {
            PhraseTable.standard.match(at: $0, in: words)?.classes.contains(.published) == true
        }
    }

    /// Whether a line says that its date is that of a change.
    private func isUpdate(_ line: String) -> Bool {
        var words: [Word] = []
        let bytes = Array(line.utf8)
        collectWords(in: 0..<bytes.count, of: bytes.span, into: &words)
        for index in words.indices.prefix(while: { !words[$0].shape.contains(.number) }) {
            guard let classes = PhraseTable.standard.match(at: index, in: words)?.classes else { continue }
            if classes.contains(.published) { return false }
            if classes.contains(.updated) { return true }
        }
        return false
    }
}

/// The day in the path of an address: `/2023/12/19/`, `/2023-12-19-`, `/20231219/`.
func dateInAddress(_ address: String) -> EDTFDate? {
    var numbers: [(value: Int, digits: Int)] = []
    var value = 0
    var digits = 0
    for byte in address.utf8.prefix(400) {
        if (0x30...0x39).contains(byte), digits < 12 {
            value = value * 10 + Int(byte - 0x30)
            digits += 1
            continue
        }
        if digits > 0 { numbers.append((value, digits)) }
        (value, digits) = (0, 0)
        if let date = day(numbers) { return date }
        // Only what stands side by side is a date.
        if !(byte == 0x2F || byte == 0x2D || byte == 0x5F || byte == 0x2E) { numbers.removeAll() }
    }
    if digits > 0 { numbers.append((value, digits)) }
    return day(numbers)
}

private func day(_ numbers: [(value: Int, digits: Int)]) -> EDTFDate? {
    if let last = numbers.last, last.digits == 8, (19_900_101...20_991_231).contains(last.value) {
        return CalendarDay(year: last.value / 10_000, month: last.value / 100 % 100, day: last.value % 100)
            .map { EDTFDate(day: $0) }
    }
    guard numbers.count >= 3 else { return nil }
    let three = numbers.suffix(3).map { $0 }
    guard three[0].digits == 4, (1_990...2_099).contains(three[0].value), three[1].digits <= 2,
        three[2].digits <= 2
    else { return nil }
    return CalendarDay(year: three[0].value, month: three[1].value, day: three[2].value).map {
        EDTFDate(day: $0)
    }
}
