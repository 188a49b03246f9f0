import Foundation
import Loopback
import Testing

@testable import Fetching

@Suite("What a server sends is taken whole, within limits, or refused")
struct TransferTests {
    @Test("A page comes with its address, its type and its bytes")
    func page() throws {
        let server = try site(["/1": { $0.page("“Ми тут”") }])
        guard case .page(let page) = try fetcher().fetch(server.address("/1#top")) else {
            Issue.record("no page")
            return
        }
        #expect(page.address == server.address("/1"))
        #expect(page.redirects == [])
        #expect(page.contentType == "text/html; charset=utf-8")
        #expect(String(decoding: page.bytes, as: UTF8.self) == "“Ми тут”")
        #expect(page.captured == 1_709_640_000)
    }

    @Test("The server is told who asks, and where they can be reached")
    func userAgent() throws {
        let server = try site(["/1": { $0.page("") }])
        _ = try fetcher { $0.contact = "desk@harbour.example" }.fetch(server.address("/1"))
        _ = try fetcher().fetch(server.address("/1"))
        #expect(
            server.requests.map { $0.field("User-Agent") } == [
                "Quoth/0.1.0 (+desk@harbour.example)", "Quoth/0.1.0",
            ])
        #expect(server.requests[0].field("Accept-Encoding") == "gzip, br, zstd")
    }

    @Test(
        "A contact that would break the line is refused",
        arguments: ["a b", "", "x\r\nHost: y", "a(b)", "я@x.example"])
    func contact(_ contact: String) {
        #expect(throws: FetchError.self) { try fetcher { $0.contact = contact } }
    }

    @Test("A packed page is unpacked, in chunks or not", arguments: ["gzip", "br", "zstd"])
    func unpacked(coding: String) throws {
        let bytes = try #require(packed[coding])
        let server = try site([
            "/plain": { $0.answer("200 OK", ["Content-Encoding: \(coding)"], bytes) },
            "/chunks": { connection in
                connection.raw("HTTP/1.1 200 OK\r\nContent-Encoding: \(coding)\r\n")
                connection.raw("Transfer-Encoding: chunked\r\n\r\n")
                for byte in bytes { connection.send(Array("1\r\n".utf8) + [byte] + Array("\r\n".utf8)) }
                connection.raw("0\r\n\r\n")
            },
            "/damaged": { $0.answer("200 OK", ["Content-Encoding: \(coding)"], Array(bytes.dropFirst(3))) },
        ])
        for path in ["/plain", "/chunks"] {
            #expect(try fetcher().fetch(server.address(path)).text == packedText)
        }
        #expect(failure(try fetcher(), server.address("/damaged"))?.kind == .damaged)
    }

    @Test("A gigabyte of zeros behind gzip is given up early")
    func bomb() throws {
        let zeros = packedZeros(1 << 30)
        let server = try site(["/1": { $0.answer("200 OK", ["Content-Encoding: gzip"], zeros) }])
        let error = failure(try fetcher(), server.address("/1"))
        #expect(error?.kind == .tooLarge)
        #expect(error?.problem.contains("20 MB") == true)
    }

    @Test("A body that is larger than the limit is given up, whether the server says so or not")
    func large() throws {
        let server = try site([
            "/told": { $0.raw("HTTP/1.1 200 OK\r\nContent-Length: 3000000000\r\n\r\n") },
            "/untold": { connection in
                connection.raw("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
                while connection.send([UInt8](repeating: 0x20, count: 1 << 16)) {}
            },
            "/header": { connection in
                connection.raw("HTTP/1.1 200 OK\r\n")
                while connection.send(Array("X: \(String(repeating: "x", count: 4_000))\r\n".utf8)) {}
            },
        ])
        for path in ["/told", "/untold", "/header"] {
            let fetcher = try fetcher { $0.limits.bodyBytes = 1_000_000 }
            #expect(failure(fetcher, server.address(path))?.kind == .tooLarge, "\(path)")
        }
        #expect(server.requests.count == 3)
    }

    @Test("A server that drips is not waited for")
    func drip() throws {
        let server = try site([
            "/1": { connection in
                connection.raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
                while connection.send([0x20]) { usleep(20_000) }
            }
        ])
        let fetcher = try fetcher { $0.limits.totalTime = 0.2 }
        #expect(failure(fetcher, server.address("/1"))?.kind == .timedOut)
        #expect(server.requests.count == 1)
    }

    @Test(
        "A body that ends before its end is asked for again, and never taken for a page",
        arguments: [
            "Content-Length: 100\r\n\r\nhalf a page", "Transfer-Encoding: chunked\r\n\r\n5\r\nhalf ",
            "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", "Transfer-Encoding: chunked\r\n\r\nhalf",
        ])
    func truncated(answer: String) throws {
        let server = try site(["/1": { $0.raw("HTTP/1.1 200 OK\r\n" + answer) }])
        #expect(failure(try fetcher(), server.address("/1"))?.kind == .broken)
        #expect(server.requests.count == 3)
    }

    @Test("What comes behind the length that was told is not taken")
    func tooLong() throws {
        let server = try site(["/1": { $0.raw("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npagejunk") }])
        #expect(try fetcher().fetch(server.address("/1")).text == "page")
    }

    @Test(
        "What is no HTTP is no page", arguments: ["SSH-2.0-quay\r\n", "HTTP/9.9\r\n\r\n", "<p>page</p>"])
    func noHTTP(answer: String) throws {
        let server = try site(["/1": { $0.raw(answer) }])
        #expect(failure(try fetcher(), server.address("/1"))?.kind == .unreachable)
    }

    @Test("An early hint before the answer is not the answer")
    func earlyHints() throws {
        let server = try site([
            "/1": { connection in
                connection.raw("HTTP/1.1 103 Early Hints\r\nETag: \"no\"\r\n\r\n")
                connection.page("page", ["ETag: \"yes\""])
            }
        ])
        guard case .page(let page) = try fetcher().fetch(server.address("/1")) else { return }
        #expect(page.validators.entityTag == Array("\"yes\"".utf8))
    }

    @Test(
        "An answer without a page says what it means",
        arguments: [
            ("404 Not Found", 404), ("410 Gone", 410), ("403 Forbidden", 403), ("400 Bad Request", 400),
            ("204 No Content", 204), ("206 Partial Content", 206), ("302 Found", 302),
            ("304 Not Modified", 304),
            ("418 Teapot", 418), ("501 Not Implemented", 501),
        ])
    func status(line: String, status: Int) throws {
        let server = try site(["/1": { $0.answer(line) }])
        let error = failure(try fetcher(), server.address("/1"))
        #expect(error?.kind == .status(status))
        #expect(error?.description.contains("status \(status)") == true)
        #expect(server.requests.count == 1)
    }

    @Test("A host that nobody knows, and one that does not answer, are told apart")
    func unreachable() throws {
        let port = try site([:]).port
        let fetcher = try fetcher()
        #expect(failure(fetcher, "http://no-such-host.invalid/")?.kind == .unknownHost)
        // The server has gone, and its port with it.
        #expect(failure(fetcher, "http://127.0.0.1:\(port)/")?.kind == .unreachable)
    }
}

@Suite("Redirects are followed one by one, and each hop is looked at")
struct RedirectTests {
    @Test("A page behind redirects has its last address, and those before it")
    func followed() throws {
        let server = try site([
            "/a": { $0.redirect(to: "b?x=1", status: "301 Moved Permanently") },
            "/b?x=1": { $0.redirect(to: "/c#part", status: "308 Permanent Redirect") },
            "/c": { $0.page("page") },
        ])
        guard case .page(let page) = try fetcher().fetch(server.address("/a")) else { return }
        #expect(page.address == server.address("/c"))
        #expect(page.redirects == [server.address("/a"), server.address("/b?x=1")])
    }

    @Test("A circle is seen, and so is a way without an end")
    func endless() throws {
        let server = try LoopbackServer { request, connection in
            let number = Int(request.target.dropFirst()) ?? 0
            if request.target == "/robots.txt" { return connection.answer("404 Not Found") }
            if request.target == "/circle" { return connection.redirect(to: "/round") }
            if request.target == "/round" { return connection.redirect(to: "/circle") }
            if number == 5 { return connection.page("page") }
            connection.redirect(to: "/\(number + 1)")
        }
        let circle = failure(try fetcher(), server.address("/circle"))
        #expect(circle?.kind == .redirects)
        #expect(circle?.problem.contains("circle") == true)
        #expect(try fetcher().fetch(server.address("/0")).text == "page")
        let endless = failure(try fetcher(), server.address("/6"))
        #expect(endless?.problem.contains("more than 5") == true)
        #expect(server.requests.filter { $0.target.hasPrefix("/1") && $0.target.count > 2 }.count == 2)
    }

    @Test("What is protected does not lead on to what is not")
    func unprotected() throws {
        var trail = RedirectTrail(from: try WebAddress("https://quay-courier.example/1"), limit: 5)
        try trail.follow(to: "https://www.quay-courier.example/1")
        let error = #expect(throws: FetchError.self) { try trail.follow(to: "http://quay-courier.example/1") }
        #expect(error?.kind == .redirects)
        #expect(error?.problem.contains("not protected") == true)
        #expect(trail.address.text == "https://www.quay-courier.example/1")
    }

    @Test(
        "A host of the internet can't lead on to this machine, by whatever name",
        arguments: ["127.0.0.1", "localhost", "0x7f000001", "[::ffff:127.0.0.1]"])
    func toLoopback(host: String) throws {
        let secret = try site(["/": { $0.page("secret") }])
        let address = secret.address("/", host: host)
        let front = try site(["/1": { $0.redirect(to: address) }])
        // The front stands for a host of the internet.
        let port = front.port
        let policy = ConnectionPolicy { $0.port == port ? nil : ConnectionPolicy.publicHosts.refusal($0) }
        let error = failure(try fetcher(policy: policy), front.address("/1"))
        #expect(error?.kind == .forbiddenHost)
        #expect(error?.problem.contains("loopback") == true)
        #expect(secret.allRequests.isEmpty)
    }

    @Test("Without leave, this machine is not even asked for its robots.txt")
    func loopback() throws {
        let server = try site(["/1": { $0.page("secret") }])
        let error = failure(try fetcher(policy: .publicHosts), server.address("/1"))
        #expect(error?.address == server.address("/1"))
        #expect(error?.kind == .forbiddenHost)
        #expect(error?.advice.contains("--allow-private") == true)
        #expect(server.allRequests.isEmpty)
    }

    @Test(
        "Another kind of address is not followed",
        arguments: ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x/"])
    func otherSchemes(location: String) throws {
        let server = try site(["/1": { $0.redirect(to: location) }])
        #expect(failure(try fetcher(), server.address("/1"))?.kind == .redirects)
    }
}
