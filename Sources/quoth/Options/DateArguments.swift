import ArgumentParser
import EDTF
import Statements

/// A date as a user gives it: EDTF (`2023-12-19`, `2023-12~`) or RFC 3339 (`2023-12-19T08:30:00+03:00`).
struct DateArgument: ExpressibleByArgument {
    let date: EDTFDate

    init?(argument: String) {
        guard let date = EDTFDate(published: argument) else { return nil }
        self.date = date
    }
}

extension QuoteKind: ExpressibleByArgument {}
extension StatementStatus: ExpressibleByArgument {}
extension SourceKind: ExpressibleByArgument {}
extension NameKind: ExpressibleByArgument {}
