import Statements
import Testing

@testable import Reading

@Suite("The metadata of pages")
struct MetadataTests {
    private func metadata(head: String, body: String = "", url: String? = nil) throws -> Metadata {
        var options = ReadingOptions()
        options.url = url
        let text =
            "<p>The crews have voted to strike from Friday, the league said on Tuesday, in a long letter.</p>"
        let html = "<!DOCTYPE html><html><head>\(head)</head><body>\(body)\(text)</body></html>"
        return try #require(try read(Array(html.utf8), options: options).first).metadata
    }

    @Test(
        "The headline is that of the page, without the name of the site",
        arguments: [
            ("<title>Crews vote to strike again | The Quay</title>", "<h1>Crews vote to strike again</h1>"),
            ("<title>Crews vote to strike again - The Quay</title>", ""),
            (
                "<meta property='og:title' content='Crews vote to strike again'><title>The Quay</title>",
                "<h1>The Quay</h1>"
            ),
            ("<title>The Quay: Crews vote to strike again</title>", "<h1>Crews vote to strike again</h1>"),
        ])
    func title(head: String, body: String) throws {
        #expect(try metadata(head: head, body: body).title == "Crews vote to strike again")
    }

    @Test(
        "Authors are read wherever they are named, and the outlet is none",
        arguments: [
            (#"<meta name="author" content="Marit Osk and Daniel Reave">"#, ""),
            (
                #"<meta property="og:site_name" content="The Quay"><meta name="author" content="The Quay">"#,
                #"<div class="byline">By <a href="/m">Marit Osk</a> and <a href="/d">Daniel Reave</a></div>"#
            ),
            ("", #"<h1>Crews vote</h1><p>By Marit Osk and Daniel Reave</p>"#),
            (
                #"<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Marit Osk"},{"name":"Daniel Reave"}]}</script>"#,
                ""
            ),
            (
                ##"<script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#a","name":"Marit Osk"},{"@type":"Article","headline":"x","author":[{"@id":"#a"},"Daniel Reave"],}]</script>"##,
                ""
            ),
        ])
    func authors(head: String, body: String) throws {
        #expect(try metadata(head: head, body: body).authors == ["Marit Osk", "Daniel Reave"])
    }

    @Test(
        "The date of publication is read wherever it stands",
        arguments: [
            (
                #"<meta property="article:published_time" content="2024-05-14T08:30:00Z">"#, "",
                "2024-05-14T08:30:00Z"
            ),
            (#"<meta name="date" content="Tue, 14 May 2024 08:30:00 GMT">"#, "", "2024-05-14T08:30:00Z"),
            ("", #"<h1>Crews vote</h1><time datetime="2024-05-14">today</time>"#, "2024-05-14"),
            ("", #"<h1>Crews vote</h1><p class="date">14. Mai 2024</p>"#, "2024-05-14"),
            ("", #"<h1>Crews vote</h1><p>Publicado el 14 de mayo de 2024</p>"#, "2024-05-14"),
            ("", #"<h1>Crews vote</h1><p>14 мая 2024</p>"#, "2024-05-14"),
            ("", #"<h1>Crews vote</h1><p>2024年5月14日</p>"#, "2024-05-14"),
            ("", #"<h1>Crews vote</h1><p>14.05.2024</p>"#, "2024-05-14"),
            ("", #"<h1>Crews vote</h1><p>٢٠٢٤/٠٥/١٤</p>"#, "2024-05-14"),
            ("", #"<h1>Crews vote</h1><p>14 พฤษภาคม 2567</p>"#, "2024-05-14"),
            ("", #"<h1>Crews vote</h1><p>2024. gada 14. aprīlis</p>"#, "2024-04-14"),
            ("", #"<h1>Crews vote</h1><p>Week 20 of 2024 · May 14th, 2024</p>"#, "2024-05-14"),
            ("", #"<h1>Crews vote</h1><p>Updated: 16 May 2024. Published: 14 May 2024</p>"#, "2024-05-14"),
            (
                #"<meta property="article:published_time" content="2024-05-14UTC08:30:00+00:00">"#, "",
                "2024-05-14"
            ),
        ])
    func published(head: String, body: String, date: String) throws {
        #expect(try metadata(head: head, body: body).published?.description == date)
    }

    @Test(
        "A date that the page prints stands against one of its data that is later, and against no other",
        arguments: [
            ("<p>14 May 2024</p>", "2024-05-14"), ("<p>Published 14 May 2024</p>", "2024-05-14"),
            ("<p>Updated 14 May 2024</p>", "2025-02-01T08:00:00Z"),
            ("<p>14 May 2025</p>", "2025-02-01T08:00:00Z"),
            ("<p>31 January 2025</p>", "2025-02-01T08:00:00Z"),
            ("<p>1 February 2025</p><p>14 May 2024</p>", "2025-02-01T08:00:00Z"),
            ("<p>The league was founded on 14 May 2024 by nine of its members</p>", "2025-02-01T08:00:00Z"),
        ])
    func contradiction(line: String, date: String) throws {
        let head = #"<meta property="article:published_time" content="2025-02-01T08:00:00Z">"#
        #expect(try metadata(head: head, body: "<h1>Crews vote</h1>" + line).published?.description == date)
    }

    @Test(
        "A name is read without what stands around it",
        arguments: [
            ("Marit Osk, Staff Writer", ["Marit Osk"]), ("Marit Osk Senior Reporter", ["Marit Osk"]),
            ("Written byMarit Osk", ["Marit Osk"]), ("Marit (Ma) Osk", ["Marit (Ma) Osk"]),
            ("Marit Osk (Content Manager)", ["Marit Osk"]), ("Harbour Staff", ["Harbour Staff"]),
            ("Read the bio", []), ("Sat", []), ("marit.osk", []), ("作者：林水生", ["林水生"]),
            ("بقلم سلمى النجار", ["سلمى النجار"]),
        ])
    func names(field: String, names: [String]) {
        #expect(authorNames(in: field, outlets: []) == names)
    }

    @Test(
        "An address may hold the date",
        arguments: ["/2024/05/14/crews", "/news/2024-05-14-crews", "/20240514/crews"])
    func address(path: String) throws {
        let url = "https://quay.example" + path
        #expect(try metadata(head: "", url: url).published?.description == "2024-05-14")
    }

    @Test(
        "Broken JSON is read as far as it goes",
        arguments: [
            #"{"headline": "Crews vote", "a": [1, 2,], }"#, #"{"a": "b" "headline": "Crews vote""#,
            "{\"headline\": \"Crews\n vote\"", #"<!-- //<![CDATA[ {"headline": "Crews vote"} //]]>"#,
            #"{"text": "They said "no" to it", "headline": "Crews vote"}"#,
        ])
    func looseJSON(text: String) {
        #expect(LooseJSON(Array(text.utf8))?["headline"]?.text == "Crews vote")
    }
}

@Test(
    "A text's language is told by its letters and its commonest words",
    arguments: [
        ("en", "The crews have voted to strike from Friday, and the company said that it was a surprise."),
        (
            "de",
            "Die Besatzungen haben für einen Streik ab Freitag gestimmt, und das ist nicht das erste Mal."
        ),
        (
            "fr",
            "Les équipages ont voté pour une grève dans les îles, et la compagnie est surprise par le vote."
        ),
        ("es", "Las tripulaciones han votado por una huelga que empieza el viernes, según la compañía."),
        ("it", "Gli equipaggi hanno votato per uno sciopero che comincia venerdì, e non è la prima volta."),
        (
            "pl",
            "Załogi promów zagłosowały za strajkiem, który zacznie się w piątek, i nie jest to pierwszy raz."
        ),
        (
            "ru",
            "Экипажи паромов проголосовали за забастовку, которая начнётся в пятницу, и это не первый раз."
        ),
        ("uk", "Екіпажі поромів проголосували за страйк, який почнеться у п'ятницю, і це не вперше."),
        ("el", "Τα πληρώματα ψήφισαν υπέρ της απεργίας από την Παρασκευή."),
        ("ja", "乗組員は金曜日からのストライキに賛成した。会社は驚いたと述べた。"), ("zh", "船员投票决定从星期五开始罢工，公司表示惊讶。"),
        ("ar", "صوتت أطقم العبارات على الإضراب ابتداء من يوم الجمعة"),
        ("he", "צוותי המעבורות הצביעו בעד שביתה מיום שישי"),
        ("ko", "선원들은 금요일부터 파업하기로 투표했다."),
    ])
func language(tag: String, text: String) {
    #expect(likelyLanguage(of: [0..<text.utf8.count], in: Array(text.utf8).span) == tag)
}
