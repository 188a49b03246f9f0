/// Tells attributions that give a speaker's name (“Lind”, “the Port Authority”) from pronouns and descriptions.
///
/// A name is given where a word that begins with a capital letter stands both in the attribution and in the
/// speaker's fullest name, and that name is one: but for its article it begins with a capital letter, and does not end
/// with a word in small ones (as “Lind’s wife” does).
struct NamedReference {
    private static let articles = ["the", "a", "an"].map { Array($0.unicodeScalars) }

    private let words: Set<[Unicode.Scalar]>

    init(_ speaker: AnnotatedSpeaker) {
        let words = NamedReference.words(of: Array(speaker.name.unicodeScalars)[...])
        let isName =
            words.first?.first?.properties.isUppercase == true
            && words.last?.first?.properties.isLowercase == false
        self.words = isName ? Set(words.filter { $0[0].properties.isUppercase }.map(lowercased)) : []
    }

    func isMade(in attribution: ArraySlice<Unicode.Scalar>) -> Bool {
        NamedReference.words(of: attribution).contains {
            $0[0].properties.isUppercase && words.contains(lowercased($0))
        }
    }

    /// The words without a possessive's ending; the article at the beginning is none of them.
    private static func words(of text: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
        let words = WordPattern.name.words(in: text).map { withoutPossessive(text[$0]) }
        return Array(words.drop { articles.contains(lowercased($0)) })
    }
}
