import Testing

@testable import Extraction

@Test(
    "A sentence ends where one does",
    arguments: [
        "It rained. |It snowed! |Did it hail?",
        "Mr. Holt met Dr. Lind at St. Anne. |They ate.",
        "It cost 3.50 crowns in the U.S. Senate.",
        "He moved to the U.S. |The Senate met.",
        "J. R. Holt spoke. |So did I. |Nobody heard.",
        "“We stay.” |She left.",
        "(It rained.) |It snowed.",
        "“Why?” she asked. |“No idea!” |He laughed.",
        "We waited… and waited.", "We waited… |Then we left.",
        "It rained.It snowed.",
        "The boat no. 7 sank. |7 people swam.",
        "“We stay!” |“We go!”",
        "He said: “We stay. |We wait.” |Then he left.",
        "ELIN, May 3 (Plains Wire) — |It rained. |It snowed.",
        "STILLWATER BEND — |It rained.",
        "NATO met — and left.",
        "Прошёл дождь. |Выпал снег.",
    ])
func sentences(marked: String) {
    let expected = marked.split(separator: "|").map { String($0) }
    let text = TokenizedText(document(marked.filter { $0 != "|" }), vocabulary: .english)
    #expect(
        text.sentences.map { text.string($0) }
            == expected.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 })
}

@Test("A sentence reaches over no end of a paragraph, and its place can be looked up")
func placesOfSentences() {
    let text = TokenizedText(document("It rained all day\nIt snowed. It hailed."), vocabulary: .english)
    #expect(text.sentences.count == 3)
    for token in text.tokens.indices {
        #expect(text.sentence(containing: token).contains(token))
        #expect(text.paragraphs[text.paragraphIndex(of: token)].tokens.contains(token))
    }
}

@Test("A text without a full stop is cut all the same, so that no sentence grows without bound")
func endlessSentence() {
    let text = TokenizedText(
        document(String(repeating: "and on ", count: 5_000)), vocabulary: .english)
    #expect(text.sentences.allSatisfy { $0.count < 1_000 })
    #expect(text.sentences.first?.lowerBound == 0 && text.sentences.last?.upperBound == text.tokens.count)
    for (one, next) in zip(text.sentences, text.sentences.dropFirst()) {
        #expect(one.upperBound == next.lowerBound)
    }
}
