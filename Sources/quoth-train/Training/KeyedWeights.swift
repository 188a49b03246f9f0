/// Weights of the labels by the keys of their features, in the order in which the features were met.
struct KeyedWeights {
    private(set) var entries: [(key: UInt64, weights: [Float])]

    init(_ entries: [(key: UInt64, weights: [Float])]) { self.entries = entries }

    /// The weights of a regression as those of one label.
    init(_ regression: LogisticTrainer, _ keys: [UInt64], label: Int = 0) {
        entries = keys.indices.map {
            (keys[$0], Array(repeating: 0, count: label) + [regression.weights[$0]])
        }
    }

    /// The mean of some; a feature that one of them has not weighs nothing there.
    init(meanOf all: [KeyedWeights]) {
        self.init([])
        let share = 1 / Float(max(1, all.count))
        var places: [UInt64: Int] = [:]
        for (key, weights) in all.lazy.flatMap(\.entries) {
            if let place = places[key] {
                for label in weights.indices { entries[place].weights[label] += share * weights[label] }
            } else {
                places[key] = entries.count
                entries.append((key, weights.map { $0 * share }))
            }
        }
    }

    /// Puts the weights of further labels beside these, those of one key together.
    func beside(_ others: KeyedWeights) -> KeyedWeights {
        var places: [UInt64: Int] = [:]
        for (index, entry) in entries.enumerated() { places[entry.key] = index }
        var result = self
        for entry in others.entries {
            if let place = places[entry.key] {
                result.entries[place].weights += entry.weights.dropFirst(result.entries[place].weights.count)
            } else {
                result.entries.append(entry)
            }
        }
        return result
    }
}
