import Archive
import EDTF
import Statements

/// Reports that nobody wrote, as many as wanted, always the same ones: a few thousand speakers, of whom few speak
/// often and most seldom; forty outlets; six years; words as frequent as in a language (Zipf's law).
struct InventedReports {
    /// How many statements a report has.
    static let statementsEach = 4

    private var generator = SeededGenerator(seed: 1)
    private var number = 0
    private let words: [String]
    private let speakers: [String]

    init() {
        let syllables = [
            "ka", "lo", "mi", "ren", "ta", "vo", "su", "dar", "pel", "in", "ost", "ugh", "ea", "nor",
        ]
        var generator = SeededGenerator(seed: 2)
        func word(_ count: Int) -> String {
            (0..<count).map { _ in syllables.randomElement(using: &generator) ?? "a" }.joined()
        }
        var words = [
            "the", "of", "and", "to", "we", "they", "that", "gate", "bread", "home", "домой", "м’ясо", "café",
        ]
        while words.count < 20_000 { words.append(word(Int.random(in: 1...4, using: &generator))) }
        self.words = words
        speakers = (0..<3_000).map { index in
            let first = word(2)
            let last = word(2)
            return (first.prefix(1).uppercased() + first.dropFirst()) + " "
                + (last.prefix(1).uppercased() + last.dropFirst()) + " \(index)"
        }
    }

    /// An index below `count`, small ones more often.
    private mutating func rank(below count: Int) -> Int {
        let uniform = Double.random(in: 0..<1, using: &generator)
        // The inverse of a distribution whose density falls as 1/x.
        var power = 1.0
        let exponent = uniform * 20
        var base = 2.0
        var whole = Int(exponent)
        while whole > 0 {
            if whole & 1 == 1 { power *= base }
            base *= base
            whole >>= 1
        }
        power *= 1 + (exponent - Double(Int(exponent)))
        return (Int(power) - 1) % count
    }

    private mutating func sentence(_ count: Int) -> String {
        (0..<count).map { _ in words[rank(below: words.count)] }.joined(separator: " ")
    }

    /// The next report.
    mutating func next() -> Recording {
        number += 1
        let day = CalendarDay(ordinal: 18_262 + Int.random(in: 0..<2_190, using: &generator))
        let published = EDTFDate("\(day)")
        var text = ""
        var offset = 0
        var proposals: [Recording.Proposal] = []
        func add(_ piece: String) -> Passage {
            let start = offset
            text += piece
            offset += piece.unicodeScalars.count
            return Passage(start: start, end: offset, exact: piece)
        }
        for statement in 0..<InventedReports.statementsEach {
            _ = add(sentence(24) + ". “")
            let quote = add(sentence(Int.random(in: 8...30, using: &generator)))
            _ = add(",” ")
            let name = speakers[rank(below: speakers.count)]
            let speaker = add(name)
            _ = add(" ")
            let cue = add("said")
            _ = add(".\n")
            proposals.append(
                .init(
                    quote: Quote(
                        kind: Int.random(in: 0..<10, using: &generator) == 0 ? .indirect : .direct,
                        segments: [quote], cue: Cue(passage: cue, act: .say), attribution: speaker,
                        speaker: Attributed(name: name, kind: .group, basis: .name, confidence: 0.9),
                        occasion: occasion(published: day), confidence: 0.9),
                    statement: statement))
        }
        var metadata = Metadata()
        metadata.url = "https://news.example/\(number)"
        metadata.publisher = "Outlet \(rank(below: 40))"
        metadata.published = published
        metadata.title = "Report \(number)"
        let document = Document(
            text: text, paragraphs: [Paragraph(bytes: 0..<text.utf8.count, kind: .body)], metadata: metadata)
        let source = Source(of: document)
        return Recording(
            source: source, version: Version(source: source.id, text: text, paragraphs: document.paragraphs),
            proposals: proposals, engine: "bench", captured: 1_700_000_000)
    }

    /// Mostly a day or so before; now and then only a year is known, or nothing.
    private mutating func occasion(published: CalendarDay) -> Occasion? {
        switch Int.random(in: 0..<100, using: &generator) {
        case 0: Occasion(date: EDTFDate("\(published.year)"), phrase: "this year", anchor: nil, rule: "bench")
        case 1..<50:
            Occasion(
                date: EDTFDate("\(published.adding(days: -Int.random(in: 0..<7, using: &generator)))"),
                phrase: "on Monday", anchor: nil, rule: "bench")
        default: nil
        }
    }
}
