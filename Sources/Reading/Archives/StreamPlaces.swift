/// Tells where in a compressed input the bytes of what it holds come from.
struct StreamPlaces {
    /// The members that were begun: the position in what is unpacked, and the byte of the input.
    private var members: [(position: Int, offset: Int)] = []

    /// A member begins.
    mutating func begin(at position: Int, offset: Int) {
        // One that held nothing yet gives way to the next.
        if members.last?.position == position { members.removeLast() }
        members.append((position, offset))
    }

    /// What stands before `position` is done with.
    mutating func forget(before position: Int) {
        guard members.count > 1, members[1].position <= position else { return }
        let count = members.prefix { $0.position <= position }.count - 1
        members.removeFirst(count)
    }

    /// The byte of the input that `position` comes from: in a compressed one that of its member.
    func offset(of position: Int) -> Int {
        members.last { $0.position <= position }?.offset ?? position
    }

    /// The first member that begins at one of these positions.
    func member(in range: ClosedRange<Int>) -> Int? {
        members.first { range.contains($0.position) }?.position
    }
}
