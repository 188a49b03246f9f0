/// How much each entity stands out at a place of a text.
///
/// Each reference has a weight by its place in the sentence, which fades with distance; an entity's salience is the sum of the
/// weights of its references. (Lappin and Leass, “An Algorithm for Pronominal Anaphora Resolution”, 1994, without the parser.)
struct Salience {
    /// A place where the text speaks of an entity.
    struct Reference {
        /// The first token.
        var token: Int
        /// The index of the sentence.
        var sentence: Int
        /// The index of the paragraph.
        var paragraph: Int
        /// The entity spoken of.
        var entity: Int
        /// How much it stands out.
        var weight: Double
    }

    /// How much a reference stands out, by its place.
    enum Weight {
        static let speaker = 10.0
        static let subject = 8.0
        static let other = 4.0
        static let lesser = 2.0
        static let quoted = 0.8
    }

    /// Who is found, and how surely.
    struct Found {
        /// The entity.
        var entity: Int
        /// Its salience.
        var score: Double
        /// Whether no other fits.
        var isAlone: Bool
    }

    /// What a reference keeps of its weight from one sentence to the next, and from one paragraph to the next.
    private static let fading = (sentence: 0.5, paragraph: 0.6)
    /// How many references before a place are looked at, and in how many paragraphs.
    private static let reach = (references: 48, paragraphs: 5)

    /// The references, in the order in which they were read.
    private(set) var references: [Reference] = []
    /// For each sentence, how many before it begin outside quotations: distance is measured in the words of the narrator.
    private let told: [Int]

    init(_ text: TokenizedText, _ layer: QuotationLayer) {
        var count = 0
        told = text.sentences.map { sentence in
            if !layer.covers(sentence.lowerBound) || layer.isEdge(sentence.lowerBound) { count += 1 }
            return count
        }
    }

    /// Adds a reference that was read.
    mutating func add(_ reference: Reference) { references.append(reference) }

    /// The entity with the most weight before a token, each times what `fit` gives it; nil where nobody fits.
    func most(
        before token: Int, in sentence: Int, _ paragraph: Int, among index: EntityIndex,
        fit: (borrowing Entity) -> Double
    ) -> Found? {
        withUnsafeTemporaryAllocation(of: (entity: Int, score: Double).self, capacity: Self.reach.references)
        {
            let count = weigh(before: token, in: sentence, paragraph, into: $0)
            var best: (entity: Int, score: Double)?
            var fitting = 0
            for candidate in $0[..<count] {
                let score = candidate.score * fit(index.entities[candidate.entity])
                guard score > 0 else { continue }
                fitting += 1
                if best.map({ score > $0.score }) ?? true { best = (candidate.entity, score) }
            }
            return best.map { Found(entity: $0.entity, score: $0.score, isAlone: fitting == 1) }
        }
    }

    /// Writes the weight of each entity before a token, and gives their count.
    private func weigh(
        before token: Int, in sentence: Int, _ paragraph: Int,
        into scores: UnsafeMutableBufferPointer<(entity: Int, score: Double)>
    ) -> Int {
        var count = 0
        var looked = 0
        for reference in references.suffix(Self.reach.references * 3).reversed() {
            if reference.token >= token { continue }
            looked += 1
            if looked > Self.reach.references || paragraph - reference.paragraph > Self.reach.paragraphs {
                break
            }
            let score =
                reference.weight
                * faded(told[sentence] - told[reference.sentence], paragraph - reference.paragraph)
            var known = 0
            while known < count, scores[known].entity != reference.entity { known += 1 }
            if known == count {
                scores[count] = (reference.entity, score)
                count += 1
            } else {
                scores[known].score += score
            }
        }
        return count
    }

    private static let fadedBySentence = powers(of: fading.sentence)
    private static let fadedByParagraph = powers(of: fading.paragraph)

    private static func powers(of base: Double) -> [Double] {
        var value = 1.0
        return (0..<24).map { _ in
            defer { value *= base }
            return value
        }
    }

    private func faded(_ sentences: Int, _ paragraphs: Int) -> Double {
        Self.fadedBySentence[min(max(sentences, 0), 23)] * Self.fadedByParagraph[min(max(paragraphs, 0), 23)]
    }
}
