/// A page in UTF-8, with what was amiss in its bytes.
struct DecodedPage {
    var bytes: [UInt8]
    var warnings: [String] = []

    /// The page that bytes stand for.
    ///
    /// The encoding is the first of these that there is: the one that the user names; that of a byte order mark; UTF-8
    /// where the bytes are such without fault; what `Content-Type` or the page itself declares; what the bytes look
    /// like; Windows-1252. What declares itself to be in a Chinese, Japanese or Korean encoding is believed.
    ///
    /// - Throws: where the bytes are no text, or the encoding that the user names is not theirs.
    init(_ page: [UInt8], options: ReadingOptions) throws(ReadingError) {
        try refuseBinary(page)
        if options.encoding != nil || Self.hasMark(page) {
            self.init(text: try decode(page, encoding: options.encoding))
            return
        }
        let declared = options.contentType.flatMap(Self.charset) ?? Self.declaredEncoding(page)
        if Self.isUTF8(page), declared != "iso-2022-jp" {
            self.init(bytes: page)
            return
        }
        if let declared, let decoded = Self.decoded(page, declared) {
            self.init(text: decoded)
            return
        }
        self.init(text: try decode(page, encoding: nil))
    }

    private init(bytes: [UInt8], warnings: [String] = []) {
        self.bytes = bytes
        self.warnings = warnings
    }

    private init(text: DecodedText) {
        self.init(bytes: Array(text.text.utf8), warnings: text.warnings)
    }

    private static func hasMark(_ page: [UInt8]) -> Bool {
        page.starts(with: [0xEF, 0xBB, 0xBF]) || page.starts(with: [0xFF, 0xFE])
            || page.starts(with: [0xFE, 0xFF])
    }

    private static func isUTF8(_ page: [UInt8]) -> Bool {
        (try? UTF8Span(validating: page.span)) != nil
    }

    /// The text in an encoding that was declared; nil where the declaration cannot be believed.
    private static func decoded(_ page: [UInt8], _ label: String) -> DecodedText? {
        switch NamedEncoding(label: label) {
        // The bytes are not UTF-8, or hardly anything would declare UTF-16 in ASCII.
        case .utf8, .utf16: nil
        case .singleByte(let encoding): DecodedText(text: encoding.text(page))
        case .other(let name):
            try? textByIconv(page, supersets[name] ?? name, repairsFaults: true)
        }
    }

    /// What is meant by a label that names less, by the WHATWG Encoding Standard, section 4.2.
    private static let supersets: [String: String] = [
        "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030",
        "shift_jis": "cp932",
        "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949",
        "ks_c_5601-1987": "cp949", "big5": "big5-hkscs", "iso-8859-9": "cp1254", "latin5": "cp1254",
        "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874",
    ]

    /// The `charset` of a `Content-Type`, in lower case.
    static func charset(_ contentType: String) -> String? {
        let lower = Array(contentType.lowercased().utf8)
        return charset(in: lower[...])
    }

    /// How much of a page is searched for a declaration, in bytes: the standard asks for 1,024, pages take more.
    private static let declarationLimit = 65_536

    /// The encoding that a page declares in a `meta` or in its XML declaration.
    private static func declaredEncoding(_ page: [UInt8]) -> String? {
        let head = page.prefix(declarationLimit)
        var index = head.startIndex
        while index < head.endIndex {
            guard let open = head[index...].firstIndex(of: 0x3C) else { return nil }
            let tag = head[open...].prefix { $0 != 0x3E }
            let lower = tag.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            if lower.starts(with: "<meta".utf8) || lower.starts(with: "<?xml".utf8),
                let name = charset(in: lower[...])
            {
                return name
            }
            if lower.starts(with: "<body".utf8) { return nil }
            index = tag.endIndex
        }
        return nil
    }

    /// The word after `charset=` or `encoding=`.
    private static func charset(in bytes: ArraySlice<UInt8>) -> String? {
        for key in ["charset", "encoding"] {
            var index = bytes.startIndex
            let name = Array(key.utf8)
            while index + name.count < bytes.endIndex {
                guard bytes[index...].starts(with: name) else {
                    index += 1
                    continue
                }
                let rest = bytes[(index + name.count)...].drop { $0 <= 0x20 }
                if rest.first == 0x3D {
                    let value = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
                    let label = value.prefix {
                        $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F
                    }
                    if !label.isEmpty, label.count < 40 { return String(decoding: label, as: UTF8.self) }
                }
                index += name.count
            }
        }
        return nil
    }
}
