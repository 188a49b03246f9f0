import Testing

@testable import Archive

@Suite("What is known of the addresses that were fetched")
struct VisitTests {
    private let address = "https://quay-courier.example/1"

    @Test("The last visit is kept byte for byte")
    func kept() throws {
        let scratch = Scratch()
        let archive = try Archive.create(at: scratch.path)
        #expect(try archive.lastVisit(to: address) == nil)
        let first = Visit(
            address: address, entityTag: [0x22, 0xFF, 0, 0x22], lastModified: nil, engine: "a-1")
        try archive.keep([first])
        #expect(try archive.lastVisit(to: address) == first)
        let second = Visit(address: address, entityTag: nil, lastModified: Array("Tue".utf8), engine: "a-2")
        try archive.keep([first, second])
        #expect(try archive.lastVisit(to: address) == second)
    }

    @Test("A server that no longer tells its document by anything is asked for it again")
    func forgotten() throws {
        let scratch = Scratch()
        let archive = try Archive.create(at: scratch.path)
        try archive.keep([Visit(address: address, entityTag: [1], lastModified: nil, engine: "a-1")])
        try archive.keep([Visit(address: address, entityTag: nil, lastModified: nil, engine: "a-1")])
        #expect(try archive.lastVisit(to: address) == nil)
    }
}
