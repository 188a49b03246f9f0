/// From what a text's dates without a year count.
enum TemporalMode: Sendable {
    /// News: from the day of publication.
    case news
    /// A narrative, such as a history: from the date that was told last.
    case narrative
    /// Messages, which announce as much as they report: from the day of posting, and a weekday of which no verb says that it
    /// is past is the one to come.
    case messages

    /// What a narrative has of dates at the least, all with their years.
    private static let fewest = 5
    /// How many years before its publication they lie.
    private static let distance = 2

    /// The mode of a text, by the expressions that were found in it as if it were news: a narrative gives dates of
    /// years long past, and hardly counts any day from its own.
    init(_ found: [TemporalReader.Found], anchor: TemporalAnchor?) {
        let latest = anchor.map { $0.year - Self.distance } ?? .max
        var (told, recent, live) = (0, 0, 0)
        for item in found {
            switch item.expression.rule {
            case .absoluteDay, .absoluteMonth, .absoluteYear, .absoluteSeason:
                guard let year = item.point?.year, !item.expression.isRelative else { continue }
                if year <= latest { told += 1 } else { recent += 1 }
            case .weekdayPast, .weekdayFuture, .deictic, .lastUnit, .lastWeek, .thisUnit, .nextUnit, .ago:
                live += 1
            default: break
            }
        }
        self = told >= Self.fewest && told > 2 * recent && told > 2 * live ? .narrative : .news
    }
}
