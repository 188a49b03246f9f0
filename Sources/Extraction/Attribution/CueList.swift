/// The cues of a text, in its order.
struct CueList: Sendable {
    /// The cues.
    let cues: [CueMatch]

    /// The cue with an index.
    subscript(index: Int) -> CueMatch { cues[index] }

    /// The index of the first cue of a range that `isRight`; nil for none.
    func first(in range: Range<Int>, where isRight: (Int) -> Bool) -> Int? {
        var index = firstIndex(from: range.lowerBound)
        while index < cues.count, cues[index].head < range.upperBound {
            if isRight(index) { return index }
            index += 1
        }
        return nil
    }

    /// The index of the last cue of a range that `isRight`; nil for none.
    func last(in range: Range<Int>, where isRight: (Int) -> Bool = { _ in true }) -> Int? {
        var index = firstIndex(from: range.upperBound) - 1
        while index >= 0, cues[index].head >= range.lowerBound {
            if isRight(index) { return index }
            index -= 1
        }
        return nil
    }

    /// The index of the cue whose last token stands before `token`; nil for none.
    func index(endingAt token: Int) -> Int? {
        let index = firstIndex(from: token) - 1
        return index >= 0 && cues[index].tokens.upperBound == token ? index : nil
    }

    /// The index of the first cue whose head is `token` or stands behind it.
    private func firstIndex(from token: Int) -> Int {
        Int(firstIn: cues.indices) { cues[$0].head >= token }
    }
}
