import EDTF
import Foundation
import Gold
import Statements

/// The folder of the project.
let projectRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// The two small texts of these tests.
let sampleTexts = projectRoot.appending(path: "Tests/GoldTests/Texts").path

/// A folder that goes away with its owner.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "/quoth-" + UUID().uuidString
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }
}

/// The words of a span.
func words(_ span: Range<Int>, of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return String(String.UnicodeScalarView(scalars[span]))
}

/// A file with marks.
func file(
    _ body: String, speakers: String = "  Mara Lind: {kind: person}",
    quotes: String = "  1: {speaker: Mara Lind}"
) -> String {
    """
    ---
    genre: wire report
    outlet: Sound Wire
    published: 2025-03-14
    speakers:
    \(speakers)
    quotes:
    \(quotes)
    ---
    \(body)
    """
}

/// Numbers that are the same in each run (xorshift64*, Vigna 2016).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
