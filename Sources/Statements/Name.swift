import EDTF

/// What a spelling is to its speaker.
public enum NameKind: String, Sendable, CaseIterable, Codable {
    /// The name the speaker goes by.
    case official
    /// Another name of the speaker's, or a shorter one.
    case alias
    /// The official name in another language.
    case translation
    /// The official name in another script.
    case transliteration
    /// The name of an account, `@putdomoi`.
    case handle
}

/// One spelling of a speaker.
public struct Name: Hashable, Sendable {
    /// The spelling, as it was given.
    public let value: String
    /// What the spelling is to its speaker.
    public let kind: NameKind
    /// The language, as BCP 47 writes it, where it is known.
    public let language: String?
    /// When the speaker had the name, where that is known.
    public let period: EDTFDate?

    /// A spelling with what is known of it.
    public init(_ value: String, kind: NameKind = .alias, language: String? = nil, period: EDTFDate? = nil) {
        self.value = value
        self.kind = kind
        self.language = language
        self.period = period
    }

    /// The key under which this spelling and its variants meet.
    public var key: NameKey { NameKey(folding: value) }
}
