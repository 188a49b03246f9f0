/// A text that gives its code points by number without walking from its beginning each time.
struct SlicedText {
    private static let stride = 512
    private let bytes: [UInt8]
    /// The byte at which every `stride`th code point begins.
    private let marks: [Int]
    private let count: Int

    init(_ text: String) {
        bytes = Array(text.utf8)
        var marks: [Int] = []
        var count = 0
        for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if count % SlicedText.stride == 0 { marks.append(index) }
            count += 1
        }
        self.marks = marks
        self.count = count
    }

    /// The code points from `start` up to `end`, as far as the text has them.
    func slice(from start: Int, to end: Int) -> String {
        let start = min(max(start, 0), count)
        let end = min(max(end, start), count)
        return String(decoding: bytes[offset(of: start)..<offset(of: end)], as: UTF8.self)
    }

    private func offset(of codePoint: Int) -> Int {
        guard codePoint < count else { return bytes.count }
        var offset = marks[codePoint / SlicedText.stride]
        for _ in 0..<codePoint % SlicedText.stride {
            offset += 1
            while bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return offset
    }
}
