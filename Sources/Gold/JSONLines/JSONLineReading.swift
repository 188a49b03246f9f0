import EDTF
import Statements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension AnnotatedText {
    /// The texts of lines of JSON, a text a line; blank lines are passed over.
    ///
    /// - Parameter file: what to call the input in messages.
    /// - Throws: what is wrong first, with the line.
    public static func texts(jsonLines bytes: Data, file: String) throws(GoldError) -> [AnnotatedText] {
        var texts: [AnnotatedText] = []
        let decoder = JSONDecoder()
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            let place = JSONLinePlace(file: file, line: index + 1)
            let fields: JSONLine
            do {
                fields = try decoder.decode(JSONLine.self, from: Data(line))
            } catch {
                throw place.failure(of: error)
            }
            texts.append(try AnnotatedText(fields, place))
        }
        return texts
    }

    private init(_ line: JSONLine, _ place: JSONLinePlace) throws(GoldError) {
        let length = line.text.unicodeScalars.count
        self.init(id: line.id, text: line.text)
        title = line.title
        published = try place.date(line.date, key: "date")
        outlet = line.publisher
        genre = line.genre
        discarded = try place.spans(line.discard, in: length, key: "discard")
        for quote in line.quotes { quotes.append(try AnnotatedQuote(quote, place, length: length)) }
        var known: Set<AnnotatedSpeaker> = []
        speakers = quotes.compactMap(\.speaker).filter { known.insert($0).inserted }
    }
}

extension AnnotatedQuote {
    fileprivate init(_ line: JSONLine.Quote, _ place: JSONLinePlace, length: Int) throws(GoldError) {
        self.init(content: try place.spans(line.content, in: length, key: "content"))
        cue = try place.spans(line.cue, in: length, key: "cue")
        attribution = try place.spans(line.source, in: length, key: "source")
        reference = line.reference
        category = line.category
        occasion = try place.date(line.occasion, key: "occasion")
        guard let name = line.speaker, !name.isEmpty else { return }
        let kind = line.kind.map { SpeakerKind(rawValue: $0) } ?? .unknown
        guard let kind else {
            throw place.failure("“speaker_type” is neither person nor group", "give one of the two, or none")
        }
        speaker = AnnotatedSpeaker(name: name, kind: kind, aliases: line.aliases ?? [])
    }
}

/// The line that is being read, for messages.
private struct JSONLinePlace {
    let file: String
    let line: Int

    func failure(_ problem: String, _ advice: String) -> GoldError {
        GoldError(file: file, line: line, problem: problem, advice: advice)
    }

    func failure(of error: any Error) -> GoldError {
        func path(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
            (context.codingPath + (key.map { [$0] } ?? [])).map(\.stringValue).joined(separator: ".")
        }
        switch error as? DecodingError {
        case .keyNotFound(let key, let context):
            return failure("“\(path(context, key))” is missing", "give it in every line")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return failure("“\(path(context))” has the wrong type", "compare it with the other lines")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return failure("“\(path(context))” has a value that is not known", "correct it")
        default:
            return failure("the line is not a JSON object", "write one whole object a line")
        }
    }

    func date(_ text: String?, key: String) throws(GoldError) -> EDTFDate? {
        guard let text, !text.isEmpty else { return nil }
        guard let date = EDTFDate(published: text) else {
            throw failure("“\(key)” is no date", "write it in EDTF or RFC 3339")
        }
        return date
    }

    func spans(_ pairs: [[Int]]?, in length: Int, key: String) throws(GoldError) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        for pair in pairs ?? [] {
            guard pair.count == 2, 0 <= pair[0], pair[0] <= pair[1], pair[1] <= length else {
                throw failure(
                    "“\(key)” has the span \(pair), and the text \(length) characters",
                    "give start and end in code points of the text")
            }
            spans.append(pair[0]..<pair[1])
        }
        return spans
    }
}
