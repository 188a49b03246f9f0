import Statements

/// The messages of a page, and what could not be read of it.
public struct MessagePage: Sendable {
    /// The messages in their order.
    public var messages: [ChatMessage] = []
    /// What is broken.
    public var faults: [MessageFault] = []
    /// What the user is to know.
    public var warnings: [String] = []
}

/// Whether an input that begins with these bytes is a page with messages of Telegram: of an export of Telegram Desktop, or
/// one that t.me shows. Only content counts.
public func isMessagePage(_ head: [UInt8]) -> Bool {
    let head = String(decoding: head.prefix(64 << 10), as: UTF8.self)
    guard head.contains("<") else { return false }
    return head.contains("class=\"page_wrap\"") && head.contains("css/style.css")
        || head.contains("class=\"page_body chat_page\"") || head.contains("tgme_widget_message")
        || head.contains("tgme_channel_history")
}

extension MessageReader {
    /// The messages of a page.
    ///
    /// - Throws: where it is too large.
    public func page(_ bytes: [UInt8]) throws(ReadingError) -> MessagePage {
        let root = PageNode(root: try pageTree(of: SlimPage(bytes)))
        let isPublic = root.first("tgme_widget_message") != nil || root.first("tgme_channel_history") != nil
        var page =
            isPublic
            ? PublicPage(root: root, options: options).read()
            : ExportPage(root: root, options: options).read()
        for index in page.messages.indices { page.messages[index].message.noteLosses() }
        return page
    }
}
