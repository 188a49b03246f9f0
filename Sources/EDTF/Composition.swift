extension EDTFDate {
    /// From one date to another. An end without a date is `missing`: unknown, or open.
    ///
    /// A time of day counts as its day. Nil where a side is itself an interval or a set or has more than four
    /// digits in its year, and where the end lies before the start.
    public static func interval(
        from start: EDTFDate?, to end: EDTFDate?, missing: Interval.End = .unknown
    ) -> EDTFDate? {
        guard let start = intervalEnd(start, missing), let end = intervalEnd(end, missing) else { return nil }
        if case .date(let first) = start, case .date(let last) = end, !first.canPrecede(last) { return nil }
        return EDTFDate(form: .interval(Interval(start: start, end: end)))
    }

    private static func intervalEnd(_ date: EDTFDate?, _ missing: Interval.End) -> Interval.End? {
        guard let date else { return missing }
        guard let single = date.single else { return nil }
        if case .prefixed = single.year { return nil }
        return .date(single)
    }

    /// From one day to another, in whichever order they are given. Years beyond four digits have no interval in this
    /// format: the date is the first year then.
    public static func interval(_ first: CalendarDay, _ last: CalendarDay) -> EDTFDate {
        let start = PartialDate(day: min(first, last))
        let end = PartialDate(day: max(first, last))
        if case .prefixed = start.year { return EDTFDate(start) }
        if case .prefixed = end.year { return EDTFDate(start) }
        return EDTFDate(form: .interval(Interval(start: .date(start), end: .date(end))))
    }

    /// The day or an earlier one, `[..2023-12-19]`.
    public static func onOrBefore(_ day: CalendarDay) -> EDTFDate {
        EDTFDate(form: .set(DateSet(choice: .one, members: [.onOrBefore(PartialDate(day: day))])))
    }

    /// The day or a later one, `[2023-12-19..]`.
    public static func onOrAfter(_ day: CalendarDay) -> EDTFDate {
        EDTFDate(form: .set(DateSet(choice: .one, members: [.onOrAfter(PartialDate(day: day))])))
    }

    /// One of these dates, `[1667,1760-12]`; a time of day counts as its day. Nil where there are none, and where
    /// one is an interval or a set.
    public static func one(of dates: [EDTFDate]) -> EDTFDate? { set(.one, of: dates) }

    /// All of these dates, `{1960,1961-12}`; a time of day counts as its day. Nil where there are none, and where
    /// one is an interval or a set.
    public static func all(of dates: [EDTFDate]) -> EDTFDate? { set(.all, of: dates) }

    private static func set(_ choice: DateSet.Choice, of dates: [EDTFDate]) -> EDTFDate? {
        let members = dates.compactMap(\.single)
        guard !members.isEmpty, members.count == dates.count else { return nil }
        return EDTFDate(form: .set(DateSet(choice: choice, members: members.map { .date($0) })))
    }

    /// The date without a time of day; nil for an interval or a set.
    private var single: PartialDate? {
        switch form {
        case .date(let date): date
        case .dateTime(let dateTime): PartialDate(day: dateTime.day)
        case .interval, .set: nil
        }
    }

    /// About this date, `2023~`. All dates of an interval or a set become approximate. A time of day can't be, in
    /// this format: it gives way to its day.
    public func approximate() -> EDTFDate { qualified(.approximate) }

    /// Possibly this date, `2023?`; as for `approximate()`.
    public func uncertain() -> EDTFDate { qualified(.uncertain) }

    private func qualified(_ qualifier: Qualifier) -> EDTFDate {
        switch form {
        case .date(let date): EDTFDate(date.qualified(qualifier))
        case .dateTime(let dateTime): EDTFDate(PartialDate(day: dateTime.day).qualified(qualifier))
        case .interval(let interval):
            EDTFDate(form: .interval(interval.qualified(qualifier)))
        case .set(let set):
            EDTFDate(form: .set(set.qualified(qualifier)))
        }
    }
}

extension EDTFDate.Interval {
    fileprivate func qualified(_ qualifier: Qualifier) -> EDTFDate.Interval {
        EDTFDate.Interval(start: start.qualified(qualifier), end: end.qualified(qualifier))
    }
}

extension EDTFDate.DateSet {
    fileprivate func qualified(_ qualifier: Qualifier) -> EDTFDate.DateSet {
        EDTFDate.DateSet(choice: choice, members: members.map { $0.qualified(qualifier) })
    }
}

extension EDTFDate.Interval.End {
    fileprivate func qualified(_ qualifier: Qualifier) -> EDTFDate.Interval.End {
        if case .date(let date) = self { return .date(date.qualified(qualifier)) }
        return self
    }
}

extension EDTFDate.DateSet.Member {
    fileprivate func qualified(_ qualifier: Qualifier) -> EDTFDate.DateSet.Member {
        switch self {
        case .date(let date): .date(date.qualified(qualifier))
        case .range(let first, let last): .range(first.qualified(qualifier), last.qualified(qualifier))
        case .onOrBefore(let date): .onOrBefore(date.qualified(qualifier))
        case .onOrAfter(let date): .onOrAfter(date.qualified(qualifier))
        }
    }
}
