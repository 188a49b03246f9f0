import EDTF
import Statements

/// Articles that nobody wrote, with as many dates as news has: about one in forty-five words.
struct DatedReports {
    private var generator = SeededGenerator(seed: 3)

    private static let dated = [
        "The council said on Monday that the ferries would stay in the harbour until the end of March.",
        "It rose by two percent in the third quarter from a year earlier, the second rise since 2019.",
        "They had met on Dec. 18, 2023, and again three weeks later, before the union left the talks.",
        "Last week the ministry promised that every station would open at 10 a.m. on 4 May.",
        "For the past two years, she told reporters on Thursday night, nobody had asked the crews.",
    ]

    private static let plain = [
        "The pier is older than the town, and most of those who work on it were born in sight of it.",
        "“We were never told what the new owner wants to do with the boats,” a spokeswoman for the crews said.",
        "Nobody at the company answered calls, and its office on the quay was closed to visitors.",
        "The mayor, who used to run the fish market, called the plan a gift to those who need it least.",
        "According to the union, the boats carry more passengers than all the buses of the county together.",
        "What is left of the fleet lies behind the lighthouse, where the water is deep enough in any weather.",
        "He denied that the money had been promised to anyone else, and accused the board of wasting it.",
        "The report lists nine boats, four of which have not been inspected by anyone from the registry.",
    ]

    /// A report of so many sentences.
    mutating func next(sentences: Int) -> Document {
        var text = ""
        var paragraphs: [Paragraph] = []
        for number in 0..<sentences {
            let isDated = Int.random(in: 0..<5, using: &generator) == 0
            let pool = isDated ? Self.dated : Self.plain
            let start = text.utf8.count
            text += pool.randomElement(using: &generator) ?? ""
            paragraphs.append(
                Paragraph(bytes: start..<text.utf8.count, kind: number == 0 ? .standfirst : .body))
            text += "\n"
        }
        var document = Document(text: text, paragraphs: paragraphs)
        document.metadata.published = EDTFDate("2024-02-16")
        document.metadata.language = "en"
        return document
    }
}
