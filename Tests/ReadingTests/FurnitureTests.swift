import Statements
import Testing

@testable import Reading

private let body = """
    The ferry to the outer islands will not sail this week, the harbour office said on Tuesday.

    The crew has not been paid since the beginning of the month and has refused to work on.
    """

@Test(
    "What a page says to its reader is no article, between paragraphs of text as well",
    arguments: [
        "Advertisement", "ADVERTISEMENT", "Read more", "Read more: Ferry strike enters second week", "Share",
        "Story continues below advertisement", "Sign up for our newsletter",
        "Sign up here to get the best of the week delivered to your inbox.", "© 2023 Northern Herald",
        "Copyright 2023 Northern Herald. All rights reserved.", "We use cookies to improve your experience.",
        "Subscribe to our channel", "Follow us on Telegram", "Click to enlarge", "Leave a comment",
        "This article was first published in the Islander.", "Already a subscriber? Log in",
        "Please support us monthly. Your support helps keep our reporting free.",
        "Читайте также: Забастовка продолжается", "Подписывайтесь на наш телеграм-канал",
        "Підтримайте нас", "Реклама",
    ])
func furniture(line: String) throws {
    let text = "Harbour Crew Walks Out Over Pay\n\n\(body)\n\n\(line)\n\n\(body)"
    #expect(try words(of: .notArticle, in: text) == [line])
}

@Test(
    "What people say, and what a story is about, is article text though it uses the same words",
    arguments: [
        "“Support us,” the group wrote on its page. “We need your help.”",
        "The union said it would make a donation today and thanked readers like you and me.",
        "“We rely on our readers. Please consider making a donation today, and subscribe to our newsletter.",
        "The new law obliges every website to ask before it stores cookies on the devices of its visitors.",
        "“Read more,” she said.",
        "Subscribers of the newspaper have fallen by a third since the spring of last year.",
        "Video of the march shows a man who climbs the gate and unfurls a banner of the movement.",
        "Share prices of the shipping line fell by a tenth on Monday morning.",
        "Our correspondent in Port Elin was told to leave the country by Friday, the newspaper said.",
        "He asked the donors to sign up for a second year, and many of them did so at once.",
        "Photos and letters of the missing hung on the wall of the town hall for a year.",
    ])
func articleText(line: String) throws {
    let text = "Harbour Crew Walks Out Over Pay\n\n\(body)\n\n\(line)\n\n\(body)"
    #expect(try words(of: .notArticle, in: text).isEmpty)
}

@Test("Pleas before the headline and after the text are no article, with all that stands among them")
func pleasAround() throws {
    let text = """
        Reading without ads?
        This newspaper has disabled all ads. We pay for it ourselves, with your help.
        Support us

        Harbour Crew Walks Out Over Pay

        \(body)

        … we have a small favour to ask. The Islander is read by more people than ever.

        Our work is possible because of your support. It takes a minute.

        Card or transfer
        Maybe another day?
        Remind me later.
        """
    let kinds = try article(text).paragraphs.map(\.kind)
    #expect(
        kinds == Array(repeating: .notArticle, count: 3) + [.title, .body, .body]
            + Array(repeating: .notArticle, count: 5))
}

@Test("What readers wrote below an article is no article")
func comments() throws {
    let comments = """
        2 comments

        Ann: “The crew is right,” said my neighbour, and he has sailed with them for a decade.

        Reply

        Bob: I was on the last ferry and nobody told us anything at all about the way back.

        Reply
        """
    let text = "Harbour Crew Walks Out Over Pay\n\n\(body)\n\n\(body)\n\n\(comments)"
    #expect(try words(of: .notArticle, in: text).count == 5)
    let inline = "Harbour Crew Walks Out Over Pay\n\n2 comments\n\n\(body)\n\n\(body)"
    #expect(try words(of: .notArticle, in: inline) == ["2 comments"])
}

@Test("A menu and its entries above the headline are no article")
func menu() throws {
    let menu = [
        "Home", "World News", "Our Islands", "Sea and Weather", "Opinion", "Letters", "Sport", "Search",
        "Log in",
    ]
    let text = (menu + ["Harbour Crew Walks Out Over Pay", "By Jane Roe", body]).joined(separator: "\n\n")
    let kinds = try article(text).paragraphs.map(\.kind)
    #expect(kinds == Array(repeating: .notArticle, count: 9) + [.title, .byline, .body, .body])
}

@Test(
    "The words below a picture are a caption, known by the credit",
    arguments: [
        "The ferry at its berth in Port Elin in March. Jane Roe / Northern News Agency",
        "The ferry at its berth. (AP Photo/Jane Roe)", "The ferry at its berth. Photo: Jane Roe",
        "Jane Roe / Reuters", "The ferry at its berth. Jane Roe/AFP via Getty Images",
        "Photograph: Jane Roe/The Guardian", "The ferry at its berth. (NNA Photo/Jane Roe)",
        "The ferry at its berth, May 1996 (Jane Roe/Coastal Wire)",
        "Паром у причала. Фото: Анна Иванова / ТАСС",
    ])
func captions(line: String) throws {
    let text = "Harbour Crew Walks Out Over Pay\n\n\(line)\n\n\(body)"
    #expect(try words(of: .caption, in: text) == [line])
}

@Test(
    "A sentence that names an agency is no caption",
    arguments: [
        "He sold the pictures of the ferry to Getty Images.", "The strike was first reported by Reuters.",
        "The ferry runs from Elin to Holm/Westholm on Monday",
        "The crew wants two things and/or a third, the office told AP.",
        "Harbour masters from Elin (Pa.) and Holm (N.J.) spoke to the crew.",
    ])
func noCaptions(line: String) throws {
    let text = "Harbour Crew Walks Out Over Pay\n\n\(body)\n\n\(line)\n\n\(body)"
    #expect(try words(of: .caption, in: text).isEmpty)
}

@Test("A message has no furniture, no headline and no captions: all of it is its author's")
func messages() throws {
    var options = ReadingOptions()
    options.kind = .message
    let document = try article("Support Us\n\nWe need your help.\n\nRead more", options)
    #expect(document.paragraphs.map(\.kind) == [.body, .body, .body])
    #expect(document.metadata.title == nil)
}
