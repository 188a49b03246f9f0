extension TemporalReader {
    /// The tense that a Russian or Ukrainian word shows, by its ending or by itself.
    func slavicTense(ofWord index: Int) -> Tense {
        let token = text.tokens[index]
        guard token.kind == .word else { return .unknown }
        let kinds = vocabulary.temporal(token.entry).kinds
        if kinds.contains(.future) { return .future }
        if kinds.contains(.pastness) { return .past }
        // “стола” and “село” are too short to tell from verbs.
        guard token.end - token.start > 10, !token.shape.contains(.capitalized) else { return .unknown }
        if endsIn(vocabulary.futureEndings, token) { return .future }
        return endsIn(vocabulary.pastEndings, token) ? .past : .unknown
    }

    private func endsIn(_ endings: [[UInt8]], _ token: Token) -> Bool {
        endings.contains { ending in
            ending.count < Int(token.end - token.start)
                && text.bytes[Int(token.end) - ending.count..<Int(token.end)].elementsEqual(ending)
        }
    }
}
