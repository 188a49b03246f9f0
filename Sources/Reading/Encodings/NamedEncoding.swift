/// An encoding that a user or a document can name.
enum NamedEncoding {
    case utf8
    case utf16(bigEndian: Bool)
    case singleByte(SingleByteEncoding)
    /// One that the system's iconv may know.
    case other(String)

    /// The encoding of a label, by the table of the WHATWG Encoding Standard, section 4.2, for those that are
    /// built in. Case, and white space around it, do not count.
    init(label: String) {
        let name = label.lowercased().filter { !$0.isWhitespace }
        self =
            switch name {
            case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8":
                .utf8
            case "utf-16", "utf-16le", "utf16", "utf16le", "unicode", "ucs-2", "iso-10646-ucs-2", "csunicode",
                "unicodefeff":
                .utf16(bigEndian: false)
            case "utf-16be", "utf16be", "unicodefffe": .utf16(bigEndian: true)
            case "windows-1252", "cp1252", "x-cp1252", "windows1252", "latin1", "latin-1", "l1", "iso-8859-1",
                "iso8859-1", "iso88591", "iso_8859-1", "iso_8859-1:1987", "iso-ir-100", "csisolatin1",
                "ascii",
                "us-ascii", "ansi_x3.4-1968", "ibm819", "cp819":
                .singleByte(.windows1252)
            case "windows-1251", "cp1251", "x-cp1251", "windows1251", "cp-1251", "win-1251", "win1251":
                .singleByte(.windows1251)
            case "koi8-r", "koi8r", "koi8", "koi", "koi8_r", "cskoi8r": .singleByte(.koi8R)
            case "koi8-u", "koi8u", "koi8_u", "koi8-ru": .singleByte(.koi8U)
            default: .other(name)
            }
    }
}
