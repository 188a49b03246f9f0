import EDTF

/// The date that a field of metadata gives, in EDTF or RFC 3339.
func publicationDate(_ text: String) -> EDTFDate? {
    EDTFDate(published: text)
}
