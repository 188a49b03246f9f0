import Statements

/// A paragraph whose kind is being found.
struct Draft {
    /// Its bytes without the white space around it.
    var bytes: Range<Int>
    /// How many columns of white space stand before its lines: the least of them.
    var indent: Int
    /// Whether it begins a block: blank lines or the beginning of the text stand before it.
    var opensBlock: Bool
    /// What was measured of it.
    var signs = Signs()
    /// What it is; nil while that is open.
    var kind: ParagraphKind?

    /// A paragraph of one line.
    init(_ line: TextLine) {
        bytes = line.bytes
        indent = line.indent
        opensBlock = line.opensBlock
    }
}

/// What a paragraph looks like, measured in one pass over its words.
struct Signs {
    /// How a paragraph ends, quotation marks and brackets aside.
    enum Ending {
        case stop, mark, colon, comma, other
    }

    var words = 0
    /// Words of four letters or more, which a headline in title case begins with capitals.
    var longWords = 0
    var longCapitalised = 0
    /// Words all in capitals.
    var capitals = 0
    var quotedWords = 0
    var startsCapital = false
    var startsQuoted = false
    var ending = Ending.other
    /// Phrases of furniture, outside quotation marks.
    var isFurnitureLine = false
    /// Whether it is the headline of the readers' comments, or what stands below each.
    var isCommentsHeading = false
    var isReply = false
    var opening = 0
    var opensWithSign = false
    var hasColonAfterOpening = false
    var pleas = 0
    var voices = 0
    var addresses = 0
    /// Whether someone is reported to speak.
    var reports = false
    /// Whether it ends with a picture's credit.
    var endsWithCredit = false
    var startsWithCreditLabel = false

    /// Whether every long word begins with a capital, or all words are capitals.
    var isTitleCase: Bool {
        capitals == words || longWords >= 2 && longCapitalised * 10 >= longWords * 8
    }

    /// Whether it ends as a sentence does.
    var endsSentence: Bool { ending == .stop || ending == .mark }

    /// Whether it is running text beyond doubt: somebody speaks, or it is a long sentence.
    var isRunningText: Bool {
        reports || startsQuoted || quotedWords > 5 || words >= 30 || words >= 12 && endsSentence
    }

    /// Whether it is furniture by its own words alone.
    var isFurniture: Bool {
        if isFurnitureLine { return words > 1 || ending != .stop }
        guard !startsQuoted else { return false }
        if pleas > 0, !reports || isPlainlyPlea { return pleadsThroughout }
        guard !reports else { return false }
        guard opening > 0 else { return false }
        return opensWithSign && words <= 40 || hasColonAfterOpening && words <= 30
            || ending == .other && words <= 14
            || voices > 0 && addresses > 0 && words <= 45
    }

    /// Whether it says so much in the page's own voice that it is a plea even where it tells what others said.
    private var isPlainlyPlea: Bool {
        addresses > 1 && quotedWords <= 5 && pleas * 2 + voices >= 5
    }

    /// Whether its pleas are what it is about: in a short paragraph one is enough, a long one needs more signs.
    private var pleadsThroughout: Bool {
        words <= 20 || (addresses > 0 || pleas > 1) && (pleas * 2 + voices) * 20 >= words
    }

    /// Whether it is furniture where it stands beside such.
    var mayBeFurniture: Bool {
        !reports && !startsQuoted && voices * 25 >= max(words, 25) && addresses > 0
    }
}
