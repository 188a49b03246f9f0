import ArgumentParser
import Gold

/// Annotated texts as lines of JSON.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Print annotated texts as lines of JSON.",
        discussion: """
            EXAMPLES:
              quoth-train convert Fixtures/gold > gold.jsonl

            Each line is {"id", "text", "date", "publisher", "genre", "quotes"}; a quote has its spans under "content", \
            "cue" and "source", in code points, and "speaker", "speaker_aliases", "speaker_type" (person or group), \
            "speaker_kind" (how it is referred to: name or pron/nominal), "occasion" and "class" (speech or belief).
            """)

    @OptionGroup var corpus: CorpusArgument

    func run() throws {
        for text in try corpus.corpus().texts { StandardStreams.write(Array(text.jsonLine)) }
    }
}
