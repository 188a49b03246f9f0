import Archive
import Reading
import Statements

/// The recording of messages, in large transactions, with what can only be told when an input has ended.
struct MessageIngest {
    /// The reader of messages and its version, which the archive keeps beside what was read.
    static let importer = "telegram-1"
    /// The more at once, the fewer parts of the indexes have to be merged later, and the more memory it takes.
    private static let batchCount = 10_000
    /// So many faults of one input are told one by one.
    private static let toldFaults = 20

    private let archive: Archive
    private let isSelected: Bool
    private let captured: Int64
    private var current: MessageImport?
    private var pending: [PreparedMessage] = []
    /// The places of messages in `pending` whose number breaks the order.
    private var doubtful: Set<Int> = []
    private var sequence = MessageSequence<PreparedMessage>()
    private var name = ""
    private var told = 0
    private var losses: Set<String> = []
    /// How many texts look garbled, and the number of the first message with one.
    private var garbled: (count: Int, first: Int64) = (0, 0)
    /// The chats of the pages of an input, each of which tells its own.
    private var chats: [MessageSlicer.FoundChat] = []

    init(into archive: Archive, isSelected: Bool, captured: Int64) {
        self.archive = archive
        self.isSelected = isSelected
        self.captured = captured
    }

    /// Takes what was read of an input, in its order.
    mutating func take(
        _ read: ReadMessages, counting counts: inout Ingest.Counts, report: (Ingest.Event) -> Void
    ) throws {
        if current == nil {
            current = MessageImport(into: archive, importer: MessageIngest.importer, captured: captured)
            name = read.name
            told = 0
            losses = []
            garbled = (0, 0)
            chats = []
            sequence = MessageSequence()
        }
        if read.isPage { chats += read.chats } else { chats = read.chats }
        for warning in read.warnings { report(.warning("\(read.name): \(warning)")) }
        for fault in read.faults {
            counts.failed += 1
            tell(fault, in: read.name, report)
        }
        for message in read.messages {
            let prepared = message.prepared
            if let lost = prepared.message.details.losses { losses.formUnion(lost) }
            if prepared.message.details.isGarbled == true {
                garbled = (garbled.count + 1, garbled.count == 0 ? prepared.message.id : garbled.first)
            }
            if !prepared.message.repairs.isEmpty { tellRepairs(of: prepared.message, &counts, report) }
            // Where every message tells its chat itself, the input can have any order.
            guard message.chat >= 0 else {
                pending.append(prepared)
                continue
            }
            add(sequence.take(prepared, id: prepared.message.id, chat: message.chat))
        }
        if read.end != nil { add(sequence.end()) }
        counts.bytes += read.byteCount
        counts.share = read.share
        if pending.count >= MessageIngest.batchCount || read.end != nil {
            try record(counting: &counts, report: report)
            report(.progress(counts))
        }
        if let end = read.end { try finish(end, read, counting: &counts, report: report) }
    }

    private mutating func add(_ entries: [MessageSequence<PreparedMessage>.Entry]) {
        for entry in entries {
            if entry.isDoubtful { doubtful.insert(pending.count) }
            pending.append(entry.element)
        }
    }

    private mutating func record(counting counts: inout Ingest.Counts, report: (Ingest.Event) -> Void) throws
    {
        guard let current, !pending.isEmpty else { return }
        let messages = pending
        pending = []
        pending.reserveCapacity(MessageIngest.batchCount + 1_000)
        let outcomes = try current.record(messages, doubtful: doubtful)
        doubtful = []
        for (message, outcome) in zip(messages, outcomes) {
            counts.messages += 1
            switch outcome {
            case .recorded(.new): counts.new += 1
            case .recorded(.unchanged): counts.unchanged += 1
            case .recorded(.newVersion): counts.newVersion += 1
            case .recorded(.repaired): counts.repaired += 1
            case .refused(let problem):
                counts.failed += 1
                tell(
                    MessageFault(range: message.message.place, id: message.message.id, problem: problem),
                    in: name, report)
            }
        }
    }

    private mutating func finish(
        _ end: MessageStream.End, _ read: ReadMessages, counting counts: inout Ingest.Counts,
        report: (Ingest.Event) -> Void
    ) throws {
        counts.absent += try current?.finish(input: end.sha256) ?? 0
        current = nil
        if told > MessageIngest.toldFaults {
            report(.warning("\(name): \(told - MessageIngest.toldFaults) more such places"))
        }
        if let cut = end.cut {
            report(.warning("\(name): the input ends within the export, at byte \(cut); export it again"))
        }
        if !losses.isEmpty {
            let verbatim = losses.contains("line breaks") ? "; quotes from it are not verbatim" : ""
            report(.warning("\(name): this form loses \(losses.sorted().joined(separator: ", "))\(verbatim)"))
        }
        if garbled.count > 0 {
            report(
                .warning(
                    "\(name): \(garbled.count) texts look garbled (UTF-8 taken for Windows-1252), the first in message "
                        + "\(garbled.first); they are kept as they are"))
        }
        tellChats(isAccount: end.isAccount, report)
    }

    /// Says which chats there are, where none was named or none was found.
    private func tellChats(isAccount: Bool, _ report: (Ingest.Event) -> Void) {
        guard isAccount || !chats.isEmpty, !chats.contains(where: \.isRead) else { return }
        var names: [String] = []
        for found in chats {
            let account = found.chat.account
            let name = "\(account.name ?? found.chat.type ?? "?") (\(account.identity ?? "?"))"
            if !names.contains(name) { names.append(name) }
        }
        let problem =
            isAccount
            ? "this is the export of an account, of which only chats that are named are read"
            : "it holds no chat that was named"
        report(
            .failure(
                TrackerError(
                    .badInput, problem, place: name,
                    advice: "name one with --chat: " + names.joined(separator: ", "))))
    }

    private mutating func tell(
        _ fault: MessageFault, in name: String, _ report: (Ingest.Event) -> Void
    ) {
        told += 1
        guard told <= MessageIngest.toldFaults else { return }
        report(
            .failure(
                TrackerError(
                    .badInput, fault.description, place: name, advice: "the rest is read; export it again")))
    }

    private mutating func tellRepairs(
        of message: Message, _ counts: inout Ingest.Counts, _ report: (Ingest.Event) -> Void
    ) {
        counts.mended += 1
        told += 1
        guard told <= MessageIngest.toldFaults else { return }
        let places = message.repairs.prefix(5).map { "\($0.lowerBound)–\($0.upperBound)" }
        let rest = message.repairs.count > 5 ? " …" : ""
        report(
            .warning(
                "\(name): message \(message.id): no JSON at bytes \(places.joined(separator: ", "))\(rest), mended"
            ))
    }
}
