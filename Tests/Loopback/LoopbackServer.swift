import Foundation

/// A server of HTTP on this machine, which says what the test wants it to.
public final class LoopbackServer: Sendable {
    /// What a client asked for.
    public struct Request: Sendable {
        /// The request's header, as it came.
        public let head: String

        /// Path and query.
        public var target: String { String(head.split(separator: " ").dropFirst().first ?? "") }

        /// The value of a field of the header.
        public func field(_ name: String) -> String? {
            head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
                .map { String($0.dropFirst(name.count + 2)) }
        }
    }

    /// The client's end; what it no longer takes is lost.
    public struct Connection: Sendable {
        fileprivate let descriptor: Int32

        /// Sends bytes; false where the client has gone.
        @discardableResult
        public func send(_ bytes: [UInt8]) -> Bool {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// Answers a request.
    public typealias Handler = @Sendable (Request, Connection) -> Void

    /// The port that it listens at, on 127.0.0.1.
    public let port: UInt16
    private let listener: Int32
    private let log = Log<Request>()

    /// The requests up to now, without those for robots.txt.
    public var requests: [Request] { log.all.filter { $0.target != "/robots.txt" } }
    /// All requests up to now.
    public var allRequests: [Request] { log.all }

    /// A server that answers every request so, each on a thread of its own, until its owner goes.
    public init(_ handler: @escaping Handler) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        let log = log
        let thread = Thread {
            while case let client = accept(listener, nil, nil), client >= 0 {
                Thread.detachNewThread {
                    if let request = LoopbackServer.readRequest(client) {
                        log.add(request)
                        handler(request, Connection(descriptor: client))
                    }
                    close(client)
                }
            }
            close(listener)
        }
        thread.start()
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    /// The address of a path here.
    public func address(_ path: String, host: String = "127.0.0.1") -> String {
        "http://\(host):\(port)\(path)"
    }

    private static func readRequest(_ client: Int32) -> Request? {
        var head: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: head, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            head += buffer.prefix(count)
            // A greeting of TLS is no request.
            if head[0] < 0x20 { return nil }
        }
        return Request(head: String(decoding: head, as: UTF8.self))
    }
}

extension LoopbackServer.Connection {
    /// Sends an answer with its length.
    public func answer(_ status: String = "200 OK", _ fields: [String] = [], _ body: [UInt8] = []) {
        let lines = ["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(body.count)", "Connection: close"]
        send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    /// Sends a page.
    public func page(_ text: String, _ fields: [String] = []) {
        answer("200 OK", ["Content-Type: text/html; charset=utf-8"] + fields, Array(text.utf8))
    }

    /// Sends the client on.
    public func redirect(to location: String, status: String = "302 Found") {
        answer(status, ["Location: \(location)"])
    }

    /// Sends bytes as they are.
    public func raw(_ text: String) { send(Array(text.utf8)) }
}

/// A server whose paths have their answers; it has no robots.txt.
public func site(_ answers: [String: @Sendable (LoopbackServer.Connection) -> Void]) throws -> LoopbackServer
{
    try LoopbackServer { request, connection in
        if let answer = answers[request.target] {
            answer(connection)
        } else {
            connection.answer("404 Not Found")
        }
    }
}
