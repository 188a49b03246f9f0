/// What stands before a unit, read from right to left.
extension TemporalReader {
    /// What stands before a unit.
    struct UnitContext {
        var unit: TimeUnit
        /// The unit itself.
        var head: Int
        /// Where the expression begins so far.
        var start: Int
        var isPlural = false
        /// The number is joined to the unit with a hyphen.
        var isHyphenated = false
        var quantity: Quantity?
        var ordinal: Int?
        var relation: TimeRelation?
        /// 1 for “the”, 2 for “a”, 3 for “its”.
        var article: Int?
        var isEach = false

        /// A year that stands before: “the 1988 period”.
        var year: Int?
        /// “year-ago”, “year-earlier” before the unit.
        var yearsBack: Int?
        /// An expression that stands before with a possessive: “this year's third quarter”.
        var owner: Found?
    }

    func collectBefore(_ context: inout UnitContext) {
        var index = context.head - 1
        if isFree(index), text.tokens[index].kind == .dash, isJoined(context.head), isJoined(index) {
            guard let (quantity, start) = quantity(endingAt: index - 1) else { return }
            context.isHyphenated = true
            context.quantity = quantity
            context.start = start
            index = start - 1
        }
        if context.quantity == nil { index = collectExtent(&context, index) }
        if context.quantity == nil, let (quantity, start) = quantity(endingAt: index),
            isQuantity(at: start, context)
        {
            context.quantity = quantity
            context.start = start
            index = start - 1
        }
        if context.quantity != nil, isWord(index, "another") {
            context.start = index
            index -= 1
        }
        index = collectRelations(&context, index)
        if let article = value(index, .article) {
            context.article = article
            if article != 3, isArticleTaken(article, context) { context.start = index }
        } else if isA(index, .each) {
            context.isEach = true
            context.start = index
        } else if context.owner == nil, let owner = expression(endingAt: context.start),
            isOwner(owner, context)
        {
            context.owner = owner
        }
    }

    /// “the nine months” takes its article, “a five-year low” and “a 20th century democrat” leave theirs.
    private func isArticleTaken(_ article: Int, _ context: UnitContext) -> Bool {
        if context.quantity != nil { return context.isPlural && !context.isHyphenated && article == 1 }
        return article == 1 || (context.ordinal == nil && context.relation == nil)
    }

    /// “fiscal”, “full”, “more” between a number and its unit.
    private func collectExtent(_ context: inout UnitContext, _ last: Int) -> Int {
        var index = last
        if isA(index, .extent) {

            context.start = index
            return index - 1
        }
        if isWord(index, "other"), isA(index - 1, .each) {
            // “every other week”
            context.ordinal = 2
            return index - 1
        }
        if isA(index, .more), quantity(endingAt: index - 1) != nil {
            index -= 1
        } else if isAny(index, ["additional", "extra"]), isA(index - 1, .article), !context.isPlural {
            context.quantity = .exact(1, half: false)
            context.start = index - 1
            return index - 2
        } else if isAny(index, ["trading", "business", "working"]), quantity(endingAt: index - 1) != nil {
            index -= 1
        }
        return index
    }

    /// A number of four digits before a unit is a year, not a count: “the 1988 quarter”.
    private func isQuantity(at start: Int, _ context: UnitContext) -> Bool {
        guard !context.isPlural, digitCount(start) == 4, let year = number(start) else { return true }
        return !(1900...2100).contains(year)
    }

    private func collectRelations(_ context: inout UnitContext, _ last: Int) -> Int {
        var index = last
        var steps = 0
        while isFree(index), steps < 5 {
            steps += 1
            let token = text.tokens[index]
            if token.kind == .word, token.shape.contains(.hyphenated),
                let years = yearsBack(ofCompound: index)
            {
                context.yearsBack = years
            } else if context.ordinal == nil, let ordinal = fiscalOrdinal(index) {
                context.ordinal = ordinal
            } else if context.ordinal == nil, context.relation == nil, let ordinal = ordinal(at: index) {
                context.ordinal = ordinal
            } else if context.relation == nil, let raw = value(index, .relation),
                let relation = TimeRelation(rawValue: Int16(raw)), !isRelativePronoun(index, context)
            {
                context.relation = relation
            } else if context.relation != nil, isA(index, .relation),
                isAny(index, context.relation == .that ? ["this", "that"] : ["this", "past"])
            {
                context.relation = context.relation == .coming ? .next : context.relation
            } else if context.year == nil, digitCount(index) == 4, let year = number(index),
                (1900...2100).contains(year), !context.isPlural
            {
                context.year = year
            } else if context.relation == nil && context.ordinal == nil && context.yearsBack == nil
                || !isA(index, .extent)
            {
                break
            }
            context.start = index
            index -= 1
        }
        return index
    }

    /// “that weeks of talks…”: a conjunction before a bare plural.
    private func isRelativePronoun(_ index: Int, _ context: UnitContext) -> Bool {
        isWord(index, "that") && context.isPlural
    }

    private func isOwner(_ owner: Found, _ context: UnitContext) -> Bool {
        guard context.unit == .quarter || context.unit == .half || context.unit == .period,
            owner.point?.unit == .year,
            context.relation == nil
        else { return false }
        let last = text.tokens[owner.expression.tokens.upperBound - 1]
        return last.shape.contains(.possessive)
    }

    /// “fiscal-first”, “mid-nineteenth”.
    private func fiscalOrdinal(_ index: Int) -> Int? {
        guard text.tokens[index].shape.contains(.hyphenated) else { return nil }
        let parts = parts(of: index)
        guard parts.count == 2, parts[0].word.kinds.contains(.extent) || parts[0].word.kinds.contains(.part),
            parts[1].word.kinds.contains(.ordinal)
        else { return nil }
        return Int(parts[1].word.value)
    }

    /// “twenty-fourth”.
    private func hyphenatedOrdinal(_ index: Int) -> Int? {
        guard text.tokens[index].shape.contains(.hyphenated) else { return nil }
        let parts = parts(of: index)
        guard parts.count == 2, parts[0].word.kinds.contains(.cardinal), parts[0].word.value >= 20,
            parts[1].word.kinds.contains(.ordinal), parts[1].word.value < 10
        else { return nil }
        return Int(parts[0].word.value + parts[1].word.value)
    }

    /// An ordinal, in letters or figures: “third”, “20th”.
    func ordinal(at index: Int) -> Int? {
        if let value = value(index, .ordinal) { return value }
        guard isFree(index) else { return nil }
        guard text.tokens[index].kind == .number else { return hyphenatedOrdinal(index) }
        let range = text.tokens[index].bytes
        guard range.count > 2, range.count <= 4 else { return nil }
        let suffix = (text.bytes[range.upperBound - 2] | 0x20, text.bytes[range.upperBound - 1] | 0x20)
        let letters: [(Character, Character)] = [("s", "t"), ("n", "d"), ("r", "d"), ("t", "h")]
        guard letters.contains(where: { $0.0.asciiValue == suffix.0 && $0.1.asciiValue == suffix.1 }) else {
            return nil
        }
        return digits(range.lowerBound..<range.upperBound - 2)
    }
}
