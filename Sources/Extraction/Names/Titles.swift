/// Tells titles from the names behind them: “Senator Mira Holt”, “Secretary of State Anton Belsky”.
extension NameScanner {
    /// Where the name begins in a run of capitals, and the title before it.
    func nameStart(in phrase: Range<Int>) -> (start: Int, title: Int?) {
        var start = phrase.lowerBound
        var title: Int?
        for index in phrase where isTitle(index, in: phrase) {
            title = index
            start = behindOffice(index, in: phrase) ?? index + 1
            if start < phrase.upperBound, text.tokens[start].kind == .stop { start += 1 }
        }
        if title == nil {
            while start + 1 < phrase.upperBound,
                text.isA(start, [.nationality, .adjective, .person]), !text.isA(start, .givenName),
                text.isA(start + 1, [.title, .person, .givenName])
            {
                start += 1
            }
        }
        return (start, title)
    }

    /// A title has a name behind it. “Justice Department” and “Mayor Street” have none.
    private func isTitle(_ index: Int, in phrase: Range<Int>) -> Bool {
        guard text.isA(index, .title), index + 1 < phrase.upperBound else { return false }
        if index == phrase.lowerBound, text.isA(index, .givenName) { return false }
        return !text.isA(index + 1, [.organization, .placeWord]) || text.isA(index + 1, .givenName)
    }

    /// Behind “of State” or “for Political Affairs”: the given name, or what follows the name of the office.
    private func behindOffice(_ title: Int, in phrase: Range<Int>) -> Int? {
        guard title + 2 < phrase.upperBound, !text.tokens[title + 1].shape.contains(.capitalized),
            text.isA(title + 1, .connector)
        else { return nil }
        if let given = (title + 3..<max(title + 3, phrase.upperBound)).first(where: {
            text.isA($0, .givenName)
        }) {
            return given
        }
        let office = title + 2
        return text.isA(office, .office) && office + 1 < phrase.upperBound ? office + 1 : nil
    }

    /// Whether the capitals behind “Secretary of” or “Chief of” lead on to the name of whoever holds the office.
    func leadsToHolder(_ connector: Int, in sentence: Range<Int>) -> Bool {
        guard connector > sentence.lowerBound, text.isA(connector - 1, .title) else { return false }
        var end = connector + 1
        while end < min(sentence.upperBound, connector + 7), isCapital(end) { end += 1 }
        guard end - connector > 2 else { return false }
        return text.isA(connector + 1, .office)
            || (connector + 2..<end).contains { text.isA($0, .givenName) }
    }
}
