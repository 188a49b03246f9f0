import Testing

@testable import Statements

@Suite("Identifiers are made from content")
struct IdentifierTests {
    @Test(
        "Base32 is that of RFC 4648, section 10, in lower case and without padding",
        arguments: [
            ("", ""), ("f", "my"), ("fo", "mzxq"), ("foo", "mzxw6"), ("foob", "mzxw6yq"),
            ("fooba", "mzxw6ytb"),
            ("foobar", "mzxw6ytboi"),
        ])
    func base32Vectors(_ text: String, encoded: String) {
        #expect(base32(text.utf8) == encoded)
    }

    @Test(
        "SHA-256 is that of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func sha256Vectors(_ text: String, digest: String) {
        #expect(sha256(of: text) == digest)
    }

    @Test("SHA-256 of a million letters")
    func sha256OfLongText() {
        #expect(
            sha256(of: String(repeating: "a", count: 1_000_000))
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("An identifier is its prefix and 16 characters, the same on every machine")
    func form() {
        let id = Identifier<Quote>(content: ["one", "two"])
        #expect(id.text.hasPrefix("quo_") && id.text.utf8.count == 20)
        // SHA-256 of "3:one3:two", its first ten bytes in base32.
        #expect(id == Identifier(content: ["one", "two"]))
        #expect(sha256(of: "3:one3:two").hasPrefix(hexadecimal(ofBase32: id.text.utf8.dropFirst(4))))
        #expect(Identifier<Quote>(stored: id.text) == id && id.description == id.text)
    }

    @Test(
        "Distinct parts make distinct identifiers, however they are cut",
        arguments: [
            ["onetwo"], ["one", "two", ""], ["", "one", "two"], ["on", "etwo"], ["two", "one"],
            ["3:one", "two"], [],
        ])
    func distinctParts(_ parts: [String]) {
        #expect(Identifier<Quote>(content: parts) != Identifier<Quote>(content: ["one", "two"]))
    }

    @Test("Identifiers are ordered as their texts")
    func order() {
        #expect(Identifier<Quote>(stored: "quo_a") < Identifier<Quote>(stored: "quo_b"))
    }

    private func hexadecimal(ofBase32 text: some Sequence<UInt8>) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        let bits = text.flatMap { letter in
            let value = alphabet.firstIndex(of: letter) ?? 0
            return (0..<5).reversed().map { value >> $0 & 1 }
        }
        let digits = Array("0123456789abcdef")
        return String(
            stride(from: 0, to: bits.count, by: 4).map {
                digits[bits[$0..<($0 + 4)].reduce(0) { $0 * 2 + $1 }]
            })
    }
}
