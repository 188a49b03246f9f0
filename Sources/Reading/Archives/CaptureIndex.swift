/// Where the captures of web archives stand, so that a record that only refers to one (a *revisit*, WARC/1.1,
/// section 6.7) can be joined with it.
///
/// It holds a few bytes a record.
public struct CaptureIndex<Place: Sendable>: Sendable {
    private var places: [UInt64: Place] = [:]

    /// An index without captures.
    public init() {}

    /// Notes where a record stands; a revisit is not noted, nor what is cut off.
    public mutating func add(_ record: WARCRecord, at place: Place) {
        if record.isTruncated { return }
        for key in record.ownKeys where places[key] == nil { places[key] = place }
    }

    /// Where the record stands that a revisit refers to.
    public func original(of revisit: WARCRecord) -> Place? {
        revisit.referredKeys.lazy.compactMap { places[$0] }.first
    }
}

extension WARCRecord {
    /// What a revisit may refer to this record by: its name, and the digest of its content.
    private var ownNames: [String] {
        isRevisit ? [] : [header.recordID, header.payloadDigest].compactMap(\.self)
    }

    /// What this record, if it is a revisit, refers to the original by.
    private var referredNames: [String] {
        isRevisit ? [header.field("warc-refers-to"), header.payloadDigest].compactMap(\.self) : []
    }

    fileprivate var ownKeys: [UInt64] { ownNames.map(WARCRecord.key) }
    fileprivate var referredKeys: [UInt64] { referredNames.map(WARCRecord.key) }

    /// Whether it holds no content, since that was captured before.
    public var isRevisit: Bool { header.type == "revisit" }

    /// Whether a revisit refers to this record.
    fileprivate func isOriginal(of revisit: WARCRecord) -> Bool {
        !Set(ownNames).isDisjoint(with: revisit.referredNames)
    }

    private static func key(_ name: String) -> UInt64 {
        var hash = WordHash()
        for byte in name.utf8 { hash.add(byte) }
        return hash.value
    }
}

/// Looks for the record that a revisit refers to, from the place on that the index gives.
public struct OriginalSearch: ~Copyable {
    /// In a member of many records the record is looked for among the first of them only.
    private static let recordLimit = 16

    private let revisit: WARCRecord
    private var stream: WARCStream
    private var count = 0

    /// What a search came to.
    public enum Answer: Sendable {
        case found(WARCRecord)
        case nothing
    }

    /// A search in the archive that `stream` reads.
    public init(_ revisit: WARCRecord, in stream: consuming WARCStream) {
        self.revisit = revisit
        self.stream = stream
    }

    /// Gives the next bytes, of which there are none at the end; nil where more are needed.
    public mutating func feed(_ bytes: [UInt8]) -> Answer? {
        if bytes.isEmpty { stream.finish() } else { stream.feed(bytes) }
        return answer() ?? (bytes.isEmpty ? .nothing : nil)
    }

    private mutating func answer() -> Answer? {
        while let event = stream.next() {
            count += 1
            if case .record(let record) = event, record.isOriginal(of: revisit) { return .found(record) }
            if count >= OriginalSearch.recordLimit { return .nothing }
        }
        return nil
    }
}
