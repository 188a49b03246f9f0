import ArgumentParser

/// How many entries of a listing are shown.
struct LimitOption: ParsableArguments {
    @Option(name: .shortAndLong, help: ArgumentHelp("At most so many.", valueName: "count"))
    var number: Int?

    func validate() throws {
        if let number, number < 0 { throw ValidationError("--number must not be negative.") }
    }
}
