import Archive
import EDTF
import Statements

/// `quoth-bench archive FILE [--statements N]`: fills a new archive with invented statements and prints how fast that
/// went, and how long each kind of timeline takes.
@main
enum QuothBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 2, arguments[0] == "archive" else {
            print("usage: quoth-bench archive FILE [--statements N]")
            return
        }
        var statements = 100_000
        if let option = arguments.firstIndex(of: "--statements"), option + 1 < arguments.count {
            statements = Int(arguments[option + 1]) ?? statements
        }
        let bench = ArchiveBench(path: arguments[1], statements: statements)
        try bench.fill()
        try bench.measureTimelines()
    }
}
