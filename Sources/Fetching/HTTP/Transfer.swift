import CCurl

/// One exchange over the network: a request is sent, and its answer gathered. Redirects are answers like others.
final class Transfer {
    private let address: WebAddress
    private let limits: FetchLimits
    private let policy: ConnectionPolicy
    private var requestHeader: [UInt8] = []
    private var responseHeader: [UInt8] = []
    private var body: [UInt8] = []
    private var headerBytes = 0
    private var excess: FetchError?
    private var refused: (address: NetworkAddress, reason: String)?
    private var hasConnected = false

    private init(to address: WebAddress, limits: FetchLimits, policy: ConnectionPolicy) {
        (self.address, self.limits, self.policy) = (address, limits, policy)
    }

    /// Asks for an address; `fields` are the lines that the request's header has beside those of every request.
    ///
    /// - Throws: where there is no answer, or it is not whole or too large.
    static func run(
        _ address: WebAddress, userAgent: String, fields: [[UInt8]], limits: FetchLimits,
        policy: ConnectionPolicy, began: Double
    ) throws(FetchError) -> Exchange {
        let transfer = Transfer(to: address, limits: limits, policy: policy)
        return try transfer.run(userAgent: userAgent, fields: fields, began: began)
    }

    private func run(userAgent: String, fields: [[UInt8]], began: Double) throws(FetchError) -> Exchange {
        try loadLibrary(for: address.text)
        guard let handle = ccurl_easy_init() else { throw failure(CURLE_OUT_OF_MEMORY, "") }
        defer { ccurl_easy_cleanup(handle) }
        var lines: UnsafeMutablePointer<curl_slist>?
        defer { ccurl_slist_free_all(lines) }
        for field in [Array("Accept-Encoding: \(ContentCoding.offered)".utf8)] + fields {
            // The bytes of a field are sent as they are, whether they are text or not.
            lines = (field + [0]).withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { ccurl_slist_append(lines, $0.baseAddress) }
            }
        }
        var message = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        var events = events()
        let code = message.withUnsafeMutableBufferPointer { message in
            withUnsafePointer(to: &events) { events in
                let code = configure(handle, userAgent: userAgent, lines, message.baseAddress, events)
                return code == CURLE_OK ? ccurl_easy_perform(handle) : code
            }
        }
        let words = String(
            decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard code == CURLE_OK else { throw failure(code, words) }
        var status = 0
        ccurl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
        var host: UnsafePointer<CChar>?
        ccurl_get_text(handle, CURLINFO_PRIMARY_IP, &host)
        return Exchange(
            address: address, requestHeader: requestHeader, responseHeader: responseHeader, wireBody: body,
            status: status, host: host.map { String(cString: $0) }, began: began)
    }

    private func configure(
        _ handle: UnsafeMutableRawPointer, userAgent: String, _ lines: UnsafeMutablePointer<curl_slist>?,
        _ message: UnsafeMutablePointer<CChar>?, _ events: UnsafePointer<ccurl_events>
    ) -> CURLcode {
        func milliseconds(_ seconds: Double) -> Int { Int(seconds * 1_000) }
        let texts = [
            (CURLOPT_URL, address.text), (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_USERAGENT, userAgent),
            // Behind a proxy, nobody sees which host is really asked.
            (CURLOPT_PROXY, ""),
        ]
        let numbers = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_HTTPGET, 1),
            // WARC keeps the messages of HTTP/1.1, and of no other.
            (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
            // The body is wanted as it comes; it is unpacked when it is there.
            (CURLOPT_HTTP_TRANSFER_DECODING, 0), (CURLOPT_HTTP_CONTENT_DECODING, 0),
            (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
            (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            (CURLOPT_CONNECTTIMEOUT_MS, milliseconds(limits.connectTime)),
            (CURLOPT_TIMEOUT_MS, milliseconds(limits.totalTime)),
            (CURLOPT_LOW_SPEED_LIMIT, limits.lowSpeedBytes),
            (CURLOPT_LOW_SPEED_TIME, Int(limits.lowSpeedTime)),
        ]
        for (option, value) in texts where ccurl_set_text(handle, option, value) != CURLE_OK {
            return CURLE_FAILED_INIT
        }
        for (option, value) in numbers where ccurl_set_number(handle, option, value) != CURLE_OK {
            return CURLE_FAILED_INIT
        }
        ccurl_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limits.bodyBytes))
        ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, message)
        ccurl_set_pointer(handle, CURLOPT_HTTPHEADER, lines)
        return ccurl_set_events(handle, events)
    }

    /// The calls by which libcurl reaches this object, which outlives them.
    private func events() -> ccurl_events {
        return ccurl_events(
            context: Unmanaged.passUnretained(self).toOpaque(),
            header: { Transfer.of($0)?.takeHeader(UnsafeRawBufferPointer(start: $1, count: $2)) ?? false },
            body: { Transfer.of($0)?.takeBody(UnsafeRawBufferPointer(start: $1, count: $2)) ?? false },
            request: { Transfer.of($0)?.requestHeader += UnsafeRawBufferPointer(start: $1, count: $2) },
            connect: { Transfer.of($0)?.mayConnect(to: $1, count: $2) ?? false })
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= limits.headerBytes else {
            excess = .tooLarge(at: address.text, "a header of more than \(limits.headerBytes >> 10) KiB")
            return false
        }
        // An answer that only announces another (103) comes before it; what follows a body in chunks is in the body.
        if line.starts(with: "HTTP/".utf8) { responseHeader = [] }
        if body.isEmpty { responseHeader += line }
        return true
    }

    private func takeBody(_ piece: UnsafeRawBufferPointer) -> Bool {
        guard body.count + piece.count <= limits.bodyBytes else {
            excess = .tooLarge(at: address.text, bodyBytes: limits.bodyBytes, "as it is sent")
            return false
        }
        body += piece
        return true
    }

    private func mayConnect(to address: UnsafePointer<sockaddr>?, count: Int) -> Bool {
        guard let address, let number = NetworkAddress(address, count: count) else { return false }
        if let reason = policy.refusal(number) {
            refused = (number, reason)
            return false
        }
        hasConnected = true
        return true
    }

    /// What a complaint of libcurl's means.
    private func failure(_ code: CURLcode, _ words: String) -> FetchError {
        let place = address.text
        if let refused, !hasConnected {
            let number = refused.address.text
            return FetchError(
                .forbiddenHost, at: place,
                "\(address.host) is \(refused.reason)\(number == address.host ? "" : ", " + number), "
                    + "and no host of the internet",
                advice: "give --allow-private if you mean it")
        }
        if let excess { return excess }
        let reason = words.isEmpty ? String(cString: ccurl_easy_strerror(code)) : words
        switch code {
        case CURLE_FILESIZE_EXCEEDED:
            return .tooLarge(at: place, bodyBytes: limits.bodyBytes, "as it is sent")
        case CURLE_COULDNT_RESOLVE_HOST:
            return FetchError(
                .unknownHost, at: place, "there is no host \(address.host), or nobody here knows it",
                advice: "check the address, and that this machine is on the internet")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CRL_BADFILE:
            return FetchError(
                .certificate, at: place, "the host cannot prove that it is \(address.host): \(reason)",
                advice: "look at the page with a browser; what it shows can be saved and given as a file")
        case CURLE_OPERATION_TIMEDOUT:
            return FetchError(
                .timedOut, at: place, "there was no whole answer in time: \(reason)",
                advice: "try again later")
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING:
            return FetchError(
                .broken, at: place, "the answer was broken off: \(reason)", advice: "try again later")
        default:
            return FetchError(
                .unreachable, at: place, "there is no answer: \(reason)",
                advice: "check the address, and try again later")
        }
    }
}
