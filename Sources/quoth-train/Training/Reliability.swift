import Gold
import Statements

/// How often quotes are right, by the confidence that they carry.
struct Reliability {
    /// What became of the quotes with about the same confidence.
    struct Band {
        /// How many there are.
        var count = 0
        /// How many have half of an annotated quote's words and its speaker.
        var found = 0
        /// How many have all of its words, no others, and its speaker.
        var exact = 0
        /// The sum of their confidence.
        var confidence = 0.0
    }

    /// Ten bands, from a confidence of 0 to 0.1 up to one of 0.9 to 1.
    private(set) var bands: [Band] = Array(repeating: Band(), count: 10)

    /// The quotes that were found in annotated texts.
    init(_ found: [(text: AnnotatedText, quotes: [Quote])]) {
        for (text, quotes) in found {
            let verdicts = Scorer().compare(text, with: quotes).verdicts
            guard verdicts.count == quotes.count else { continue }
            for (quote, verdict) in zip(quotes, verdicts) {
                guard let verdict else { continue }
                let band = min(9, max(0, Int(quote.confidence * 10)))
                bands[band].count += 1
                bands[band].confidence += quote.confidence
                if verdict.isFound, verdict.isAttributed { bands[band].found += 1 }
                if verdict.isExact, verdict.isAttributed { bands[band].exact += 1 }
            }
        }
    }

    /// A table in Markdown.
    var markdown: String {
        var lines = [
            "| confidence | quotes | mean | found, right speaker | exact, right speaker |",
            "|---|---|---|---|---|",
        ]
        for (index, band) in bands.enumerated() where band.count > 0 {
            func percent(_ count: Int) -> String { "\((count * 1000 / band.count + 5) / 10) %" }
            let mean = Int((band.confidence / Double(band.count) * 100).rounded())
            lines.append(
                "| 0.\(index) – \(index == 9 ? "1.0" : "0.\(index + 1)") | \(band.count) | 0.\(mean < 10 ? "0" : "")\(mean) | "
                    + "\(percent(band.found)) | \(percent(band.exact)) |")
        }
        return lines.joined(separator: "\n")
    }
}
