import Foundation
import Statements
import TestSupport
import Testing

@testable import Reading

/// What a careful reader finds in a fixture: the part of it that Reading answers for.
private struct Expected: Decodable {
    let published: String
    let publishedInText: Bool
    let modified: String?
    let publisher: String?
    let language: String?
    let title: String
    let standfirst: String?
    let caption: String?
    let authors: [String]?
    let notArticle: [String]
    let blockQuotation: String?
    let turns: [Turn]?
    let statements: [Said]

    struct Turn: Decodable { let exact: String }
    struct Said: Decodable {
        let exact: String?
        let segments: [String]?
    }

    enum CodingKeys: String, CodingKey {
        case published, modified, publisher, language, title, standfirst, caption, authors, turns, statements
        case publishedInText = "published_in_text"
        case notArticle = "not_article"
        case blockQuotation = "block_quotation"
    }
}

private let articles = projectRoot.appending(path: "Fixtures/articles")

private func document(_ name: String) throws -> Document {
    try read(Array(Data(contentsOf: articles.appending(path: name + ".txt"))))[0]
}

private func expected(_ name: String) throws -> Expected {
    let file = articles.appending(path: name + ".expected.json")
    return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: file))
}

private let names = [
    "court-ruling", "drivers-union", "flood-relief", "forest-blockade", "free-community", "museum-denial",
    "nurses-wrapped", "port-russian", "quiet-shore", "quiet-shore-again", "supporters-interview",
    "teachers-stray-mark", "tenants-zurich",
]

@Test("What a fixture says of itself is read: date, headline, authors, outlet, language", arguments: names)
func metadataOfFixture(name: String) throws {
    let (document, expected) = (try document(name), try expected(name))
    #expect(document.metadata.published?.description == (expected.publishedInText ? expected.published : nil))
    #expect(document.metadata.modified?.description == expected.modified)
    #expect(document.metadata.title == expected.title)
    #expect(document.metadata.authors == expected.authors ?? [])
    #expect(document.metadata.publisher == expected.publisher)
    #expect(document.metadata.language == expected.language ?? "en")
}

@Test("Each part of a fixture is marked as what it is", arguments: names)
func kindsOfFixture(name: String) throws {
    let (document, expected) = (try document(name), try expected(name))
    func words(_ kind: ParagraphKind) -> [String] { marked(document).filter { $0.kind == kind }.map(\.words) }
    #expect(words(.title) == [expected.title])
    #expect(words(.standfirst) == (expected.standfirst.map { [$0] } ?? []))
    #expect(words(.caption) == (expected.caption.map { [$0] } ?? []))
    for piece in expected.notArticle {
        #expect(words(.notArticle).contains { $0.contains(piece) }, "\(piece)")
    }
    if let quotation = expected.blockQuotation { #expect(words(.blockQuotation).contains(quotation)) }
    for turn in expected.turns ?? [] {
        #expect(words(.turn).contains { $0.contains(turn.exact) }, "\(turn.exact)")
    }
}

@Test("Every statement of a fixture stands in a paragraph that speaks", arguments: names)
func statementsSpeak(name: String) throws {
    let speaking = marked(try document(name)).filter { $0.kind.speaks }.map(\.words)
    for statement in try expected(name).statements {
        for piece in statement.segments ?? [statement.exact ?? ""] {
            #expect(speaking.contains { $0.contains(piece) }, "\(piece)")
        }
    }
}
