/// Splits an unpacked web archive (WARC 0.17 to 1.1, or ARC) into its records, piece by piece.
///
/// Memory holds one record at most, and of records that can hold no document next to nothing. Where a record is
/// damaged, or lies about its length, the parser goes on with the next one that it finds.
struct WARCParser {
    /// How records begin.
    private enum Dialect {
        case warc
        case arc
    }

    private enum State {
        case between
        case within(OpenRecord)
        /// What stands here is no record; the next one is looked for.
        case lost
    }

    /// The longest header of a record: addresses can be long, but not so long.
    private static let headerLimit = 1 << 20
    /// The longest block that is read.
    private static let blockLimit = 256 << 20
    /// When so much has followed what looks like a record within a block, it is believed to be one.
    private static let doubtLimit = 16 << 20

    private var buffer = RecordBuffer()
    private var places = StreamPlaces()
    private var position = 0
    private var state = State.between
    private var dialect: Dialect?
    private var isFinished = false
    private var events: [WARCEvent] = []
    private var lastDamage = -1

    /// Gives the next bytes.
    mutating func feed(_ bytes: [UInt8]) {
        buffer.append(bytes)
    }

    /// Says that a member of a compressed input begins, at this byte of it.
    mutating func beginMember(at offset: Int) {
        places.begin(at: buffer.end, offset: offset)
    }

    /// Says that from this byte of a compressed input on something could not be unpacked.
    mutating func noteDamage(at offset: Int) {
        report("the compressed data is damaged", offset: offset)
    }

    /// Says that the input has ended.
    mutating func finish() {
        isFinished = true
    }

    /// The next event; nil where more input is needed, or at the end.
    mutating func next() -> WARCEvent? {
        while events.isEmpty {
            let goesOn: Bool
            switch state {
            case .between: goesOn = begin()
            case .within(let record): goesOn = read(record)
            case .lost: goesOn = search()
            }
            buffer.drop(before: position)
            places.forget(before: position)
            if !goesOn, events.isEmpty { return nil }
        }
        return events.removeFirst()
    }

    private mutating func report(_ problem: String, offset: Int) {
        // One fault shows itself more than once: in the compression and in the record.
        guard offset != lastDamage else { return }
        lastDamage = offset
        events.append(.damage(WARCDamage(offset: offset, problem: problem)))
    }

    // MARK: Between records

    /// Begins a record; false where more input is needed.
    private mutating func begin() -> Bool {
        position = buffer.skipLineEnds(from: position)
        guard position < buffer.end else { return false }
        guard let dialect else {
            let isARC = buffer.holds("filedesc:", at: position)
            if isARC == nil, !isFinished { return false }
            dialect = isARC == true ? .arc : .warc
            return true
        }
        switch dialect {
        case .warc: return beginWARC()
        case .arc: return beginARC()
        }
    }

    private mutating func beginWARC() -> Bool {
        guard let isRecord = buffer.holds("WARC/", at: position), isRecord else {
            let isOpen = buffer.holds("WARC/", at: position) == nil && !isFinished
            return isOpen ? false : lose("this is no record of a web archive")
        }
        let limit = min(buffer.end, position + WARCParser.headerLimit)
        guard let end = headerEnd(in: position..<limit) else {
            if limit == buffer.end, !isFinished { return false }
            return lose("the header of a record does not end")
        }
        guard let header = WARCHeader(buffer[position..<end]) else {
            return lose("the header of a record does not tell how long the record is")
        }
        return open(header, blockAt: end)
    }

    /// One past the empty line that ends a header.
    private func headerEnd(in range: Range<Int>) -> Int? {
        let withReturn = buffer.find("\n\r\n", in: range).map { $0 + 3 }
        let bare = buffer.find("\n\n", in: range.lowerBound..<(withReturn ?? range.upperBound)).map { $0 + 2 }
        return bare ?? withReturn
    }

    private mutating func beginARC() -> Bool {
        let limit = min(buffer.end, position + WARCParser.headerLimit)
        guard let end = buffer.find("\n", in: position..<limit) else {
            if limit == buffer.end, !isFinished { return false }
            return lose("the header of a record does not end")
        }
        guard let header = WARCHeader(arcLine: buffer[position..<end]) else {
            return lose("this is no record of an ARC file")
        }
        return open(header, blockAt: end + 1)
    }

    private mutating func open(_ header: WARCHeader, blockAt start: Int) -> Bool {
        let (end, isHuge) = start.addingReportingOverflow(header.contentLength)
        if header.type == "continuation" {
            report(
                "a record goes on in segments, of which only the first is read",
                offset: places.offset(of: position))
        }
        state = .within(
            OpenRecord(
                header: header, position: position, start: start, end: isHuge ? Int.max : end,
                isWanted: header.mayHoldDocument, searched: start))
        return true
    }

    private mutating func lose(_ problem: String) -> Bool {
        report(problem, offset: places.offset(of: position))
        position += 1
        state = .lost
        return true
    }

    // MARK: Damage

    /// Looks for the next record; false where more input is needed.
    private mutating func search() -> Bool {
        if let found = nextRecord(in: position..<buffer.end) {
            position = found
            state = .between
            return true
        }
        // A record may begin with the last bytes that there are.
        position = isFinished ? buffer.end : max(position, buffer.end - WARCParser.markLength)
        return false
    }

    private static let markLength = 8

    /// The first place in a range where a record seems to begin.
    private func nextRecord(in range: Range<Int>) -> Int? {
        var from = range.lowerBound
        while let found = dialect == .arc
            ? buffer.find("\nhttp", in: from..<range.upperBound).map({ $0 + 1 })
            : buffer.find("WARC/", in: from..<range.upperBound)
        {
            if isRecord(at: found) == true { return found }
            from = found + 1
        }
        return nil
    }

    /// Whether a record seems to begin at a place; nil where that cannot be told yet.
    private func isRecord(at place: Int) -> Bool? {
        if dialect == .arc {
            let limit = min(buffer.end, place + WARCParser.headerLimit)
            guard let end = buffer.find("\n", in: place..<limit) else {
                return limit == buffer.end && !isFinished ? nil : false
            }
            return WARCHeader(arcLine: buffer[place..<end]) != nil
        }
        guard let isNamed = buffer.holds("WARC/", at: place) else { return isFinished ? false : nil }
        guard isNamed else { return false }
        guard place + WARCParser.markLength <= buffer.end else { return isFinished ? false : nil }
        let hasVersion = (0x30...0x39).contains(buffer[place + 5]) && buffer[place + 6] == 0x2E
        let beginsLine = place == buffer.start || buffer[place - 1] == 0x0A
        return hasVersion && (beginsLine || places.member(in: place...place) != nil)
    }

    // MARK: Within a record

    /// Reads on in a record; false where more input is needed.
    private mutating func read(_ open: OpenRecord) -> Bool {
        var record = open
        if let member = memberWithRecord(&record) { return cut(record, at: member) }
        look(into: &record)
        if record.isDisproved { return readBeyond(&record) }
        if record.end <= buffer.end, let isSound = isFollowedSoundly(record) {
            return isSound ? close(record) : readBeyond(&record)
        }
        findCandidate(in: &record, upTo: min(record.end, buffer.end))
        if let candidate = record.candidate, buffer.end - candidate > WARCParser.doubtLimit || isFinished {
            return cut(record, at: candidate)
        }
        if isFinished { return cut(record, at: min(record.end, buffer.end)) }
        if record.isWanted, buffer.end - record.start > WARCParser.blockLimit {
            report(
                "a record has more than \(WARCParser.blockLimit >> 20) MiB, and is passed over",
                offset: places.offset(of: record.position))
            record.isWanted = false
        }
        wait(record)
        return false
    }

    private mutating func wait(_ record: OpenRecord) {
        if !record.isWanted { position = max(position, record.candidate ?? record.searched) }
        state = .within(record)
    }

    /// Where a member of a compressed input begins with a record, the one before it has ended.
    private func memberWithRecord(_ record: inout OpenRecord) -> Int? {
        let last = min(record.end, buffer.end)
        var from = max(record.searched, record.start + 1)
        while from <= last, let member = places.member(in: from...last) {
            if isRecord(at: member) == true { return member }
            from = member + 1
        }
        return nil
    }

    /// Looks at the header of HTTP within a block, which may show that no document follows.
    private func look(into record: inout OpenRecord) {
        guard record.isWanted, !record.hasLooked, record.header.holdsHTTP else { return }
        let limit = min(buffer.end, record.end, record.start + WARCParser.headerLimit)
        guard let end = headerEnd(in: record.start..<limit) else { return }
        record.hasLooked = true
        record.isWanted =
            HTTPHead(buffer[record.start..<end])?.mayHoldDocument ?? false || record.header.type == "revisit"
    }

    /// Whether what follows a block is another record, or the end; nil where that cannot be told yet.
    private func isFollowedSoundly(_ record: OpenRecord) -> Bool? {
        let next = buffer.skipLineEnds(from: record.end)
        if places.member(in: record.end...next) != nil { return true }
        if next == buffer.end { return isFinished ? true : nil }
        return isRecord(at: next)
    }

    private func findCandidate(in record: inout OpenRecord, upTo end: Int) {
        guard record.candidate == nil, end > record.searched else { return }
        record.candidate = nextRecord(in: record.searched..<end)
        record.searched = max(record.searched, end - WARCParser.markLength)
    }

    /// The length that a record gives is wrong: it ends where the next record begins, before that or behind it.
    private mutating func readBeyond(_ record: inout OpenRecord) -> Bool {
        record.isDisproved = true
        findCandidate(in: &record, upTo: buffer.end)
        if let candidate = record.candidate { return cut(record, at: candidate) }
        if isFinished || buffer.end - record.end > WARCParser.doubtLimit {
            return cut(record, at: isFinished ? buffer.end : record.end)
        }
        wait(record)
        return false
    }

    /// Ends a record where it promised to end.
    private mutating func close(_ record: OpenRecord) -> Bool {
        emit(record, upTo: record.end)
        position = buffer.skipLineEnds(from: record.end)
        state = .between
        return true
    }

    /// Ends a record elsewhere than it promised.
    private mutating func cut(_ record: OpenRecord, at end: Int) -> Bool {
        let isAtEnd = isFinished && end == buffer.end
        report(
            isAtEnd && end < record.end
                ? "the archive ends within a record" : "a record lies about its length",
            offset: places.offset(of: record.position))
        var last = end
        // Two line ends stand between records.
        for _ in 0..<2 where record.isWanted && last > record.start && !isAtEnd {
            if buffer[last - 1] == 0x0A { last -= 1 }
            if last > record.start, buffer[last - 1] == 0x0D { last -= 1 }
        }
        emit(record, upTo: last)
        position = end
        state = isAtEnd || isRecord(at: end) == true ? .between : .lost
        return true
    }

    private mutating func emit(_ record: OpenRecord, upTo end: Int) {
        guard record.isWanted else { return }
        events.append(
            .record(
                WARCRecord(
                    header: record.header, block: Array(buffer[record.start..<end]),
                    offset: places.offset(of: record.position),
                    isTruncated: end < record.end || record.header.isSegmented)))
    }
}
