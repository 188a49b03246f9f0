import CCurl

/// An address of the web as a request needs it: absolute, without a fragment, its host in lower-case ASCII.
///
/// libcurl's own parser takes it apart, so that what is checked is what will be asked.
struct WebAddress: Hashable, Sendable {
    /// The whole address.
    let text: String
    /// Whether it is asked for under TLS.
    let isSecure: Bool
    /// The host's name or number.
    let host: String
    /// Scheme, host and port: what one robots.txt speaks for.
    let origin: String
    /// Path and query, as they stand in a request.
    let target: String

    /// An address as a user or a page gives it.
    ///
    /// - Throws: `FetchError.Kind.address`.
    init(_ text: String) throws(FetchError) {
        let parsed = try ParsedURL(at: text)
        try parsed.set(text, at: text)
        try self.init(parsed, given: text)
    }

    /// The address that a redirect from here leads to.
    ///
    /// - Throws: `FetchError.Kind.redirects`.
    func following(_ location: String) throws(FetchError) -> WebAddress {
        do throws(FetchError) {
            let parsed = try ParsedURL(at: text)
            try parsed.set(text, at: text)
            try parsed.set(location, at: text)
            return try WebAddress(parsed, given: location)
        } catch {
            throw FetchError(
                .redirects, at: text, "it leads on to “\(location)”: \(error.problem)", advice: error.advice)
        }
    }

    private init(_ parsed: borrowing ParsedURL, given: String) throws(FetchError) {
        let scheme = parsed[CURLUPART_SCHEME] ?? ""
        guard scheme == "http" || scheme == "https" else {
            throw FetchError(
                .address, at: given, "only addresses of http and https can be fetched",
                advice: "give one that begins with https://")
        }
        // What is in an address ends up in captures, logs and archives.
        guard parsed[CURLUPART_USER] == nil, parsed[CURLUPART_PASSWORD] == nil else {
            throw FetchError(
                .address, at: "\(scheme)://…", "a name and a password in an address are not sent",
                advice: "leave them out")
        }
        // IDNA's ASCII form, where the library can make it; else it does so when it asks for the host.
        guard
            let host = parsed.get(CURLUPART_HOST, UInt32(CURLU_PUNYCODE)) ?? parsed[CURLUPART_HOST],
            !host.isEmpty, parsed.set(CURLUPART_HOST, host.lowercased()),
            parsed.set(CURLUPART_FRAGMENT, nil),
            let text = parsed.get(CURLUPART_URL, UInt32(CURLU_NO_DEFAULT_PORT)),
            let path = parsed[CURLUPART_PATH]
        else { throw ParsedURL.malformed(given) }
        let port = parsed.get(CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)) ?? ""
        self.text = text
        self.isSecure = scheme == "https"
        self.host = host.lowercased()
        self.origin = "\(scheme)://\(host.lowercased()):\(port)"
        self.target = path + (parsed[CURLUPART_QUERY].map { "?" + $0 } ?? "")
    }
}

/// A handle of libcurl's parser.
private struct ParsedURL: ~Copyable {
    private let handle: OpaquePointer

    init(at address: String) throws(FetchError) {
        try loadLibrary(for: address)
        guard let handle = ccurl_url() else { throw ParsedURL.malformed(address) }
        self.handle = handle
    }

    deinit { ccurl_url_cleanup(handle) }

    /// Reads an address; where there is one already, relative to that.
    func set(_ text: String, at address: String) throws(FetchError) {
        // Spaces and letters beyond ASCII are what people and servers write into addresses.
        let flags = UInt32(CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)
        // A zero would end the text for C.
        guard !text.utf8.contains(0), ccurl_url_set(handle, CURLUPART_URL, text, flags) == CURLUE_OK else {
            throw ParsedURL.malformed(address)
        }
    }

    func set(_ part: CURLUPart, _ value: String?) -> Bool {
        ccurl_url_set(handle, part, value, 0) == CURLUE_OK
    }

    func get(_ part: CURLUPart, _ flags: UInt32) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard ccurl_url_get(handle, part, &value, flags) == CURLUE_OK, let value else { return nil }
        defer { ccurl_free(value) }
        return String(cString: value)
    }

    subscript(part: CURLUPart) -> String? { self.get(part, 0) }

    static func malformed(_ address: String) -> FetchError {
        FetchError(
            .address, at: address, "this is no address of the web",
            advice: "give one such as https://quay-courier.example/1")
    }
}

/// Loads libcurl, if it is not yet.
func loadLibrary(for address: String) throws(FetchError) {
    guard let problem = ccurl_load() else { return }
    throw FetchError(
        .library, at: address,
        "addresses are fetched by libcurl, and that can't be used: "
            + String(cString: problem), advice: "install it (on Debian: apt-get install libcurl4)")
}
