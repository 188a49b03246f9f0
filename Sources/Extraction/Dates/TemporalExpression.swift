import EDTF

/// A temporal expression of a text, and what it means.
struct TemporalExpression: Sendable {
    /// The tokens of the expression as TIMEX3 marks it: “Monday”, not “on Monday”.
    var tokens: Range<Int>
    /// The same with the preposition before it.
    var phrase: Range<Int>
    /// What type of expression it is.
    var type: TimexType
    /// The TIMEX3 value.
    var value: String
    /// The date that it means; nil for durations and sets, and for relative ones without an anchor.
    var date: EDTFDate?
    /// The rule that read it.
    var rule: TemporalRule
    /// Whether it needed the anchor.
    var isRelative: Bool
}

/// The rules that read temporal expressions; their names go beside the dates that they gave.
enum TemporalRule: String, Sendable {
    case absoluteDay = "absolute-day"
    case absoluteMonth = "absolute-month"
    case absoluteYear = "absolute-year"
    case absoluteDecade = "absolute-decade"
    case absoluteCentury = "absolute-century"
    case absoluteQuarter = "absolute-quarter"
    case absoluteSeason = "absolute-season"
    case years = "years"
    case dayNearest = "day-nearest"
    case monthPast = "month-past"
    case monthFuture = "month-future"
    case monthRelative = "month-relative"
    case weekdayPast = "weekday-past"
    case weekdayFuture = "weekday-future"
    case weekdayRelative = "weekday-relative"
    case deictic = "deictic"
    case dayPart = "day-part"
    case clock = "clock"
    case lastUnit = "last-unit"
    case lastWeek = "last-week"
    case thisUnit = "this-unit"
    case nextUnit = "next-unit"
    case seasonNearest = "season-nearest"
    case seasonRelative = "season-relative"
    case quarterNearest = "quarter-nearest"
    case ago = "ago"
    case earlier = "earlier"
    case later = "later"
    case holiday = "holiday"
    case reference = "reference"
    case duration = "duration"
    case set = "set"
}
