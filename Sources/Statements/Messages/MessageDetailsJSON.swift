extension MessageDetails {
    /// The details as JSON, with the keys that decoding wants. Written by hand: millions of messages have some.
    public var json: String {
        var writer = DetailsWriter()
        writer.object { object in
            if let album { object.member("album", album) }
            if let forward {
                object.object("forward") { object in
                    if let message = forward.message { object.member("message", message) }
                    if let posted = forward.posted { object.member("posted", posted) }
                    if let signature = forward.signature { object.member("signature", signature) }
                }
            }
            if let isGarbled { object.member("isGarbled", isGarbled) }
            if let losses { object.list("losses", losses) { $0.string($1) } }
            if let media {
                object.object("media") { object in
                    object.member("kind", media.kind)
                    if let missing = media.missing { object.member("missing", missing) }
                    if let path = media.path { object.member("path", path) }
                    if let sha256 = media.sha256 { object.member("sha256", sha256) }
                }
            }
            if let poll { object.member("poll", poll) }
            if let reactions {
                object.list("reactions", reactions) { list, reaction in
                    list.object { object in
                        object.member("count", reaction.count)
                        object.member("label", reaction.label)
                    }
                }
            }
            if let reply {
                object.object("reply") { object in
                    object.member("message", reply.message)
                    if let peer = reply.peer { object.member("peer", peer) }
                }
            }
            if let service {
                object.object("service") { object in
                    object.member("action", service.action)
                    if let message = service.message { object.member("message", message) }
                    if let title = service.title { object.member("title", title) }
                }
            }
            if let signature { object.member("signature", signature) }
            if let spans {
                object.list("spans", spans) { list, span in
                    list.object { object in
                        object.member("end", Int64(span.end))
                        if let href = span.href { object.member("href", href) }
                        object.member("start", Int64(span.start))
                        object.member("type", span.type)
                    }
                }
            }
            if let views { object.member("views", views) }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// Writes compact JSON.
private struct DetailsWriter {
    private(set) var bytes: [UInt8] = []

    mutating func object(_ body: (inout DetailsWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        body(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func object(_ key: StaticString, _ body: (inout DetailsWriter) -> Void) {
        self.key(key)
        object(body)
    }

    mutating func list<Element>(
        _ key: StaticString, _ elements: [Element], _ body: (inout DetailsWriter, Element) -> Void
    ) {
        self.key(key)
        bytes.append(UInt8(ascii: "["))
        for element in elements { body(&self, element) }
        bytes.append(UInt8(ascii: "]"))
    }

    mutating func member(_ key: StaticString, _ value: String) {
        self.key(key)
        string(value)
    }

    mutating func member(_ key: StaticString, _ value: Int64) {
        self.key(key)
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func member(_ key: StaticString, _ value: Bool) {
        self.key(key)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func key(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
    }

    /// A comma, where something stands before.
    private mutating func separate() {
        switch bytes.last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
        default: bytes.append(UInt8(ascii: ","))
        }
    }
}
