extension Score {
    /// The score as a table, percentages to one place.
    public var table: String {
        var lines = [heading, Score.columns]
        for row in [Row.direct, .mixed, .indirect, .all] { lines.append(line(row)) }
        lines.append("content tokens P/R/F1 " + Score.percentages(words))
        if options.isNamed { lines += [line(.byName, "name "), line(.byDescription, "pron ")] }
        return lines.joined(separator: "\n") + "\n"
    }

    private var heading: String {
        var words = "docs \(texts)  predicted docs \(texts)  unit=\(options.unit.rawValue)"
        if options.minimumWords > 0 { words += " min-words=\(options.minimumWords)" }
        words += " jaccard>=\(options.overlap)"
        switch options.speech {
        case nil: break
        case .cueWord: words += " speech-only gold"
        case .category: words += " speech-only gold by class"
        }
        return words + (options.isNamed ? " named speakers" : "")
    }

    private static let columns =
        "type       gold  pred |  exact P/R/F1     | overlap P/R/F1    | attr.cond (n)  "
        + "| e2e P/R/F1        | null ok (n)"

    private func line(_ row: Row) -> String {
        let tally = self[row]
        let name = String(describing: row)
        return name + String(repeating: " ", count: 9 - name.count)
            + padded("\(tally.annotated)", 6) + padded("\(tally.found)", 6)
            + " | " + Score.percentages(tally.exact) + " | " + Score.percentages(tally.overlap)
            + " | " + padded(percentage(tally.rightSpeaker), 5) + " (" + padded("\(tally.attributed)", 5)
            + ")"
            + " | " + Score.percentages(tally.endToEnd)
            + " | " + padded(percentage(tally.rightSilence), 5) + " (\(tally.silent))"
    }

    private func line(_ row: Row, _ name: String) -> String {
        let tally = self[row]
        return "  gold speaker by \(name): \(tally.annotated) quotes, found "
            + percentage(share(tally.annotatedFound, tally.annotated)) + "%, attributed right of found "
            + percentage(tally.rightSpeaker) + "%, of all "
            + percentage(share(tally.attributedRight, tally.annotated)) + "%"
    }

    private static func percentages(_ accuracy: Accuracy) -> String {
        [accuracy.precision, accuracy.recall, accuracy.f1].map { padded(percentage($0), 5) }
            .joined(separator: " ")
    }
}

/// A share in tenths of a per cent, rounded as `printf` rounds: to the nearest of its exact value, from the middle to
/// the even one.
func tenths(ofPercent share: Double) -> Int {
    let percent = 100 * share
    let tenfold = percent * 10
    let lost = (-tenfold).addingProduct(percent, 10)
    let floor = tenfold.rounded(.down)
    if tenfold - floor == 0.5, lost != 0 { return Int(floor) + (lost > 0 ? 1 : 0) }
    return Int(tenfold.rounded(.toNearestOrEven))
}

/// A share as a percentage to one place.
func percentage(_ share: Double) -> String {
    let tenths = tenths(ofPercent: share)
    return "\(tenths / 10).\(tenths % 10)"
}

private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
}
