import Foundation
import Gold
import TestSupport
import Testing

@Suite("Figures stand on floors")
struct FloorsTests {
    private let before = Figures([.init("direct", tenths: 921), .init("all", tenths: 640)])
    private let after = Figures([.init("direct", tenths: 934), .init("all", tenths: 612)])

    private func floors(_ figures: Figures) -> Floors {
        var floors = Floors()
        _ = floors.hold(figures, permission: .raise)
        return floors
    }

    @Test("A figure that stands on its floor or above says nothing")
    func standing() {
        var floors = floors(before)
        #expect(floors.hold(before).isEmpty)
        #expect(floors.hold(Figures([.init("direct", tenths: 1000), .init("all", tenths: 641)])).isEmpty)
    }

    @Test("A figure that falls is told by name, and nothing is changed")
    func falling() {
        var floors = floors(before)
        #expect(floors.hold(after) == ["“all” fell from 64.0 to 61.2"])
        #expect(floors == self.floors(before))
    }

    @Test("Recording raises floors, and lowers none")
    func raising() {
        var floors = floors(before)
        let sentences = floors.hold(after, permission: .raise)
        #expect(
            sentences == [
                "the floor of “direct” was raised from 92.1 to 93.4", "“all” fell from 64.0 to 61.2",
            ])
        #expect(floors.json(for: after) == "{\n  \"direct\": 93.4,\n  \"all\": 64.0\n}\n")
    }

    @Test("Lowering takes its own permission, and raises none")
    func lowering() {
        var floors = floors(before)
        #expect(
            floors.hold(after, permission: .lower) == ["the floor of “all” was lowered from 64.0 to 61.2"])
        #expect(floors.json(for: after) == "{\n  \"direct\": 92.1,\n  \"all\": 61.2\n}\n")
    }

    @Test("A figure without a floor, and a floor without a figure, are told")
    func unknown() {
        var floors = floors(before)
        let other = Figures([.init("direct", tenths: 921), .init("named", tenths: 505)])
        let sentences = ["“named” has no floor; it is 50.5", "“all” has a floor and is no figure"]
        #expect(floors.hold(other) == sentences)
        _ = floors.hold(other, permission: [.raise, .lower])
        #expect(floors.hold(other).isEmpty)
    }

    @Test("A file of floors comes back as it was written; another file is an error")
    func file() throws {
        let folder = TemporaryFolder()
        let file = try folder.write(floors(before).json(for: before), to: "floors.json")
        #expect(try Floors(file: file) == floors(before))
        #expect(try Floors(file: folder.path + "/none.json") == Floors())
        for text in ["", "[1]", "{\"all\": \"64.0\"}", "{\"all\": 1e300}"] {
            let file = try folder.write(text, to: "wrong.json")
            #expect(throws: GoldError.self) { try Floors(file: file) }
        }
    }

    @Test("The figures of an engine that finds all are 100, and of one that finds nothing 0")
    func figures() throws {
        let corpus = try GoldCorpus(paths: [sampleTexts])
        #expect(Figures(of: corpus) { $0.quotesAsFound }.all.filter { $0.tenths != 1000 } == [])
        #expect(Figures(of: corpus) { _ in [] }.all.filter { $0.tenths != 0 } == [])
    }
}
