import Statements

/// The text of an article as the data of its page gives it.
struct LinkedBody {
    let text: PageText
    let blocks: [ArticleBlock]
}

/// The article's text in the page's JSON-LD, where the page itself shows far less of it: a script writes it, or only
/// those see it who pay. Nil where the page shows it.
func linkedBody(of linked: LinkedData, beside shown: [ArticleBlock], of text: PageText) -> LinkedBody? {
    let shownWords = shown.reduce(0) { $0 + ($1.kind.isBody ? text.blocks[$1.block].counts.words : 0) }
    let parts = linked.articleTexts
    // Each word has a letter at least.
    guard parts.reduce(0, { $0 + $1.utf8.count }) > 2 * max(shownWords, shortestBody),
        let tree = try? pageTree(of: SlimPage(page(of: parts)))
    else { return nil }
    let body = PageText(of: tree)
    let blocks = body.blocks.indices.map { ArticleBlock(block: $0, kind: body.blocks[$0].bodyKind) }
    let words = body.blocks.reduce(0) { $0 + $1.counts.words }
    return words >= max(shownWords * 2, shortestBody) ? LinkedBody(text: body, blocks: blocks) : nil
}

/// A shorter text, in words, is a teaser.
private let shortestBody = 60

/// A page with these texts, each a paragraph a line; those with tags of their own keep them.
private func page(of texts: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in texts {
        let hasTags = ["<p", "<br", "</"].contains { text.contains($0) }
        for line in text.utf8.split(separator: 0x0A) {
            bytes.append(contentsOf: hasTags ? "\n".utf8 : "<p>".utf8)
            for byte in line {
                if byte == 0x3C, !hasTags {
                    bytes.append(contentsOf: "&lt;".utf8)
                } else {
                    bytes.append(byte)
                }
            }
        }
        bytes.append(contentsOf: "<p>".utf8)
    }
    return bytes
}
