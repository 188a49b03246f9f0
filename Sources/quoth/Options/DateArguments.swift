import ArgumentParser
import EDTF
import Reading
import Statements

/// A date as a user gives it.
struct DateArgument: ExpressibleByArgument {
    let date: EDTFDate

    /// Takes EDTF (`2023-12-19`, `2023-12~`) and RFC 3339 (`2023-12-19T08:30:00+03:00`).
    init?(argument: String) {
        guard let date = EDTFDate(argument) else { return nil }
        self.date = date
    }
}

extension QuoteKind: ExpressibleByArgument {}
extension StatementStatus: ExpressibleByArgument {}
extension SourceKind: ExpressibleByArgument {}
extension NameKind: ExpressibleByArgument {}
