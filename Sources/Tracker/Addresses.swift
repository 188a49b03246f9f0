import Archive
import Dispatch
import Fetching
import Reading
import Statements

/// The documents at addresses of the web, for all use cases that take them.
public struct Addresses: Sendable {
    private let fetcher: Fetcher

    /// Addresses that are fetched with these options.
    ///
    /// - Throws: `usage` where the options make no sense.
    public init(_ options: FetchOptions) throws(TrackerError) {
        do throws(FetchError) {
            fetcher = try Fetcher(options)
        } catch {
            throw TrackerError(error)
        }
    }

    /// Whether the text is an address of the web, and no path.
    public static func isAddress(_ text: String) -> Bool {
        let head = text.prefix(8).lowercased()
        return head.hasPrefix("http://") || head.hasPrefix("https://")
    }

    /// The documents at an address, in their order; an error stands in the place of each that is bad.
    ///
    /// - Throws: where nothing could be fetched.
    public func documents(
        at address: String, options: ReadingOptions
    ) throws(TrackerError) -> [Result<Document, ReadingError>] {
        switch try fetchNow(address, validators: { _ in nil }) {
        case .page(let page): readEach(page.bytes, options: Addresses.options(options, for: page))
        // Without validators nobody can say so.
        case .unchanged: []
        }
    }

    /// What is at an address, which is known by these validators. While the network is slow, others can work.
    func fetch(
        _ address: String, validators: @escaping @Sendable (String) -> Validators?
    ) async throws(TrackerError) -> Fetched {
        let result: Result<Fetched, TrackerError> = await withCheckedContinuation { continuation in
            // A thread of its own, since those that tasks share are as many as the processors, and must not wait.
            DispatchQueue(label: address).async {
                do throws(TrackerError) {
                    continuation.resume(returning: .success(try fetchNow(address, validators: validators)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    private func fetchNow(
        _ address: String, validators: (String) -> Validators?
    ) throws(TrackerError) -> Fetched {
        do throws(FetchError) {
            return try fetcher.fetch(address, validators: validators)
        } catch {
            throw TrackerError(error)
        }
    }

    /// What is known of a page: what the user says, and where it was.
    static func options(_ options: ReadingOptions, for page: Fetched.Page) -> ReadingOptions {
        var options = options
        options.url = options.url ?? page.address
        options.contentType = options.contentType ?? page.contentType
        return options
    }
}

extension TrackerError {
    /// What could not be fetched, for any use case.
    fileprivate init(_ error: FetchError) {
        let kind: Kind =
            switch error.kind {
            case .address: .usage
            case .captures: .inputOutput
            default: .unreachable
            }
        self.init(kind, error.problem, place: error.address, advice: error.advice)
    }
}

extension Visit {
    /// What is kept of a fetch, for the next one.
    init(_ page: Fetched.Page, engine: String) {
        self.init(
            address: page.address, entityTag: page.validators.entityTag,
            lastModified: page.validators.lastModified, engine: engine)
    }

    /// The same as the server is told it.
    var validators: Validators { Validators(entityTag: entityTag, lastModified: lastModified) }
}
