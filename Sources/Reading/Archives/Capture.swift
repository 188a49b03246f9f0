import EDTF
import Statements

/// What a record of a web archive holds of the web: an address, when it was captured, and what was there.
public struct Capture: Sendable {
    /// The address.
    public let url: String?
    /// When it was captured, in seconds since 1970-01-01T00:00:00Z, if the record tells.
    public let captured: Int64?
    private let contentType: String?
    private let content: [UInt8]
    private let isPlainText: Bool
    private var warnings: [String]

    /// What a record holds; nil where that is no document. `original` is the record that a revisit refers to.
    ///
    /// - Throws: where its content cannot be read.
    public init?(_ record: WARCRecord, original: WARCRecord? = nil) throws(ReadingError) {
        let header = record.header
        url = header.targetURI
        captured = header.date.flatMap { EDTFDate(published: $0) }?.earliest?.seconds
        let holder = header.type == "revisit" ? original : record
        guard let holder else { return nil }
        warnings = holder.isTruncated ? ["the record is cut off"] : []
        guard holder.header.holdsHTTP else {
            content = holder.block
            contentType = holder.header.field("content-type")
            isPlainText = holder.header.isPlainText
            return
        }
        let end = endOfHead(holder.block)
        guard let head = HTTPHead(holder.block[..<end]), head.mayHoldDocument else { return nil }
        do throws(ReadingError) {
            let body = try HTTPBody(holder.block[end...], head: head)
            content = body.bytes
            warnings += body.warnings
        } catch {
            var labelled = error
            labelled.label = header.targetURI
            throw labelled
        }
        contentType = head.field("content-type")
        isPlainText = false
    }

    /// The documents of what was captured: one of a page, several of a feed; `options` tell what is known beside that.
    public func documents(options: ReadingOptions) -> [Result<Document, ReadingError>] {
        var options = options
        options.contentType = contentType
        options.url = options.url ?? url
        options.format = options.format ?? format
        guard options.format != nil else { return [] }
        return readEach(content, options: options).map { result in
            switch result {
            case .success(var document):
                document.label = document.label ?? document.metadata.url
                document.warnings = warnings + document.warnings
                return .success(document)
            case .failure(var error):
                error.label = error.label ?? url
                return .failure(error)
            }
        }
    }

    /// The format of the content; nil where no document is to be expected. Of pages only those are taken on the word
    /// of their type that do not show another one.
    private var format: Format? {
        if isPlainText { return .plainText }
        let head = Array(content.prefix(4_096))
        let recognised = Reading.format(ofInputBeginning: head.span)
        if recognised == .html || recognised == .feed { return recognised }
        let type = (contentType ?? "").lowercased()
        return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") ? .html : nil
    }
}

/// One past the empty line that ends the head of a message; all of it where there is none.
private func endOfHead(_ block: [UInt8]) -> Int {
    var index = 0
    while let end = block[index...].firstIndex(of: 0x0A) {
        let next = block[(end + 1)...].prefix(2)
        if next.first == 0x0A { return end + 2 }
        if next.elementsEqual([0x0D, 0x0A]) { return end + 3 }
        index = end + 1
    }
    return block.count
}
