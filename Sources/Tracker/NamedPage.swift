import Reading

extension PageLine.Content {
    /// The longest page that is read from a file.
    private static let limit = 256 << 20

    /// The bytes of the page: those of the line, or of the file that it names.
    ///
    /// - Throws: why the file can't be read, labelled with `id`.
    func bytes(id: String?) throws(ReadingError) -> [UInt8] {
        switch self {
        case .html(let html): return Array(html.utf8)
        case .path(let path):
            do throws(TrackerError) {
                var input = try ByteInput(path: path)
                return try input.rest(limit: Self.limit)
            } catch {
                throw ReadingError(
                    label: id, problem: "\(path): \(error.problem)",
                    advice: error.advice ?? "give a file that can be read")
            }
        }
    }
}
