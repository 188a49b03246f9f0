/// Numbers the keys of features, in the order in which they are first met, and counts them.
struct KeyIndex {
    private var keys: [UInt64]
    private var numbers: [Int32]
    private(set) var counts: [Int32] = []
    private(set) var inOrder: [UInt64] = []

    init(capacity: Int = 1 << 20) {
        keys = Array(repeating: 0, count: capacity)
        numbers = Array(repeating: -1, count: capacity)
    }

    /// The number of a key, a new one where it is new.
    mutating func number(_ key: UInt64) -> Int32 {
        if inOrder.count * 2 >= keys.count { grow() }
        let slot = slot(of: key)
        if numbers[slot] < 0 {
            keys[slot] = key
            numbers[slot] = Int32(inOrder.count)
            inOrder.append(key)
            counts.append(0)
        }
        counts[Int(numbers[slot])] += 1
        return numbers[slot]
    }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
        while numbers[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let count = keys.count * 2
        keys = Array(repeating: 0, count: count)
        numbers = Array(repeating: -1, count: count)
        for (number, key) in inOrder.enumerated() {
            let slot = slot(of: key)
            keys[slot] = key
            numbers[slot] = Int32(number)
        }
    }
}
