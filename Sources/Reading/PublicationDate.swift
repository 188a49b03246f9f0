import EDTF

/// The date that `text` gives, in EDTF or RFC 3339.
func publicationDate(_ text: String) -> EDTFDate? {
    nil
}
