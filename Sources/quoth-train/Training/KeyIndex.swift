/// Numbers the keys of features, in the order in which they are first met, and counts them.
struct KeyIndex {
    /// All that is known of a key lies together: the table is far larger than the caches, and each place costs a miss.
    private struct Slot {
        var key: UInt64 = 0
        var number: Int32 = -1
        var count: Int32 = 0
    }

    private var slots: [Slot]
    private(set) var inOrder: [UInt64] = []

    init(capacity: Int = 1 << 12) { slots = Array(repeating: Slot(), count: capacity) }

    /// The number of a key, a new one where it is new.
    mutating func number(_ key: UInt64) -> Int32 {
        if inOrder.count * 2 >= slots.count { grow() }
        let place = place(of: key)
        if slots[place].number < 0 {
            slots[place] = Slot(key: key, number: Int32(inOrder.count))
            inOrder.append(key)
        }
        slots[place].count += 1
        return slots[place].number
    }

    /// How often each key was met, by number.
    var counts: [Int32] {
        var counts = Array(repeating: Int32(0), count: inOrder.count)
        for slot in slots where slot.number >= 0 { counts[Int(slot.number)] = slot.count }
        return counts
    }

    private func place(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
        while slots[place].number >= 0, slots[place].key != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let filled = slots.filter { $0.number >= 0 }
        slots = Array(repeating: Slot(), count: slots.count * 2)
        for slot in filled { slots[place(of: slot.key)] = slot }
    }
}
