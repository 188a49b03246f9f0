import Gold

/// Mistakes as lines that a person can read: what is wrong, then the passage with what was annotated and found.
///
/// In the passage `⟦ ⟧` stand around the words of the quote, `⟨ ⟩` around its cue, and `⟪ ⟫` around its attribution.
struct MistakeListing {
    /// How many characters of context stand before and after the quote.
    private static let context = 80

    private let text: AnnotatedText
    private let scalars: [Unicode.Scalar]

    init(_ text: AnnotatedText) {
        self.text = text
        scalars = Array(text.text.unicodeScalars)
    }

    /// The lines of some mistakes, in their order.
    func lines(_ mistakes: [Mistake]) -> String {
        mistakes.map { heading($0) + "\n" + passages($0) + "\n" }.joined()
    }

    /// `text:612: missed, indirect, said by Mara Lind`.
    private func heading(_ mistake: Mistake) -> String {
        var words = "\(text.id):\(mistake.start): "
        switch mistake.kind {
        case .missed: words += "missed"
        case .invented: words += "invented"
        case .words: words += "wrong words"
        case .speaker: words += "wrong speaker"
        }
        guard let unit = mistake.annotated ?? mistake.found else { return words }
        words += ", \(unit.kind.rawValue)"
        let speaker = unit.speaker ?? "nobody named"
        guard mistake.kind == .speaker else { return words + ", by " + speaker }
        return words + ", by \(speaker), found as by \(mistake.found?.speaker ?? "nobody named")"
    }

    private func passages(_ mistake: Mistake) -> String {
        var lines = ""
        if let unit = mistake.annotated { lines += "    gold   " + passage(unit) + "\n" }
        if let unit = mistake.found { lines += "    found  " + passage(unit) + "\n" }
        return lines
    }

    /// The words of a quote in their context, marked, in one line.
    private func passage(_ unit: ScoredUnit) -> String {
        var marks: [(offset: Int, order: Int, mark: Unicode.Scalar)] = []
        for (spans, open, close) in [
            (unit.spans, "⟦", "⟧"), (unit.attribution, "⟪", "⟫"), (unit.cue, "⟨", "⟩"),
        ] as [([Range<Int>], Unicode.Scalar, Unicode.Scalar)] {
            for span in spans where !span.isEmpty {
                marks.append((span.lowerBound, 1, open))
                marks.append((span.upperBound, 0, close))
            }
        }
        let places = marks.map(\.offset)
        let first = max(0, (places.min() ?? 0) - MistakeListing.context)
        let last = min(scalars.count, (places.max() ?? 0) + MistakeListing.context)
        marks.sort { ($0.offset, $0.order) < ($1.offset, $1.order) }
        var line = String.UnicodeScalarView()
        var next = 0
        for offset in first...last {
            while next < marks.count, marks[next].offset == offset {
                line.append(marks[next].mark)
                next += 1
            }
            if offset < last { line.append(scalars[offset] == "\n" ? "¶" : scalars[offset]) }
        }
        return (first > 0 ? "… " : "") + String(line) + (last < scalars.count ? " …" : "")
    }
}
