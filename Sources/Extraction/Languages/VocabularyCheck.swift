import Statements

/// What is wrong with word lists: the engine passes over what it does not understand, and a linguist wants to know it.
extension Vocabulary {
    /// What is wrong with a list of words below headings that name classes.
    static func problems(inWords list: WordList) -> [String] {
        list.lines.flatMap { line in
            let classes = line.heading.split(separator: " ")
            var problems = classes.filter { WordClasses(named: $0) == nil }.map {
                "[\(line.heading)]: no class is called “\($0)”"
            }
            if classes.isEmpty { problems.append("“\(line.text)” stands below no heading") }
            for word in line.text.split(separator: ",").map({ trimmed($0) }) {
                // Words are looked up token by token.
                if word.contains(" ") {
                    problems.append("[\(line.heading)]: “\(word)” is more than one word")
                }
            }
            return problems
        }
    }

    /// What is wrong with a list of cues: `base present past gerund participle | particle | act | frames`.
    static func problems(inCues list: WordList) -> [String] {
        var problems: [String] = []
        var forms: [Substring: (form: VerbForm, verb: Substring)] = [:]
        for line in list.lines {
            let columns = line.text.split(separator: "|", omittingEmptySubsequences: false).map {
                trimmed($0)
            }
            guard columns.count == 4 else {
                problems.append("“\(line.text)” has not four columns")
                continue
            }
            if SpeechAct(rawValue: String(columns[2])) == nil {
                problems.append("“\(line.text)”: no act is called “\(columns[2])”")
            }
            let frames = columns[3].split(separator: " ")
            if frames.isEmpty { problems.append("“\(line.text)” has no frame") }
            for name in frames where CueFrames(named: name) == nil {
                problems.append("“\(line.text)”: no frame is called “\(name)”")
            }
            if columns[1].contains(" ") {
                problems.append("“\(line.text)”: the particle “\(columns[1])” is more than one word")
            }
            let words = columns[0].split(separator: " ")
            if words.count > VerbForm.inOrder.count { problems.append("“\(line.text)” has too many forms") }
            for (word, form) in Self.formsOfVerb(words) {
                if let known = forms[word], known.form != form {
                    problems.append("“\(word)” is one form of “\(known.verb)” and another of “\(words[0])”")
                }
                forms[word] = (form, words[0])
            }
        }
        return problems
    }

    /// What is wrong with a list of the words of time: `value: words` below headings that name kinds.
    static func problems(inDates list: WordList) -> [String] {
        list.lines.compactMap { line in
            guard let kind = TemporalKinds(named: line.heading) else {
                return "[\(line.heading)]: no kind of words of time is called so"
            }
            guard let colon = line.text.firstIndex(of: ":") else { return "“\(line.text)” has no value" }
            let value = line.text[..<colon]
            let isKnown =
                kind == .holiday
                ? HolidayTable.Rule(value) != nil : temporalValue(value, of: kind) != nil
            return isKnown ? nil : "[\(line.heading)]: “\(value)” means nothing"
        }
    }
}
