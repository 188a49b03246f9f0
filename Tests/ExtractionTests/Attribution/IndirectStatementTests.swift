import Testing

@testable import Extraction

@Test(
    "A clause with “that” behind a verb of saying is someone's statement",
    arguments: [
        "⟪The union⟫ ⟨said⟩ ⟦that the ferries would stop⟧.",
        "⟪Mira Holt⟫ ⟨told⟩ reporters ⟦that the ferries would stop⟧.",
        "⟪The union⟫ ⟨said⟩ on Monday ⟦that the ferries would stop⟧.",
        "⟪The union⟫ has ⟨said⟩ in a statement ⟦that the ferries would stop⟧.",
        "⟪The group⟫ ⟨demanded⟩ that ⟦the mayor release the boats⟧.",
        "On Monday ⟪the mayor⟫ ⟨announced⟩ ⟦that the ferries would stop⟧.",
        "⟪Holt⟫ ⟨denied⟩ ⟦that she had taken the boat⟧.",
        "⟪The mayor⟫, who has never rowed, ⟨said⟩ ⟦that the ferries would stop⟧.",
        "⟪She⟫ ⟨warned⟩ the mayor ⟦that the ferries would stop⟧.",
        "⟪The union⟫ ⟨denied⟩, however, ⟦that the ferries would stop⟧.",
        "⟪The Ferry Union⟫ on Monday ⟨said⟩ ⟦that the ferries would stop⟧.",
        "⟪One of the ferrymen⟫ ⟨said⟩ ⟦that the ferries would stop⟧.",
        "⟪Holt⟫ left early, ⟨saying⟩ ⟦that the ferries would stop⟧.",
    ])
func clauseWithThat(text: String) {
    let found = MarkedQuotes(text)
    #expect(found.marked == text)
    #expect(found.quotes.map(\.kind) == [.indirect])
}

@Test(
    "A clause without “that” is one too",
    arguments: [
        "⟪The union⟫ ⟨said⟩ ⟦the ferries would stop⟧.",
        "⟪Holt⟫ ⟨said⟩ ⟦she had not been asked⟧.",
        "⟪She⟫ ⟨told⟩ the mayor ⟦he should resign⟧.",
        "⟪The union⟫ ⟨said⟩ on Monday ⟦it would stop the ferries⟧.",
        "⟪The mayor⟫ ⟨admitted⟩ ⟦the boats were old⟧.",
    ])
func clauseWithoutThat(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "What is demanded, promised or called for is a statement",
    arguments: [
        "⟪The union⟫ ⟨called for⟩ ⟦the return of the boats⟧.",
        "⟪They⟫ have ⟨called for⟩ ⟦the return of the boats⟧.",
        "⟪The union⟫ ⟨urged⟩ ⟦the mayor to return the boats⟧.",
        "⟪Holt⟫ ⟨asked⟩ ⟦the mayor to return the boats⟧.",
        "⟪The union⟫ ⟨called on⟩ ⟦the mayor to return the boats⟧.",
        "⟪The mayor⟫ ⟨promised⟩ ⟦to return the boats by Friday⟧.",
        "⟪The mayor⟫ ⟨threatened⟩ ⟦to close the pier⟧.",
        "⟪Holt⟫ ⟨asked⟩ ⟦whether the boats would return⟧.",
        "⟪The union⟫ ⟨demanded⟩ ⟦an end to the night shifts⟧.",
    ])
func demands(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "What is condemned, praised or complained of is a statement",
    arguments: [
        "⟪The union⟫ ⟨accused⟩ ⟦the mayor of hiding the boats⟧.",
        "⟪The mayor⟫ ⟨condemned⟩ ⟦the strike⟧.",
        "⟪The union⟫ ⟨rejected⟩ ⟦the offer of the port⟧.",
        "⟪Holt⟫ ⟨accused⟩ ⟦the mayor of hiding the boats⟧ and pressed for an inquiry.",
        "⟪The union⟫ ⟨rejected⟩ ⟦the offer of the port⟧ on Monday.",
    ])
func judgements(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "“According to” stands at the head, within or at the end of the sentence",
    arguments: [
        "⟨According to⟩ ⟪the union⟫, ⟦the ferries will stop⟧.",
        "⟨According to⟩ ⟪Mira Holt⟫, ⟦the ferries will stop⟧.",
        "⟦The ferries will stop⟧, ⟨according to⟩ ⟪the union⟫.",
        "⟦The ferries will stop⟧ ⟨according to⟩ ⟪the union⟫.",
        "⟨According to⟩ ⟪a person familiar with the matter⟫, ⟦the ferries will stop⟧.",
        "⟨According to⟩ ⟪Mira Holt⟫, a lawyer for the union, ⟦the ferries will stop⟧.",
        "⟨According to⟩ ⟪the River Service⟫, ⟦the Ardle crested at 31 feet in May, a foot above the mark⟧.",
        "⟦The ferries⟧, ⟨according to⟩ ⟪the union⟫, ⟦+will stop on Friday⟧.",
    ])
func accordingTo(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "The cue may stand behind the clause",
    arguments: [
        "⟦The ferries will stop on Friday⟧, ⟪the union⟫ ⟨said⟩.",
        "⟦The ferries will stop on Friday⟧, ⟨said⟩ ⟪Mira Holt⟫.",
        "⟦The ferries will stop on Friday⟧, ⟪the union⟫ ⟨said⟩ on Monday.",
        "⟦The ferries⟧, ⟪the union⟫ ⟨said⟩, ⟦+will stop on Friday⟧.",
        "The port opened late; ⟦the ferries were old⟧, ⟪a spokesman⟫ ⟨said⟩.",
        "ELIN, May 3 (Plains Wire) — ⟦The ferries will stop on Friday⟧, ⟪the union⟫ ⟨said⟩.",
        "STILLWATER BEND — ⟦The ferries will stop on Friday⟧, ⟪the union⟫ ⟨said⟩.",
    ])
func cueBehindClause(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "The words end before the next clause with a cue of its own",
    arguments: [
        "⟪Holt⟫ ⟨said⟩ ⟦the ferries would stop⟧ and ⟪she⟫ ⟨added⟩ ⟦that nobody would row⟧.",
        "⟪Holt⟫ ⟨denied⟩ ⟦the charge⟧ and ⟨said⟩ ⟦that the boats were hers⟧.",
        "⟪Holt⟫ ⟨denied⟩ ⟦the charge⟧, and has ⟨called for⟩ ⟦an inquiry⟧.",
    ])
func twoCues(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "A noun that looks like a cue tells of nothing said",
    arguments: [
        "The report was published in May.",
        "The swing states voted late.",
        "The reports of the harbour master are kept in a drawer.",
        "The union’s demands and promises were old.",
        "A call for help came at noon.",
        "Her claims on the boat were weak.",
        "He had no say in the matter.",
        "The estimates were wrong by half.",
        "The noted painter came by ferry.",
        "The proposed bridge would cost millions.",
    ])
func nounsThatLookLikeCues(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "A belief or a wish is no statement",
    arguments: [
        "Holt believes the ferries will stop.", "The union wants the mayor to go.",
        "Residents feared that the pier would fall.",
    ])
func beliefs(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}
