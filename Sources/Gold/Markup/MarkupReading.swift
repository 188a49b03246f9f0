import Statements

extension AnnotatedText {
    /// The text of a file with YAML front matter and marks, as `Fixtures/gold/GUIDELINES.md` describes it.
    ///
    /// - Parameters:
    ///   - id: the name of the text in the corpus.
    ///   - file: what to call the file in messages.
    /// - Throws: what is wrong first, with the line.
    public init(id: String, markup: String, file: String) throws(GoldError) {
        let parts = try MarkupParts(markup, file: file)
        let front = try FrontMatter(yaml: parts.frontMatter, file: file)
        let scanner = try MarkScanner(parts.body, file: file, firstLine: parts.bodyLine)
        self.init(
            id: id, text: String(String.UnicodeScalarView(scanner.text)), published: front.published,
            outlet: front.outlet, genre: front.genre, speakers: front.speakers)
        quotes = try MarkedQuotes(spans: scanner.spans, file: file).quotes(front)
        for index in quotes.indices {
            quotes[index].reference = reference(of: quotes[index], in: scanner.text)
        }
    }

    private func reference(of quote: AnnotatedQuote, in text: [Unicode.Scalar]) -> SpeakerReference {
        guard let speaker = quote.speaker else { return .unresolved }
        guard let attribution = quote.attribution.first else { return .description }
        return NamedReference(speaker).isMade(in: text[attribution]) ? .name : .description
    }
}

/// The two parts of a file with marks.
private struct MarkupParts {
    let frontMatter: String
    let body: ArraySlice<Unicode.Scalar>
    /// The line of the file on which the body begins.
    let bodyLine: Int

    init(_ markup: String, file: String) throws(GoldError) {
        let scalars = Array(markup.unicodeScalars)
        let fence = Array("---\n".unicodeScalars)
        if let place = scalars.firstIndex(of: "\r") {
            throw GoldError(
                file: file, line: scalars[..<place].count { $0 == "\n" } + 1,
                problem: "a line ends with a carriage return", advice: "end lines with a line feed alone")
        }
        guard scalars.starts(with: fence) else {
            throw GoldError(
                file: file, line: 1, problem: "there is no front matter",
                advice: "begin with a line of three hyphens")
        }
        var line = 2
        var start = fence.count
        while start < scalars.count, !scalars[start...].starts(with: fence) {
            start = (scalars[start...].firstIndex(of: "\n") ?? scalars.count - 1) + 1
            line += 1
        }
        guard start < scalars.count else {
            throw GoldError(
                file: file, line: 1, problem: "the front matter does not end",
                advice: "end it with a line of three hyphens")
        }
        frontMatter = String(String.UnicodeScalarView(scalars[fence.count..<start]))
        body = scalars[(start + fence.count)...]
        bodyLine = line + 1
    }
}

/// The marked places of a text, put together to quotes.
private struct MarkedQuotes {
    let spans: [MarkedSpan]
    let file: String

    /// The quotes in the order of their numbers, which is that of the text.
    func quotes(_ front: FrontMatter) throws(GoldError) -> [AnnotatedQuote] {
        var places: [Int: [MarkedSpan]] = [:]
        for span in spans { for number in span.numbers { places[number, default: []].append(span) } }
        for (number, entry) in front.quotes.sorted(by: { $0.key < $1.key }) where places[number] == nil {
            throw failure("quote \(number) is not marked", "mark its words in the text", at: entry.line)
        }
        var quotes: [AnnotatedQuote] = []
        var start = 0
        for (number, spans) in places.sorted(by: { $0.key < $1.key }) {
            let first = spans.min { $0.range.lowerBound < $1.range.lowerBound }
            guard number == quotes.count + 1, let first, first.range.lowerBound >= start else {
                throw failure(
                    "quote \(number) is out of order", "number the quotes from 1 in the order of the text",
                    at: first?.line)
            }
            start = first.range.lowerBound
            guard let entry = front.quotes[number] else {
                throw failure("quote \(number) is not listed", "list it under “quotes”", at: first.line)
            }
            quotes.append(try quote(number, spans, entry))
        }
        return quotes
    }

    private func quote(
        _ number: Int, _ spans: [MarkedSpan], _ entry: FrontMatter.Entry
    ) throws(GoldError) -> AnnotatedQuote {
        func places(_ mark: Mark) -> [Range<Int>] {
            spans.filter { $0.mark == mark }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
        }
        let quote = AnnotatedQuote(
            content: places(.content), cue: places(.cue), attribution: places(.attribution),
            speaker: entry.speaker, occasion: entry.occasion, category: entry.category)
        if quote.content.isEmpty {
            throw failure("quote \(number) has no content", "mark its words with ⟦ ⟧", at: spans.first?.line)
        }
        if quote.cue.count > 1 || quote.attribution.count > 1 {
            throw failure(
                "quote \(number) has two cues or two attributions", "mark one of each at the most",
                at: spans.last?.line)
        }
        return quote
    }

    private func failure(_ problem: String, _ advice: String, at line: Int?) -> GoldError {
        GoldError(file: file, line: line, problem: problem, advice: advice)
    }
}
