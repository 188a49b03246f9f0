import Statements

/// The marked parts of a text, which the interfaces of Telegram count in UTF-16 code units (core.telegram.org, “Styled
/// text with message entities”).
struct EntitySpans {
    let spans: [MessageDetails.Span]

    /// Spans from a list of `{offset, length}`.
    ///
    /// - Parameter type: what an entity is.
    init(_ entities: [JSONValue], in text: String, type: (JSONValue) -> String) {
        if entities.isEmpty {
            spans = []
            return
        }
        // The code point at each code unit; within a pair of surrogates there is none.
        var codePoints: [Int] = []
        for (index, scalar) in text.unicodeScalars.enumerated() {
            codePoints.append(index)
            if scalar.value > 0xFFFF { codePoints.append(-1) }
        }
        codePoints.append(text.unicodeScalars.count)
        spans = entities.compactMap { entity in
            guard let offset = entity["offset"]?.integer, let length = entity["length"]?.integer, offset >= 0,
                length > 0, offset < codePoints.count, length < codePoints.count,
                offset + length < Int64(codePoints.count)
            else { return nil }
            let (start, end) = (codePoints[Int(offset)], codePoints[Int(offset + length)])
            guard start >= 0, end > start else { return nil }
            return MessageDetails.Span(
                start: start, end: end, type: type(entity), href: entity["url"]?.string)
        }
    }
}

extension Message {
    /// Takes over marked parts, where there are such.
    mutating func mark(_ entities: JSONValue?, type: (JSONValue) -> String) {
        let spans = EntitySpans(entities?.elements ?? [], in: text, type: type).spans
        details.spans = spans.isEmpty ? nil : spans
    }
}

/// Instants as programs print them.
enum PrintedInstant {
    /// The time of `2023-11-08T06:15:00+00:00`, `2023-11-08 06:15:00` (UTC) or a number of seconds.
    static func time(_ value: JSONValue) -> MessageTime? {
        if value.kind == .number { return value.seconds.map { MessageTime(seconds: $0, basis: .instant) } }
        return value.string.flatMap { time($0) }
    }

    /// The time of `2023-11-08T06:15:00+00:00`; without an offset, it is UTC.
    static func time(_ text: String) -> MessageTime? {
        guard let clock = ClockTime.seconds(text) else { return nil }
        var rest = text.utf8.dropFirst(19)
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst().drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        guard let offset = offset(Array(rest)) else { return nil }
        return MessageTime(seconds: clock - offset, basis: .offset)
    }

    /// The seconds of `+03:00`, `Z` or nothing; nil where it is something else.
    static func offset(_ bytes: [UInt8]) -> Int64? {
        if bytes.isEmpty || bytes == [UInt8(ascii: "Z")] { return 0 }
        let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-"), digits.count == 4,
            let number = Int64(String(decoding: digits, as: UTF8.self))
        else { return nil }
        let seconds = number / 100 * 3_600 + number % 100 * 60
        return bytes.first == UInt8(ascii: "-") ? -seconds : seconds
    }
}
