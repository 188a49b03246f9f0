/// A set of numbers that mostly follow each other, as runs.
struct NumberRuns {
    private var runs: [ClosedRange<Int64>] = []

    var first: Int64? { runs.first?.lowerBound }
    var last: Int64? { runs.last?.upperBound }

    /// Whether a number is greater than all.
    func isBeyond(_ number: Int64) -> Bool { last.map { number > $0 } ?? true }

    mutating func insert(_ number: Int64) {
        if let last = runs.last, number > last.upperBound {
            if number == last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
            return
        }
        let index = place(of: number)
        if index < runs.count, runs[index].contains(number) { return }
        var run = number...number
        var replaced = index..<index
        if index < runs.count, runs[index].lowerBound == number + 1 {
            run = number...runs[index].upperBound
            replaced = index..<index + 1
        }
        if index > 0, runs[index - 1].upperBound == number - 1 {
            run = runs[index - 1].lowerBound...run.upperBound
            replaced = index - 1..<replaced.upperBound
        }
        runs.replaceSubrange(replaced, with: [run])
    }

    func contains(_ number: Int64) -> Bool {
        let index = place(of: number)
        return index < runs.count && runs[index].contains(number)
    }

    /// The first run that does not end before a number.
    private func place(of number: Int64) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].upperBound < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
