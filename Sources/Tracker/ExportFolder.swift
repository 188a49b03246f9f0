import Reading

/// A folder that Telegram Desktop wrote: a `result.json` or pages of messages, beside the files that belong to them.
///
/// Only the messages are documents; the rest is what they refer to, or looks. What somebody else put there is read like
/// any other file.
struct ExportFolder {
    /// Pages that are one input, in their order.
    struct Pages: Sendable {
        let paths: [String]
        /// Whether they are of an account, of which only chats that are named are read.
        let isAccount: Bool
        /// The folder.
        let folder: String
    }

    /// The pages of messages, where there is no `result.json`, which says more.
    private(set) var pages: Pages?
    /// The other entries that can hold documents.
    private(set) var entries: [String]

    /// What Telegram Desktop names its folders (`export_settings.h`, `export_output_html.cpp`).
    private static let folders: Set = [
        "chats", "lists", "css", "js", "images", "photos", "video_files", "animations", "stickers",
        "voice_messages",
        "round_video_messages", "files", "profile_pictures", "profile_music", "stories", "contacts",
    ]
    /// So many bytes tell what a file is.
    private static let headLength = 64 << 10

    /// The folder with these entries, which are paths; nil where it is another one.
    init?(_ folder: String, entries: [String]) {
        let names = Set(entries.map(ExportFolder.name))
        let start = folder.hasSuffix("/") ? folder : folder + "/"
        let hasResult = names.contains("result.json") && ExportFolder.isResult(start + "result.json")
        let isAccount = names.contains("export_results.html") && names.contains("lists")
        let isChat = names.contains("messages.html") && ExportFolder.isPage(start + "messages.html")
        guard hasResult || isAccount || isChat else { return nil }
        let own = entries.filter { ExportFolder.pageNumber($0) != nil }
        self.entries = entries.filter { entry in
            let name = ExportFolder.name(of: entry)
            return !ExportFolder.folders.contains(name) && name != "export_results.html"
                && !own.contains(entry)
        }
        if hasResult { return }
        let paths = isAccount ? ExportFolder.accountPages(start + "chats") : ExportFolder.ordered(own)
        pages = paths.isEmpty ? nil : Pages(paths: paths, isAccount: isAccount, folder: folder)
    }

    private static func accountPages(_ folder: String) -> [String] {
        let chats = (try? FolderWalk.entries(of: folder)) ?? []
        return chats.filter { FolderWalk.kind(of: $0) == .folder }.flatMap { chat in
            ordered(((try? FolderWalk.entries(of: chat)) ?? []).filter { pageNumber($0) != nil })
        }
    }

    private static func ordered(_ paths: [String]) -> [String] {
        paths.sorted { (pageNumber($0) ?? 0) < (pageNumber($1) ?? 0) }
    }

    private static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// The number of `messages12.html`; the first has none.
    private static func pageNumber(_ path: String) -> Int? {
        let name = name(of: path)
        guard name.hasPrefix("messages"), name.hasSuffix(".html") else { return nil }
        let number = name.dropFirst("messages".count).dropLast(".html".count)
        return number.isEmpty ? 1 : Int(number).flatMap { $0 > 1 ? $0 : nil }
    }

    private static func isResult(_ path: String) -> Bool { messageFormat(of: head(of: path)) == .json }

    private static func isPage(_ path: String) -> Bool { isMessagePage(head(of: path)) }

    private static func head(of path: String) -> [UInt8] {
        guard FolderWalk.kind(of: path) == .file, let input = try? ByteInput(path: path) else { return [] }
        return (try? input.bytes(in: 0..<headLength)) ?? []
    }
}
