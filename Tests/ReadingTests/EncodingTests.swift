import Statements
import Testing

@testable import Reading

private let russian = """
    Профсоюз портовиков потребовал отменить новый график работы

    В понедельник представители профсоюза заявили, что рабочие не выйдут на смену, пока \
    администрация порта не ответит на их обращение. «Мы ждём ответа», — сказал председатель.
    """
private let ukrainian = """
    Громада вимагає відповіді від міської ради

    У понеділок мешканці заявили, що їхні звернення залишили без відповіді. «Ми чекаємо вже \
    пів року», — сказала представниця громади, яка живе біля річки.
    """
private let western = "A café in Zürich reopened, its owner said – “at last”. It cost €5."

/// A text in an encoding of one byte a character.
private func bytes(of text: String, in encoding: SingleByteEncoding) -> [UInt8] {
    text.unicodeScalars.map { scalar in
        if scalar.isASCII { return UInt8(scalar.value) }
        let index = encoding.upperHalf.firstIndex(of: UInt16(scalar.value))
        return index.map { UInt8($0 + 0x80) } ?? 0x3F
    }
}

private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return bigEndian ? [high, low] : [low, high]
    }
}

@Test("Windows-1251, KOI8-R, KOI8-U and Windows-1252 are recognised by their letters")
func recognisedSingleByte() throws {
    for (text, encoding) in [
        (russian, SingleByteEncoding.windows1251), (ukrainian, .windows1251), (ukrainian, .koi8U),
        (western, .windows1252),
    ] {
        let encoded = bytes(of: text, in: encoding)
        let document = try read(encoded)[0]
        #expect(document.text == SingleByteEncoding.text(encoding)(encoded))
        #expect(document.warnings.contains { $0.contains(encoding.name) })
    }
    let koi8 = bytes(of: russian, in: .koi8R)
    #expect(try read(koi8)[0].text.contains("Профсоюз портовиков потребовал"))
    #expect(likelySingleByteEncoding(koi8)?.name == "koi8-r")
}

@Test(
    "A named encoding is taken, whatever the bytes look like",
    arguments: [
        ("latin1", [0xE9], "é"), ("ISO-8859-1", [0x93], "“"), ("cp1251", [0xE9], "й"),
        (" KOI8-R ", [0xCA], "й"),
        ("koi8-u", [0xA6], "і"), ("iso-8859-5", [0xD9], "й"), ("utf-16le", [0x39, 0x04], "й"),
        ("utf-16be", [0x04, 0x39], "й"), ("utf-8", [0xD0, 0xB9], "й"), ("windows-1252", [0x81], "\u{81}"),
        ("utf-16", [0xFE, 0xFF, 0x04, 0x39], "й"),
    ] as [(String, [UInt8], String)])
func namedEncoding(label: String, bytes: [UInt8], expected: String) throws {
    #expect(try decode(bytes, encoding: label).text == expected)
}

@Test(
    "An encoding that nobody knows is refused", arguments: ["klingon", "", "utf-8//IGNORE", "iso-8859-5/x"])
func unknownEncoding(label: String) {
    #expect(throws: ReadingError.self) { try decode([0x61], encoding: label) }
}

@Test("UTF-16 is read with a mark and without", arguments: [true, false], [true, false])
func utf16Text(bigEndian: Bool, hasMark: Bool) throws {
    for text in [western, russian, "An old story \u{1F600} was told."] {
        let mark: [UInt8] = hasMark ? (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
        #expect(try read(mark + utf16(text, bigEndian: bigEndian))[0].text == text)
    }
}

@Test("Half a pair and half a character of UTF-16 are warned of")
func brokenUTF16() throws {
    let document = try read([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00, 0x63])[0]
    #expect(document.text == "a\u{FFFD}b")
    #expect(document.warnings.count == 2)
}

@Test("A byte order mark of UTF-8 is not part of the text")
func markOfUTF8() throws {
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("Words".utf8))[0].text == "Words")
}

@Test("A few bytes that are not UTF-8 are replaced, and the first is named")
func brokenUTF8() throws {
    let document = try read(Array("Путь домой: ".utf8) + [0xFF] + Array(" и дальше".utf8))[0]
    #expect(document.text == "Путь домой: \u{FFFD} и дальше")
    #expect(document.warnings.count == 1)
    #expect(document.warnings[0].contains("byte 21"))
}

@Test(
    "What is no text is refused with what it is",
    arguments: [
        ("%PDF-1.7\n%", "PDF"), ("PK\u{3}\u{4}\u{14}", "ZIP"), ("SQLite format 3\0", "SQLite"),
        ("<!DOCTYPE html><html>", "no text"), ("  \n<html lang=\"en\">", "no text"),
        ("<?xml version=\"1.0\"?>", "XML"),
        (#"[{"id": 1}]"#, "JSON array"), ("{\\rtf1\\ansi", "RTF"), ("a text\0with a zero", "zero byte"),
        ("", "empty"), (" \n\t\u{2028}\u{A0}\n", "white space"),
    ])
func refused(text: String, word: String) {
    let error = #expect(throws: ReadingError.self) { try read(Array(text.utf8)) }
    #expect(error?.problem.contains(word) == true)
    #expect(error?.advice.isEmpty == false)
}

@Test(
    "A text that begins with the letters of a mark is a text",
    arguments: ["BZh is a name.", "Rar! he said.", "ID3"])
func textLikeMark(text: String) throws {
    #expect(try article(text).text == text)
}
