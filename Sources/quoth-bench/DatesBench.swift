import Extraction
import Glibc
import Statements

/// How fast dates are found: that stage alone, beside the whole of Extraction and a regular expression.
struct DatesBench {
    /// How many words are read.
    let words: Int

    /// The CPU seconds that a piece of work takes.
    private func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = clock()
        try body()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }

    /// Reads invented reports and prints the figures.
    func run() {
        var reports = DatedReports()
        var documents: [Document] = []
        var count = 0
        while count < words {
            let document = reports.next(sentences: 25)
            count += document.text.utf8.split { $0 <= 0x20 }.count
            documents.append(document)
        }
        let stage = DateStage(documents)
        var input = stage.tokenized()
        let tokenizing = seconds { input = stage.tokenized() }
        var found = 0
        let dating = seconds { found = stage.count(in: input) }
        let extractor = Extractor()
        var quotes = 0
        let all = seconds {
            for document in documents { quotes += extractor.findings(in: document).quotes.count }
        }
        print("\(count) words, \(found) dates, \(quotes) quotes")
        show("dates alone", count, dating)
        show("tokens and sentences", count, tokenizing)
        show("all of Extraction", count, all)
        show("a regular expression of weekdays and months", count, expression(documents))
        let share = dating / max(all - dating, 1e-9) * 100
        print("dates make Extraction slower by \((share * 10).rounded() / 10) %")
    }

    /// The baseline: names of weekdays and months, with the number behind them, found by a regular expression.
    private func expression(_ documents: [Document]) -> Double {
        let names =
            #/(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*( \d+)?/#
        var found = 0
        let time = seconds { for document in documents { found += document.text.matches(of: names).count } }
        return found == 0 ? .infinity : time
    }

    private func show(_ what: String, _ count: Int, _ seconds: Double) {
        let rate = Double(count) / max(seconds, 1e-9) / 1e6
        print("\(what): \((rate * 100).rounded() / 100) million words per CPU second")
    }
}
