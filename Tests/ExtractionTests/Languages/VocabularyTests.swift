import Testing

@testable import Extraction

@Test(
    "Every heading of the word lists names known classes, above words of one token",
    arguments: Vocabulary.englishWords)
func wordLists(path: String) {
    let list = WordList(carried: path)
    #expect(!list.lines.isEmpty)
    #expect(Vocabulary.problems(inWords: list) == [])
}

@Test(
    "Every line of the cues has its columns, a known act, known frames, and forms that no other line contradicts"
)
func cueList() {
    let list = WordList(carried: Vocabulary.englishCues)
    #expect(!list.lines.isEmpty)
    #expect(Vocabulary.problems(inCues: list) == [])
}

@Test(
    "Every entry of the words of time has a kind and a meaning",
    arguments: [Vocabulary.englishDates, Vocabulary.russianDates, Vocabulary.ukrainianDates])
func dateList(path: String) {
    let list = WordList(carried: path)
    #expect(!list.lines.isEmpty)
    #expect(Vocabulary.problems(inDates: list) == [])
}

@Test(
    "What is wrong with a list of words is told",
    arguments: [
        ("[nuon]\nfoo", "no class is called “nuon”"), ("foo, bar", "stands below no heading"),
        ("[person]\nfirst lady", "is more than one word"),
    ])
func wrongWords(text: String, problem: String) throws {
    let problems = Vocabulary.problems(inWords: WordList(text: text))
    #expect(problems.count == 1)
    #expect(try #require(problems.first).contains(problem))
}

@Test(
    "What is wrong with a list of cues is told",
    arguments: [
        ("say says said | say | quotation", "has not four columns"),
        ("say says said | | sya | quotation", "no act is called “sya”"),
        ("say says said | | say | quottion", "no frame is called “quottion”"),
        ("say says said | | say |", "has no frame"),
        ("say says said saying said said | | say | clause", "has too many forms"),
        ("look looks looked | up to | praise | object", "is more than one word"),
        ("find finds found | | report | that\nfound founds founded | | say | object", "“found” is one form"),
    ])
func wrongCues(text: String, problem: String) throws {
    let problems = Vocabulary.problems(inCues: WordList(text: text))
    #expect(problems.count == 1)
    #expect(try #require(problems.first).contains(problem))
}

@Test(
    "What is wrong with a list of words of time is told",
    arguments: [
        ("[mnth]\n1: january", "no kind"), ("[month]\njanuary", "has no value"),
        ("[relation]\nbefore last: last", "means nothing"),
        ("[holiday]\n13-40: lantern day", "means nothing"),
    ])
func wrongDates(text: String, problem: String) throws {
    let problems = Vocabulary.problems(inDates: WordList(text: text))
    #expect(problems.count == 1)
    #expect(try #require(problems.first).contains(problem))
}

@Test("A list knows its headings, and passes over comments and blank lines")
func reading() {
    let list = WordList(text: "# a comment\n\n[one two]\nfoo, bar # and why\r\n\n[three]\n  baz  \n")
    #expect(list.lines.map(\.heading) == ["one two", "three"])
    #expect(list.lines.map(\.text) == ["foo, bar", "baz"])
    #expect(WordList(carried: "lexicon/none.txt").lines.isEmpty)
}

@Test("A word is found whatever its case, and one in no list is unknown")
func lookUp() {
    func number(_ word: String) -> Int16 {
        let bytes = Array(word.utf8)
        return Vocabulary.english.lookUp(bytes, 0..<bytes.count)
    }
    #expect(number("said") != Vocabulary.unknown)
    #expect(number("Said") == number("said"))
    #expect(number("SAID") == number("said"))
    #expect(number("quoxle") == Vocabulary.unknown)
    #expect(number("") == Vocabulary.unknown)
    #expect(Vocabulary.english[number("told")].form == .past)
    #expect(Vocabulary.english[number("read")].form == .past)
}
