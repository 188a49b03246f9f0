import EDTF
import Foundation
import Gold
import Statements
import TestSupport
import Testing

@Suite("An annotated text comes back as it was written")
struct RoundTripLaws {
    @Test("A file in the project's own style comes back letter for letter")
    func markup() throws {
        for text in try GoldCorpus(paths: [sampleTexts]).texts {
            let written = try String(contentsOfFile: sampleTexts + "/" + text.id + ".txt", encoding: .utf8)
            #expect(try text.markup() == written)
        }
    }

    @Test("With marks", arguments: 0..<200)
    func marks(seed: Int) throws {
        let text = RandomText(seed: seed).text
        let markup = try text.markup()
        let again = try AnnotatedText(id: text.id, markup: markup, file: "a.txt")
        #expect(again == text, "\(markup)")
        #expect(try again.markup() == markup)
    }

    @Test("As a line of JSON", arguments: 0..<200)
    func json(seed: Int) throws {
        var text = RandomText(seed: seed).text
        text.discarded = [0..<min(1, text.text.unicodeScalars.count)]
        let again = try AnnotatedText.texts(jsonLines: text.jsonLine, file: "a.jsonl")
        // Speakers that say nothing are not told in JSON.
        var known: Set<AnnotatedSpeaker> = []
        text.speakers = text.quotes.compactMap(\.speaker).filter { known.insert($0).inserted }
        #expect(again == [text])
    }

    @Test("What marks can't tell is refused")
    func refusals() throws {
        let text = try #require(try GoldCorpus(paths: [sampleTexts]).texts.first)
        var marked = text
        marked.text = "⟦1 so⟧"
        #expect(throws: GoldError.self) { try marked.markup() }
        var crossing = text
        crossing.quotes[0].content = [0..<10]
        crossing.quotes[0].cue = [5..<12]
        #expect(throws: GoldError.self) { try crossing.markup() }
        var outside = text
        outside.quotes[0].content = [0..<100_000]
        #expect(throws: GoldError.self) { try outside.markup() }
        var nameless = text
        nameless.outlet = nil
        #expect(throws: GoldError.self) { try nameless.markup() }
    }
}

/// An annotated text of random words, marks and names, as the format with marks can hold it.
private struct RandomText {
    private(set) var text: AnnotatedText

    init(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed) + 1)
        let names = [
            "Mara Lind", "the union", "Lind: the chair", "a \"boss\"", "№ 7", "null", "Ґанна’s – 'x' {y}",
            "- a", "~",
            "e\u{301}té #1", "back\\slash", "tab\there", "zero\u{200B}width",
        ].shuffled(using: &generator)
        let speakers = names.prefix(Int.random(in: 0...names.count, using: &generator)).map {
            AnnotatedSpeaker(
                name: $0, kind: Bool.random(using: &generator) ? .group : .person,
                aliases: Array(names.suffix(Int.random(in: 0...2, using: &generator))))
        }
        text = AnnotatedText(
            id: "text-\(seed)", text: RandomText.body(&generator), published: EDTFDate("2025-03-14"),
            outlet: "Sound, Wire: No. 1", genre: "wire report", speakers: speakers)
        let pieces = RandomText.pieces(of: text.text)
        for start in pieces.indices.dropLast(3) where Int.random(in: 0..<4, using: &generator) == 0 {
            text.quotes.append(quote(pieces[start...], &generator))
        }
    }

    /// A quote whose parts stand behind one another.
    private func quote(
        _ pieces: ArraySlice<Range<Int>>, _ generator: inout SeededGenerator
    ) -> AnnotatedQuote {
        let places = Array(pieces)
        var quote = AnnotatedQuote(content: [places[0]], category: .speech)
        if Bool.random(using: &generator) { quote.cue = [places[1]] }
        if Bool.random(using: &generator) { quote.attribution = [places[2]] }
        if Bool.random(using: &generator) { quote.content.append(places[3]) }
        if Bool.random(using: &generator) { quote.category = .belief }
        quote.occasion = ["2025-03-12", "2025-03", "2025-03~", "2025/..", nil]
            .randomElement(using: &generator)?.flatMap { EDTFDate($0) }
        quote.speaker = text.speakers.randomElement(using: &generator)
        // How the attribution refers to the speaker is read out of it, so that it is taken from there.
        var alone = text
        alone.quotes = [quote]
        let again = try? AnnotatedText(id: "", markup: alone.markup(), file: "")
        quote.reference = again?.quotes.first?.reference
        return quote
    }

    private static func body(_ generator: inout SeededGenerator) -> String {
        let words = [
            "Mara", "Lind", "said", "“we", "wait”", "e\u{301}té", "\u{1F1FA}\u{1F1E6}", "Їжак", "---",
            "\"so\"", "12", "—",
        ]
        return (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            (words.randomElement(using: &generator) ?? "")
                + ([" ", "\n", "\n\n", "  "].randomElement(using: &generator) ?? "")
        }.joined()
    }

    /// The places of the words.
    private static func pieces(of text: String) -> [Range<Int>] {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.split { scalars[$0].properties.isWhitespace }.map {
            $0.startIndex..<$0.endIndex
        }
    }
}
