/// Lines of the form “label, value”, with the values in a column and broken to the width.
struct LabelledLines {
    private static let column = 12
    private(set) var text = ""
    private let ink: TerminalInk
    private let width: Int

    init(layout: Layout) {
        ink = TerminalInk(isColored: layout.isColored)
        width = min(max(layout.width ?? 80, 30), 120)
    }

    /// Adds a value below its label; nothing where there is none.
    mutating func add(_ label: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        add(
            label,
            lines: LineWrapping.lines(of: Harmless.forTerminal(value), width: width - LabelledLines.column))
    }

    /// Adds a text in which some ranges of code points are the evidence.
    mutating func add(_ label: String, _ value: String, evidence: [Range<Int>]) {
        // Controls stand for the marks while lines are broken: nothing that is harmless holds them.
        let (opening, closing) = ("\u{1}", "\u{2}")
        var marked = ""
        var piece = ""
        func endPiece(_ mark: String) {
            marked += Harmless.forTerminal(piece, keepingLines: true) + mark
            piece = ""
        }
        for (offset, scalar) in value.unicodeScalars.enumerated() {
            if evidence.contains(where: { $0.upperBound == offset }) { endPiece(closing) }
            if evidence.contains(where: { $0.lowerBound == offset }) { endPiece(opening) }
            piece.unicodeScalars.append(scalar)
        }
        let endsWithEvidence = evidence.contains { $0.upperBound == value.unicodeScalars.count }
        endPiece(endsWithEvidence ? closing : "")

        var isEvidence = false
        let paragraphs = marked.split(separator: "\n")
        let lines = paragraphs.flatMap {
            LineWrapping.lines(of: String($0), width: width - LabelledLines.column)
        }
        add(
            label, lines: lines.map { shown($0, opening: opening, closing: closing, isEvidence: &isEvidence) }
        )
    }

    /// Adds an empty line.
    mutating func skip() { text += "\n" }

    /// Adds a line without a label.
    mutating func heading(_ line: String) {
        text += ink(.speaker, Harmless.forTerminal(line)) + "\n"
    }

    private mutating func add(_ label: String, lines: [String]) {
        for (index, line) in lines.enumerated() {
            let name = index == 0 ? label : ""
            let gap = String(repeating: " ", count: max(1, LabelledLines.column - name.count))
            text += ink(.quiet, name) + gap + line + "\n"
        }
    }

    /// A line with its marks as brackets, or as colours that do not reach beyond the line.
    private func shown(_ line: String, opening: String, closing: String, isEvidence: inout Bool) -> String {
        var output = ""
        var piece = ""
        func endPiece() {
            output += isEvidence ? ink(.evidence, piece) : piece
            piece = ""
        }
        for scalar in line.unicodeScalars {
            switch String(scalar) {
            case opening:
                endPiece()
                isEvidence = true
                if !ink.isColored { output += "⟦" }
            case closing:
                endPiece()
                isEvidence = false
                if !ink.isColored { output += "⟧" }
            default: piece.unicodeScalars.append(scalar)
            }
        }
        endPiece()
        return output
    }
}
