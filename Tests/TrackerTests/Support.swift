import Archive
import Fetching
import Foundation
import Publishing
import Reading
import Statements
import TestSupport
import Tracker

extension TemporaryFolder {
    /// An archive in it.
    func archive(_ name: String = "a.sqlite") throws -> Archive {
        try Archive.openOrCreate(at: path + "/" + name)
    }
}

/// An article of an invented outlet about an invented group.
func article(_ number: Int, published: String = "2024-03-05") -> String {
    """
    Families of pier \(number) ask for a hearing

    The families of pier \(number) met the minister on Monday.

    “Give us the papers of pier \(number),” Harbour Families said in a statement. “We have waited for a year.”

    Iva Lund said that the union would come back to pier \(number).
    """
}

/// The same as a line of JSON.
func line(_ number: Int, published: String? = "2024-03-05") -> String {
    var fields = [
        "id": "doc-\(number)", "text": article(number), "url": "https://quay-courier.example/\(number)",
        "publisher": "The Quay Courier",
    ]
    fields["published"] = published
    let data = try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])
    return String(decoding: data ?? Data(), as: UTF8.self)
}

/// Ingests, and collects what is reported.
func ingest(
    _ paths: [String], into archive: Archive, options: ReadingOptions = ReadingOptions(),
    selection: ChatSelection = ChatSelection(), jobs: Int = 2
) async throws -> (counts: Ingest.Counts, failures: [TrackerError], warnings: [String]) {
    var failures: [TrackerError] = []
    var warnings: [String] = []
    var fetching = FetchOptions(program: "Quoth/0.1.0")
    fetching.allowsPrivateHosts = true
    fetching.limits.gap = 0
    fetching.limits.firstBackoff = 0
    let ingest = Ingest(
        into: archive, options: options, selection: selection, addresses: try Addresses(fetching), jobs: jobs,
        captured: 1_700_000_000)
    let counts = try await ingest.run(paths) { event in
        switch event {
        case .failure(let error): failures.append(error)
        case .warning(let text): warnings.append(text)
        case .progress: break
        }
    }
    return (counts, failures, warnings)
}

/// The export of all that an archive holds.
func export(_ archive: Archive) throws -> String {
    var bytes: [UInt8] = []
    try Export(from: archive).document(TimelineQuery(), generator: "quoth 0.1.0", stamp: nil) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
}
