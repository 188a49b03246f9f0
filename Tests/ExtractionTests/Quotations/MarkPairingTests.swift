import Statements
import Testing

@testable import Extraction

/// The quotations of a text with a paragraph a line: what stands between the marks, and how deep.
private struct Pairs {
    let all: [(words: String, depth: Int, goesOn: Bool)]

    init(_ text: String) {
        let tokenized = TokenizedText(document(text), vocabulary: .english)
        all = QuotationLayer(tokenized).quotations.map {
            (tokenized.string($0.inner), $0.depth, $0.continuesPrevious)
        }
    }

    /// What stands between outermost marks.
    var outermost: [String] { all.filter { $0.depth == 0 }.map(\.words) }
    /// What stands between inner marks.
    var inner: [String] { all.filter { $0.depth > 0 }.map(\.words) }
}

@Test(
    "Every kind of quotation mark opens and closes",
    arguments: [
        "“We stay,” she said.", "\"We stay,\" she said.", "‘We stay,’ she said.", "'We stay,' she said.",
        "«We stay,» she said.", "»We stay,« she said.", "„We stay,“ she said.", "„We stay,” she said.",
        "‟We stay,” she said.", "``We stay,'' she said.", "''We stay,'' she said.", "‹We stay,› she said.",
        "＂We stay,＂ she said.", "「We stay,」 she said.",
    ])
func everyMark(text: String) {
    #expect(Pairs(text).outermost == ["We stay,"])
}

@Test(
    "Marks that do not match close each other all the same",
    arguments: [
        "“We stay,\" she said. \"We wait.”", "\"We stay,” she said. “We wait.\"",
        "”We stay,” she said. ”We wait.”", "“We stay,“ she said. “We wait.“",
        "‘We stay,' she said. 'We wait.’", "„We stay,\" she said. \"We wait.“",
    ])
func marksThatDoNotMatch(text: String) {
    #expect(Pairs(text).outermost == ["We stay,", "We wait."])
}

@Test("A quotation that opens curly and closes straight ends before a name with an apostrophe")
func apostropheOfAName() {
    let text = "“Why is the ferry late?\" Tikhiy' Bereg asked the port. \"Will you row it yourself?”"
    #expect(Pairs(text).outermost == ["Why is the ferry late?", "Will you row it yourself?"])
}

@Test(
    "An apostrophe is no quotation mark",
    arguments: [
        ("The dockers' union said it wouldn't pay the captains' fees.", [String]()),
        ("The dockers’ union said it wouldn’t pay the captains’ fees.", []),
        ("In the '90s the boys' club played rock 'n' roll.", []),
        ("In the ’90s the boys’ club told ’em to leave ’til June.", []),
        ("Put’ Morya and Tikhiy' Bereg met the O'Dell brothers.", []),
        ("'The dockers' union won't pay,' she said.", ["The dockers' union won't pay,"]),
        ("‘It’s the sailors’ boat,’ he said.", ["It’s the sailors’ boat,"]),
        ("“It’s the sailors’ boat,” he said.", ["It’s the sailors’ boat,"]),
        ("\"That's the girls' own 'lantern' song,\" he said.", ["That's the girls' own 'lantern' song,"]),
    ])
func apostrophes(text: String, quotations: [String]) {
    #expect(Pairs(text).outermost == quotations)
}

@Test(
    "A quotation can hold another",
    arguments: [
        ("“He said ‘never’ to us,” she said.", "He said ‘never’ to us,", "never"),
        ("\"He said 'never' to us,\" she said.", "He said 'never' to us,", "never"),
        ("‘He said “never” to us,’ she said.", "He said “never” to us,", "never"),
        ("«He said “never” to us», she said.", "He said “never” to us", "never"),
        ("«He said „never“ to us», she said.", "He said „never“ to us", "never"),
        ("“He said “never” to us,” she said.", "He said “never” to us,", "never"),
        ("“He said \"never\" to us,” she said.", "He said \"never\" to us,", "never"),
    ])
func nested(text: String, outer: String, inner: String) {
    let pairs = Pairs(text)
    #expect(pairs.outermost == [outer])
    #expect(pairs.inner == [inner])
}

@Test("A quotation over several paragraphs opens in each, and closes in the last")
func severalParagraphs() {
    let pairs = Pairs("“We came in May.\n“We ate turnips.\n“We left in June,” she said.\n“Nobody asked why.”")
    #expect(
        pairs.outermost == ["We came in May.", "We ate turnips.", "We left in June,", "Nobody asked why."])
    #expect(pairs.all.map(\.goesOn) == [false, true, true, false])
}

@Test(
    "A mark that never closes swallows nothing behind it",
    arguments: [
        ("The board “met on Monday. Nobody spoke.\nThen it rose. “We stay,” she said.", ["We stay,"]),
        ("The board “met on Monday. “We stay,” she said.", ["We stay,"]),
        ("The board met.” “We stay,” she said.", ["We stay,"]),
        ("The board \"met on Monday.\nIt rose at noon.\n\"We stay,\" she said.\nIt rained.", ["We stay,"]),
        ("The board ‘met on Monday. “We stay,” she said.", ["We stay,"]),
        ("It was „cold. “We stay,” she said.", ["We stay,"]),
        ("“We stay,” she said. “Nobody leaves.\nIt rained all week.", ["We stay,", "Nobody leaves."]),
        ("“We stay. Nobody leaves.\nIt rained all week.", ["We stay. Nobody leaves."]),
    ])
func strayMark(text: String, quotations: [String]) {
    #expect(Pairs(text).outermost == quotations)
}

@Test(
    "Inches and feet are no quotation marks",
    arguments: [
        "A 6\" pipe and a 7\" plank fell. \"We stay,\" she said.",
        "A 6' wall and a 7' fence fell. 'We stay,' she said.",
        "A man of 6'2\" spoke. \"We stay,\" she said.",
    ])
func inches(text: String) {
    #expect(Pairs(text).outermost == ["We stay,"])
}

@Test("What a furniture paragraph opens, the article does not close")
func furnitureIsApart() {
    let text = "“We stay,” she said.\nRead more: “Ferries\nIt rained. “We wait,” he said."
    var paragraphs = document(text).paragraphs
    paragraphs[1] = Paragraph(bytes: paragraphs[1].bytes, kind: .notArticle)
    let tokenized = TokenizedText(Document(text: text, paragraphs: paragraphs), vocabulary: .english)
    let words = QuotationLayer(tokenized).quotations.map { tokenized.string($0.inner) }
    #expect(words == ["We stay,", "We wait,"])
}
