/// Examples whose features are numbered, with the rare ones dropped.
struct FeatureSet {
    /// The features of all examples, one behind the other.
    private(set) var features: [Int32] = []
    /// Where the features of each example begin; one more than there are examples.
    private(set) var starts: [Int] = [0]
    private var index = KeyIndex()

    /// The keys of the features that are kept, by number.
    private(set) var keys: [UInt64] = []

    var count: Int { starts.count - 1 }

    /// Adds an example with these features.
    mutating func append(_ keys: [UInt64]) {
        for key in keys { features.append(index.number(key)) }
        starts.append(features.count)
    }

    /// Drops the features that fewer examples than this have, and numbers the rest anew.
    mutating func drop(rarerThan least: Int) {
        var renumbered = Array(repeating: Int32(-1), count: index.inOrder.count)
        for (number, count) in index.counts.enumerated() where count >= Int32(least) {
            renumbered[number] = Int32(keys.count)
            keys.append(index.inOrder[number])
        }
        var kept: [Int32] = []
        kept.reserveCapacity(features.count)
        var newStarts = [0]
        newStarts.reserveCapacity(starts.count)
        for example in 0..<count {
            for feature in features[starts[example]..<starts[example + 1]] where renumbered[Int(feature)] >= 0
            {
                kept.append(renumbered[Int(feature)])
            }
            newStarts.append(kept.count)
        }
        features = kept
        starts = newStarts
        index = KeyIndex(capacity: 2)
    }

    /// The features of an example.
    subscript(example: Int) -> ArraySlice<Int32> { features[starts[example]..<starts[example + 1]] }
}
