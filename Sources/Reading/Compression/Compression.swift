/// A compression that Quoth undoes.
public enum Compression: Hashable, Sendable {
    /// RFC 1952.
    case gzip
    /// RFC 1950, which HTTP calls `deflate`.
    case zlib
    /// RFC 1951 without a frame, which some servers call `deflate` too.
    case rawDeflate
    /// RFC 8878.
    case zstd
    /// RFC 7932.
    case brotli

    /// The compression of an input that begins with these bytes, where it has a mark of its own: gzip or zstd.
    public init?(inputBeginning head: some Collection<UInt8>) {
        let mark = Array(head.prefix(4))
        if mark.starts(with: [0x1F, 0x8B, 0x08]) {
            self = .gzip
        } else if mark.count == 4, Compression.isZstdMark(mark[...]) {
            self = .zstd
        } else {
            return nil
        }
    }

    /// The compression that HTTP names so (RFC 9110, section 8.4.1); nil where it names none that is known.
    init?(contentCoding name: String) {
        switch name {
        case "gzip", "x-gzip": self = .gzip
        case "deflate": self = .zlib
        case "br": self = .brotli
        case "zstd": self = .zstd
        default: return nil
        }
    }

    /// The beginning of a frame, or of one to be skipped (RFC 8878, sections 3.1.1 and 3.1.2).
    static func isZstdMark(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 4 else { return false }
        let mark = Array(bytes.prefix(4))
        return mark == [0x28, 0xB5, 0x2F, 0xFD] || mark[0] & 0xF0 == 0x50 && mark[1...] == [0x2A, 0x4D, 0x18]
    }
}
