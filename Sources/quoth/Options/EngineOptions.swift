import ArgumentParser
import Extraction

/// How the engine reads documents for statements.
struct EngineOptions: ParsableArguments {
    @Flag(help: "Take beliefs, wishes and intentions for statements, too.")
    var beliefs = false

    @Flag(help: "Use rules and word lists alone, without the learned model.")
    var rulesOnly = false

    /// The options of Extraction.
    var extraction: ExtractionOptions { ExtractionOptions(rulesOnly: rulesOnly, includesBeliefs: beliefs) }
}
