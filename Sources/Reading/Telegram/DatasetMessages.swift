import Statements

extension MessageDialect {
    /// What TGDataset (La Morgia et al., 2025) holds of a channel: `{"message", "date", "author", "is_forwarded", …}` under
    /// the number of the message.
    static let tgDataset = MessageDialect(
        recognises: { root in root["message"] != nil && root["date"] != nil && root["is_forwarded"] != nil },
        read: { entry, chat throws(MessageFault) in
            guard let id = entry.number, let chat else {
                throw entry.fault("the message has no number, or no channel")
            }
            guard let seconds = entry.root["date"]?.seconds else {
                throw entry.fault("the message has no date that can be read")
            }
            var message = Message(id: id, text: try entry.text("message") ?? "", place: entry.place)
            message.posted = MessageTime(seconds: seconds, basis: .instant)
            if let author = entry.root["author"]?.integer, author != chat.account.peer?.id {
                message.sender = Account(peer: Peer(kind: .user, id: author))
            }
            if entry.root["is_forwarded"]?.isTrue == true {
                var forward = MessageDetails.Forward()
                forward.posted = entry.root["forwarded_message_date"]?.seconds
                message.details.forward = forward
                // Whether the number is a channel's or a user's is not told; channels are what is forwarded from.
                let origin = entry.root["forwarded_from_id"]?.integer.flatMap { $0 > 0 ? $0 : nil }
                message.origin = origin.map { Account(peer: Peer(kind: .channel, id: $0)) }
            }
            message.details.losses = ["captions of media", "marked parts", "replies", "times of edits"]
            return ChatMessage(chat: chat, message: message)
        })
}
