import Archive
import EDTF
import Statements

/// How fast an archive is filled and read.
struct ArchiveBench {
    let path: String
    let statements: Int

    private func seconds(_ body: () throws -> Void) rethrows -> Double {
        let duration = try ContinuousClock().measure(body)
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private func show(_ what: String, _ figure: Double, _ unit: String) {
        let rounded = (figure * 100).rounded() / 100
        print("\(what): \(rounded) \(unit)")
    }

    /// Records reports, a hundred in a transaction.
    func fill() throws {
        let archive = try Archive.openOrCreate(at: path)
        var reports = InventedReports()
        var left = statements
        var recording = 0.0
        while left > 0 {
            let batch = (0..<min(100, max(1, left / InventedReports.statementsEach))).map { _ in
                reports.next()
            }
            left -= batch.count * InventedReports.statementsEach
            try recording += seconds { for outcome in try archive.record(batch) { _ = try outcome.get() } }
        }
        show("recorded", Double(statements) / recording, "statements a second")
        _ = try? archive.addSpeaker(
            .group, official: Name(try archive.unresolvedNames(limit: 1).first?.name ?? "Nobody"),
            names: try archive.unresolvedNames(limit: 3).map { Name($0.name) })
    }

    /// The first fifty of each kind of timeline, either way.
    func measureTimelines() throws {
        let archive = try Archive.open(at: path)
        let name = try archive.speakers().first?.displayName ?? ""
        let filters: [(String, (inout TimelineQuery) -> Void)] = [
            ("everything", { _ in }),
            ("a group", { $0.group = name }),
            ("a speaker", { $0.speaker = name }),
            ("since", { $0.since = EDTFDate("2024-06") }),
            ("until", { $0.until = EDTFDate("2021-06") }),
            ("a source", { $0.source = "https://news.example/77" }),
            ("an outlet", { $0.source = "Outlet 3" }),
            ("a kind", { $0.kind = .indirect }),
            ("a status", { $0.status = .proposed }),
            ("rejected", { $0.status = .rejected }),
            ("a common word", { $0.words = "the" }),
            ("a word", { $0.words = "bread" }),
            ("two words", { $0.words = "bread home" }),
            ("a rare word", { $0.words = "м’ясо" }),
        ]
        for (label, change) in filters {
            for isReversed in [false, true] {
                var query = TimelineQuery()
                query.limit = 50
                query.isReversed = isReversed
                change(&query)
                var count = 0
                _ = try archive.timeline(query)
                let time = try seconds { count = try archive.timeline(query).statements.count }
                show("\(label)\(isReversed ? ", latest first" : "") (\(count))", time * 1_000, "ms")
            }
            var query = TimelineQuery()
            change(&query)
            var summary: TimelineSummary?
            let time = try seconds { summary = try archive.summary(of: query) }
            show("\(label), summary of \(summary?.count ?? 0)", time * 1_000, "ms")
        }
        show("unresolved names", try seconds { _ = try archive.unresolvedNames(limit: 50) } * 1_000, "ms")
        show("opening", try seconds { _ = try Archive.open(at: path) } * 1_000, "ms")
        var failures = 0
        show(
            "verification", try seconds { try archive.verify { _ in failures += 1 } },
            "s, \(failures) failures")
        var count = 0
        let paging = try seconds {
            try archive.forEachPage(of: TimelineQuery()) { count += $0.statements.count }
        }
        show("reading all \(count)", paging, "s")
    }
}
