import ArgumentParser
import Fetching
import Reading
import Statements
import Tracker

/// How addresses are fetched.
struct FetchArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where servers can reach you: an address of mail or of the web, which they are told.",
            valueName: "address"))
    var contact: String?

    @Option(
        help: ArgumentHelp(
            "Keep what is received, and what was asked for, in WARC files in this folder.",
            valueName: "folder"),
        completion: .directory)
    var keepCaptures: String?

    @Flag(help: "Fetch from this machine and from private networks, too.")
    var allowPrivate = false

    /// The documents at an address, or the error in place of each.
    func documents(at address: String, options: ReadingOptions) throws -> [Result<Document, ReadingError>] {
        let progress = ProgressLine(isQuiet: false)
        defer { progress.clear() }
        return try addresses(showing: progress).documents(at: address, options: options)
    }

    /// The addresses, fetched so; what happens is shown in `progress`.
    func addresses(showing progress: ProgressLine) throws -> Addresses {
        var options = FetchOptions(program: "Quoth/\(Quoth.version)")
        options.contact = contact
        options.capturesFolder = keepCaptures
        options.allowsPrivateHosts = allowPrivate
        options.report = { event in
            switch event {
            case .request(let address): progress.show("fetching \(address)")
            case .wait(let host, let seconds):
                progress.show("waiting \(Int(seconds.rounded(.up))) s, so as not to burden \(host)")
            }
        }
        return try Addresses(options)
    }
}
