/// `quoth-bench archive FILE [--statements N]` fills a new archive with invented statements and prints how fast that
/// went, and how long each kind of timeline takes. `quoth-bench export FILE [--messages N]` writes an invented export of
/// a channel; `quoth-bench messages FILE` reads one and prints how fast that went; `quoth-bench joining ARCHIVE FILE
/// [--quotes N]` quotes messages of an export in an archive that has it, and prints how long it takes to find each. `quoth-bench dates [--words N]` finds
/// the dates of invented reports and prints how fast that went.
@main
enum QuothBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        func option(_ name: String, otherwise value: Int) -> Int {
            guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else {
                return value
            }
            return Int(arguments[index + 1]) ?? value
        }
        if arguments.first == "dates" {
            return DatesBench(words: option("--words", otherwise: 1_000_000)).run()
        }
        guard arguments.count >= 2 else { return usage() }
        switch arguments[0] {
        case "archive":
            let bench = ArchiveBench(
                path: arguments[1], statements: option("--statements", otherwise: 100_000))
            try bench.fill()
            try bench.measureTimelines()
        case "export":
            try MessageBench(path: arguments[1]).generate(option("--messages", otherwise: 1_000_000))
        case "messages":
            try MessageBench(path: arguments[1]).read()
        case "joining" where arguments.count >= 3:
            let quotes = option("--quotes", otherwise: 200)
            try JoiningBench(archive: arguments[1], export: arguments[2], quotes: quotes).run()
        default:
            usage()
        }
    }

    private static func usage() {
        print(
            """
            usage: quoth-bench archive FILE [--statements N]
                   quoth-bench export FILE [--messages N]
                   quoth-bench messages FILE
                   quoth-bench joining ARCHIVE FILE [--quotes N]
                   quoth-bench dates [--words N]
            """)
    }
}
