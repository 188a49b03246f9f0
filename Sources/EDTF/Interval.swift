extension EDTFDate {
    /// From one date to another, either of which may be missing.
    public struct Interval: Hashable, Sendable {
        /// One side of an interval.
        public enum End: Hashable, Sendable {
            /// It is given.
            case date(PartialDate)
            /// `..`: there is none, or it is left open.
            case open
            /// An empty text: there is one, and it is not known.
            case unknown

            /// The date, where there is one.
            public var date: PartialDate? {
                if case .date(let date) = self { return date }
                return nil
            }
        }

        /// Where it begins.
        public let start: End
        /// Where it ends.
        public let end: End
    }

    /// Several dates of which one is meant, or all.
    public struct DateSet: Hashable, Sendable {
        /// How the members are meant.
        public enum Choice: Hashable, Sendable {
            /// `[…]`: one of them.
            case one
            /// `{…}`: all of them.
            case all
        }

        /// What stands between two commas.
        public enum Member: Hashable, Sendable {
            /// A date.
            case date(PartialDate)
            /// All dates of this precision from the first to the last.
            case range(PartialDate, PartialDate)
            /// The date, or an earlier one of its precision.
            case onOrBefore(PartialDate)
            /// The date, or a later one of its precision.
            case onOrAfter(PartialDate)

            /// The dates that are written out.
            public var dates: [PartialDate] {
                switch self {
                case .date(let date), .onOrBefore(let date), .onOrAfter(let date): [date]
                case .range(let first, let last): [first, last]
                }
            }
        }

        /// Whether one or all are meant.
        public let choice: Choice
        /// The members in the order of the text; never empty.
        public let members: [Member]
    }
}
