import Publishing
import Testing

@Suite("What changed between two texts")
struct WordChangesTests {
    @Test(
        "Word by word",
        arguments: [
            ("We stay here.", "We stay.", "We stay[- here-]."),
            ("We stay.", "We stay here.", "We stay{+ here+}."),
            ("We stay.", "They stay.", "[-We-]{+They+} stay."),
            ("", "New", "{+New+}"),
            ("Мы ждём.", "Мы ждем.", "Мы [-ждём-]{+ждем+}."),
            ("a\nb", "a b", "a[-\n-]{+ +}b"),
        ])
    func marked(old: String, new: String, expected: String) {
        #expect(WordChanges.marked(from: old, to: new) == expected)
    }

    @Test("Equal texts have no changes, and very long ones are not compared")
    func without() {
        #expect(WordChanges.marked(from: "same", to: "same") == nil)
        let long = String(repeating: "a b ", count: 10_000)
        #expect(WordChanges.marked(from: long, to: long + "c") == nil)
    }
}
