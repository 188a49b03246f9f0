/// One request and its answer, as they went over the wire.
struct Exchange: Sendable {
    let address: WebAddress
    /// The header of the request.
    let requestHeader: [UInt8]
    /// The header of the answer, with its status line and the empty line at its end.
    let responseHeader: [UInt8]
    /// The body of the answer, packed and in chunks as it came.
    let wireBody: [UInt8]
    /// The status of the answer.
    let status: Int
    /// The number of the host that answered.
    let host: String?
    /// When the request was sent, in seconds since 1970.
    let began: Double

    /// The fields of the answer's header.
    var header: HTTPHeader { HTTPHeader(responseHeader) }

    /// The body without its chunks, still packed: what the digest of a payload is made of.
    ///
    /// - Throws: `FetchError.Kind.damaged`.
    func payload() throws(FetchError) -> [UInt8] {
        let codings = header.list(of: "transfer-encoding").filter { $0 != "identity" }
        if codings.isEmpty { return wireBody }
        guard codings == ["chunked"], let body = unchunked(wireBody) else {
            throw damaged("the answer's body is cut up in a way that cannot be undone")
        }
        return body
    }

    /// The body as its author wrote it.
    ///
    /// - Throws: `FetchError.Kind.damaged`, or `tooLarge` where there are more than `limit` bytes.
    func entity(limit: Int) throws(FetchError) -> [UInt8] {
        let payload = try payload()
        let codings = header.list(of: "content-encoding")
        do throws(ContentCoding.Failure) {
            return try ContentCoding.decode(payload, codings: codings, limit: limit)
        } catch {
            switch error {
            case .nested: throw damaged("the answer is packed again and again")
            case .tooLarge: throw .tooLarge(at: address.text, bodyBytes: limit, "unpacked")
            case .truncated: throw damaged("the packed body of the answer ends too early")
            case .damaged: throw damaged("the body of the answer cannot be unpacked")
            }
        }
    }

    private func damaged(_ problem: String) -> FetchError {
        FetchError(
            .damaged, at: address.text, problem,
            advice: "try again later, or save the page with a browser and give the file")
    }
}

extension FetchError {
    /// That a body is larger than we take.
    static func tooLarge(at address: String, bodyBytes limit: Int, _ state: String) -> FetchError {
        tooLarge(at: address, "more than \(limit / 1_000_000) MB \(state)")
    }

    /// That an answer has more of something than we take.
    static func tooLarge(at address: String, _ excess: String) -> FetchError {
        FetchError(
            .tooLarge, at: address, "the answer has \(excess)",
            advice: "if it is a document, save it with a browser and give the file")
    }
}
