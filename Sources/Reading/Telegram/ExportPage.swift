import EDTF
import Statements

/// A page of an export of Telegram Desktop as HTML (`export_output_html.cpp`): no number of the chat or of a person, no time
/// of an edit.
struct ExportPage {
    let root: PageNode
    let options: MessageOptions

    /// The messages of the page.
    func read() -> MessagePage {
        var page = MessagePage()
        let title = root.first("page_header")?.first("text", "bold")?.words()
        guard let chat = chat(title) else {
            page.faults.append(
                MessageFault(
                    range: 0..<0, id: nil, problem: "the page does not name its chat; name it with --chat"))
            return page
        }
        // A message that is joined to the one before has its sender.
        var sender: Account?
        for node in root.all("message") {
            guard let text = node.value(.id), text.hasPrefix("message"), let id = Int64(text.dropFirst(7))
            else { continue }
            if node.has("service") {
                sender = nil
                // A day: its number is negative, and not that of a message.
                if id < 0 { continue }
                page.messages.append(ChatMessage(chat: chat, message: service(node, id: id)))
                continue
            }
            guard let body = node.child("body"), let posted = body.child("date").flatMap(time) else {
                page.faults.append(MessageFault(range: 0..<0, id: id, problem: "the message has no date"))
                continue
            }
            if !node.has("joined") { sender = body.child("from_name").flatMap { account($0, in: chat) } }
            var message = Message(id: id)
            message.posted = posted
            message.sender = sender
            read(body, into: &message)
            page.messages.append(ChatMessage(chat: chat, message: message))
        }
        return page
    }

    private func chat(_ title: String?) -> Chat? {
        if var given = options.chat {
            // A bare word can be a user name, or the name that the page shows.
            if let title, given.account.peer == nil, given.account.username == title {
                return Chat(account: Account(name: title), isPrivate: true)
            }
            given.account.name = given.account.name ?? title
            return given
        }
        return title.map { Chat(account: Account(name: $0), isPrivate: true) }
    }

    private func service(_ node: PageNode, id: Int64) -> Message {
        var message = Message(id: id)
        message.kind = .service
        message.details.service = .init(action: node.first("body", "details")?.words() ?? "unknown")
        return message
    }

    private func account(_ node: PageNode, in chat: Chat) -> Account? {
        var name = node.words(without: { $0.has("details") })
        if let via = name.firstRange(of: " via @") { name = String(name[..<via.lowerBound]) }
        if name.isEmpty { return nil }
        // What all who are gone are called tells nobody.
        if name == "Deleted Account" { return Account() }
        return name == chat.account.name ? chat.account : Account(name: name)
    }

    /// The time in a title, `07.11.2023 15:30:00 UTC+03:00`; old exports lack the offset.
    private func time(_ node: PageNode) -> MessageTime? {
        guard let title = node.value(.title) else { return nil }
        let parts = title.split(separator: " ")
        guard parts.count >= 2 else { return nil }
        let day = parts[0].split(separator: ".")
        guard day.count == 3, let clock = ClockTime.seconds("\(day[2])-\(day[1])-\(day[0])T\(parts[1])")
        else { return nil }
        if parts.count > 2, parts[2].hasPrefix("UTC"),
            let offset = PrintedInstant.offset(Array(parts[2].utf8.dropFirst(3)))
        {
            return MessageTime(seconds: clock - offset, basis: .offset)
        }
        guard let instant = options.instant else { return MessageTime(seconds: clock, basis: .unknownZone) }
        return MessageTime(seconds: instant(clock), basis: .givenZone)
    }

    /// What a message says. The words of what is forwarded stand in a body of their own.
    private func read(_ body: PageNode, into message: inout Message) {
        let forwarded = body.child("forwarded", "body")
        if let forwarded {
            var forward = MessageDetails.Forward()
            if let name = forwarded.child("from_name") {
                let words = name.words(without: { $0.has("details") })
                message.origin = words.isEmpty ? nil : Account(name: words)
                forward.posted = name.child("date").flatMap(time)?.seconds
            }
            message.details.forward = forward
        }
        let words = forwarded ?? body
        message.text = words.child("text")?.words() ?? ""
        message.details.signature = body.child("signature")?.words()
        message.details.losses = ["numbers of accounts", "times of edits"]
        let target = body.child("reply_to")?.first(.a)?.value(.href)?.split(separator: "#").last
        if let target, target.hasPrefix("go_to_message"),
            let id = Int64(target.dropFirst("go_to_message".count))
        {
            message.details.reply = .init(message: id)
        }
        if let media = words.child("media_wrap") { readMedia(media, into: &message) }
        let reactions = body.all("reaction").compactMap { reaction -> MessageDetails.Reaction? in
            guard let label = reaction.first("emoji")?.words(), !label.isEmpty else { return nil }
            // Without a count, those who reacted are listed; they are counted, and not kept.
            let count =
                reaction.first("count").flatMap { Int64($0.words()) } ?? Int64(reaction.all("userpic").count)
            return .init(label: label, count: count)
        }
        message.details.reactions = reactions.isEmpty ? nil : reactions
    }

    private func readMedia(_ wrap: PageNode, into message: inout Message) {
        if let poll = wrap.first("media_poll") {
            let question = poll.first("question").map { [$0.words()] } ?? []
            let answers = poll.all("answer").map { answer in
                let words = answer.words(without: { $0.has("details") })
                return words.hasPrefix("- ") ? String(words.dropFirst(2)) : words
            }
            if message.text.isEmpty { message.text = (question + answers).joined(separator: "\n") }
            message.details.poll = true
            return
        }
        let kinds = [
            "photo_wrap": "photo", "video_file_wrap": "video_file", "animated_wrap": "animation",
            "sticker_wrap": "sticker",
        ]
        for (name, kind) in kinds.sorted(by: { $0.key < $1.key }) {
            guard let link = wrap.first(name) else { continue }
            message.details.media = .init(kind: kind, path: link.value(.href))
            return
        }
        guard let media = wrap.first("media") else { return }
        let kind = (media.value(.class) ?? "").split(separator: " ").first { $0.hasPrefix("media_") }?
            .dropFirst(6)
        let description = media.first("description")?.words() ?? ""
        let isMissing = ["Not included", "Exceeds maximum", "Unavailable"].contains {
            description.hasPrefix($0)
        }
        message.details.media = .init(
            kind: kind.map(String.init) ?? "file", path: media.value(.href),
            missing: isMissing ? description : nil)
    }
}
