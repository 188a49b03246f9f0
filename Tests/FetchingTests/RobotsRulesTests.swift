import Testing

@testable import Fetching

/// Whether the robot “quoth” may ask for a path.
private func allows(_ text: String, _ target: String) -> Bool {
    RobotsRules(Array(text.utf8), robot: "quoth").allows(target)
}

@Test(
    "A pattern matches from the beginning of the path, * is anything, and $ is the end",
    arguments: [
        ("/", "/", true), ("/", "/a", true), ("/fish", "/fish", true), ("/fish", "/fishing/boats?x=1", true),
        ("/fish", "/Fish", false), ("/fish", "/a/fish", false), ("/fish/", "/fish", false),
        ("/fish*", "/fish", true), ("/*.php", "/a/b.php?x", true), ("/*.php$", "/a/b.php?x", false),
        ("/*.php$", "/a.php/b.php", true), ("/fish*.php", "/fishheads/catfish.php?p", true),
        ("/fish*.php", "/Fish.PHP", false), ("/a$", "/a", true), ("/a$", "/ab", false),
        ("/a$b", "/a$b/c", true),
        ("*", "/x", true), ("*$", "/x", true), ("/*/*/c$", "/a/b/c", true), ("/*/*/c$", "/a/c", false),
        ("/a*a$", "/a", false), ("/a*a$", "/aa", true), ("/**x", "/yx", true), ("/a%3cd", "/a%3Cd", true),
        ("/a%7eb", "/a~b", true), ("/%D1%8F", "/%d1%8f", true), ("/я", "/%D1%8F", true),
        ("/a%2Fb", "/a/b", false),
        ("/a b", "/a%20b", true), ("/100%", "/100%", true),
    ])
func patterns(pattern: String, path: String, expected: Bool) {
    let matches = RobotsPattern(pattern.utf8).matches(RobotsPattern.normalised(path.utf8))
    #expect(matches == expected, "\(pattern) on \(path)")
}

@Test("A pattern of nothing but stars does not take longer than its length allows")
func manyStars() {
    let pattern = String(repeating: "*a", count: 2_000) + "b$"
    let path = "/" + String(repeating: "a", count: 8_000)
    #expect(RobotsPattern(pattern.utf8).matches(Array(path.utf8)) == false)
}

@Test(
    "The longest rule that matches decides, and of two as long the one that allows",
    arguments: [
        ("Disallow: /\nAllow: /news", "/news/1", true), ("Disallow: /\nAllow: /news", "/shop", false),
        ("Allow: /news\nDisallow: /news/private", "/news/private/1", false),
        ("Disallow: /page\nAllow: /page", "/page", true),
        ("Allow: /page\nDisallow: /*.html", "/page.html", false),
        ("Allow: /\nDisallow: /$", "/", false), ("Disallow: /?\nAllow: /?ref=*", "/?ref=a", true),
        ("Disallow:", "/x", true), ("Allow:\nDisallow: /x", "/x", false),
        ("Disallow: /", "/robots.txt", true),
    ])
func longest(rules: String, path: String, expected: Bool) {
    #expect(allows("User-agent: *\n" + rules, path) == expected)
}

@Test(
    "The groups that name the robot are its own; where none does, those for all are",
    arguments: [
        ("User-agent: *\nDisallow: /\n\nUser-agent: quoth\nDisallow: /x", "/a", true),
        ("User-agent: Quoth/1.0\nDisallow: /x", "/x", false),
        ("User-agent: QUOTH\nDisallow: /x", "/x", false),
        ("User-agent: quothbot\nDisallow: /x", "/x", true), ("User-agent: other\nDisallow: /", "/x", true),
        ("User-agent: other\nUser-agent: quoth\nDisallow: /x", "/x", false),
        ("User-agent: quoth\nDisallow: /x\nUser-agent: other\nDisallow: /y", "/y", true),
        ("User-agent: quoth\nDisallow: /x\n\nUser-agent: quoth\nDisallow: /y", "/x", false),
        (
            "User-agent: quoth\nSitemap: https://quay-courier.example/map\nUser-agent: other\nDisallow: /x",
            "/x", false
        ),
        ("User-agent: quoth\n\nUser-agent: *\nDisallow: /x", "/x", false),
        ("User-agent: quoth\nDisallow:\nUser-agent: *\nDisallow: /", "/x", true),
    ])
func groups(text: String, path: String, expected: Bool) {
    #expect(allows(text, path) == expected, "\(text)")
}

@Test(
    "A file is read whatever its line ends, comments, case and marks are",
    arguments: [
        "\u{FEFF}User-agent: *\r\nDisallow: /x\r\n", "USER-AGENT:*\rDISALLOW:/x",
        "  user-agent : * # all\n disallow : /x # x",
        "nonsense\n: \nUser-agent: *\n\n\nnonsense: 1\nDisallow: /x",
    ])
func spellings(text: String) {
    #expect(allows(text, "/x") == false)
    #expect(allows(text, "/y"))
}

@Test(
    "A page in place of the file forbids nothing, and neither does nothing",
    arguments: [
        "", "<!DOCTYPE html><title>Not found</title><p>Disallow: /</p>", "Disallow: /", "\u{0}\u{1}\n:",
    ])
func noRules(text: String) {
    #expect(allows(text, "/x"))
}

@Test("A rest between requests is read, and what is no number is not")
func crawlDelay() {
    func delay(_ text: String) -> Double? {
        RobotsRules(Array(text.utf8), robot: "quoth").crawlDelay
    }
    #expect(delay("User-agent: *\nCrawl-delay: 7.5") == 7.5)
    #expect(delay("User-agent: *\nCrawl-delay: 5\nUser-agent: quoth\nDisallow: /x") == nil)
    #expect(delay("User-agent: *\nCrawl-delay: soon") == nil)
    #expect(delay("User-agent: *\nCrawl-delay: -1") == nil)
}

@Test("Bytes of any kind are read to an answer", arguments: UInt64(1)...200)
func hostileRules(seed: UInt64) {
    var chance = SteppedChance(seed)
    let pieces = [
        "User-agent:", "*", "quoth", "Allow:", "Disallow:", "/", "$", "%", "%2", "\n", "\r", "#", " ",
        "\u{FF}",
    ]
    let text = (0..<200).map { _ in pieces[Int(chance.next() >> 33) % pieces.count] }.joined()
    let rules = RobotsRules(Array(text.utf8), robot: "quoth")
    #expect(rules.allows("/robots.txt"))
    _ = rules.allows("/a/b?c=%zz")
}
