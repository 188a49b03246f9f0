import EDTF
import Extraction
import Gold
import Statements

/// What is told of a model beside it: from what it was learned, how, how good it is, and how far its confidence can be trusted.
struct ModelCard {
    /// The texts that it was learned from.
    var learned: GoldCorpus
    /// The texts that it was measured on, which it has not seen.
    var measured: GoldCorpus
    /// The first of the random numbers.
    var seed: UInt64
    var rounds: Int
    /// How many bytes the model has.
    var size: Int
    /// The engine with the model.
    var extractor: Extractor

    /// The card, in Markdown.
    var markdown: String {
        let quotes = learned.texts.reduce(0) { $0 + $1.quotes.count }
        let outlets = Set(learned.texts.compactMap(\.outlet)).sorted()
        let days = learned.texts.compactMap(\.published).map(\.description).sorted()
        let found = measured.texts.map { ($0, extractor.quotes(in: $0)) }
        return """
            # The model for English

            `en.model` finds cues, contents and attributions in English news, and says how far a quote can be trusted. It is read \
            by `Sources/Extraction/Tagging`, and was learned by `quoth-train train` with the seed \(seed), in \(rounds) rounds. \
            The same texts, seed and rounds \
            give the same bytes.

            - **What it is:** a logistic regression over words for cues, a linear-chain conditional random field over the tokens \
            around each cue, and two logistic regressions over what comes of both; features hashed, weights of eight bits; \
            \(size) bytes.
            - **Learned from:** \(learned.texts.count) news articles with \(quotes) annotated quotes, \
            \(days.first ?? "–") to \(days.last ?? "–")\(outlets.isEmpty ? "" : ", of " + outlets.joined(separator: ", ")). \
            The annotations are those of PolNeAR (Newell, Margolin & Ruths, LREC 2018). The articles carry no licence and belong to \
            their outlets: no sentence of them is in this project, only weights.
            - **Not for:** other languages, and texts that are no news. Where a text looks unlike news, the rules decide more.
            - **Biased towards:** politics in the United States of 2015 and 2016, of which all those articles tell.

            ## Figures

            F1 on \(measured.texts.count) articles that it has not seen; the columns are explained by `quoth-train score --help`.

            ```
            \(table(found, ScoringOptions()))
            ```

            Speech alone:

            ```
            \(table(found, ScoringOptions(speech: .cueWord)))
            ```

            ## How far its confidence can be trusted

            Of the quotes with a confidence, how many have half of the words and the right speaker, and how many just the words and the \
            right speaker. Quotes of beliefs count like the others.

            \(Reliability(found).markdown)

            """
    }

    private func table(_ found: [(AnnotatedText, [Quote])], _ options: ScoringOptions) -> String {
        var score = Score(options)
        for (text, quotes) in found { score.add(Scorer(options).compare(text, with: quotes)) }
        return score.table.split(separator: "\n").joined(separator: "\n")
    }
}
