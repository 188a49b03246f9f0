import Testing

@testable import Extraction

@Suite("Temporal expressions")
struct TemporalTaggerTests {
    @Test(
        "Weekdays are the closest past ones, or the coming ones where the verb looks ahead",
        arguments: weekdays)
    func readsWeekdays(_ example: DateCase) { check(example) }

    static let weekdays = [
        DateCase("The council met on ⟦Monday⟧.", "2023-12-18", "2023-12-18", .weekdayPast),
        DateCase(
            "The council said on ⟦Wednesday⟧ that it would not pay.", "2023-12-13", "2023-12-13", .weekdayPast
        ),
        DateCase("It said so on ⟦Tuesday⟧.", "2023-12-19", "2023-12-19", .weekdayPast),
        DateCase("The court will hear the case on ⟦Thursday⟧.", "2023-12-21", "2023-12-21", .weekdayFuture),
        DateCase("On ⟦Friday⟧, the court will hear the case.", "2023-12-22", "2023-12-22", .weekdayFuture),
        DateCase("The union plans to march on ⟦Saturday⟧.", "2023-12-23", "2023-12-23", .weekdayFuture),
        DateCase("They agreed to meet again on ⟦Sunday⟧.", "2023-12-24", "2023-12-24", .weekdayFuture),
        DateCase(
            "The verdict is expected to be announced on ⟦Friday⟧.", "2023-12-22", "2023-12-22", .weekdayFuture
        ),
        DateCase("The ministers are to meet ⟦Friday⟧.", "2023-12-22", "2023-12-22", .weekdayFuture),
        DateCase("They left ⟦last Friday⟧.", "2023-12-15", "2023-12-15", .weekdayRelative),
        DateCase("They left ⟦last Tuesday⟧.", "2023-12-12", "2023-12-12", .weekdayRelative),
        DateCase("They leave ⟦next Friday⟧.", "2023-12-22", "2023-12-22", .weekdayRelative),
        DateCase("They leave ⟦this Friday⟧.", "2023-12-22", "2023-12-22", .weekdayRelative),
        DateCase("They leave ⟦this coming Sunday⟧.", "2023-12-24", "2023-12-24", .weekdayRelative),
        DateCase("It began on ⟦Monday last week⟧.", "2023-12-11", "2023-12-11", .weekdayRelative),
        DateCase("It began on ⟦Thursday of last week⟧.", "2023-12-14", "2023-12-14", .weekdayRelative),
        DateCase(
            "The shelling began ⟦Monday night⟧.", "2023-12-18TNI", "2023-12-18", .weekdayPast, type: .time),
        DateCase("They spoke on ⟦Sunday morning⟧.", "2023-12-17TMO", "2023-12-17", .weekdayPast, type: .time),
        DateCase("⟦Monday⟧’s message was short.", "2023-12-18", "2023-12-18", .weekdayPast),
        DateCase("They came ⟦early Monday⟧.", "2023-12-18", "2023-12-18", .weekdayPast),
        DateCase("They met on ⟦Saturday, April 22⟧.", "2023-04-22", "2023-04-22", .dayNearest),
        DateCase("They met on ⟦Monday, Dec. 18, 2023⟧.", "2023-12-18", "2023-12-18", .absoluteDay),
        DateCase("They met on ⟦Monday 18 December 2023⟧.", "2023-12-18", "2023-12-18", .absoluteDay),
        DateCase("They left ⟦two Sundays ago⟧.", "2023-12-10", "2023-12-10", .weekdayRelative),
        DateCase("They left ⟦the Tuesday before last⟧.", "2023-12-05", "2023-12-05", .weekdayRelative),
        DateCase("They leave ⟦the Friday after next⟧.", "2023-12-29", "2023-12-29", .weekdayRelative),
        DateCase("They met on ⟦Friday the 13th⟧.", "2023-10-13", "2023-10-13", .dayNearest),
        DateCase("They meet on ⟦Mondays⟧ at the station.", "XXXX-WXX-1", nil, .set, type: .set),
        DateCase("They meet ⟦every Friday⟧.", "XXXX-WXX-5", nil, .set, type: .set),
        DateCase("They meet ⟦every other Friday⟧.", "XXXX-WXX-5", nil, .set, type: .set),
        DateCase("They meet on ⟦the first Monday of every month⟧.", "P1M", nil, .set, type: .set),
        DateCase("They meet on ⟦Tuesday nights⟧.", "XXXX-WXX-2TNI", nil, .set, type: .set),
        DateCase("The ministers meet ⟦Friday⟧ in Lorn.", "2023-12-22", "2023-12-22", .weekdayFuture),
    ]

    @Test("Days count from publication", arguments: days)
    func readsDays(_ example: DateCase) { check(example) }

    static let days = [
        DateCase("The group wrote ⟦today⟧ that it would stay.", "2023-12-19", "2023-12-19", .deictic),
        DateCase("The group wrote ⟦yesterday⟧ that it would stay.", "2023-12-18", "2023-12-18", .deictic),
        DateCase("They speak ⟦tomorrow⟧.", "2023-12-20", "2023-12-20", .deictic),
        DateCase("They speak ⟦tonight⟧.", "2023-12-19TNI", "2023-12-19", .deictic, type: .time),
        DateCase("They wrote ⟦late yesterday⟧.", "2023-12-18", "2023-12-18", .deictic),
        DateCase("They wrote ⟦yesterday evening⟧.", "2023-12-18TEV", "2023-12-18", .deictic, type: .time),
        DateCase("They wrote ⟦this morning⟧.", "2023-12-19TMO", "2023-12-19", .dayPart, type: .time),
        DateCase("They wrote ⟦last night⟧.", "2023-12-18TNI", "2023-12-18", .dayPart, type: .time),
        DateCase("Talks ended at ⟦noon Thursday⟧.", "2023-12-14T12:00", "2023-12-14", .dayPart, type: .time),
        DateCase("It starts at ⟦noon⟧.", "2023-12-19T12:00", "2023-12-19", .dayPart, type: .time),
        DateCase("It was signed ⟦three days ago⟧.", "2023-12-16", "2023-12-16", .ago),
        DateCase("It was signed ⟦3 days ago⟧.", "2023-12-16", "2023-12-16", .ago),
        DateCase("He called ⟦a day earlier⟧.", "2023-12-18", "2023-12-18", .earlier),
        DateCase("He called ⟦the day before⟧.", "2023-12-18", "2023-12-18", .earlier),
        DateCase("They vote ⟦two weeks from now⟧.", "2024-W01", "2024-01-01/2024-01-07", .later),
        DateCase("He called ⟦a week or so ago⟧.", "2023-12-12", "2023-12-12~", .ago),
        DateCase("They left ⟦the day before yesterday⟧.", "2023-12-17", "2023-12-17", .deictic),
        DateCase("He died ⟦a year ago today⟧.", "2022-12-19", "2022-12-19", .deictic),
        DateCase("He died ⟦a week ago Monday⟧.", "2023-12-11", "2023-12-11", .deictic),
        DateCase("They leave ⟦a week from Friday⟧.", "2023-12-29", "2023-12-29", .deictic),
        DateCase("They met on ⟦the 15th⟧.", "2023-12-15", "2023-12-15", .dayNearest),
        DateCase("They will meet on ⟦the 3rd of next month⟧.", "2024-01-03", "2024-01-03", .dayNearest),
    ]

    @Test("Dates in words and figures need no anchor", arguments: absolute)
    func readsAbsoluteDates(_ example: DateCase) {
        check(example)
        var unanchored = example
        unanchored.anchor = nil
        check(unanchored)
    }

    static let absolute = [
        DateCase("It was signed on ⟦Dec. 19, 2023⟧, in Lorn.", "2023-12-19", "2023-12-19", .absoluteDay),
        DateCase("It was signed on ⟦December 19, 2023⟧.", "2023-12-19", "2023-12-19", .absoluteDay),
        DateCase("It was signed on ⟦19 December 2023⟧.", "2023-12-19", "2023-12-19", .absoluteDay),
        DateCase("It was signed on ⟦19th December, 2023⟧.", "2023-12-19", "2023-12-19", .absoluteDay),
        DateCase("It was signed on ⟦the 19th of December 2023⟧.", "2023-12-19", "2023-12-19", .absoluteDay),
        DateCase("It was signed on ⟦December 19th, 2023⟧.", "2023-12-19", "2023-12-19", .absoluteDay),
        DateCase("It was signed on ⟦Sept. 3, 2022⟧.", "2022-09-03", "2022-09-03", .absoluteDay),
        DateCase("It was signed on ⟦12/19/2023⟧.", "2023-12-19", "2023-12-19", .absoluteDay),
        DateCase("It was signed on ⟦19/12/2023⟧.", "2023-12-19", "2023-12-19", .absoluteDay),
        DateCase("It was signed on ⟦19.12.2023⟧.", "2023-12-19", "2023-12-19", .absoluteDay),
        DateCase("It was signed on ⟦2023-12-18⟧.", "2023-12-18", "2023-12-18", .absoluteDay),
        DateCase(
            "Posted ⟦2023-12-18T10:00Z⟧.", "2023-12-18T10:00Z", "2023-12-18T10:00:00Z", .absoluteDay,
            type: .time),
        DateCase("They were called up in ⟦September 2022⟧.", "2022-09", "2022-09", .absoluteMonth),
        DateCase("They were called up in ⟦September of 2022⟧.", "2022-09", "2022-09", .absoluteMonth),
        DateCase("They left in ⟦May 2021⟧.", "2021-05", "2021-05", .absoluteMonth),
        DateCase("It began in ⟦early December 2023⟧.", "2023-12", "2023-12~", .absoluteMonth),
        DateCase("It began in ⟦mid-December 2023⟧.", "2023-12", "2023-12~", .absoluteMonth),
        DateCase("It ended at ⟦the end of June 2022⟧.", "2022-06", "2022-06~", .absoluteMonth),
        DateCase(
            "It came in ⟦the first week of May 2022⟧.", "2022-05-01/2022-05-07", "2022-05-01/2022-05-07",
            .absoluteMonth),
        DateCase("It came on ⟦the last day of May 2022⟧.", "2022-05-31", "2022-05-31", .absoluteMonth),
        DateCase("It came in ⟦the last days of May 2022⟧.", "2022-05", "2022-05~", .absoluteMonth),
        DateCase("It came on ⟦the first day of 2024⟧.", "2024-01-01", "2024-01-01", .absoluteYear),
        DateCase("Sales rose in ⟦fiscal year 2023⟧.", "2023", "2023", .absoluteYear),
        DateCase("Nobody forgot ⟦9/11⟧.", "2001-09-11", "2001-09-11", .absoluteDay),
        DateCase("It was founded in ⟦1998⟧.", "1998", "1998", .absoluteYear),
        DateCase("The ⟦1996⟧ campaign failed.", "1996", "1996", .absoluteYear),
        DateCase("The house was built in ⟦1842⟧.", "1842", "1842", .absoluteYear),
        DateCase("It fell apart in ⟦mid-1996⟧.", "1996", "1996~", .absoluteYear),
        DateCase("It lasted until ⟦2025⟧.", "2025", "2025", .absoluteYear),
        DateCase("They fought in ⟦the 1990s⟧.", "199", "199X", .absoluteDecade),
        DateCase("They fought in ⟦the '80s⟧.", "198", "198X", .absoluteDecade),
        DateCase("They fought in ⟦the nineties⟧.", "199", "199X", .absoluteDecade),
        DateCase("It was a town of ⟦the 19th century⟧.", "18", "18XX", .absoluteCentury),
        DateCase("It was a town of ⟦the 1800s⟧.", "18", "18XX", .absoluteCentury),
        DateCase("It was a town of ⟦the eleventh century⟧.", "10", "10XX", .absoluteCentury),
        DateCase("They left in ⟦autumn 2022⟧.", "2022-FA", "2022-23", .absoluteSeason),
        DateCase("They left in ⟦the summer of 1990⟧.", "1990-SU", "1990-22", .absoluteSeason),
        DateCase("They left in ⟦winter 2023-24⟧.", "2023-WI", "2023-24", .absoluteSeason),
        DateCase(
            "It came in ⟦the week beginning March 4, 2024⟧.", "2024-W10", "2024-03-04/2024-03-10", .thisUnit),
        DateCase("Prices rose in ⟦the fourth quarter of 2022⟧.", "2022-Q4", "2022-36", .absoluteQuarter),
        DateCase("Prices rose in ⟦Q3 2023⟧.", "2023-Q3", "2023-35", .absoluteQuarter),
        DateCase("Prices rose in ⟦3Q 2023⟧.", "2023-Q3", "2023-35", .absoluteQuarter),
        DateCase("Prices rose in ⟦H1 2023⟧.", "2023-H1", "2023-40", .absoluteQuarter),
        DateCase("Prices rose in ⟦the first half of 2023⟧.", "2023-H1", "2023-40", .absoluteQuarter),
        DateCase("He was born in ⟦nineteen ninety-six⟧.", "1996", "1996", .absoluteYear),
        DateCase("They met on ⟦New Year’s Eve 2022⟧.", "2022-12-31", "2022-12-31", .holiday),
    ]

    @Test("Months and days without a year are the closest ones", arguments: nearest)
    func readsNearestDates(_ example: DateCase) { check(example) }

    static let nearest = [
        DateCase("They were called up in ⟦September⟧.", "2023-09", "2023-09", .monthPast),
        DateCase("They left in ⟦May⟧.", "2023-05", "2023-05", .monthPast),
        DateCase("It will be launched in ⟦March⟧.", "2024-03", "2024-03", .monthFuture),
        DateCase("It was launched ⟦last March⟧.", "2023-03", "2023-03", .monthRelative),
        DateCase("It opens ⟦next March⟧.", "2024-03", "2024-03", .monthRelative),
        DateCase("They fell out in ⟦June last year⟧.", "2022-06", "2022-06", .absoluteMonth),
        DateCase("It was shown in ⟦late November⟧.", "2023-11", "2023-11~", .monthPast),
        DateCase("It happened on ⟦December 12⟧.", "2023-12-12", "2023-12-12", .dayNearest),
        DateCase("It happened on ⟦the 5th of August⟧.", "2023-08-05", "2023-08-05", .dayNearest),
        DateCase("It will end on ⟦January 15⟧.", "2024-01-15", "2024-01-15", .dayNearest),
        DateCase(
            "He was killed on ⟦Dec. 28⟧.", "2023-12-28", "2023-12-28", .dayNearest, anchor: "2024-01-05"),
        DateCase("They met at ⟦Christmas⟧.", "2023-12-25", "2023-12-25", .holiday),
        DateCase("They met on ⟦Thanksgiving⟧.", "2023-11-23", "2023-11-23", .holiday),
        DateCase("They met ⟦last Christmas⟧.", "2022-12-25", "2022-12-25", .holiday),
        DateCase("They met on ⟦Palm Sunday⟧.", "2024-03-24", "2024-03-24", .holiday, anchor: "2024-04-02"),
        DateCase("They shop on ⟦Black Friday⟧.", "2023-11-24", "2023-11-24", .holiday),
        DateCase("They sang on ⟦Easter Sunday⟧.", "2024-03-31", "2024-03-31", .holiday, anchor: "2024-04-02"),
        DateCase("Prices fell in ⟦the third quarter⟧.", "2023-Q3", "2023-35", .quarterNearest),
        DateCase("The ⟦third-quarter⟧ loss was large.", "2023-Q3", "2023-35", .quarterNearest),
        DateCase("They met in ⟦late spring⟧.", "2023-SP", "2023-21~", .seasonNearest),
        DateCase("They met over ⟦the summer⟧.", "2023-SU", "2023-22", .seasonNearest),
    ]

    @Test("Units with an adjective count from the one that holds publication", arguments: units)
    func readsUnits(_ example: DateCase) { check(example) }

    static let units = [
        DateCase("⟦Last week⟧, the mayor spoke.", "2023-W50", "2023-12-11/2023-12-17", .lastWeek),
        DateCase("It began ⟦earlier this week⟧.", "2023-W51", "2023-12-18/2023-12-24", .thisUnit),
        DateCase("It ends ⟦next week⟧.", "2023-W52", "2023-12-25/2023-12-31", .nextUnit),
        DateCase("It began ⟦last month⟧.", "2023-11", "2023-11", .lastUnit),
        DateCase("It began ⟦last year⟧.", "2022", "2022", .lastUnit),
        DateCase("It ends ⟦this year⟧.", "2023", "2023", .thisUnit),
        DateCase("It ends ⟦early next year⟧.", "2024", "2024~", .nextUnit),
        DateCase("They met ⟦last weekend⟧.", "2023-W50-WE", "2023-12-16/2023-12-17", .lastUnit),
        DateCase("They met over ⟦the weekend⟧.", "2023-W50-WE", "2023-12-16/2023-12-17", .lastUnit),
        DateCase("Prices rose ⟦last quarter⟧.", "2023-Q3", "2023-35", .lastUnit),
        DateCase("It was built ⟦last decade⟧.", "201", "201X", .lastUnit),
        DateCase("They left ⟦last summer⟧.", "2023-SU", "2023-22", .seasonRelative),
        DateCase("They return ⟦next spring⟧.", "2024-SP", "2024-21", .seasonRelative),
        DateCase("It was won ⟦two years ago⟧.", "2021", "2021", .ago),
        DateCase("It was won ⟦nearly four years ago⟧.", "2019", "2019", .ago),
        DateCase("It was won ⟦six months ago⟧.", "2023-06", "2023-06", .ago),
        DateCase("It was won ⟦three weeks ago⟧.", "2023-W48", "2023-11-27/2023-12-03", .ago),
        DateCase("It was won ⟦a month ago⟧.", "2023-11", "2023-11", .ago),
        DateCase("It was won ⟦half a century ago⟧.", "1973", "1973~", .ago),
        DateCase("They left ⟦the week before last⟧.", "2023-W49", "2023-12-04/2023-12-10", .lastUnit),
        DateCase("They leave ⟦the week after next⟧.", "2024-W01", "2024-01-01/2024-01-07", .nextUnit),
        DateCase("He died ⟦two years ago this month⟧.", "2021-12", "2021-12", .deictic),
        DateCase("It began at ⟦the turn of the century⟧.", "2000", "2000~", .absoluteYear),
        DateCase("It was won ⟦several years ago⟧.", "PAST_REF", nil, .ago),
        DateCase("For ⟦the week⟧, shares of the mill fell.", "2023-WXX", nil, .thisUnit),
        DateCase("It closes at ⟦the end of the week⟧.", "2023-W51", "2023-12-18/2023-12-24", .thisUnit),
    ]

    @Test("Lengths of time have a date only where they hang on the day of publication", arguments: durations)
    func readsDurations(_ example: DateCase) { check(example) }

    static let durations = [
        DateCase("For ⟦weeks⟧, they have called for peace.", "PXW", nil, .duration, type: .duration),
        DateCase("They want a ⟦one-year⟧ limit.", "P1Y", nil, .duration, type: .duration),
        DateCase("A ⟦two-week⟧ truce held.", "P2W", nil, .duration, type: .duration),
        DateCase("A ⟦10-year⟧ plan failed.", "P10Y", nil, .duration, type: .duration),
        DateCase(
            "They waited for ⟦the past three months⟧.", "P3M", "2023-09/2023-12-19", .duration,
            type: .duration),
        DateCase("They waited for ⟦more than four hours⟧.", "PT4H", nil, .duration, type: .duration),
        DateCase("They waited for ⟦a year⟧.", "P1Y", nil, .duration, type: .duration),
        DateCase("They waited ⟦twenty-four days⟧.", "P24D", nil, .duration, type: .duration),
        DateCase("They waited ⟦2 1/2 years⟧.", "P2Y6M", nil, .duration, type: .duration),
        DateCase("They waited ⟦a year and a half⟧.", "P1Y6M", nil, .duration, type: .duration),
        DateCase("They waited ⟦a couple of years⟧.", "P2Y", nil, .duration, type: .duration),
        DateCase("They waited ⟦several months⟧.", "PXM", nil, .duration, type: .duration),
        DateCase("They waited ⟦half an hour⟧.", "PT30M", nil, .duration, type: .duration),
        DateCase("They waited ⟦a hundred years⟧.", "P100Y", nil, .duration, type: .duration),
        DateCase("They waited ⟦1,000 days⟧.", "P1000D", nil, .duration, type: .duration),
        DateCase("They waited for ⟦two decades⟧.", "P20Y", nil, .duration, type: .duration),
        DateCase("They won much over ⟦the years⟧.", "PXY", nil, .duration, type: .duration),
        DateCase("They will meet in ⟦the weeks ahead⟧.", "PXW", nil, .duration, type: .duration),
        DateCase("They fled in ⟦the first hours⟧ of the strike.", "PTXH", nil, .duration, type: .duration),
        DateCase("It was poor in ⟦the early years⟧.", "PXY", nil, .duration, type: .duration),
        DateCase("The deal follows ⟦months⟧ of talks.", "PXM", nil, .duration, type: .duration),
        DateCase("They stayed for ⟦a while⟧.", "PXX", nil, .duration, type: .duration),
        DateCase("They stayed for ⟦some time⟧.", "PXX", nil, .duration, type: .duration),
        DateCase("They stayed for ⟦a rather long period⟧.", "PXX", nil, .duration, type: .duration),
    ]

    @Test("What recurs is a set", arguments: sets)
    func readsSets(_ example: DateCase) { check(example) }

    static let sets = [
        DateCase("They meet ⟦every week⟧.", "P1W", nil, .set, type: .set),
        DateCase("They meet ⟦each year⟧ by the sea.", "P1Y", nil, .set, type: .set),
        DateCase("They meet ⟦every two weeks⟧.", "P2W", nil, .set, type: .set),
        DateCase("They meet ⟦weekly⟧.", "P1W", nil, .set, type: .set),
        DateCase("They report ⟦annually⟧ to the court.", "P1Y", nil, .set, type: .set),
        DateCase("They meet ⟦each July⟧.", "XXXX-07", nil, .set, type: .set),
        DateCase("They meet ⟦every morning⟧.", "XXXX-XX-XXTMO", nil, .set, type: .set),
    ]

    @Test(
        "Times of the clock stand on the day named beside them, or on that of publication", arguments: clocks)
    func readsClocks(_ example: DateCase) { check(example) }

    static let clocks = [
        DateCase(
            "It starts at ⟦10 a.m.⟧ in Lorn.", "2023-12-19T10:00", "2023-12-19T10:00:00", .clock, type: .time),
        DateCase("It starts at ⟦10:30pm⟧.", "2023-12-19T22:30", "2023-12-19T22:30:00", .clock, type: .time),
        DateCase(
            "The blast came at ⟦14:05 GMT⟧.", "2023-12-19T14:05Z", "2023-12-19T14:05:00Z", .clock, type: .time
        ),
        DateCase(
            "He fled at ⟦10 p.m. Wednesday⟧.", "2023-12-13T22:00", "2023-12-13T22:00:00", .clock, type: .time),
        DateCase(
            "He fled at ⟦5 p.m. EST Nov. 9⟧.", "2023-11-09T17:00", "2023-11-09T17:00:00-05:00", .clock,
            type: .time),
        DateCase(
            "It opens at ⟦0900 GMT⟧.", "2023-12-19T09:00Z", "2023-12-19T09:00:00Z", .clock, type: .time),
        DateCase(
            "It opens at ⟦09:00 UTC+2⟧.", "2023-12-19T09:00", "2023-12-19T09:00:00+02:00", .clock, type: .time
        ),
        DateCase(
            "It opens at ⟦3 p.m. Eastern time⟧.", "2023-12-19T15:00", "2023-12-19T15:00:00-05:00", .clock,
            type: .time),
        DateCase(
            "It opens at ⟦3 p.m. ET⟧.", "2023-07-19T15:00", "2023-07-19T15:00:00-04:00", .clock, type: .time,
            anchor: "2023-07-19"),
        DateCase(
            "He left at ⟦five o’clock⟧.", "2023-12-19T05:00", "2023-12-19T05:00:00", .clock, type: .time),
    ]

    @Test("Past, present and future as such are references", arguments: references)
    func readsReferences(_ example: DateCase) { check(example) }

    static let references = [
        DateCase("They ⟦now⟧ hold the bridge.", "PRESENT_REF", nil, .reference),
        DateCase("The mine is ⟦currently⟧ shut.", "PRESENT_REF", nil, .reference),
        DateCase("He ⟦recently⟧ left the party.", "PAST_REF", nil, .reference),
        DateCase("It was different in ⟦the past⟧.", "PAST_REF", nil, .reference),
        DateCase("They will return ⟦soon⟧.", "FUTURE_REF", nil, .reference),
        DateCase("They may return in ⟦the near future⟧.", "FUTURE_REF", nil, .reference),
        DateCase("They may return in ⟦the near term⟧.", "FUTURE_REF", nil, .reference),
        DateCase("They will vote at ⟦a later date⟧.", "FUTURE_REF", nil, .reference),
        DateCase("They will ⟦one day⟧ return.", "FUTURE_REF", nil, .reference),
        DateCase("They stay silent at ⟦this hard moment⟧.", "PRESENT_REF", nil, .reference),
        DateCase("They met ⟦a long time ago⟧.", "PAST_REF", nil, .reference),
    ]

    @Test("Without an anchor, relative expressions are found and left open", arguments: unanchored)
    func leavesRelativeDatesOpen(_ example: DateCase) { check(example) }

    static let unanchored = [
        DateCase("The council met on ⟦Monday⟧.", "XXXX-WXX-1", nil, .weekdayPast, anchor: nil),
        DateCase("They left in ⟦May⟧.", "XXXX-05", nil, .monthPast, anchor: nil),
        DateCase("It happened on ⟦December 12⟧.", "XXXX-12-12", nil, .dayNearest, anchor: nil),
        DateCase("⟦Last week⟧, the mayor spoke.", "PAST_REF", nil, .lastWeek, anchor: nil),
        DateCase("They wrote ⟦yesterday⟧.", "PAST_REF", nil, .deictic, anchor: nil),
        DateCase("They wrote ⟦yesterday⟧.", "PAST_REF", nil, .deictic, anchor: "2023-12"),
        DateCase("It was won ⟦two years ago⟧.", "PAST_REF", nil, .ago, anchor: nil),
        DateCase("It was won ⟦two years ago⟧.", "2021", "2021", .ago, anchor: "2023"),
        DateCase("It began ⟦last month⟧.", "2023-11", "2023-11", .lastUnit, anchor: "2023-12"),
        DateCase(
            "The council met on ⟦Monday⟧.", "2023-12-18", "2023-12-18", .weekdayPast,
            anchor: "2023-12-19T08:00:00Z"),
        DateCase(
            "For ⟦weeks⟧, they have called for peace.", "PXW", nil, .duration, type: .duration, anchor: nil),
    ]

    private func check(_ example: DateCase, sourceLocation: SourceLocation = #_sourceLocation) {
        let parts = example.parts
        let (text, found) = temporalExpressions(parts.text, published: example.anchor)
        guard let expression = found.first(where: { words($0, in: text) == parts.marked }) else {
            Issue.record(
                "found \(found.map { words($0, in: text) + "=" + $0.value })", sourceLocation: sourceLocation)
            return
        }
        #expect(expression.value == example.value, sourceLocation: sourceLocation)
        #expect(expression.date?.description == example.edtf, sourceLocation: sourceLocation)
        #expect(expression.rule == example.rule, sourceLocation: sourceLocation)
        #expect(expression.type == example.type, sourceLocation: sourceLocation)
        #expect(found.count == 1, "\(found.map { words($0, in: text) })", sourceLocation: sourceLocation)
    }
}
