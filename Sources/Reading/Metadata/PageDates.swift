import EDTF

/// When a page's article was published and last changed.
struct PageDates {
    private(set) var published: EDTFDate?
    private(set) var modified: EDTFDate?

    /// The dates of a page: of its data first, then of the elements and lines around the headline, of its address.
    init(_ facts: PageFacts, url: String?) {
        func date(_ text: String?) -> EDTFDate? {
            text.flatMap { dateInField($0, isMonthFirst: facts.isMonthFirst) }
        }
        let linked = facts.linked
        published =
            date(linked.article?["datePublished"]?.text) ?? date(facts.tags.first("article:published_time"))
            ?? date(facts.tags.first(of: Self.publicationTags)) ?? date(linked.article?["dateCreated"]?.text)
            ?? elementDate("datepublished", facts) ?? date(linked.page?["datePublished"]?.text)
        modified =
            date(linked.article?["dateModified"]?.text) ?? date(facts.tags.first(of: Self.changeTags))
            ?? elementDate("datemodified", facts)
        let printed = PrintedDates(facts)
        modified = modified ?? printed.modified
        if let declared = published {
            published = printed.contradiction(of: declared) ?? declared
        } else {
            published = printed.published ?? printed.modified ?? facts.firstTime ?? url.flatMap(dateInAddress)
        }
    }

    /// The `meta` elements that give the date of publication, the most trustworthy first.
    private static let publicationTags = [
        "parsely-pub-date", "datepublished", "og:published_time", "og:article:published_time",
        "article:published", "publishdate", "publish-date", "publish_date", "published_date", "pubdate",
        "dc:date:issued", "dcterms:issued", "dcterms:created", "dc:date:created", "dc:date:published",
        "article_date_original", "sailthru:date", "cxenseparse:recs:publishtime", "rnews:datepublished",
        "article:publicationdate", "publication_date", "originalpublicationdate", "date", "dc:date",
        "dcterms:date", "published", "published-date", "w-published-date", "published_at", "date_published",
        "article_publish_date", "created", "creation_date", "dc:created",
    ]

    /// The `meta` elements that give the date of the last change.
    private static let changeTags = [
        "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    ]

    /// The date of the first element with this property.
    private func elementDate(_ property: String, _ facts: PageFacts) -> EDTFDate? {
        let tree = facts.page.tree
        for node in facts.properties(property) {
            let text =
                tree.value(of: .datetime, at: node) ?? tree.value(of: .content, at: node)
                ?? tree.text(at: node)
            if let date = dateInField(text, isMonthFirst: facts.isMonthFirst) { return date }
        }
        return nil
    }
}

extension PageFacts {
    /// The first `time` of the page that stands in no comment.
    fileprivate var firstTime: EDTFDate? {
        for node in page.tree.elements(.time) where page.marks.marks[node].isDisjoint(with: .comments) {
            if let field = page.tree.value(of: .datetime, at: node),
                let date = dateInField(field, isMonthFirst: isMonthFirst)
            {
                return date
            }
        }
        return nil
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
