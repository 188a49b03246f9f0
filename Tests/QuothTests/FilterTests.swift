import Foundation
import TestSupport
import Testing

@Suite("Extract as a filter")
struct FilterTests {
    let folder = TemporaryFolder()
    private var quoth: Program { Program(folder: folder) }

    private func line(_ id: String) throws -> String {
        let object = ["id": id, "text": Harbour.article, "published": "2024-03-05"]
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self) + "\n"
    }

    @Test("The same bytes for any number of workers, a line for a line, and 65 for a bad one")
    func filter() throws {
        let input = try (0..<300).map { try line("d\($0)") }.joined()
        let one = try quoth("extract", "--jsonl", "--jobs", "1", "-", input: input)
        let two = try quoth("extract", "--jsonl", "--jobs", "2", input: input)
        #expect(one.status == 0)
        #expect(one.output == two.output)
        #expect(one.lines.count == 300)
        let bad = try quoth("extract", "--jsonl", "-", input: input + "{\n")
        #expect(bad.status == 65)
        #expect(bad.output.hasPrefix(one.output))
        #expect(bad.lines.last?.hasPrefix(#"{"id":null,"error":"#) == true)
    }

    @Test("Whoever waits for an answer before sending more gets it")
    func conversation() throws {
        let text = try line("a")
        try folder.write(text, to: "line")
        // The second line is sent when the answer to the first has come.
        let run = try quoth.shell(
            """
            mkfifo in out
            quoth extract --jsonl - < in > out &
            exec 3> in 4< out
            cat line >&3; read -r answer <&4; cat line >&3; read -r second <&4; exec 3>&-
            test "$answer" = "$second" && echo "$answer" | head -c 9
            """)
        #expect(run.output == #"{"id":"a""#)
    }

    @Test("A document without --jsonl is shown for people, or as one object")
    func document() throws {
        try folder.write(Harbour.article, to: "a.txt")
        let text = try quoth("extract", "--published", "2024-03-05", "a.txt")
        #expect(text.status == 0)
        #expect(text.output.contains("Harbour Families"))
        let json = try quoth("extract", "--published", "2024-03-05", "--format", "json", "a.txt")
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["quotes"] != nil)
        #expect(try folder.entries == ["a.txt"])
    }
}
