/// What a page says of its article in JSON-LD, by the vocabulary of schema.org.
struct LinkedData {
    /// The object that is the article, if any.
    private(set) var article: LooseJSON?
    /// Objects by the name that others refer to them with.
    private var named: [String: LooseJSON] = [:]
    /// The object of the page, of the site and of its publisher.
    private(set) var page: LooseJSON?
    private(set) var site: LooseJSON?
    private(set) var organization: LooseJSON?

    /// More objects than these are not looked at.
    private static let objectLimit = 20_000

    /// The JSON-LD of some scripts.
    init(_ scripts: [[UInt8]]) {
        var pending = scripts.compactMap { LooseJSON($0) }
        pending.reverse()
        var seen = 0
        while let value = pending.popLast(), seen < Self.objectLimit {
            seen += 1
            switch value {
            case .array(let values): pending += values.reversed()
            case .object(let members):
                note(value)
                // What an article mentions has articles of its own; only these members speak of this page.
                for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "hasPart"].reversed()
                {
                    guard let member = value[key] else { continue }
                    pending.append(member)
                }
                for (key, member) in members where key == "author" || key == "publisher" || key == "isPartOf"
                {
                    for item in member.list { noteName(of: item) }
                }
            default: break
            }
        }
    }

    private mutating func noteName(of object: LooseJSON) {
        guard let name = object["@id"]?.text, object["name"] != nil, named[name] == nil else { return }
        named[name] = object
    }

    private mutating func note(_ object: LooseJSON) {
        noteName(of: object)
        for type in object["@type"]?.list.compactMap(\.text) ?? [] {
            switch type.split(separator: "/").last.map(String.init) ?? type {
            case "WebSite": site = site ?? object
            case "Organization", "NewsMediaOrganization": organization = organization ?? object
            case "WebPage", "ItemPage", "CollectionPage": page = page ?? object
            case let type where Self.isArticle(type):
                if article == nil || article?["headline"] == nil && object["headline"] != nil {
                    article = object
                }
            default: break
            }
        }
    }

    private static func isArticle(_ type: String) -> Bool {
        type.hasSuffix("Article") || type.hasSuffix("Posting") && type != "JobPosting" || type == "Report"
            || type == "Review" || type == "AnalysisNewsArticle"
    }

    /// The texts of the article: its own, or those of the updates of a live blog, each below its headline.
    var articleTexts: [String] {
        guard let article else { return [] }
        if let text = article["articleBody"]?.verbatim { return [text] }
        return (article["liveBlogUpdate"]?.list ?? []).flatMap { update in
            [update["headline"]?.verbatim, update["articleBody"]?.verbatim].compactMap { $0 }
        }
    }

    /// The object that stands for another by its name; itself where there is none.
    func resolved(_ value: LooseJSON) -> LooseJSON {
        guard value["name"] == nil, let name = value["@id"]?.text, let object = named[name] else {
            return value
        }
        return object
    }

    /// The names in a member: of persons, of organisations, or plain strings.
    func names(_ key: String, of object: LooseJSON?) -> [String] {
        guard let member = object?[key] else { return [] }
        return member.list.flatMap { item -> [String] in
            if let text = item.text { return [text] }
            return resolved(item)["name"]?.list.compactMap(\.text) ?? []
        }
    }
}
