import Statements
import Testing

@testable import Extraction

@Test(
    "The cue tells what a speaker does in saying it",
    arguments: [
        ("“We stay,” Holt said.", SpeechAct.say), ("“Why?” Holt asked.", .ask),
        ("“No,” Holt replied.", .answer), ("Holt demanded that the port open.", .demand),
        ("Holt urged the mayor to resign.", .demand), ("Holt called for a strike.", .demand),
        ("Holt promised to return.", .promise), ("Holt warned that the pier would fall.", .warn),
        ("Holt threatened to leave.", .threaten), ("Holt accused the mayor of theft.", .accuse),
        ("Holt denied that she had rowed.", .deny), ("Holt announced that she would go.", .announce),
        ("Holt condemned the strike.", .condemn), ("Holt admitted that she had rowed.", .admit),
        ("Holt insisted that she had rowed.", .claim), ("Holt insisted on a vote.", .demand),
        ("Holt apologized for the delay.", .apologize), ("Holt predicted that it would rain.", .predict),
        ("Holt explained that the pier was wet.", .explain),
        ("According to Holt, the pier was wet.", .say), ("Holt praised the crew.", .praise),
    ])
func acts(text: String, act: SpeechAct) {
    #expect(MarkedQuotes(text).quotes.map { $0.cue?.act } == [act])
}

@Test(
    "The person spoken to stands beside the cue",
    arguments: [
        ("“We stay,” Holt told the mayor.", "the mayor"),
        ("“We stay,” Holt told reporters on Monday.", "reporters"),
        ("“Why?” Holt asked Anton Belsky.", "Anton Belsky"),
        ("Holt urged the mayor to resign.", "the mayor"),
        ("Holt told the mayor that the pier was wet.", "the mayor"),
        ("The union called on the mayor to resign.", "the mayor"),
        ("Holt accused Anton Belsky of theft.", "Anton Belsky"),
        ("“We stay,” the group said in a message addressed to the mayor.", "the mayor"),
        ("“We stay,” the group said in a letter to the mayor.", "the mayor"),
        ("The group demanded that Governor Anton Belsky release the boats.", "Anton Belsky"),
        ("“We stay,” Holt said.", nil),
    ] as [(String, String?)])
func addressees(text: String, addressee: String?) {
    #expect(MarkedQuotes(text).quotes.map(\.addressee) == [addressee])
}

@Test(
    "The means stand behind a preposition beside the cue",
    arguments: [
        ("“We stay,” the group wrote on Telegram.", "Telegram"),
        ("“We stay,” Holt said in an interview.", "interview"),
        ("The union said in a statement that it would stop.", "statement"),
        ("“We stay,” the group said in a message addressed to the mayor.", "message"),
        ("“We stay,” the group said in its message on Telegram.", "Telegram"),
        ("“We stay,” Holt said in a telephone interview on Monday.", "telephone interview"),
        ("“We stay,” Holt said at a press conference.", "press conference"),
        ("“We stay,” the group wrote in a Telegram post.", "Telegram post"),
        ("“We stay,” Holt said.", nil),
        ("“We stay,” Holt said on the pier.", nil),
    ] as [(String, String?)])
func media(text: String, medium: String?) {
    #expect(MarkedQuotes(text).quotes.map(\.medium) == [medium])
}
