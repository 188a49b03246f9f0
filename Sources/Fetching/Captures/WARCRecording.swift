/// What of an exchange is kept: the answer as it came, and the request that it answers (WARC/1.1 §6).
struct WARCRecording {
    /// Makes the identifier of a new record.
    let makeID: () -> String

    /// The records of an exchange.
    ///
    /// - Throws: `FetchError.Kind.damaged` where the body is not what its header says.
    func records(of exchange: Exchange) throws(FetchError) -> [WARCRecord] {
        var fields = [("WARC-Target-URI", exchange.address.text)]
        if let host = exchange.host { fields.append(("WARC-IP-Address", host)) }
        let response =
            exchange.status == 304
            ? revisit(exchange, fields)
            : WARCRecord(
                .response, id: makeID(), at: exchange.began,
                fields: fields + [
                    ("WARC-Payload-Digest", digest(try exchange.payload())),
                    ("Content-Type", "application/http;msgtype=response"),
                ],
                block: exchange.responseHeader + exchange.wireBody)
        let request = WARCRecord(
            .request, id: makeID(), at: exchange.began,
            fields: fields + [
                ("WARC-Concurrent-To", response.id), ("Content-Type", "application/http;msgtype=request"),
            ],
            block: exchange.requestHeader)
        return [request, response]
    }

    /// That the server said the document is as it was (WARC/1.1 §6.7.3).
    private func revisit(_ exchange: Exchange, _ fields: [(String, String)]) -> WARCRecord {
        WARCRecord(
            .revisit, id: makeID(), at: exchange.began,
            fields: fields + [
                ("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/server-not-modified"),
                ("Content-Type", "application/http;msgtype=response"),
            ],
            block: exchange.responseHeader)
    }

    /// The record at the beginning of a file, which tells who wrote it.
    func info(software: String, at date: Double) -> WARCRecord {
        WARCRecord(
            .info, id: makeID(), at: date, fields: [("Content-Type", "application/warc-fields")],
            block: Array("software: \(software)\r\nformat: WARC File Format 1.1\r\n".utf8))
    }
}
