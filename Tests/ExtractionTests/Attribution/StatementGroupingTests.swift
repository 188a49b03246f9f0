import Testing

@testable import Extraction

@Test(
    "Quotes of one message are one statement",
    arguments: [
        ("“We stay,” the Ferry Union said in a message.\n“We wait,” it added.", [0, 0]),
        ("“We stay,” Maria Holt said. “We wait,” she continued.", [0, 0]),
        ("“We stay,” Maria Holt said, adding that nobody would row.", [0, 0]),
        ("“We stay,” Maria Holt said. “Go,” Peter Lind added.", [0, 1]),
        ("“We stay,” Maria Holt said.\nPeter Lind said the pier was wet.", [0, 1]),
        ("Maria Holt said the pier was wet. Maria Holt said the ferry was late.", [0, 0]),
        ("Maria Holt said the pier was wet.\nMaria Holt said the ferry was late.", [0, 1]),
        ("“We stay,” Maria Holt said on Monday. “We go,” she said on Friday.", [0, 1]),
        ("“We stay,” Maria Holt wrote on Telegram. “We go,” she said in a speech.", [0, 1]),
        ("“We stay,” Maria Holt told Peter Lind. “We go,” she told Anna Berg.", [0, 1]),
        ("Maria Holt denied that the pier was wet. She promised that the ferry would sail.", [0, 1]),
        ("Maria Holt denied that the pier was wet. “It is dry,” she said.", [0, 0]),
        ("Maria Holt said that the pier was wet. She denied that it was hers.", [0, 1]),
        ("“We stay,” Maria Holt said. The pier was wet. “We wait,” she said.", [0, 0]),
    ])
func grouping(text: String, statements: [Int]) {
    #expect(MarkedQuotes(text).statements == statements)
}
