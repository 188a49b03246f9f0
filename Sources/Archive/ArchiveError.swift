import Statements

/// Why the archive could not do what was asked; the message says what to do about it.
public enum ArchiveError: Error, Hashable, Sendable {
    /// There is no file at this path.
    case notFound(path: String)
    /// There is a file at this path already.
    case exists(path: String)
    /// The file is no archive, and was left as it was.
    case notArchive(path: String, found: String)
    /// The archive was made by a newer program, and was left as it was.
    case newer(path: String, version: Int, supported: Int)
    /// The archive was made by an older program and has to be brought up to date, but may only be read.
    case outdated(path: String, version: Int)
    /// Another process was writing for longer than we wait.
    case busy(path: String)
    /// The archive may not be written to.
    case readOnly(path: String)
    /// The disk is full.
    case full(path: String)
    /// The system refused to read or to write.
    case inputOutput(path: String, reason: String)
    /// The file is damaged.
    case damaged(path: String, reason: String)
    /// SQLite refused for a reason that is none of the above: a guard of the archive's, or a fault of ours.
    case refused(path: String, reason: String)
    /// A document can't be recorded as it is.
    case unrecordable(source: Identifier<Source>, reason: String)
    /// A name in which nothing is left to tell it by.
    case emptyName(String)
    /// Nobody has this identifier or name.
    case unknownSpeaker(String)
    /// Several speakers have this name, or identifiers that begin like this.
    case ambiguousSpeaker(String, candidates: [Speaker])
    /// A group stands where a person is needed, or the other way round.
    case wrongKind(name: String, expected: SpeakerKind)
    /// Nothing has this identifier.
    case unknown(id: String)
    /// Several things have identifiers that begin like this.
    case ambiguous(id: String, candidates: [String])
    /// No source has this identifier, address or publisher.
    case unknownSource(String)
    /// The words to search for hold nothing that could be searched for.
    case emptySearch(String)
}

extension ArchiveError: CustomStringConvertible {
    /// What was wrong, where, and what to do.
    public var description: String {
        switch self {
        case .notFound(let path):
            "\(path): there is no archive here. Name one with --archive, or make one by adding to it."
        case .exists(let path):
            "\(path): there is a file here already. Choose another name; nothing is ever overwritten."
        case .notArchive(let path, let found):
            "\(path): this is no archive, but \(found). It was left as it is; choose another file."
        case .newer(let path, let version, let supported):
            "\(path): this archive has version \(version), and this program knows versions up to "
                + "\(supported). It was left as it is; open it with a newer program."
        case .outdated(let path, let version):
            "\(path): this archive has version \(version) and must be brought up to date before it is read. "
                + "Make the file and its folder writable once."
        case .busy(let path):
            "\(path): the archive is busy: another process is writing to it. Try again when that has ended."
        case .readOnly(let path):
            "\(path): the archive may only be read. Make the file and its folder writable."
        case .full(let path):
            "\(path): the disk is full. What was recorded before is safe; make room and go on."
        case .inputOutput(let path, let reason):
            "\(path): \(reason). Check the disk and the permissions of the file and its folder."
        case .damaged(let path, let reason):
            "\(path): the archive is damaged: \(reason). Go back to a copy of it."
        case .refused(let path, let reason):
            "\(path): \(reason)."
        case .unrecordable(let source, let reason):
            "\(source): not recorded: \(reason)."
        case .emptyName(let name):
            "“\(name)” can't be a name: it has neither letters nor digits."
        case .unknownSpeaker(let name):
            "Nobody is known as “\(name)”. Add the group or the person first."
        case .ambiguousSpeaker(let name, let candidates):
            "“\(name)” can be any of "
                + candidates.map { "\($0.displayName) (\($0.id))" }.joined(separator: ", ")
                + ". Give the identifier."
        case .wrongKind(let name, let expected):
            "“\(name)” is no \(expected.rawValue)."
        case .unknown(let id):
            "The archive has nothing with the identifier “\(id)”."
        case .ambiguous(let id, let candidates):
            "“\(id)” can be any of \(candidates.joined(separator: ", ")). Give more of the identifier."
        case .unknownSource(let text):
            "No source has the identifier, the address or the publisher “\(text)”."
        case .emptySearch(let words):
            "“\(words)” holds no word to search for."
        }
    }
}
