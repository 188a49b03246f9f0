extension AnnotatedText {
    /// The text as a file with YAML front matter and marks; reading it gives this text again.
    ///
    /// - Throws: where the text can't be written so: it holds marks already, spans cross, or what the format
    ///   asks for is missing. `file` is the text's id.
    public func markup() throws(GoldError) -> String {
        guard let genre, let outlet, let published else {
            throw failure("genre, outlet and published are not all known", "give them")
        }
        let isMarked = text.unicodeScalars.contains {
            Mark.opened(by: $0) != nil || Mark.closed(by: $0) != nil || $0 == "\r"
        }
        if isMarked { throw failure("the text holds marks or carriage returns", "take them out") }
        var lines = [
            "---", "genre: " + yaml(genre), "outlet: " + yaml(outlet),
            "published: " + yaml(published.description),
        ]
        lines.append(speakers.isEmpty ? "speakers: {}" : "speakers:")
        lines += speakers.map(entry)
        lines.append(quotes.isEmpty ? "quotes: {}" : "quotes:")
        lines += quotes.enumerated().map { "  \($0.offset + 1): " + entry($0.element) }
        return lines.joined(separator: "\n") + "\n---\n" + (try markedText())
    }

    private func entry(_ speaker: AnnotatedSpeaker) -> String {
        let aliases = speaker.aliases.map(yaml).joined(separator: ", ")
        let list = speaker.aliases.isEmpty ? "" : ", aliases: [\(aliases)]"
        return "  " + yaml(speaker.name) + ": {kind: \(speaker.kind.rawValue)\(list)}"
    }

    private func entry(_ quote: AnnotatedQuote) -> String {
        var entry = "{speaker: " + yaml(quote.speaker?.name ?? FrontMatter.unknownSpeaker)
        if let occasion = quote.occasion { entry += ", occasion: " + yaml(occasion.description) }
        if quote.category == .belief { entry += ", class: belief" }
        return entry + "}"
    }

    private func failure(_ problem: String, _ advice: String) -> GoldError {
        GoldError(file: id, problem: problem, advice: advice)
    }

    /// The text with its marks.
    private func markedText() throws(GoldError) -> String {
        let spans = markedSpans
        var result = String.UnicodeScalarView()
        var open: [MarkedSpan] = []
        var next = 0
        for (offset, scalar) in (Array(text.unicodeScalars) + ["\0"]).enumerated() {
            while let last = open.last, last.range.upperBound == offset {
                result.append(last.mark.closing)
                open.removeLast()
            }
            while next < spans.count, spans[next].range.lowerBound == offset {
                let span = spans[next]
                if let last = open.last, last.range.upperBound < span.range.upperBound || span.range.isEmpty {
                    throw failure("spans cross at \(offset)", "let them stand in one another")
                }
                result.append(span.mark.opening)
                let numbers = span.numbers.map(String.init).joined(separator: ",")
                result.append(contentsOf: numbers.unicodeScalars)
                result.append(" ")
                open.append(span)
                next += 1
            }
            result.append(scalar)
        }
        guard open.isEmpty, next == spans.count else {
            throw failure("a span reaches beyond the text", "give it in code points of the text")
        }
        result.removeLast()
        return String(result)
    }

    /// The spans in the order in which their marks open; one that serves several quotes stands once.
    private var markedSpans: [MarkedSpan] {
        struct Place: Hashable {
            let mark: Mark
            let range: Range<Int>
        }
        var numbers: [Place: [Int]] = [:]
        for (index, quote) in quotes.enumerated() {
            for (mark, ranges) in [
                (Mark.content, quote.content), (.attribution, quote.attribution), (.cue, quote.cue),
            ] {
                for range in ranges {
                    numbers[Place(mark: mark, range: range), default: []].append(index + 1)
                }
            }
        }
        return numbers.map { MarkedSpan(mark: $0.key.mark, numbers: $0.value, range: $0.key.range, line: 0) }
            .sorted { one, other in
                (one.range.lowerBound, other.range.upperBound, one.mark)
                    < (other.range.lowerBound, one.range.upperBound, other.mark)
            }
    }
}

/// A scalar of YAML (1.2, chapter 7) within a flow mapping: plain where nothing in it means something else there.
private func yaml(_ text: String) -> String {
    func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        !":#,[]{}&*!|>'\"%@`\\".unicodeScalars.contains(scalar) && !scalar.properties.isWhitespace
            && ![.control, .format, .unassigned, .privateUse].contains(scalar.properties.generalCategory)
    }
    let scalars = text.unicodeScalars
    let isWord = scalars.first?.isWordCharacter == true && scalars.last != " "
    if isWord, scalars.allSatisfy({ isPlain($0) || $0 == " " }), text != "null" { return text }
    var quoted = "\""
    for scalar in scalars {
        switch scalar {
        case "\"", "\\": quoted += "\\\(scalar)"
        case _ where isPlain(scalar) || scalar.value >= 0x20 && scalar.value < 0x7F:
            quoted.unicodeScalars.append(scalar)
        default:
            let digits = String(scalar.value, radix: 16)
            quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
    }
    return quoted + "\""
}
