/// The header of an answer (RFC 9112).
struct HTTPHeader: Sendable {
    private let fields: [(name: String, value: [UInt8])]

    /// Takes the header apart; lines that are no fields are passed over.
    init(_ bytes: [UInt8]) {
        var fields: [(name: String, value: [UInt8])] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
            let line = trimmed(line)
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
                continue
            }
            let name = String(decoding: trimmed(line[..<colon]), as: UTF8.self).lowercased()
            fields.append((name, Array(trimmed(line[(colon + 1)...]))))
        }
        self.fields = fields
    }

    /// The bytes of the first field of this name, which is in lower case.
    func bytes(of name: String) -> [UInt8]? {
        fields.first { $0.name == name }?.value
    }

    /// The same as text; what is no UTF-8 is Latin-1, as HTTP once had it.
    func text(of name: String) -> String? {
        bytes(of: name).map { bytes in
            String(validating: bytes, as: UTF8.self)
                ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
    }

    /// The members of a list, in lower case, from all fields of the name.
    func list(of name: String) -> [String] {
        fields.filter { $0.name == name }.flatMap { field in
            field.value.split(separator: UInt8(ascii: ",")).map {
                String(decoding: trimmed($0), as: UTF8.self).lowercased()
            }
        }
    }
}

/// The bytes without spaces, tabs and line ends before and behind them.
private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
        let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return bytes[first...last]
}
