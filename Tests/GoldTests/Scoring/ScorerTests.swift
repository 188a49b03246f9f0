import Statements
import Testing

@testable import Gold

@Suite("Quotes are compared word by word, and speakers by their words or by name")
struct ScorerTests {
    @Test("The counts", arguments: cases)
    func counts(scored: ScoredCase) throws {
        let comparison = try scored.comparison()
        var score = Score(scored.options)
        score.add(comparison)
        let all = score[.all]
        let counts =
            "\(all.annotated) \(all.annotatedFound) \(all.annotatedExact) \(all.annotatedWhole) | "
            + "\(all.found) \(all.foundAnnotated) \(all.foundExact) \(all.foundWhole) | "
            + "\(all.attributedRight)/\(all.attributed) | \(all.silentRight)/\(all.silent) | "
            + "\(score.wordsAnnotatedFound)/\(score.wordsAnnotated) "
            + "\(score.wordsFoundAnnotated)/\(score.wordsFound)"
        #expect(counts == scored.counts)
    }

    @Test("The kinds of quotes are counted by themselves, each side by the marks around its own words")
    func kinds() throws {
        let scored = ScoredCase(
            "kinds", "Lind said “⟦1 so⟧” and ⟦2 that “a joke” was no plan⟧ and ⟦3 that it rained⟧.",
            "Lind said “⟦1 so⟧” and that “⟦2 a joke⟧” was no plan and ⟦3 that it rained⟧.", "")
        var score = Score(scored.options)
        score.add(try scored.comparison())
        #expect(score[.direct].annotated == 1)
        #expect(score[.direct].found == 2)
        #expect(score[.mixed].annotated == 1)
        #expect(score[.mixed].found == 0)
        #expect(score[.indirect].overlap.f1 == 1)
        #expect(score[.all].overlap.precision == 2.0 / 3)
    }

    @Test("By class, a belief need not be found, whatever its cue is")
    func category() throws {
        var quote = AnnotatedQuote(content: [10..<12], cue: [5..<9], category: .belief)
        let scorer = Scorer(ScoringOptions(speech: .category))
        func annotated() -> Int {
            let text = AnnotatedText(id: "a", text: "Lind said so.", quotes: [quote])
            return scorer.compare(text, with: []).tally(of: .all).annotated
        }
        #expect(annotated() == 0)
        quote.category = .speech
        #expect(annotated() == 1)
        quote.category = nil
        #expect(annotated() == 1)
    }

    @Test("A found quote whose offsets lie outside of the text does no harm")
    func outside() {
        let far = Passage(start: 10, end: 9_000, exact: "")
        let quote = Quote(kind: .direct, segments: [far], attribution: far, confidence: 1)
        let text = AnnotatedText(
            id: "a", text: "Lind said so.", quotes: [AnnotatedQuote(content: [10..<12])])
        #expect(Scorer().compare(text, with: [quote]).tally(of: .all).foundExact == 1)
    }

    private static let cases: [ScoredCase] = [
        ScoredCase(
            "Marks and commas at the edges do not matter",
            "“⟦1 We will not sail,⟧” ⟪1 Lind⟫ ⟨1 said⟩.",
            "⟦1 “We will not sail⟧,” ⟪1 Lind⟫ ⟨1 said⟩.",
            "1 1 1 1 | 1 1 1 1 | 1/1 | 0/0 | 4/4 4/4"),
        ScoredCase(
            "Half of the words is enough",
            "Lind ⟨1 said⟩ ⟦1 that four boats had failed⟧.",
            "Lind ⟨1 said⟩ that four ⟦1 boats had failed⟧.",
            "1 1 0 1 | 1 1 0 1 | 0/0 | 1/1 | 3/5 3/3"),
        ScoredCase(
            "A half that is no half is not",
            "Lind ⟨1 said⟩ ⟦1 that four boats had failed⟧.",
            "Lind ⟨1 said⟩ that four boats ⟦1 had failed⟧.",
            "1 0 0 0 | 1 0 0 0 | 0/0 | 0/0 | 2/5 2/2"),
        ScoredCase(
            "Of two that overlap the nearer is taken, and the other is wrong",
            "Lind said ⟦1 that four boats had failed⟧.",
            "Lind said ⟦1 that four boats had⟧ ⟦2 failed⟧.",
            "1 1 0 1 | 2 1 0 1 | 0/0 | 1/1 | 5/5 5/5"),
        ScoredCase(
            "A pair that is more alike goes before one that stands first",
            "Lind said ⟦1 that four boats had⟧ ⟦2 failed and sunk⟧.",
            "Lind said that ⟦1 four boats had⟧ failed ⟦2 and sunk⟧.",
            "2 2 0 2 | 2 2 0 2 | 0/0 | 2/2 | 5/7 5/5"),
        ScoredCase(
            "One quote that was split in two is found once",
            "“⟦1 We wait⟧,” Lind said. “⟦1 And wait and wait.⟧”",
            "“⟦1 We wait⟧,” Lind said. “⟦2 And wait and wait.⟧”",
            "1 1 0 1 | 2 1 0 1 | 0/0 | 1/1 | 6/6 6/6"),
        ScoredCase(
            "Split quotes are compared piece by piece where segments are asked for",
            "“⟦1 We wait⟧,” Lind said. “⟦1 And wait and wait.⟧”",
            "“⟦1 We wait⟧,” Lind said. “⟦2 And wait and wait.⟧”",
            options: ScoringOptions(unit: .segment),
            "2 2 2 2 | 2 2 2 2 | 0/0 | 2/2 | 6/6 6/6"),
        ScoredCase(
            "A direct segment is cut at its marks",
            "Lind: ⟦1 “We wait.” “And wait.”⟧",
            "Lind: “⟦1 We wait.⟧” “And wait.”",
            options: ScoringOptions(unit: .segment),
            "2 1 1 1 | 1 1 1 1 | 0/0 | 1/1 | 2/4 2/2"),
        ScoredCase(
            "Quoted strings are cut out of what stands around them",
            "Lind said ⟦1 that “a joke” was “no way to run a port”⟧.",
            "Lind said that “⟦1 a joke⟧” was “⟦2 no way to run a port⟧”.",
            options: ScoringOptions(unit: .quoted),
            "2 2 2 2 | 2 2 2 2 | 0/0 | 2/2 | 8/8 8/8"),
        ScoredCase(
            "What is shorter than asked for is left out on both sides",
            "Lind said ⟦1 that “a joke” was “no way to run a port”⟧.",
            "Lind said that “⟦1 a joke⟧” was “⟦2 no way to run a port⟧”.",
            options: ScoringOptions(unit: .quoted, minimumWords: 4),
            "1 1 1 1 | 1 1 1 1 | 0/0 | 1/1 | 6/6 6/6"),
        ScoredCase(
            "A quote without any word is none",
            "Lind said ⟦1 …⟧",
            "Lind said ⟦1 …⟧",
            "0 0 0 0 | 0 0 0 0 | 0/0 | 0/0 | 0/0 0/0"),
        ScoredCase(
            "A belief need not be found",
            "⟪1 Lind⟫ ⟨1 believes⟩ ⟦1 more will follow⟧. ⟪2 She⟫ ⟨2 said⟩ ⟦2 so⟧.",
            "Lind believes more will follow. ⟪1 She⟫ ⟨1 said⟩ ⟦1 so⟧.",
            options: ScoringOptions(speech: .cueWord),
            "1 1 1 1 | 1 1 1 1 | 1/1 | 0/0 | 1/1 1/1"),
        ScoredCase(
            "A belief may be found",
            "⟪1 Lind⟫ ⟨1 believes⟩ ⟦1 more will follow⟧. ⟪2 She⟫ ⟨2 said⟩ ⟦2 so⟧.",
            "⟪1 Lind⟫ believes ⟦1 more will follow⟧. She said so.",
            options: ScoringOptions(speech: .cueWord),
            "1 0 0 0 | 0 0 0 0 | 0/0 | 0/0 | 0/1 0/0"),
        ScoredCase(
            "A belief may be found in part, where half of what was found is in it",
            "⟪1 Lind⟫ ⟨1 hopes⟩ ⟦1 for rain and for wind from the north⟧.",
            "Lind hopes for rain and for wind from ⟦1 the north⟧.",
            options: ScoringOptions(speech: .cueWord),
            "0 0 0 0 | 0 0 0 0 | 0/0 | 0/0 | 0/0 0/0"),
        ScoredCase(
            "A belief counts where nothing is asked",
            "⟪1 Lind⟫ ⟨1 believes⟩ ⟦1 more will follow⟧.",
            "Lind believes more will follow.",
            "1 0 0 0 | 0 0 0 0 | 0/0 | 0/0 | 0/3 0/0"),
        ScoredCase(
            "A quotation without cue is speech, and what is not quoted is none",
            "“⟦1 We wait.⟧” ⟦2 The boats are old⟧.",
            "“We wait.” The boats are old.",
            options: ScoringOptions(speech: .cueWord),
            "1 0 0 0 | 0 0 0 0 | 0/0 | 0/0 | 0/2 0/0"),
        ScoredCase(
            "A colon is a cue of a quotation",
            "Lind⟨1 :⟩ “⟦1 We wait.⟧” Aske⟨2 :⟩ ⟦2 we wait⟧.",
            "Lind: “We wait.” Aske: we wait.",
            options: ScoringOptions(speech: .cueWord),
            "1 0 0 0 | 0 0 0 0 | 0/0 | 0/0 | 0/2 0/0"),
        ScoredCase(
            "Forms of the verbs of speech are known",
            "She ⟨1 denies⟩ ⟦1 it⟧, ⟨2 was urging⟩ him ⟦2 to go⟧, ⟨3 Announced⟩ ⟦3 a plan⟧ and ⟨4 wanted⟩ ⟦4 more⟧.",
            "She denies it, was urging him to go, Announced a plan and wanted more.",
            options: ScoringOptions(speech: .cueWord),
            "3 0 0 0 | 0 0 0 0 | 0/0 | 0/0 | 0/5 0/0"),
        ScoredCase(
            "The attribution is right where it shares a word",
            "⟪1 harbour pilot Jon Aske⟫ ⟨1 said⟩ ⟦1 so⟧.",
            "harbour pilot Jon ⟪1 Aske⟫ ⟨1 said⟩ ⟦1 so⟧.",
            "1 1 1 1 | 1 1 1 1 | 1/1 | 0/0 | 1/1 1/1"),
        ScoredCase(
            "The head of the name will do",
            "Mara Lind rose. ⟪1 Lind⟫ ⟨1 said⟩ ⟦1 so⟧.",
            "Mara Lind rose. Lind ⟨1 said⟩ ⟦1 so⟧.",
            names: [1: "Mara Lind, chair of the union"],
            "1 1 1 1 | 1 1 1 1 | 1/1 | 0/0 | 1/1 1/1"),
        ScoredCase(
            "Where the text names nobody, the speaker's head is asked for",
            "“⟦1 We wait.⟧”",
            "“⟦1 We wait.⟧”",
            speakers: [1: AnnotatedSpeaker(name: "Mara Lind")],
            names: [1: "Ms Lind"],
            "1 1 1 1 | 1 1 1 1 | 1/1 | 0/0 | 2/2 2/2"),
        ScoredCase(
            "Another speaker is wrong",
            "⟪1 Lind⟫ ⟨1 said⟩ ⟦1 so⟧.",
            "Lind ⟨1 said⟩ ⟦1 so⟧.",
            names: [1: "Jon Aske"],
            "1 1 1 0 | 1 1 1 0 | 0/1 | 0/0 | 1/1 1/1"),
        ScoredCase(
            "No speaker on both sides is right",
            "It was ⟨1 announced⟩ ⟦1 that boats would go⟧. “⟦2 Go!⟧”",
            "It was announced ⟦1 that boats would go⟧. “⟦2 Go!⟧”",
            names: [2: "Jon Aske"],
            "2 2 2 1 | 2 2 2 1 | 0/0 | 1/2 | 5/5 5/5"),
        ScoredCase(
            "A name is right where one has all words of the other, and its last",
            "She ⟨1 said⟩ ⟦1 so⟧ and ⟨2 said⟩ ⟦2 no⟧.",
            "She said ⟦1 so⟧ and said ⟦2 no⟧.",
            speakers: [1: AnnotatedSpeaker(name: "Mara Lind"), 2: AnnotatedSpeaker(name: "Mara Lind")],
            names: [1: "Ms Lind", 2: "Mara"],
            options: ScoringOptions(isNamed: true),
            "2 2 2 1 | 2 2 2 1 | 1/2 | 0/0 | 2/2 2/2"),
        ScoredCase(
            "An alias is a right name; a pronoun never is",
            "She ⟨1 said⟩ ⟦1 so⟧ and ⟨2 said⟩ ⟦2 no⟧.",
            "She said ⟦1 so⟧ and said ⟦2 no⟧.",
            speakers: [
                1: AnnotatedSpeaker(name: "Mara Lind", aliases: ["the chair", "she"]),
                2: AnnotatedSpeaker(name: "Mara Lind", aliases: ["the chair", "she"]),
            ],
            names: [1: "The Chair", 2: "She"],
            options: ScoringOptions(isNamed: true),
            "2 2 2 1 | 2 2 2 1 | 1/2 | 0/0 | 2/2 2/2"),
        ScoredCase(
            "Quotes whose speaker is not known are left out on both sides where names are asked for",
            "She ⟨1 said⟩ ⟦1 so⟧ and it was ⟨2 said⟩ ⟦2 that boats would go⟧.",
            "She said ⟦1 so⟧ and it was said ⟦2 that boats would go⟧.",
            speakers: [1: AnnotatedSpeaker(name: "Mara Lind")],
            names: [1: "Lind’s"],
            options: ScoringOptions(isNamed: true),
            "1 1 1 1 | 1 1 1 1 | 1/1 | 0/0 | 1/1 1/1"),
        ScoredCase(
            "What was found without a name is wrong where names are asked for",
            "⟪1 Lind⟫ ⟨1 said⟩ ⟦1 so⟧.",
            "⟪1 Lind⟫ ⟨1 said⟩ ⟦1 so⟧.",
            speakers: [1: AnnotatedSpeaker(name: "Mara Lind", aliases: ["the chair"])],
            options: ScoringOptions(isNamed: true),
            "1 1 1 0 | 1 1 1 0 | 0/1 | 0/0 | 1/1 1/1"),
        ScoredCase(
            "Words may begin within a word, and have their own characters",
            "⟦1 A well\u{2011}known o'clock l’État x_y e\u{301}t 1½ Ⅷ⟧",
            "A well\u{2011}⟦1 known o'clock l’État x_y e\u{301}t 1½ Ⅷ⟧",
            "1 1 0 1 | 1 1 0 1 | 0/0 | 1/1 | 8/10 8/9"),
        ScoredCase(
            "Each word counts once, however often it was found",
            "Lind said ⟦1 that ⟦2 boats had failed⟧⟧.",
            "Lind said ⟦1 that boats⟧ ⟦2 had failed⟧.",
            "2 2 0 2 | 2 2 0 2 | 0/0 | 2/2 | 4/4 4/4"),
    ]
}
