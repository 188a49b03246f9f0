import Lexicon
import Publishing

/// The JSON Schema that exports follow.
public enum TimelineSchema {
    /// Its bytes, as they stand in `Config/schema`.
    public static var bytes: [UInt8] {
        guard let file = lexicon_file("schema/" + ExportDocument.schemaName) else { return [] }
        return Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.length))
    }
}
