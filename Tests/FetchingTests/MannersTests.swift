import Foundation
import Loopback
import Testing

@testable import Fetching

@Suite("Manners towards a server")
struct MannersTests {
    @Test("Between two documents a host gets its rest, and another host need not wait for it")
    func gap() throws {
        let clock = StoppedClock()
        let fetcher = try fetcher(clock)
        let server = try site(["/1": { $0.page("") }, "/2": { $0.redirect(to: "/1") }])
        _ = try fetcher.fetch(server.address("/1"))
        #expect(clock.sleeps == [])
        _ = try fetcher.fetch(server.address("/2"))
        #expect(clock.sleeps == [2])
        clock.pass(0.5)
        _ = try fetcher.fetch(server.address("/1", host: "localhost"))
        #expect(clock.sleeps == [2])
        _ = try fetcher.fetch(server.address("/1"))
        #expect(clock.sleeps == [2, 1.5])
    }

    @Test("A host is asked by one at a time, however many want to")
    func oneInFlight() async throws {
        let (entries, server) = try overlapCounter()
        let fetcher = try fetcher()
        await withTaskGroup { group in
            for number in 1...6 {
                group.addTask { _ = try? fetcher.fetch(server.address("/\(number)")) }
            }
        }
        #expect(server.requests.count == 6)
        #expect(server.allRequests.count == 7)
        #expect(entries.most == 1)
    }

    @Test(
        "The site's rests are longer where it says so, within reason",
        arguments: [("10", 10), ("1", 2), ("86400", 30)])
    func crawlDelay(asked: String, given: Double) throws {
        let clock = StoppedClock()
        let fetcher = try fetcher(clock)
        let server = try site([
            "/robots.txt": { $0.page("User-agent: *\nCrawl-delay: \(asked)") }, "/1": { $0.page("") },
        ])
        for _ in 1...2 { _ = try fetcher.fetch(server.address("/1")) }
        #expect(clock.sleeps == [given])
    }

    @Test("A server that is overloaded is asked again after the time it names")
    func retryAfter() throws {
        let clock = StoppedClock()
        let server = try failing(
            ["503 Service Unavailable", "429 Too Many Requests"],
            ["Retry-After: 7", "Retry-After: Tue, 05 Mar 2024 12:00:30 GMT"])
        #expect(try fetcher(clock).fetch(server.address("/1")).text == "page")
        #expect(clock.sleeps == [7, 23])
        #expect(server.requests.count == 3)
    }

    @Test("Where it names none, the waits grow, and no more than three tries are made")
    func backoff() throws {
        let clock = StoppedClock()
        let server = try site(["/1": { $0.answer("502 Bad Gateway") }])
        let error = failure(try fetcher(clock), server.address("/1"))
        #expect(error?.kind == .status(502))
        #expect(server.requests.count == 3)
        #expect(clock.sleeps.count == 2)
        #expect(1..<2 ~= clock.sleeps[0] && 2..<4 ~= clock.sleeps[1])
    }

    @Test("A server that wants to be left alone for long is left alone, by all who come")
    func busy() throws {
        let clock = StoppedClock()
        let server = try failing(["503 Service Unavailable"], ["Retry-After: 3600"])
        let fetcher = try fetcher(clock)
        #expect(failure(fetcher, server.address("/1"))?.kind == .busy)
        #expect(failure(fetcher, server.address("/2"))?.kind == .busy)
        #expect(server.requests.count == 1)
        #expect(clock.sleeps == [])
        clock.pass(3_600)
        #expect(try fetcher.fetch(server.address("/2")).text == "page")
    }

    @Test("What is told on the way")
    func events() throws {
        let events = Log<FetchEvent>()
        let server = try site(["/1": { $0.page("") }])
        let fetcher = try fetcher { $0.report = { events.add($0) } }
        for _ in 1...2 { _ = try fetcher.fetch(server.address("/1")) }
        let page = FetchEvent.request(server.address("/1"))
        #expect(
            events.all == [
                .request(server.address("/robots.txt")), page, .wait(host: "127.0.0.1", seconds: 2), page,
            ])
    }
}

@Suite("What a site's robots.txt asks is done")
struct RobotsTests {
    @Test("A page that it forbids is not asked for, and neither is a redirect's next hop")
    func forbidden() throws {
        let server = try site([
            "/robots.txt": { $0.page("User-agent: quoth\nDisallow: /private") }, "/private": { $0.page("") },
            "/1": { $0.redirect(to: "/private") },
        ])
        for path in ["/private", "/1"] {
            #expect(failure(try fetcher(), server.address(path))?.kind == .robots)
        }
        #expect(server.requests.map(\.target) == ["/1"])
    }

    @Test(
        "Rules that are not there forbid nothing",
        arguments: ["404 Not Found", "403 Forbidden", "410 Gone", "401 Unauthorized"])
    func absent(status: String) throws {
        let server = try site(["/robots.txt": { $0.answer(status) }, "/1": { $0.page("page") }])
        #expect(try fetcher().fetch(server.address("/1")).text == "page")
    }

    @Test(
        "Rules that can't be had forbid everything",
        arguments: ["500 Error", "503 Service Unavailable", "429 Too Many Requests"])
    func unavailable(status: String) throws {
        let server = try site(["/robots.txt": { $0.answer(status) }, "/1": { $0.page("page") }])
        let error = failure(try fetcher(), server.address("/1"))
        #expect(error?.kind == .robots)
        #expect(error?.address == server.address("/1"))
        #expect(error?.problem.contains("status \(status.prefix(3))") == true)
        #expect(server.requests.isEmpty)
    }

    @Test("Rules are found behind redirects, and nowhere forbids nothing")
    func redirected() throws {
        let server = try site([
            "/robots.txt": { $0.redirect(to: "/rules") },
            "/rules": { $0.page("User-agent: *\nDisallow: /1") },
            "/1": { $0.page("") },
        ])
        #expect(failure(try fetcher(), server.address("/1"))?.kind == .robots)
        let lost = try site(["/robots.txt": { $0.redirect(to: "/robots.txt") }, "/1": { $0.page("page") }])
        #expect(try fetcher().fetch(lost.address("/1")).text == "page")
    }

    @Test("Rules are good for a day, and their absence for a while")
    func cached() throws {
        let clock = StoppedClock()
        let fetcher = try fetcher(clock)
        let server = try site(["/1": { $0.page("") }])
        func count() -> Int { server.allRequests.count - server.requests.count }
        for _ in 1...3 { _ = try fetcher.fetch(server.address("/1")) }
        #expect(count() == 1)
        clock.pass(86_400)
        _ = try fetcher.fetch(server.address("/1"))
        #expect(count() == 2)
    }

    @Test("Of a file without an end, the beginning is read")
    func long() throws {
        let comment = String(repeating: "# a line of no use\n", count: 60_000)
        let server = try site([
            "/robots.txt": { $0.page("User-agent: *\nDisallow: /1\n\(comment)Disallow: /2") },
            "/1": { $0.page("") }, "/2": { $0.page("page") },
        ])
        #expect(failure(try fetcher(), server.address("/1"))?.kind == .robots)
        #expect(try fetcher().fetch(server.address("/2")).text == "page")
    }
}

@Suite("A document that has not changed is not sent again")
struct ConditionalTests {
    @Test("What the server told it by goes back byte for byte, to the last address alone")
    func unchanged() throws {
        let server = try LoopbackServer { request, connection in
            switch request.target {
            case "/1": connection.redirect(to: "/2")
            case "/2":
                if request.field("If-None-Match") == "W/\"caf\u{E9} ;1\"" {
                    return connection.answer("304 Not Modified")
                }
                connection.page(
                    "page", ["ETag: W/\"caf\u{E9} ;1\"", "Last-Modified: Tue,  5 Mar 2024 09:00:00 GMT"])
            default: connection.answer("404 Not Found")
            }
        }
        let fetcher = try fetcher()
        guard case .page(let page) = try fetcher.fetch(server.address("/1")) else { return }
        let known = page.validators
        #expect(known.entityTag == Array("W/\"caf\u{E9} ;1\"".utf8))
        #expect(known.lastModified == Array("Tue,  5 Mar 2024 09:00:00 GMT".utf8))
        let again = try fetcher.fetch(server.address("/1")) { $0 == page.address ? known : nil }
        guard case .unchanged(let address) = again else {
            Issue.record("it was sent again")
            return
        }
        #expect(address == server.address("/2"))
        #expect(server.requests.map { $0.field("If-None-Match") } == [nil, nil, nil, "W/\"caf\u{E9} ;1\""])
        #expect(server.requests[3].field("If-Modified-Since") == "Tue,  5 Mar 2024 09:00:00 GMT")
    }

    @Test("Bytes of a tag that are no text go back as they came")
    func bytes() throws {
        let tag: [UInt8] = [0x22, 0xE9, 0xFF, 0x22]
        let server = try site([
            "/1": {
                $0.send(
                    Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nETag: ".utf8) + tag
                        + Array("\r\n\r\n".utf8))
            }
        ])
        guard case .page(let page) = try fetcher().fetch(server.address("/1")) else { return }
        #expect(page.validators == Validators(entityTag: tag))
        #expect(page.validators.conditions == [Array("If-None-Match: ".utf8) + tag])
    }
}
