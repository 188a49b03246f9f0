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
        ("Maria Holt said the pier was wet. Maria Holt said the ferry was late.", [0, 1]),
    ])
func grouping(text: String, statements: [Int]) {
    #expect(MarkedQuotes(text).statements == statements)
}
