extension EDTFDate: Comparable {
    /// Whether the date takes its place in a timeline before another: by its earliest second (its latest where there
    /// is no earliest), then by its latest, then by its text. Dates without either come last.
    public func precedes(_ other: EDTFDate) -> Bool {
        let (place, otherPlace) = (timelinePlace, other.timelinePlace)
        if place != otherPlace { return place < otherPlace }
        return description < other.description
    }

    /// The order of a timeline.
    public static func < (left: EDTFDate, right: EDTFDate) -> Bool { left.precedes(right) }

    private var timelinePlace: TimelinePlace {
        let earliest = earliest
        let latest = latest
        return TimelinePlace(
            start: (earliest ?? latest)?.seconds ?? .max,
            end: latest?.seconds ?? .max
        )
    }
}

/// Where a date stands in a timeline, a tie aside.
private struct TimelinePlace: Comparable {
    let start: Int64
    let end: Int64

    static func < (left: TimelinePlace, right: TimelinePlace) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
