import Statements
import Testing

@testable import Reading

private func paragraphs(_ text: String) throws -> [String] {
    var options = ReadingOptions()
    options.kind = .message
    return marked(try article(text, options)).map(\.words)
}

@Test(
    "Every line end ends a line",
    arguments: [
        "\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "\n\n", "\r\n\r\n",
        " \n\t\n ",
    ])
func lineEnds(end: String) throws {
    #expect(try paragraphs("One." + end + "Two.") == ["One.", "Two."])
}

@Test("The white space around a line is no part of its paragraph")
func trimmed() throws {
    #expect(try paragraphs("\u{3000}\tOne. \u{A0}\n\u{200B}\n \u{FEFF}Two.\u{2003}") == ["One.", "Two."])
}

@Test("Hard-wrapped lines are joined into paragraphs, with their line ends inside")
func hardWrapped() throws {
    let first = """
        The ferry to the outer islands will not sail this week, the harbour
        office announced on Tuesday, because the crew has not been paid since
        the beginning of the month and has refused to work.
        """
    let second = """
        Passengers were told to wait for a second announcement, which is to
        be made on Thursday at noon at the latest, or to take the coach that
        leaves from the old market.
        """
    #expect(try paragraphs(first + "\n\n" + second) == [first, second])
}

@Test("Lines of a text that is not wrapped are paragraphs, whether blank lines part them or not")
func linePerParagraph() throws {
    let lines = [
        "The ferry will not sail.",
        "The harbour office announced on Tuesday that the crew of the ferry had not been paid since the beginning.",
        "Passengers wait.",
        "A second announcement is to be made on Thursday at noon.",
    ]
    #expect(try paragraphs(lines.joined(separator: "\n")) == lines)
    #expect(try paragraphs(lines.joined(separator: "\n\n")) == lines)
}

@Test("Entries of a list are marked, by bullet and by number")
func lists() throws {
    let text = """
        The drivers named three demands in their letter to the city on Monday:

        - a break of ten minutes
        - a second driver at night
        - lights at the depot

        They said they would wait for two weeks, and then do two things:

        1. stop the night buses
        2. march to the town hall

        A dash - or a 5. in a line - makes no list, the union said on its page.
        """
    #expect(try words(of: .listItem, in: text).count == 5)
}

@Test("Turns of an interview are marked by their labels")
func turns() throws {
    let text = """
        The minister spoke to this newspaper about the canal on Friday evening at some length.

        ROE: When will the canal open?

        HALVORSEN: In spring, I hope. The locks are ready.

        ROE: And the bridge?

        HALVORSEN: Ask the county.
        """
    #expect(try words(of: .turn, in: text).count == 4)
    #expect(try words(of: .turn, in: "Q: Why now?\n\nA: Because.\n\nQ: And then?\n\nA: We wait.").count == 4)
    let named = "Jane Roe: Why now?\n\nMr Doe: Because.\n\nJane Roe: And then?\n\nMr Doe: We wait."
    #expect(try words(of: .turn, in: named).count == 4)
    #expect(try words(of: .turn, in: "Jane Roe: Why now?\n\nMr Doe: Because it is spring.").isEmpty)
    #expect(try words(of: .turn, in: "UPDATE: The canal was opened, the county said on Friday.").isEmpty)
}

@Test("A quotation set apart by an indent or by > is a block quotation")
func blockQuotations() throws {
    let text = """
        The letter that the residents sent to the mayor on Monday reads as follows in full:

            We have waited for a year, and nobody has come to look at the wall.

        The mayor said that she would answer this week, and that the wall was safe.

        She added that an engineer had looked at it in the spring of last year.

        > Nobody told us so.
        """
    #expect(try words(of: .blockQuotation, in: text).count == 2)
}

@Test("A short line without a stop between paragraphs is a heading; a short sentence is not")
func headings() throws {
    let text = """
        Harbour Crew Walks Out Over Pay

        The ferry to the outer islands will not sail this week, the harbour office said on Tuesday.

        A Long Dispute

        The crew has not been paid since the beginning of the month and has refused to work on.

        It is not the first time.

        Two years ago the crew walked out for nine days, and the islands ran out of bread by the fifth.
        """
    #expect(try words(of: .heading, in: text) == ["A Long Dispute"])
    #expect(try words(of: .title, in: text) == ["Harbour Crew Walks Out Over Pay"])
}
