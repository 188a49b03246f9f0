extension Int {
    /// The first number of a range for which `isBehind` holds, by binary search; the end of the range for none.
    ///
    /// Of the numbers for which it does not hold, all must come before those for which it does.
    @inline(__always)
    package init(firstIn range: Range<Int>, where isBehind: (Int) -> Bool) {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = low + (high - low) / 2
            if isBehind(middle) { high = middle } else { low = middle + 1 }
        }
        self = low
    }
}
