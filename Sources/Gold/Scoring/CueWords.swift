import Statements

/// The words of speech and report by which a cue tells speech from belief, where a corpus does not.
enum CueWords {
    /// Whether a quote is speech by its cue. Without a cue, or with one that is a colon or a dash, it is speech where
    /// it stands between quotation marks.
    static func tellSpeech(_ unit: ScoredUnit, in text: ScoredText) -> Bool {
        guard !unit.cue.isEmpty else { return unit.kind != .indirect }
        let cues = Array(unit.cue.map(text.slice).joined(separator: [" "]))
        let words = WordPattern.text.words(in: cues[...])
        if words.isEmpty, unit.kind != .indirect { return true }
        return words.contains { word in
            let form = String(String.UnicodeScalarView(lowercased(cues[word])))
            return stems(of: form).contains { speech.contains($0) }
        }
    }

    /// What a form may be a form of. Some are no words, and do no harm.
    private static func stems(of form: String) -> [String] {
        var stems = [form]
        if let base = irregular[form] { stems.append(base) }
        for (ending, bases) in endings where form.hasSuffix(ending) {
            for base in bases { stems.append(form.dropLast(ending.count) + base) }
        }
        return stems
    }

    private static let endings: [(String, [String])] = [
        ("ing", ["", "e"]), ("ed", ["", "e"]), ("es", [""]), ("s", [""]), ("d", [""]),
    ]

    private static let irregular = [
        "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak",
        "spoken": "speak", "swore": "swear", "denied": "deny", "denies": "deny", "replied": "reply",
        "replies": "reply", "testified": "testify", "testifies": "testify", "clarified": "clarify",
        "quipped": "quip", "slammed": "slam", "dubbed": "dub", "ripped": "rip", "bragged": "brag",
        "referred": "refer", "rebutted": "rebut",
    ]

    private static let speech = Set(
        """
        according accuse acknowledge add address admit advise agree allege announce answer apologize
        applaud argue ask asked assert attack attribute bash blame blast boast brag call calls caution
        challenge chant charge cite claim clarify comment complain concede conclude condemn confirm
        contend continue counter criticise criticize declare defend demand denounce deny describe disagree
        disclose discuss dismiss dispute dub echo elaborate emphasise emphasize endorse estimate exclaim
        explain guess hail highlight hint indicate inform inquire insist interject invite joke label
        lament maintain mention mock note observe offer opine order plead pledge point post praise predict
        proclaim promise propose protest publish question quip quote rail rant read rebut recall recommend
        refer refute reiterate remark repeat reply report request respond retort reveal ridicule rip said
        say says scoff shout signal slam speak state statement stress suggest summarize swear talk tell
        testify thank threaten told tout tweet underscore urge vow warn whisper write wrote yell
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
