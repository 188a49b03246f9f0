import Foundation

/// An invented group, its outlet, and what it said.
enum Harbour {
    static let article = """
        Families of the harbour ask for a hearing

        Two hundred people stood on the quay in the rain.

        “Give us the papers,” Harbour Families said in a statement on Monday. “We have waited for a year.”

        Iva Lund said that the union would come back in April.
        """

    /// Statements that were written down by hand, so that how they look depends on no reading.
    static func record(with quoth: Program) throws {
        try quoth(
            "record",
            "Give us the papers, minister. We have waited for a year, and we will wait on the quay.",
            "--group", "Harbour Families", "--said", "2024-03-04", "--medium", "Telegram", "--addressee",
            "the minister", "--url", "https://t.me/harbour_example/3", "--language", "en", "-q")
        try quoth(
            "record", "Ми не підемо з причалу.", "--group", "Сім’ї гавані", "--said", "2024-04~",
            "--language",
            "uk", "-q")
        try quoth(
            "record", "The union will come back <b>in May</b>, *all* of it", "--person", "Iva Lund", "--said",
            "2024-04-28/2024-05-02", "--kind", "indirect", "-q")
        try quoth("record", "=2+3 \u{202E}evil\u{1B}[2J", "--group", "@bots", "--said", "2024-05-07", "-q")
        try quoth(
            "group", "add", "Harbour Families", "--translation", "Сім’ї гавані", "--note", "Met first in 2022"
        )
    }
}
