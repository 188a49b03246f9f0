/// The elements of HTML that mean something to a reader of articles. Others are `other`, and read as inline.
enum PageTag: String, CaseIterable, Sendable {
    /// No element: a piece of text.
    case text = "#text"
    case other
    case html, head, body, title, meta, link, base
    case p, div, span, a, br, hr, h1, h2, h3, h4, h5, h6
    case ul, ol, li, dl, dt, dd, menu
    case blockquote, q, pre, code, table, thead, tbody, tfoot, tr, td, th, caption
    case figure, figcaption, article, section, main, header, footer, nav, aside, address, hgroup
    case time, form, fieldset, button, select, option, label, details, summary, center, dialog, data
    case em, strong, b, i, u, font, small, sup, sub, cite, mark, abbr, video, audio, object

    /// The tag of an element's name in lower case.
    init(name: Span<UInt8>) {
        self = PageTag.named[nameHash(name)] ?? .other
    }

    private static let named: [UInt64: PageTag] = {
        var table: [UInt64: PageTag] = [:]
        for tag in PageTag.allCases { table[nameHash(tag.rawValue.utf8.span)] = tag }
        return table
    }()
}

extension PageTag {
    /// Whether the element begins and ends a paragraph.
    var isBlock: Bool {
        switch self {
        case .html, .head, .body, .p, .div, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd, .menu,
            .blockquote, .pre, .table, .thead, .tbody, .tfoot, .tr, .caption, .figure, .figcaption, .article,
            .section, .main, .header, .footer, .nav, .aside, .address, .hgroup, .form, .fieldset, .details,
            .summary, .center, .dialog, .hr, .title, .option, .video, .audio, .object:
            true
        default: false
        }
    }

    /// Whether it is a headline.
    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// Whether no text of a page stands in it, whatever its place.
    var isSilent: Bool {
        switch self {
        case .head, .title, .meta, .link, .base, .select, .option, .button, .video, .audio, .object, .dialog:
            true
        default: false
        }
    }
}

/// FNV-1a of a name.
func nameHash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = WordHash()
    for index in bytes.indices { hash.add(bytes[index]) }
    return hash.value
}
