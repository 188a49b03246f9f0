import ArgumentParser
import Extraction
import Gold

/// How well the engine does on annotated texts.
struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Compare what the engine finds with what is annotated.",
        discussion: """
            EXAMPLES:
              quoth-train score Fixtures/gold
              quoth-train score --speech corpus.jsonl
              quoth-train score --unit quoted --min-words 4 corpus.jsonl
              quoth-train score --named --errors Fixtures/gold | less

            exact: the same words. overlap: half of them. attr.cond: the right speaker, of those found that have one. \
            e2e: found, and the right speaker. null: found without a speaker, of those that have none. P is precision, \
            R is recall, F1 their harmonic mean.
            """)

    @OptionGroup var corpus: CorpusArgument

    @Flag(help: "Leave out annotated quotes whose cue is no word of speech, by a list of verbs.")
    var speech = false

    @Flag(help: "Leave out annotated quotes of the class belief.")
    var uttered = false

    @Option(help: "What to compare: a quote, a segment, or each quoted string by itself.")
    var unit = ScoringOptions.Unit.quote

    @Option(name: .customLong("min-words"), help: "Leave out what is shorter than this many words.")
    var minimumWords = 0

    @Flag(help: "Compare who the speaker is, by name, and not the words that name the speaker in the text.")
    var named = false

    @OptionGroup var engine: EngineArguments

    @Flag(help: "List what is wrong, with its context, before the table.")
    var errors = false

    @Option(help: "Of what is wrong, list only this kind: missed, invented, words or speaker.")
    var only: Mistake.Kind?

    func validate() throws {
        if only != nil, !errors { throw ValidationError("--only goes with --errors") }
        if speech, uttered { throw ValidationError("give one of --speech and --uttered") }
        if minimumWords < 0 { throw ValidationError("--min-words can't be less than 0") }
    }

    func run() throws {
        let extractor = try engine.extractor()
        let scorer = Scorer(
            ScoringOptions(
                unit: unit, minimumWords: minimumWords,
                speech: speech ? .cueWord : uttered ? .category : nil, isNamed: named))
        var score = Score(scorer.options)
        for text in try corpus.corpus().texts {
            let comparison = scorer.compare(text, with: extractor.quotes(in: text))
            score.add(comparison)
            if errors {
                let mistakes = comparison.mistakes.filter { only == nil || $0.kind == only }
                StandardStreams.show(MistakeListing(text).lines(mistakes))
            }
        }
        StandardStreams.show(score.table)
    }
}

extension ScoringOptions.Unit: ExpressibleByArgument {}
extension Mistake.Kind: ExpressibleByArgument {}
