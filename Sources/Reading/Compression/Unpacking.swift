/// What a compressed whole held.
struct Unpacked {
    var bytes: [UInt8] = []
    /// Whether it was read to its end without fault.
    var isWhole = false
    /// Whether it held more than was allowed; `bytes` is its beginning.
    var isTooLong = false
}

/// What compressed bytes hold, at most `limit` bytes of it; of damaged ones, what stands before the damage.
func unpacked(_ bytes: [UInt8], _ compression: Compression, limit: Int) -> Unpacked {
    var result = Unpacked()
    var unpacker = Unpacker(compression)
    var position = 0
    while true {
        let room = min(max(4 * bytes.count, 4_096), 1 << 20, limit + 1 - result.bytes.count)
        let step = unpacker.step(bytes, from: position, into: &result.bytes, room: room)
        position += step.read
        if result.bytes.count > limit {
            result.bytes.removeLast(result.bytes.count - limit)
            result.isTooLong = true
            return result
        }
        switch step.outcome {
        case .damaged:
            return result
        case .ended:
            // A body may be several members; what is none is padding.
            guard position < bytes.count, Compression(inputBeginning: bytes[position...]) == compression
            else {
                result.isWhole = true
                return result
            }
            unpacker.restart()
        case .unfinished:
            if step.read == 0, step.written == 0 { return result }
        }
    }
}
