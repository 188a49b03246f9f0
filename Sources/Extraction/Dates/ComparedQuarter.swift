/// The quarter whose results a text compares with those of other years.
struct ComparedQuarter: Sendable {
    /// How many tokens after its mention the text still means it.
    private static let reach = 400

    private var quarter: TimePoint?
    private var place = 0
    /// Whether the text has turned since then to a longer time, as in “for the nine months”.
    private(set) var isLeft = false

    /// The quarter, where the text has spoken of one not long before a token.
    func quarter(before token: Int) -> TimePoint? { token - place < Self.reach ? quarter : nil }

    /// Notes what the text has spoken of last: results are of a quarter that has begun, the latest one named.
    mutating func note(_ reading: TemporalReader.Reading, isEnded: Bool, anchor: TemporalAnchor?) {
        let latest = quarter(before: reading.tokens.lowerBound)
        switch reading.point {
        case .fiscalQuarter where reading.rule == .quarterNearest:
            break
        case .quarter(let year, let number):
            isLeft = false
            // A company's own fourth quarter can be over in August.
            if let anchor, !isEnded, (year, number * 3) > (anchor.year, anchor.month ?? 12) {
                // One that has only begun counts where nothing better was named.
                let hasBegun = (year, number * 3 - 2) <= (anchor.year, anchor.month ?? 12)
                guard hasBegun, latest == nil else { return }
            }
            if case .quarter(let latestYear, let last) = latest, (year, number) < (latestYear, last) {
                return
            }
        default:
            return
        }
        isLeft = false
        quarter = reading.point
        place = reading.tokens.lowerBound
    }

    /// Notes that the text has turned to a longer time.
    mutating func leave() { isLeft = true }
}

extension TemporalReader {
    /// The latest quarter that the text spoke of and that has begun: the one whose results it compares.
    var lastQuarter: TimePoint? { compared.quarter(before: sentence.lowerBound) }

    /// What the text compares with the time that it tells of: the same quarter so many years away, or that year where it
    /// compares no quarter.
    func comparedPeriod(years: Int) -> TimePoint? {
        let quarter = compared.isLeft ? nil : lastQuarter?.shifted(.year, by: years)
        return quarter ?? anchor?.point(.year, offset: years)
    }

    /// Whether a year stands in a comparison of results, and means their quarter: “from last year’s $2 million”.
    func isCompared(_ start: Int) -> Bool {
        guard lastQuarter != nil, !compared.isLeft else { return false }
        if isAny(start - 1, ["from"]) { return true }
        return (max(sentence.lowerBound, start - 10)..<start).contains {
            isAny($0, ["compared", "versus", "against"])
        }
    }
}
