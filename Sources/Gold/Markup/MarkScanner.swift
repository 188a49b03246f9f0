/// Takes the marks out of a text.
struct MarkScanner {
    /// The text without marks.
    private(set) var text: [Unicode.Scalar] = []
    /// What was marked, in the order of the closing marks.
    private(set) var spans: [MarkedSpan] = []

    private struct Open {
        let mark: Mark
        let numbers: [Int]
        let start: Int
        let line: Int
    }

    private let file: String
    private var line: Int
    private var open: [Open] = []

    /// Reads a text whose first line is line `firstLine` of the file.
    init(_ marked: ArraySlice<Unicode.Scalar>, file: String, firstLine: Int) throws(GoldError) {
        self.file = file
        line = firstLine
        var index = marked.startIndex
        while index < marked.endIndex {
            let scalar = marked[index]
            index += 1
            if let mark = Mark.opened(by: scalar) {
                let numbers = try numbers(in: marked, at: &index)
                open.append(Open(mark: mark, numbers: numbers, start: text.count, line: line))
            } else if let mark = Mark.closed(by: scalar) {
                try close(mark)
            } else {
                if scalar == "\n" { line += 1 }
                text.append(scalar)
            }
        }
        if let last = open.last {
            throw failure(
                "the mark \(last.mark.opening) is never closed", "close it with \(last.mark.closing)",
                at: last.line)
        }
    }

    private func failure(_ problem: String, _ advice: String, at line: Int? = nil) -> GoldError {
        GoldError(file: file, line: line ?? self.line, problem: problem, advice: advice)
    }

    /// The numbers behind an opening mark, and the space behind them.
    private func numbers(
        in marked: ArraySlice<Unicode.Scalar>, at index: inout Int
    ) throws(GoldError) -> [Int] {
        var numbers: [Int] = []
        repeat {
            var digits = ""
            while index < marked.endIndex, ("0"..."9").contains(marked[index]) {
                digits.unicodeScalars.append(marked[index])
                index += 1
            }
            guard let number = Int(digits), index < marked.endIndex else { break }
            numbers.append(number)
            index += 1
            if marked[index - 1] == " " { return numbers }
        } while marked[index - 1] == ","
        throw failure(
            "a mark has no number", "write the number of the quote behind the mark, then one space")
    }

    private mutating func close(_ mark: Mark) throws(GoldError) {
        guard let last = open.popLast(), last.mark == mark else {
            throw failure(
                "the mark \(mark.closing) closes nothing, or crosses another",
                "let marks stand in one another")
        }
        guard let first = text[last.start...].first, !first.properties.isWhitespace,
            text.last?.properties.isWhitespace == false
        else {
            throw failure(
                "a mark stands around nothing, or around white space", "put it directly around the words",
                at: last.line)
        }
        spans.append(
            MarkedSpan(mark: mark, numbers: last.numbers, range: last.start..<text.count, line: last.line))
    }
}
