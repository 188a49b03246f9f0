import Statements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A page that t.me shows of a public channel (`/s/name`), or of one message (`?embed=1`).
struct PublicPage {
    let root: PageNode
    let options: MessageOptions

    /// The messages of the page.
    func read() -> MessagePage {
        var page = MessagePage()
        // One post that tells the channel's number tells it for all.
        let number = root.all("tgme_widget_message").lazy.compactMap(PublicPage.peer(of:)).first
        for node in root.all("tgme_widget_message") where !node.has("err_message") {
            guard let post = node.value(.dataPost), let link = PostLink("https://t.me/" + post),
                let id = link.message
            else {
                continue
            }
            guard let message = message(node, id: id) else {
                page.faults.append(
                    MessageFault(range: 0..<0, id: id, problem: "the message has no date that can be read"))
                continue
            }
            page.messages.append(ChatMessage(chat: chat(of: node, link, number: number), message: message))
        }
        if page.messages.isEmpty, page.faults.isEmpty { page.warnings.append("the page shows no message") }
        return page
    }

    /// The chat. Its number stands in `data-view` (base64url of `{"c": -number}`), or in `data-peer`.
    private func chat(of node: PageNode, _ link: PostLink, number: Peer?) -> Chat {
        var account = Account(peer: link.peer ?? number, username: link.name)
        account.name =
            root.first("tgme_channel_info_header_title")?.words()
            ?? node.first("tgme_widget_message_owner_name")?.words()
        return Chat(account: account, type: "public", isPrivate: false)
    }

    private static func peer(of node: PageNode) -> Peer? {
        if let peer = node.value(.dataPeer), peer.hasPrefix("c"),
            let id = Int64(peer.dropFirst().prefix { $0.isNumber })
        {
            return Peer(kind: .channel, id: id)
        }
        return node.value(.dataView).flatMap { number(inView: $0) }.map { Peer(kind: .channel, id: $0) }
    }

    private static func number(inView view: String) -> Int64? {
        var text = view.replacing("-", with: "+").replacing("_", with: "/")
        while text.count % 4 != 0 { text += "=" }
        guard let data = Data(base64Encoded: text),
            let root = try? JSONTape(Array(data), in: 0..<data.count).root, let number = root["c"]?.integer
        else { return nil }
        return number < 0 ? -number : nil
    }

    private func message(_ node: PageNode, id: Int64) -> Message? {
        let time = node.first("tgme_widget_message_date")?.first(.time)?.value(.datetime)
        guard let posted = time.flatMap({ PrintedInstant.time($0) }) else { return nil }
        var message = Message(id: id)
        message.posted = posted
        message.details.losses = ["times of edits", "marked parts"]
        // What the web does not show is not empty.
        if node.first("tgme_widget_message_bubble")?.child("message_media_not_supported_wrap") != nil {
            message.kind = .unsupported
            return message
        }
        message.text = node.first("js-message_text")?.words(breaksBlocks: true) ?? ""
        if node.has("service_message") {
            message.kind = .service
            message.details.service = .init(action: message.text)
            message.text = ""
        }
        message.sender = sender(of: node)
        message.details.signature = node.first("tgme_widget_message_from_author")?.words()
        message.details.views = node.first("tgme_widget_message_views")?.words().replacing(
            "\u{202F}", with: "")
        readOrigin(node, into: &message)
        let target = node.first("tgme_widget_message_reply")?.value(.href).flatMap { PostLink($0) }
        message.details.reply = target?.message.map { .init(message: $0) }
        if let album = node.first("js-message_grouped_wrap") {
            message.details.album = id
            message.details.media = .init(kind: "album of \(album.all("grouped_media_wrap").count)")
        }
        readMedia(node, into: &message)
        return message
    }

    /// Who posted it, where that is another than the one to whom the page belongs, as in a public group. (A reply shows the
    /// author of what it answers.)
    private func sender(of node: PageNode) -> Account? {
        guard let bubble = node.first("tgme_widget_message_bubble"),
            let name = bubble.child("tgme_widget_message_author")?.first("tgme_widget_message_author_name")
        else { return nil }
        let link = name.value(.href).flatMap { PostLink($0) }
        return Account(username: link?.name, name: name.words())
    }

    private func readOrigin(_ node: PageNode, into message: inout Message) {
        guard let name = node.first("tgme_widget_message_forwarded_from_name") else { return }
        let link = name.value(.href).flatMap { PostLink($0) }
        message.origin = Account(peer: link?.peer, username: link?.name, name: name.words())
        var forward = MessageDetails.Forward()
        forward.message = link?.message
        forward.signature = node.first("tgme_widget_message_forwarded_from_author")?.words()
        message.details.forward = forward
    }

    private func readMedia(_ node: PageNode, into message: inout Message) {
        if let poll = node.first("tgme_widget_message_poll"), message.text.isEmpty {
            let parts =
                poll.all("tgme_widget_message_poll_question")
                + poll.all("tgme_widget_message_poll_option_text")
            message.text = parts.map { $0.words() }.joined(separator: "\n")
            message.details.poll = true
        }
        let kinds = [
            ("tgme_widget_message_photo_wrap", "photo"), ("tgme_widget_message_video_player", "video"),
            ("tgme_widget_message_document_title", "file"), ("tgme_widget_message_voice", "voice_message"),
            ("tgme_widget_message_sticker_wrap", "sticker"),
            ("tgme_widget_message_location_wrap", "location"),
        ]
        if message.details.media == nil, let kind = kinds.first(where: { node.first($0.0) != nil }) {
            message.details.media = .init(kind: kind.1)
        }
        let reactions = node.all("tgme_reaction").map { reaction -> MessageDetails.Reaction in
            let words = reaction.words()
            let label = words.prefix { !$0.isASCII }
            // “1.2K” is rounded, and kept as a number of that size.
            return .init(
                label: label.isEmpty
                    ? (reaction.has("tgme_reaction_paid") ? "paid" : "custom") : String(label),
                count: PublicPage.count(words.dropFirst(label.count)))
        }
        message.details.reactions = reactions.isEmpty ? nil : reactions
    }

    /// The number that `44`, `1.2K` or `3M` is about.
    private static func count(_ text: Substring) -> Int64 {
        let text = text.filter { !$0.isWhitespace }
        let factor = text.hasSuffix("K") ? 1_000.0 : text.hasSuffix("M") ? 1_000_000.0 : 1
        let number = Double(text.filter { $0.isNumber || $0 == "." }) ?? 0
        return Int64(min(number * factor, 1e15))
    }
}
