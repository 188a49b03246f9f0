import Archive
import EDTF
import Reading
import Statements
import Tracker

/// How long it takes to find the post that an article quotes, in an archive of many: articles that each quote some words of
/// a post letter for letter are recorded one by one.
struct JoiningBench {
    let archive: String
    let export: String
    let quotes: Int

    /// Prints how many quotes were joined, and the milliseconds that each took: the middle one, and one in twenty.
    func run() throws {
        let archive = try Archive.open(at: archive)
        var durations: [Double] = []
        var joined = 0
        for (number, words) in try sample().enumerated() {
            let recording = JoiningBench.report(words, number: number)
            let duration = try ContinuousClock().measure { _ = try archive.record([recording]) }
            durations.append(
                Double(duration.components.attoseconds) / 1e15 + 1_000 * Double(duration.components.seconds))
            var query = TimelineQuery()
            query.source = "https://news.example/joining/\(number)"
            let evidence = try archive.timeline(query).statements.flatMap(\.evidence)
            if evidence.contains(where: { $0.quote.kind == .message }) { joined += 1 }
        }
        durations.sort()
        func shown(_ place: Int) -> Double { (durations[place] * 100).rounded() / 100 }
        guard !durations.isEmpty else { return print("no message has words enough") }
        print(
            "joined \(joined) of \(durations.count) quotes: \(shown(durations.count / 2)) ms a quote, ",
            terminator: "")
        print("one in twenty takes more than \(shown(durations.count * 19 / 20)) ms")
    }

    /// Four to twelve words that stand together in a message, of messages from all of the export.
    private func sample() throws -> [String] {
        var input = try ByteInput(path: export)
        var slicer = MessageSlicer(isWanted: { _, _ in true })
        let reader = MessageReader()
        var generator = SeededGenerator(seed: 11)
        var kept: [String] = []
        var seen = 0
        while true {
            let bytes = try input.next()
            let batch = bytes.isEmpty ? slicer.finish() : slicer.feed(bytes)
            for slice in batch.slices {
                seen += 1
                // A sample of all, without knowing how many there are (Vitter, “Random sampling with a reservoir”).
                let place = kept.count < quotes ? kept.count : Int.random(in: 0..<seen, using: &generator)
                guard place < quotes else { continue }
                let chat = slice.chat.map { slicer.chats[$0].chat }
                guard let text = try reader.message(slice, of: batch, in: chat)?.message.text else {
                    continue
                }
                let words = text.split(whereSeparator: \.isWhitespace)
                let count = Int.random(in: 4...12, using: &generator)
                guard words.count > count else { continue }
                let start = Int.random(in: 0..<words.count - count, using: &generator)
                let quote = String(text[words[start].startIndex..<words[start + count - 1].endIndex])
                if place < kept.count { kept[place] = quote } else { kept.append(quote) }
            }
            if bytes.isEmpty { return kept }
        }
    }

    /// An article that quotes these words.
    private static func report(_ words: String, number: Int) -> Recording {
        let text = "“\(words)” the channel said."
        var metadata = Metadata()
        metadata.url = "https://news.example/joining/\(number)"
        let document = Document(
            text: text, paragraphs: [Paragraph(bytes: 0..<text.utf8.count, kind: .body)], metadata: metadata)
        let source = Source(of: document)
        let end = 1 + words.unicodeScalars.count
        let quote = Quote(
            kind: .direct, segments: [Passage(start: 1, end: end, exact: words)],
            cue: Cue(passage: Passage(start: end + 14, end: end + 18, exact: "said"), act: .say),
            attribution: Passage(start: end + 2, end: end + 13, exact: "the channel"), confidence: 0.9)
        return Recording(
            source: source, version: Version(source: source.id, text: text, paragraphs: document.paragraphs),
            proposals: [Recording.Proposal(quote: quote, statement: 0)], engine: "bench",
            captured: 1_700_000_000)
    }
}
