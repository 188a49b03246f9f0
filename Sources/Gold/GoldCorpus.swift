#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Annotated texts from files: texts with marks (`.txt`), a text a file, and lines of JSON, a text a line.
public struct GoldCorpus: Hashable, Sendable {
    /// The texts, in the order in which they were read.
    public let texts: [AnnotatedText]

    /// These texts.
    public init(_ texts: [AnnotatedText]) { self.texts = texts }

    /// Reads files and folders, in the order of the paths. Of a folder, the files whose names end in `.txt` are
    /// read, in the order of their names.
    ///
    /// - Throws: what is wrong first, with file and line; also where two texts have one id.
    public init(paths: [String]) throws(GoldError) {
        var texts: [AnnotatedText] = []
        var files: [String: String] = [:]
        for path in paths {
            for file in try GoldCorpus.files(at: path) {
                for text in try GoldCorpus.texts(in: file) {
                    if let other = files.updateValue(file, forKey: text.id) {
                        throw GoldError(
                            file: file, problem: "there is a text “\(text.id)” in \(other), too",
                            advice: "give each text an id of its own")
                    }
                    texts.append(text)
                }
            }
        }
        self.texts = texts
    }

    private static func files(at path: String) throws(GoldError) -> [String] {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw GoldError(
                file: path, problem: "there is no such file", advice: "give a file or a folder",
                isMissing: true)
        }
        guard isFolder else { return [path] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                .map { (path.hasSuffix("/") ? path : path + "/") + $0 }
        } catch {
            throw GoldError(file: path, problem: "the folder cannot be read", advice: "check its permissions")
        }
    }

    private static func texts(in file: String) throws(GoldError) -> [AnnotatedText] {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw GoldError(file: file, problem: "the file cannot be read", advice: "check its permissions")
        }
        guard file.hasSuffix(".txt") else { return try AnnotatedText.texts(jsonLines: bytes, file: file) }
        guard let markup = String(validating: bytes, as: UTF8.self) else {
            throw GoldError(file: file, problem: "the file is not UTF-8", advice: "save it as UTF-8")
        }
        return [try AnnotatedText(id: name(of: file), markup: markup, file: file)]
    }

    /// The name of a file without its folders and without `.txt`.
    private static func name(of file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return String(name.dropLast(4))
    }
}
