import Testing

@testable import Extraction

@Test(
    "A pronoun is whoever stands out most of those that it can mean",
    arguments: [
        // The subject before the object.
        ("Peter Lind met Karl Roth. “We stay,” he said.", ["Peter Lind"]),
        // The nearer before the farther.
        ("Peter Lind left.\nKarl Roth came late.\n“We stay,” he said.", ["Karl Roth"]),
        // The one who spoke, over the one spoken of.
        (
            "“We stay,” Peter Lind said of the boat of Karl Roth. “We wait,” he added.",
            ["Peter Lind", "Peter Lind"]
        ),
        // A place is nobody.
        ("Peter Lind spoke in Larkrow Bay. “We stay,” he said.", ["Peter Lind"]),
        // Nor is a group.
        ("Maria Holt left the Ferry Union. “We stay,” she said.", ["Maria Holt"]),
        // Many pronouns later.
        (
            "Maria Holt came with Peter Lind. She sat, she stood, she left. “We stay,” she said.",
            ["Maria Holt"]
        ),
        // The words of a quotation set nobody apart.
        (
            "Peter Lind wrote: “Karl Roth left. Karl Roth is late.”\n“We stay,” he said.",
            ["Peter Lind", "Peter Lind"]
        ),
    ])
func salience(text: String, speakers: [String]) {
    #expect(MarkedQuotes(text).speakers == speakers)
}

@Test(
    "“They” are several or a group, and “it” is a group or a text",
    arguments: [
        ("Residents of Larkrow met Peter Lind. They said the ferry was late.", ["Residents of Larkrow"]),
        ("Maria Holt and Peter Lind met. “We stay,” they said.", ["Maria Holt and Peter Lind"]),
        ("Maria Holt joined the Ferry Union. It said the ferry was late.", ["Ferry Union"]),
    ])
func severalAndThings(text: String, speakers: [String]) {
    #expect(MarkedQuotes(text).speakers == speakers)
}

@Test(
    "“Who” and “which” are what stands before them",
    arguments: [
        ("They met Maria Holt, who said that the ferry was late.", ["Maria Holt"]),
        ("They met the Ferry Union, which said that the ferry was late.", ["Ferry Union"]),
        ("The sailor who said that the ferry was late left.", ["The sailor"]),
    ])
func relatives(text: String, speakers: [String]) {
    #expect(MarkedQuotes(text).speakers == speakers)
}

@Test(
    "A description is another word for whoever stands out",
    arguments: [
        ("“We stay,” Maria Holt said.\n“We wait,” the Larkrow senator said.", ["Maria Holt", "Maria Holt"]),
        ("Maria Holt left.\n“We wait and we stay,” the tall, 43-year-old sailor said.", ["Maria Holt"]),
        // No one is another word for the subject of the clause above.
        (
            "Peter Lind met Maria Holt after the Larkrow senator said the ferry was late.",
            ["Maria Holt"]
        ),
        ("The Larkrow Morning Post printed it. “We stay,” the article said.", ["Larkrow Morning Post"]),
        // An office may be anybody's.
        ("Maria Holt left.\n“We wait,” the head of the harbour said.", ["the head of the harbour"]),
        ("A nurse came. “We wait,” the nurse said.", ["A nurse"]),
    ])
func epithets(text: String, speakers: [String]) {
    #expect(MarkedQuotes(text).speakers == speakers)
}

@Test(
    "Whose someone is, is told by name",
    arguments: [
        ("Maria Holt left. “We wait,” her lawyer said.", ["Maria Holt’s lawyer"]),
        ("Peter Lind left. His campaign said that the ferry was late.", ["Peter Lind’s campaign"]),
    ])
func owners(text: String, speakers: [String]) {
    #expect(MarkedQuotes(text).speakers == speakers)
}

@Test(
    "A speaker is called by no more than the name or the description",
    arguments: [
        ("A poll released last week said that the ferry was late.", "A poll"),
        ("“We stay,” Peter Lind II said.", "Peter Lind II"),
        ("A council, which met on Monday, said that the ferry was late.", "A council"),
    ])
func cleanNames(text: String, name: String) {
    #expect(MarkedQuotes(text).speakers == [name])
}

@Test(
    "Two who speak as one are named as two",
    arguments: [("“We stay,” Maria Holt and Peter Lind said.", ["Maria Holt and Peter Lind"])])
func two(text: String, speakers: [String]) {
    #expect(MarkedQuotes(text).speakers == speakers)
}
