import Statements

/// What the quotes of one type came to, on both sides.
public struct Tally: Hashable, Sendable {
    /// Annotated quotes.
    public var annotated = 0
    /// Those of them that were found.
    public var annotatedFound = 0
    /// Those that were found with the same words.
    public var annotatedExact = 0
    /// Those that were found with the right speaker, or rightly without.
    public var annotatedWhole = 0
    /// Those that were found and have a speaker.
    public var attributed = 0
    /// Those of them whose speaker is right.
    public var attributedRight = 0
    /// Those that were found and have no speaker.
    public var silent = 0
    /// Those of them that were found without one.
    public var silentRight = 0
    /// Found quotes, those that count neither as right nor as wrong left out.
    public var found = 0
    /// Those of them that are annotated.
    public var foundAnnotated = 0
    /// Those whose words are the same.
    public var foundExact = 0
    /// Those whose speaker is right, or rightly missing.
    public var foundWhole = 0

    static func += (sum: inout Tally, other: Tally) {
        sum.annotated += other.annotated
        sum.annotatedFound += other.annotatedFound
        sum.annotatedExact += other.annotatedExact
        sum.annotatedWhole += other.annotatedWhole
        sum.attributed += other.attributed
        sum.attributedRight += other.attributedRight
        sum.silent += other.silent
        sum.silentRight += other.silentRight
        sum.found += other.found
        sum.foundAnnotated += other.foundAnnotated
        sum.foundExact += other.foundExact
        sum.foundWhole += other.foundWhole
    }

    /// Found, with the same words.
    public var exact: Accuracy {
        Accuracy(precision: (foundExact, found), recall: (annotatedExact, annotated))
    }
    /// Found, with enough of the words.
    public var overlap: Accuracy {
        Accuracy(precision: (foundAnnotated, found), recall: (annotatedFound, annotated))
    }
    /// Found, and the speaker right.
    public var endToEnd: Accuracy {
        Accuracy(precision: (foundWhole, found), recall: (annotatedWhole, annotated))
    }
    /// Of the quotes that were found and have a speaker, the share whose speaker is right.
    public var rightSpeaker: Double { share(attributedRight, attributed) }
    /// Of the quotes that were found and have no speaker, the share that was found without one.
    public var rightSilence: Double { share(silentRight, silent) }
}

/// Precision, recall and their harmonic mean, from 0 to 1.
public struct Accuracy: Hashable, Sendable {
    /// Of what was found, the share that is right.
    public let precision: Double
    /// Of what is annotated, the share that was found.
    public let recall: Double
    /// The harmonic mean of both.
    public let f1: Double

    init(precision: (Int, Int), recall: (Int, Int)) {
        self.precision = share(precision.0, precision.1)
        self.recall = share(recall.0, recall.1)
        let sum = self.precision + self.recall
        f1 = sum == 0 ? 0 : 2 * self.precision * self.recall / sum
    }
}

func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

/// What a corpus came to.
public struct Score: Hashable, Sendable {
    /// A choice of quotes that is counted by itself.
    public enum Row: Hashable, Sendable, CaseIterable {
        /// Quotes of one kind. The kind is told from the quotation marks of the text, on both sides.
        case direct
        /// Partly in quotation marks.
        case mixed
        /// Not in quotation marks.
        case indirect
        /// All of them.
        case all
        /// Annotated quotes whose attribution gives a name.
        case byName
        /// Annotated quotes whose attribution is a pronoun or a description.
        case byDescription
    }

    /// What is scored, and how.
    public let options: ScoringOptions
    /// The texts that were compared.
    public var texts = 0
    /// The counts, row by row.
    public var rows: [Row: Tally] = [:]
    /// Words of annotated quotes that must be found, and those of them that were.
    var wordsAnnotated = 0
    var wordsAnnotatedFound = 0
    /// Words that were found, and those of them that are annotated.
    var wordsFound = 0
    var wordsFoundAnnotated = 0

    /// Nothing yet.
    public init(_ options: ScoringOptions) {
        self.options = options
    }

    /// The counts of a row.
    public subscript(row: Row) -> Tally { rows[row] ?? Tally() }

    /// Words of content, however they are split into quotes; each counts once a text.
    public var words: Accuracy {
        Accuracy(
            precision: (wordsFoundAnnotated, wordsFound), recall: (wordsAnnotatedFound, wordsAnnotated))
    }

    /// Adds what a text came to.
    public mutating func add(_ comparison: Comparison) {
        texts += 1
        for row in Row.allCases { rows[row, default: Tally()] += comparison.tally(of: row) }
        addWords(of: comparison)
    }

    private mutating func addWords(of comparison: Comparison) {
        func words(_ units: some Sequence<ScoredUnit>) -> Set<Int> {
            units.reduce(into: []) { $0.formUnion($1.words) }
        }
        let needed = words(comparison.annotated.filter { !$0.isOptional })
        let annotated = words(comparison.annotated)
        let found = words(comparison.found)
        let excused = found.intersection(annotated).subtracting(needed).count
        wordsAnnotated += needed.count
        wordsAnnotatedFound += needed.intersection(found).count
        wordsFound += found.count - excused
        wordsFoundAnnotated += found.intersection(annotated).count - excused
    }
}

extension Comparison {
    /// What the quotes of a row came to.
    func tally(of row: Score.Row) -> Tally {
        var tally = Tally()
        let speakers = SpeakerMatch(text: text, options: options)
        for (index, unit) in annotated.enumerated() where !unit.isOptional && row.holds(unit) {
            tally.annotated += 1
            guard let match = matchOfAnnotated[index] else { continue }
            let other = found[match.found]
            tally.annotatedFound += 1
            if match.isExact { tally.annotatedExact += 1 }
            let isRight = speakers.isRightOrSilent(unit, other)
            if isRight { tally.annotatedWhole += 1 }
            if unit.hasSpeaker(options) {
                tally.attributed += 1
                if isRight { tally.attributedRight += 1 }
            } else {
                tally.silent += 1
                if isRight { tally.silentRight += 1 }
            }
        }
        // How an attribution refers to its speaker is known of annotated quotes alone.
        if row == .byName || row == .byDescription { return tally }
        for (index, unit) in found.enumerated() where row.holds(unit) && !isExcused(index) {
            tally.found += 1
            guard let match = matchOfFound[index] else { continue }
            tally.foundAnnotated += 1
            if match.isExact { tally.foundExact += 1 }
            if speakers.isRightOrSilent(annotated[match.annotated], unit) { tally.foundWhole += 1 }
        }
        return tally
    }
}

extension Score.Row {
    /// Whether a unit is counted in this row.
    func holds(_ unit: ScoredUnit) -> Bool {
        switch self {
        case .direct: unit.kind == .direct
        case .mixed: unit.kind == .mixed
        case .indirect: unit.kind == .indirect
        case .all: true
        case .byName: unit.reference == .name
        case .byDescription: unit.reference == .description
        }
    }
}
