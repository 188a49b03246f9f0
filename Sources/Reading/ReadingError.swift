/// Why an input could not be read, where, and what to do about it.
public struct ReadingError: Error, Hashable, Sendable {
    /// Where in the input the trouble is.
    public struct Place: Hashable, Sendable {
        /// The line, from 1, where the input is read line by line.
        public var line: Int?
        /// The byte, from 0; within the line where there is one, else within the input.
        public var byte: Int?

        /// A place in the input; nil for what is not known.
        public init(line: Int? = nil, byte: Int? = nil) {
            self.line = line
            self.byte = byte
        }
    }

    /// The name of the document (`id` of a line of JSON), where it could be told.
    public var label: String?
    /// Where the trouble is.
    public var place: Place
    /// What is wrong, as a sentence without its full stop.
    public let problem: String
    /// What to do, as a sentence without its full stop.
    public let advice: String

    /// An error at a place.
    public init(label: String? = nil, place: Place = Place(), problem: String, advice: String) {
        self.label = label
        self.place = place
        self.problem = problem
        self.advice = advice
    }

    /// The same error in a line of a larger input.
    public func inLine(_ line: Int) -> ReadingError {
        var copy = self
        copy.place.line = line
        return copy
    }
}

extension ReadingError: CustomStringConvertible {
    /// Place, problem and advice in one line: `line 3, byte 14: the text is not UTF-8; save it as UTF-8`.
    public var description: String {
        var places: [String] = []
        if let line = place.line { places.append("line \(line)") }
        if let byte = place.byte { places.append("byte \(byte)") }
        let prefix = places.isEmpty ? "" : places.joined(separator: ", ") + ": "
        return prefix + problem + "; " + advice
    }
}
