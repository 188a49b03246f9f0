#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The figures below which an engine must not fall, as a file keeps them: a JSON object of names and percentages.
public struct Floors: Hashable, Sendable {
    /// What may be done to floors that figures do not stand on.
    public struct Permission: OptionSet, Hashable, Sendable {
        /// The bits.
        public let rawValue: Int

        /// A permission of these bits.
        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// To raise a floor to its figure, and to lay one where there is none.
        public static let raise = Permission(rawValue: 1)
        /// To lower a floor to its figure.
        public static let lower = Permission(rawValue: 2)
    }

    /// The floors in tenths of a per cent, by the name of the figure.
    private var tenths: [String: Int] = [:]

    /// No floors yet.
    public init() {}

    /// The floors in a file; none where there is no such file.
    ///
    /// - Throws: where it is not what `write` writes.
    public init(file: String) throws(GoldError) {
        guard let bytes = FileManager.default.contents(atPath: file) else { return }
        guard let percentages = try? JSONDecoder().decode([String: Double].self, from: bytes),
            percentages.values.allSatisfy({ (0...100).contains($0) })
        else {
            throw GoldError(
                file: file, problem: "this is no object of names and percentages",
                advice: "take it back from the history")
        }
        tenths = percentages.mapValues { Int(($0 * 10).rounded()) }
    }

    /// Holds figures against the floors, and changes floors as far as it is permitted.
    ///
    /// - Returns: a sentence for each figure that does not stand on its floor, and for each floor that was changed. A
    ///   changed floor is told, too, so that somebody reads the difference.
    public mutating func hold(_ figures: Figures, permission: Permission = []) -> [String] {
        var sentences: [String] = []
        for figure in figures.all {
            let value = decimal(figure.tenths)
            guard let floor = tenths[figure.name] else {
                let isLaid = permission.contains(.raise)
                if isLaid { tenths[figure.name] = figure.tenths }
                sentences.append(
                    "“\(figure.name)” \(isLaid ? "got the floor" : "has no floor; it is") \(value)")
                continue
            }
            if figure.tenths < floor {
                let isLowered = permission.contains(.lower)
                if isLowered { tenths[figure.name] = figure.tenths }
                let fall = "from \(decimal(floor)) to \(value)"
                sentences.append(
                    isLowered
                        ? "the floor of “\(figure.name)” was lowered \(fall)"
                        : "“\(figure.name)” fell \(fall)")
            } else if figure.tenths > floor, permission.contains(.raise) {
                tenths[figure.name] = figure.tenths
                sentences.append(
                    "the floor of “\(figure.name)” was raised from \(decimal(floor)) to \(value)")
            }
        }
        let names = Set(figures.all.map(\.name))
        for name in tenths.keys.sorted() where !names.contains(name) {
            if permission.contains(.lower) { tenths[name] = nil }
            sentences.append("“\(name)” has a floor and is no figure")
        }
        return sentences
    }

    /// The file of these floors, in the order of the figures.
    public func json(for figures: Figures) -> String {
        let lines = figures.all.compactMap { figure in
            tenths[figure.name].map { "  \"\(figure.name)\": \(decimal($0))" }
        }
        return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
    }
}

/// Tenths as a decimal number.
private func decimal(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
