import Testing

@testable import Extraction

/// A text in Russian or Ukrainian, published on Tuesday, 2023-12-19, with the expressions that it holds and their values.
struct SlavicCase: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: [String]

    init(_ text: String, _ expected: String...) {
        self.text = text
        self.expected = expected
    }

    var testDescription: String { text }

    func check(language: String) {
        let (tokens, found) = temporalExpressions(text, published: "2023-12-19", language: language)
        #expect(found.map { words($0, in: tokens) + "=" + $0.value } == expected)
    }
}

@Suite("Temporal expressions in Russian")
struct RussianDateTests {
    @Test("Days, weekdays and parts of the day", arguments: days)
    func readsDays(_ example: SlavicCase) { example.check(language: "ru") }

    static let days = [
        SlavicCase("В понедельник они вышли на площадь.", "понедельник=2023-12-18"),
        SlavicCase("В пятницу состоится суд.", "пятницу=2023-12-22"),
        SlavicCase("Они встретятся в четверг.", "четверг=2023-12-21"),
        SlavicCase("Его отпустили в прошлый вторник.", "прошлый вторник=2023-12-12"),
        SlavicCase("Собрание в следующую среду.", "следующую среду=2023-12-20"),
        SlavicCase("Это было во вторник на прошлой неделе.", "вторник на прошлой неделе=2023-12-12"),
        SlavicCase("Вчера вечером выключили свет.", "Вчера вечером=2023-12-18TEV"),
        SlavicCase("Позавчера пришло письмо, сегодня ответ.", "Позавчера=2023-12-17", "сегодня=2023-12-19"),
        SlavicCase("Обстрел начался в ночь на понедельник.", "ночь на понедельник=2023-12-18TNI"),
        SlavicCase("Прошлой ночью было тихо.", "Прошлой ночью=2023-12-18TNI"),
        SlavicCase("Мы выходим каждую субботу.", "каждую субботу=XXXX-WXX-6"),
        SlavicCase("По воскресеньям музей закрыт.", "воскресеньям=XXXX-WXX-7"),
        SlavicCase(
            "Третий вторник сентября 2014 года был тёплым.", "Третий вторник сентября 2014 года=2014-09-16"),
    ]

    @Test("Dates with months, years and figures", arguments: dates)
    func readsDates(_ example: SlavicCase) { example.check(language: "ru") }

    static let dates = [
        SlavicCase("Указ подписан 18 декабря 2023 года.", "18 декабря 2023 года=2023-12-18"),
        SlavicCase("Указ подписан 18-го декабря.", "18-го декабря=2023-12-18"),
        SlavicCase(
            "Двадцать пятое мая было днём выпуска.", "Двадцать пятое мая=2023-05-25", "днём=2023-05-25TAF"),
        SlavicCase("Сбор с 3 по 5 мая 2022 г. в порту.", "3 по 5 мая 2022 г.=2022-05-03/2022-05-05"),
        SlavicCase("В понедельник, 18 декабря, вышел приказ.", "понедельник, 18 декабря=2023-12-18"),
        SlavicCase("Это началось в сентябре 2022 года.", "сентябре 2022 года=2022-09"),
        SlavicCase("В декабре прошлого года их сменили.", "декабре прошлого года=2022-12"),
        SlavicCase("Приказ от 21.09.2022 отменён.", "21.09.2022=2022-09-21"),
        SlavicCase("Сбор 14.10 – 15.10.2018 на вокзале.", "14.10 – 15.10.2018=2018-10-14/2018-10-15"),
        SlavicCase("Так жили в 1990-х годах.", "1990-х годах=199"),
        SlavicCase("План на 2024–2026 годы готов.", "2024–2026 годы=2024/2026"),
        SlavicCase("Летом 2022 года и прошлой зимой.", "Летом 2022 года=2022-SU", "прошлой зимой=2022-WI"),
        SlavicCase("Спор о XX веке.", "XX веке=19"),
        SlavicCase("Доход за третий квартал 2018 вырос.", "третий квартал 2018=2018-Q3"),
    ]

    @Test("Units, lengths of time and the clock", arguments: units)
    func readsUnits(_ example: SlavicCase) { example.check(language: "ru") }

    static let units = [
        SlavicCase("На прошлой неделе они писали.", "прошлой неделе=2023-W50"),
        SlavicCase("Три дня назад пришёл ответ.", "Три дня назад=2023-12-16"),
        SlavicCase("Неделю назад их разогнали.", "Неделю назад=2023-W50"),
        SlavicCase("Полгода назад мужа призвали.", "Полгода назад=2023-06"),
        SlavicCase("Через две недели будет суд.", "Через две недели=2024-W01"),
        SlavicCase("Они ждут полтора года.", "полтора года=P1Y6M"),
        SlavicCase("За последние три дня ничего.", "последние три дня=P3D"),
        SlavicCase("Раз в неделю они пишут.", "Раз в неделю=P1W"),
        SlavicCase("До конца года их вернут.", "конца года=2023"),
        SlavicCase(
            "Сбор в 10 утра, прямой эфир в 18:30.", "10 утра=2023-12-19T10:00", "18:30=2023-12-19T18:30"),
        SlavicCase("Завтра в 15 часов они придут.", "Завтра=2023-12-20", "15 часов=2023-12-20T15:00"),
        SlavicCase("Он говорил 2 часа.", "2 часа=PT2H"),
    ]

    @Test(
        "What only looks like a date is none",
        arguments: [
            "Их окружила среда врагов.", "Счёт 2:1.", "Рост на 10.1 %.", "Пришло 2000 человек.",
            "Мама мыла раму.", "Её зовут Лета.",
        ])
    func findsNoDate(_ text: String) { SlavicCase(text).check(language: "ru") }
}

@Suite("Temporal expressions in Ukrainian")
struct UkrainianDateTests {
    @Test("Days, dates, units and the clock", arguments: examples)
    func reads(_ example: SlavicCase) { example.check(language: "uk") }

    static let examples = [
        SlavicCase("У понеділок вони вийшли на площу.", "понеділок=2023-12-18"),
        SlavicCase("У п’ятницю відбудеться суд.", "п’ятницю=2023-12-22"),
        SlavicCase("Це сталося минулої п'ятниці.", "минулої п'ятниці=2023-12-15"),
        SlavicCase("У вересні 2022 року все змінилося.", "вересні 2022 року=2022-09"),
        SlavicCase("Закон ухвалили 21 вересня 2022 р. у столиці.", "21 вересня 2022 р.=2022-09-21"),
        SlavicCase("Збір тривав з 3 по 5 травня.", "3 по 5 травня=2023-05-03/2023-05-05"),
        SlavicCase("Минулого тижня вони писали.", "Минулого тижня=2023-W50"),
        SlavicCase("Три дні тому прийшла відповідь.", "Три дні тому=2023-12-16"),
        SlavicCase("Через місяць будуть вибори.", "Через місяць=2024-01"),
        SlavicCase("Протягом року вони чекали.", "року=P1Y"),
        SlavicCase("Учора ввечері зникло світло.", "Учора ввечері=2023-12-18TEV"),
        SlavicCase("Навесні 2014 року і взимку.", "Навесні 2014 року=2014-SP", "взимку=2023-WI"),
        SlavicCase("Щоп’ятниці вони збираються.", "Щоп’ятниці=XXXX-WXX-5"),
        SlavicCase("Ефір о 18.30.", "18.30=2023-12-19T18:30"),
        SlavicCase("У лютому був лютий мороз.", "лютому=2023-02"),
        SlavicCase("Це було наприкінці 2022 року.", "наприкінці 2022 року=2022"),
    ]
}
