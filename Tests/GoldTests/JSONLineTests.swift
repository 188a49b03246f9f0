import EDTF
import Foundation
import Gold
import Statements
import TestSupport
import Testing

@Suite("Lines of JSON are read as annotated texts")
struct JSONLineTests {
    private func read(_ lines: String) throws -> [AnnotatedText] {
        try AnnotatedText.texts(jsonLines: Data(lines.utf8), file: "a.jsonl")
    }

    @Test("Every member is read, what is missing is nil, and what is not known is passed over")
    func members() throws {
        let text = try #require(
            try read(
                """
                {"id": "a", "publisher": "Sound Wire", "date": "2025-03-14", "title": "Crews", "annotator": 7, \
                "text": "Crews\\n\\n“So,” said Lind. Go.", "discard": [[23, 26]], "quotes": [{"content": [[8, 11]], \
                "type": "direct", "cue": [[13, 17]], "source": [[18, 22]], "speaker": "Mara Lind", \
                "speaker_aliases": ["Lind"], "speaker_kind": "name"}, {"content": [[24, 26]], "speaker": null}]}

                """
            ).first)
        let lind = AnnotatedSpeaker(name: "Mara Lind", aliases: ["Lind"])
        #expect(text.outlet == "Sound Wire")
        #expect(text.published == EDTFDate("2025-03-14"))
        #expect(text.title == "Crews")
        #expect(text.genre == nil)
        #expect(text.discarded == [23..<26])
        #expect(text.speakers == [lind])
        #expect(
            text.quotes == [
                AnnotatedQuote(
                    content: [8..<11], cue: [13..<17], attribution: [18..<22], speaker: lind, reference: .name
                ),
                AnnotatedQuote(content: [24..<26]),
            ])
    }

    @Test("Blank lines are passed over; offsets count code points")
    func lines() throws {
        let line = #"{"id": "a", "text": "\ud83d\ude00e\u0301x", "quotes": [{"content": [[3, 4]]}]}"#
        let texts = try read("\n" + line + "\n \n" + line + "\n")
        #expect(texts.count == 2)
        #expect(words(texts[0].quotes[0].content[0], of: texts[0].text) == "x")
    }

    @Test(
        "What is wrong is told with its line",
        arguments: [
            (#"{"id": "a", "quotes": []}"#, "“text” is missing"),
            (#"{"id": "a", "text": "so"}"#, "“quotes” is missing"),
            (#"{"id": "a", "text": 7, "quotes": []}"#, "“text” has the wrong type"),
            (#"{"id": "a", "text": "so", "quotes": [{"content": [[0, 3]]}]}"#, "the span [0, 3]"),
            (#"{"id": "a", "text": "so", "quotes": [{"content": [[2, 1]]}]}"#, "the span [2, 1]"),
            (#"{"id": "a", "text": "so", "quotes": [{"content": [[-1, 1]]}]}"#, "the span [-1, 1]"),
            (#"{"id": "a", "text": "so", "quotes": [{"content": [[1]]}]}"#, "the span [1]"),
            (
                #"{"id": "a", "text": "so", "quotes": [{"content": [], "cue": [[0, 9]]}]}"#,
                "“cue” has the span"
            ),
            (#"{"id": "a", "text": "so", "date": "soon", "quotes": []}"#, "“date” is no date"),
            (#"{"id": "a", "text": "so", "quotes": [{"content": [], "class": "dream"}]}"#, "not known"),
            (#"[1, 2]"#, "wrong type"),
            (#"{"id": "a""#, "not a JSON object"),
        ])
    func errors(line: String, problem: String) {
        let error = #expect(throws: GoldError.self) { try read("\n" + line + "\n") }
        #expect(error?.line == 2)
        #expect(error?.problem.contains(problem) == true, "\(String(describing: error))")
    }

    @Test("A folder gives its texts in the order of their names; one id twice is an error")
    func corpus() throws {
        let texts = try GoldCorpus(paths: [sampleTexts]).texts
        #expect(texts.map(\.id) == ["ferry-inspection", "school-roof"])
        let folder = TemporaryFolder()
        let lines = try folder.write(
            texts.map { String(decoding: $0.jsonLine, as: UTF8.self) }.joined(), to: "a.jsonl")
        #expect(try GoldCorpus(paths: [lines]).texts.map(\.id) == texts.map(\.id))
        #expect(throws: GoldError.self) { try GoldCorpus(paths: [sampleTexts, lines]) }
        #expect(throws: GoldError.self) { try GoldCorpus(paths: [folder.path + "/none"]) }
        #expect(try GoldCorpus(paths: [folder.path]).texts.isEmpty)
    }
}
