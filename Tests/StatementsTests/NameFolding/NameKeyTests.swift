import Statements
import TestSupport
import Testing

@Suite("Names fold to keys")
struct NameKeyTests {
    @Test(
        "Case, marks, apostrophes, dashes, quotation marks, blanks and articles do not count",
        arguments: [
            [
                "Way Home", "WAY HOME", "the Way Home", "The “Way Home”", "‘Way Home’", "Way-Home",
                " Way\u{A0}Home ", "Way–Home",
            ],
            [
                "Put’ Domoi", "Put' Domoi", "Putʹ Domoi", "Put` Domoi", "Put´ Domoi", "Put‘ Domoi",
                "“Put’ Domoi”", "Put′ Domoi",
            ],
            ["O’Hallan", "O'Hallan", "OʼHallan", "OHallan"],
            ["Zoë Müñoz", "Zoe\u{308} Mun\u{303}oz", "zoe munoz"],
            ["Łukasz Straß", "Lukasz Strass"], ["Đorđe Ødegård", "Dorde Odegard"], ["Ｑｕｏｔｈ", "quoth"],
            ["Nguyễn Thị", "Nguyen Thi"], ["Œuvre", "oeuvre"],
            ["Jean\u{2011}Luc", "Jean Luc", "Jean\u{2212}Luc"],
            ["@harbour_union", "harbour union"],
            ["Nor\u{AD}ris", "Norris", "Nor\u{200D}ris", "\u{202E}Norris"],
            ["Hart & Sons", "Hart and Sons"], ["A Just Harbour", "Just Harbour", "a Just Harbour"],
        ])
    func foldsPunctuation(_ names: [String]) {
        #expect(
            Set(names.map { NameKey(folding: $0) }).count == 1, "\(names.map { NameKey(folding: $0).text })")
    }

    @Test(
        "A possessive at the end of a name is dropped",
        arguments: [
            ("Norris’s", "Norris"), ("Harbour Union's", "Harbour Union"), ("the Teachers’", "Teachers"),
            ("“Way Home”’s", "Way Home"), ("Women’s March", "Womens March"), ("Put’ Domoi’s", "Put Domoi"),
            ("JONES'S", "Jones"),
        ])
    func foldsPossessives(_ possessive: String, name: String) {
        #expect(NameKey(folding: possessive) == NameKey(folding: name))
    }

    @Test(
        "Initials are one word, with dots or without",
        arguments: [
            ["U.N.", "UN", "U. N.", "the U.N.", "u.n"], ["J.K. Harrow", "J. K. Harrow", "JK Harrow"],
            ["A.B. Norris", "AB Norris"], ["St. Mary", "St Mary"], ["А.Б. Норин", "А. Б. Норин"],
        ])
    func joinsInitials(_ names: [String]) {
        #expect(
            Set(names.map { NameKey(folding: $0) }).count == 1, "\(names.map { NameKey(folding: $0).text })")
    }

    @Test("An initial is no article, and an article alone is a name")
    func keepsInitials() {
        #expect(NameKey(folding: "A. Norris") != NameKey(folding: "Norris"))
        #expect(NameKey(folding: "A Norris") == NameKey(folding: "A. Norris"))
        #expect(NameKey(folding: "The").text == "the")
        #expect(NameKey(folding: "An Li") != NameKey(folding: "Li"))
    }

    @Test(
        "Nothing but punctuation leaves nothing",
        arguments: ["", " ", "“”", "’", "—", "@", "...", "\u{301}"])
    func emptyKeys(_ name: String) {
        #expect(NameKey(folding: name).isEmpty)
    }

    @Test("Words of other scripts stay as they are")
    func otherScripts() {
        #expect(NameKey(folding: "習近平").text == "習近平")
        #expect(NameKey(folding: "ΑΘΗΝΑ 9").text == "αθηνα 9")
        #expect(NameKey(folding: "हिन्दी").text == "हिन्दी")
        #expect(NameKey(folding: "Way Home").words == ["way", "home"])
    }

    @Test("A key folds to itself, for a key of words that English has")
    func idempotent() {
        for name in ["Way Home", "U.N.", "Dr. Zoë O’Hallan’s", "Путь домой", "Gorbachyov", "Zelenskyy"] {
            let key = NameKey(folding: name)
            #expect(NameKey(folding: key.text) == key)
            #expect(NameKey(stored: key.text) == key)
        }
    }

    @Test("Hostile text folds without harm")
    func hostile() {
        var generator = SeededGenerator(seed: 3)
        let alphabet = Array("aeiouyjhskzctxvьщѣїёŠŽČŝûâ'’.@-\u{301}\u{30C}\u{202E}\u{0}日 &".unicodeScalars)
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                if let scalar = alphabet.randomElement(using: &generator) { text.append(scalar) }
            }
            let key = NameKey(folding: String(text))
            #expect(!key.text.contains("  ") && !key.text.hasPrefix(" ") && !key.text.hasSuffix(" "))
            #expect(!key.text.unicodeScalars.contains { ("A"..."Z").contains($0) })
        }
        for unit in ["y", "sh", "j", "'", ".", "щ", "š", "a ", "A.", "\u{30C}"] {
            _ = NameKey(folding: String(repeating: unit, count: 50_000))
        }
    }
}
