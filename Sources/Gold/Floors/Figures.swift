import Statements

/// The figures by which the engine is judged on a corpus: percentages to one place, F1 where nothing else is said.
public struct Figures: Hashable, Sendable {
    /// One of them.
    public struct Figure: Hashable, Sendable {
        /// What it tells, in words.
        public let name: String
        /// Its value, in tenths of a per cent.
        public let tenths: Int

        /// A figure with a name.
        public init(_ name: String, tenths: Int) {
            self.name = name
            self.tenths = tenths
        }
    }

    /// All of them, in a fixed order.
    public let all: [Figure]

    /// Figures that are known.
    public init(_ all: [Figure]) {
        self.all = all
    }

    /// What an engine comes to, which finds `quotes` in a text.
    ///
    /// *All* takes every quote, beliefs too. *Speech* leaves beliefs out, by the class that is annotated; so do
    /// *quoted*, which takes quoted strings of four words or more alone, and *named*, which asks who the speaker is.
    public init(of corpus: GoldCorpus, quotes: (AnnotatedText) -> [Quote]) {
        var all = Score(ScoringOptions())
        var speech = Score(ScoringOptions(speech: .category))
        var quoted = Score(ScoringOptions(unit: .quoted, minimumWords: 4, speech: .category))
        var named = Score(ScoringOptions(speech: .category, isNamed: true))
        for text in corpus.texts {
            let found = quotes(text)
            all.add(Scorer(all.options).compare(text, with: found))
            speech.add(Scorer(speech.options).compare(text, with: found))
            quoted.add(Scorer(quoted.options).compare(text, with: found))
            named.add(Scorer(named.options).compare(text, with: found))
        }
        func figure(_ name: String, _ share: Double) -> Figure {
            Figure(name, tenths: Gold.tenths(ofPercent: share))
        }
        self.all = [
            figure("direct, exact", all[.direct].exact.f1),
            figure("direct, overlap", all[.direct].overlap.f1),
            figure("mixed, overlap", all[.mixed].overlap.f1),
            figure("indirect, overlap", all[.indirect].overlap.f1),
            figure("all, overlap", all[.all].overlap.f1),
            figure("all, end to end", all[.all].endToEnd.f1),
            figure("speech, overlap", speech[.all].overlap.f1),
            figure("speech, end to end", speech[.all].endToEnd.f1),
            figure("speech, right speaker if found", speech[.all].rightSpeaker),
            figure("quoted, end to end", quoted[.all].endToEnd.f1),
            figure("named, end to end", named[.all].endToEnd.f1),
            figure("named, right speaker if found by name", named[.byName].rightSpeaker),
            figure(
                "named, right speaker if found by pronoun or description", named[.byDescription].rightSpeaker),
        ]
    }
}
