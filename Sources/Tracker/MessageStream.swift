import Reading
import Statements

/// An input of messages, read piece by piece.
struct MessageStream: ~Copyable {
    /// Some of its messages, cut out and not read yet.
    struct Piece: Sendable {
        let name: String
        let batch: MessageBatch
        /// The chats that were met so far; slices refer to them by number.
        let chats: [MessageSlicer.FoundChat]
        /// How much of the file was read, from 0 to 1; nil where its length is not known.
        var share: Double?
        /// What can only be told at the end.
        var end: End?
    }

    /// What is known when the input has ended.
    struct End: Sendable {
        /// The SHA-256 of the input, in hexadecimal, where it was read as bytes.
        let sha256: String?
        /// The byte at which it was cut off, if it was.
        let cut: Int?
        /// Whether it is the export of an account.
        let isAccount: Bool
    }

    private var input: ByteInput
    private var head: [UInt8]
    private var slicer: MessageSlicer
    private var rows: TableSlicer?
    private var digest = ContentDigest()
    private var hasEnded = false
    private var decoder: UTF16Stream?
    let name: String

    /// The messages of an input of which `head` has been read already.
    init(_ input: consuming ByteInput, after head: [UInt8], format: MessageFormat, selection: ChatSelection) {
        name = input.name
        self.input = input
        self.head = head
        decoder = UTF16Stream(inputBeginning: head)
        rows = format == .table ? TableSlicer() : nil
        slicer = MessageSlicer(isWanted: { selection.isWanted($0, isOfAccount: $1) })
    }

    /// The next messages; nil at the end.
    mutating func next() throws(TrackerError) -> Piece? {
        if hasEnded { return nil }
        let bytes: [UInt8]
        if head.isEmpty {
            bytes = try input.next()
        } else {
            // The head can be long; it is handed on in pieces of the usual length.
            let count = min(head.count, ByteInput.pieceLength)
            bytes = Array(head.prefix(count))
            head.removeFirst(count)
        }
        if bytes.isEmpty {
            hasEnded = true
            let batch = rows?.finish() ?? slicer.finish()
            return Piece(
                name: name, batch: batch, chats: slicer.chats,
                end: End(
                    sha256: digest.hexadecimal, cut: rows?.cut ?? slicer.cut, isAccount: slicer.isAccount))
        }
        digest.add(bytes)
        let text = decoder?.feed(bytes) ?? bytes
        let batch = rows?.feed(text) ?? slicer.feed(text)
        return Piece(name: name, batch: batch, chats: slicer.chats, share: input.share)
    }
}

/// Which chats of an export are read.
public struct ChatSelection: Sendable {
    private let names: [String]

    /// The chats with these names, numbers or user names; without any, the one chat of an export of one.
    public init(_ names: [String] = []) {
        self.names = names
    }

    /// Whether no chat was named.
    public var isEmpty: Bool { names.isEmpty }

    /// Whether a chat is read. Of an account, only those that are named.
    func isWanted(_ chat: Chat, isOfAccount: Bool) -> Bool {
        if names.isEmpty { return !isOfAccount }
        let account = chat.account
        let ties = [
            account.peer.map { Account.tie($0).value }, account.username.map { "@" + $0.lowercased() },
        ]
        return names.contains { name in
            if name == account.peer?.text || name == account.peer.map({ String($0.id) }) { return true }
            if let title = account.name, name == title || isSame(name, title) { return true }
            guard let tie = Account.tie(name)?.value else { return false }
            return ties.contains(tie) || ties.contains(tie.lowercased())
        }
    }

    /// Whether two names are told apart no more than a reader would. Of a name of signs alone nothing is left by which to tell.
    private func isSame(_ name: String, _ title: String) -> Bool {
        let key = NameKey(folding: name)
        return !key.isEmpty && key == NameKey(folding: title)
    }

    /// The chat that is meant where an input doesn't tell: a number or a user name was given, and only one.
    var only: Chat? {
        guard names.count == 1, let tie = Account.tie(names[0]) else { return nil }
        if tie.value.hasPrefix("@") {
            return Chat(account: Account(username: String(tie.value.dropFirst())), isPrivate: true)
        }
        let peer = Peer(tie.value.dropFirst("telegram:".count))
        return Chat(account: Account(peer: peer), isPrivate: true)
    }
}
