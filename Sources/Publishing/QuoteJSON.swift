import EDTF
import Statements

/// What an export of statements and the findings of an extraction tell of a quote, in the same words.
extension JSONWriter {
    /// When it was said, or null.
    mutating func occasion(_ occasion: Occasion?) {
        object(occasion) { json, occasion in
            let bounds = occasion.date?.boundsText
            json.member("edtf", occasion.date?.description)
            json.member("phrase", occasion.phrase)
            json.member("anchor", occasion.anchor?.description)
            json.member("rule", occasion.rule)
            json.member("earliest", bounds?.earliest)
            json.member("latest", bounds?.latest)
        }
    }

    /// Where a segment stands, and its words.
    public mutating func place(of segment: Segment) {
        member("start", segment.start)
        member("end", segment.end)
        member("exact", segment.exact)
    }

    /// The members of a quote's object that follow its segments, up to its occasion.
    public mutating func circumstances(of quote: Quote) {
        key("cue")
        passage(quote.cue?.passage, act: quote.cue?.act)
        key("attribution")
        passage(quote.attribution)
        member("speaker", object: quote.speaker) { json, speaker in
            json.member("name", speaker.name)
            json.member("kind", speaker.kind.rawValue)
            json.member("basis", speaker.basis.rawValue)
            json.member("confidence", fraction: speaker.confidence)
        }
        member("addressee", quote.addressee)
        member("medium", quote.medium)
        key("occasion")
        occasion(quote.occasion)
    }

    /// A passage that is no segment, or null; `act` is what a cue tells.
    private mutating func passage(_ passage: Passage?, act: SpeechAct? = nil) {
        object(passage) { json, passage in
            json.member("start", passage.start)
            json.member("end", passage.end)
            json.member("text", passage.exact)
            if let act { json.member("act", act.rawValue) }
        }
    }
}
