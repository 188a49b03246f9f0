import EDTF

/// The dates that a page prints around its headline, and what it says of them.
struct PrintedDates {
    /// When the article was published: the nearest date that has no label, or one that says so.
    private(set) var published: EDTFDate?
    /// Likewise, where it is hardly anything else: the date stands in an element made for it, or alone in its line.
    private var firmlyPublished: EDTFDate?
    /// When it was last changed.
    private(set) var modified: EDTFDate?
    /// All dates that may be that of publication.
    private var candidates: [EDTFDate] = []

    private let facts: PageFacts
    private var best = Int.max

    /// The dates of a page.
    init(_ facts: PageFacts) {
        self.facts = facts
        let near = max(0, facts.titleBlock - 8)..<min(facts.page.text.blocks.count, facts.titleBlock + 16)
        readElements(near)
        if published == nil { readLines(near) }
        if published == nil { readLabels() }
    }

    /// The printed date of publication that stands against one that the page's data gives; nil where both may be true.
    ///
    /// What a page prints may be the day of its last change, but not one before it was published: then the data tells
    /// when the page was moved, or made again.
    func contradiction(of declared: EDTFDate) -> EDTFDate? {
        guard let firmlyPublished, firmlyPublished.isEarlier(than: declared),
            candidates.allSatisfy({ $0.isEarlier(than: declared) || declared.isEarlier(than: $0) })
        else { return nil }
        return firmlyPublished
    }

    /// How far a paragraph stands from the headline; what stands above it counts as farther.
    private func distance(_ block: Int) -> Int {
        block >= facts.titleBlock ? block - facts.titleBlock : (facts.titleBlock - block) * 2
    }

    private mutating func readElements(_ near: Range<Int>) {
        let (tree, marks) = (facts.page.tree, facts.page.marks)
        for node in tree.nodes.indices where tree.nodes[node].tag == .time || marks.own[node].contains(.date)
        {
            let block = Int(facts.page.text.blocksBefore[node])
            guard near.contains(block), marks.marks[node].isDisjoint(with: .comments),
                Int(tree.nodes[node].end) - node < 60,
                // Only a `time` may be meant for machines alone.
                tree.nodes[node].tag == .time || !marks.marks[node].contains(.hidden)
            else { continue }
            let printed = tree.text(at: node)
            guard printed.utf8.count < 200 else { continue }
            let field = tree.value(of: .datetime, at: node)
                .flatMap { dateInField($0, isMonthFirst: facts.isMonthFirst) }
            if let field {
                note(field, labels(in: printed), at: block, isFirm: true)
            } else {
                readDates(printed, at: block, isFirm: true)
            }
        }
    }

    private mutating func readLines(_ near: Range<Int>) {
        for index in near {
            let block = facts.page.text.blocks[index]
            guard block.counts.words <= 30, facts.page.marks.marks[block.node].isDisjoint(with: .comments),
                // A link with more words than a date has is the headline of something else.
                block.linkDensity < 0.6 || block.counts.words <= 5
            else { continue }
            let line = String(decoding: facts.page.text.bytes[block.bytes], as: UTF8.self)
            readDates(line, at: index, isFirm: block.counts.words <= longestDateLine && block.form != .tr)
        }
    }

    /// Takes dates anywhere on the page that stand beside a word such as “published”, in that line or the next.
    private mutating func readLabels() {
        var label: PhraseClass = []
        for block in facts.page.text.blocks {
            guard block.counts.words <= 15 else {
                label = []
                continue
            }
            let line = String(decoding: facts.page.text.bytes[block.bytes], as: UTF8.self)
            let own = labels(in: line)
            let found = own.isEmpty ? label : own
            if !found.isEmpty, let date = dateInField(line, isMonthFirst: facts.isMonthFirst) {
                if found.contains(.published) {
                    published = date
                    return
                }
                modified = modified ?? date
            }
            label = block.counts.words <= 3 ? own : []
        }
    }

    /// Takes the dates of a short text, each with what is said before it.
    private mutating func readDates(_ line: String, at block: Int, isFirm: Bool) {
        let dates = datesInText(line, isMonthFirst: facts.isMonthFirst, limit: 4)
        var end = 0
        for date in dates {
            let said = String(decoding: Array(line.utf8)[end..<date.bytes.lowerBound], as: UTF8.self)
            note(date.date, labels(in: said), at: block, isFirm: isFirm)
            end = date.bytes.upperBound
        }
    }

    /// Takes a date: of those of publication the one that is nearest to the headline, but first those that say so.
    private mutating func note(_ date: EDTFDate, _ label: PhraseClass, at block: Int, isFirm: Bool) {
        if label.contains(.updated) {
            modified = modified ?? date
            return
        }
        candidates.append(date)
        let rank = label.contains(.published) ? distance(block) - labelWorth : distance(block)
        guard rank < best else { return }
        best = rank
        published = date
        firmlyPublished = isFirm && distance(block) <= farthestFirm ? date : firmlyPublished
    }

    /// What a text says of the date that follows, or stands within it: the last label counts.
    private func labels(in text: String) -> PhraseClass {
        var words: [Word] = []
        let bytes = Array(text.utf8)
        collectWords(in: 0..<bytes.count, of: bytes.span, into: &words)
        for index in words.indices.reversed() {
            let classes = PhraseTable.standard.match(at: index, in: words)?.classes ?? []
            let label = classes.intersection([.published, .updated])
            if !label.isEmpty { return label }
        }
        return []
    }
}

extension EDTFDate {
    /// Whether its day is before that of another date in every time zone.
    fileprivate func isEarlier(than other: EDTFDate) -> Bool {
        guard let start = earliest?.seconds, let end = other.earliest?.seconds else { return false }
        return end - start >= 2 * 86_400
    }
}

/// A label outweighs so many paragraphs between a date and the headline.
private let labelWorth = 3

/// A date that stands farther is not taken against what the page's data says.
private let farthestFirm = 8

/// A line with more words says something else beside its date.
private let longestDateLine = 9
