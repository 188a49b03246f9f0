import Archive
import Foundation
import Statements
import TestSupport
import Testing
import Tracker

@Suite("The registry")
struct RegistryTests {
    let folder = TemporaryFolder()

    private static var example: String {
        get throws {
            return try String(
                contentsOf: projectRoot.appendingPathComponent("Config/registry.example.yaml"),
                encoding: .utf8)
        }
    }

    @Test("The example is imported; a second time changes nothing")
    func example() throws {
        let archive = try folder.archive()
        let registry = try RegistryImport(yaml: try RegistryTests.example, name: "registry.yaml")
        #expect(try registry.run(into: archive).added == 5)
        let before = try archive.speakers()
        let again = try registry.run(into: archive)
        #expect(again.added == 0)
        #expect(again.completed == 0)
        #expect(again.unchanged == 5)
        #expect(try archive.speakers() == before)
        guard case .person(let lund) = try archive.speaker("I. Lund") else {
            Issue.record("I. Lund is no person")
            return
        }
        #expect(lund.memberships.map(\.role) == ["spokeswoman"])
        #expect(lund.memberships.first?.period?.description == "2022-05/..")
        #expect(try archive.speaker("Сім’ї гавані").displayName == "Harbour Families")
    }

    @Test("What is added to the file is added")
    func completed() throws {
        let archive = try folder.archive()
        _ = try RegistryImport(yaml: "groups: [{name: Dockers}]", name: "r").run(into: archive)
        let yaml = "groups: [{name: Dockers, names: [The Dockers of Pier One]}]"
        #expect(try RegistryImport(yaml: yaml, name: "r").run(into: archive).completed == 1)
        #expect(try archive.speaker("the dockers of pier one").displayName == "Dockers")
    }

    @Test("A name that two have is told")
    func shared() throws {
        let archive = try folder.archive()
        let yaml = "groups:\n- {name: Dockers, names: [Union]}\n- {name: Sailors, names: [Union]}"
        let counts = try RegistryImport(yaml: yaml, name: "r").run(into: archive)
        #expect(counts.shared.contains { $0.name == "Union" })
    }

    @Test(
        "An error names the file, the line, and what to do",
        arguments: [
            ("groups:\n- {nam: x}", "r.yaml:2", "has no “nam”"),
            ("groups:\n- {name: x}\n- {names: [y]}", "r.yaml:3", "“name” is missing"),
            ("groups: x", "r.yaml:1", "is no list"),
            ("grups: []", "r.yaml:1", "has no “grups”"),
            ("people:\n- name: a\n  names:\n  - {name: b, kind: nickname}", "r.yaml:4", "no kind of name"),
            ("people:\n- name: a\n  period: spring", "r.yaml:3", "is no date"),
            ("groups:\n- name: [a]", "r.yaml:2", "a text is wanted"),
            ("groups:\n  - {", "r.yaml:", "not YAML"),
            ("groups: []\ngroups: []", "r.yaml:", "stands twice"),
            ("- a", "r.yaml:1", "a registry has no members"),
            ("groups:\n- name: '…'", "r.yaml:2", "“name” is missing"),
        ])
    func errors(yaml: String, place: String, problem: String) throws {
        let error = #expect(throws: TrackerError.self) { try RegistryImport(yaml: yaml, name: "r.yaml") }
        #expect(error?.kind == .badInput)
        #expect(error?.place?.hasPrefix(place) == true)
        #expect(error?.problem.contains(problem) == true)
        #expect(error?.advice != nil)
    }

    @Test("A membership of a group that nobody knows is an error with its line")
    func unknownGroup() throws {
        let registry = try RegistryImport(
            yaml: "people:\n- name: Ann Vale\n  groups:\n  - name: Nowhere", name: "r.yaml")
        let archive = try folder.archive()
        let error = #expect(throws: TrackerError.self) { try registry.run(into: archive) }
        #expect(error?.place == "r.yaml:4")
    }

    /// Files that are made to take a reader's time, memory or stack.
    enum Hostile: String, CaseIterable {
        case aliases, flowLists, blockLists, flowMappings

        var yaml: String {
            switch self {
            case .aliases: "a: &a [x, x]\nb: &b [*a, *a]\ngroups: *b"
            case .flowLists: String(repeating: "[", count: 100_000)
            case .blockLists: String(repeating: "- ", count: 100_000)
            case .flowMappings: String(repeating: "{a: ", count: 100_000)
            }
        }
    }

    @Test("Hostile files are refused, not followed", arguments: Hostile.allCases)
    func hostile(file: Hostile) {
        #expect(throws: TrackerError.self) { try RegistryImport(yaml: file.yaml, name: "r") }
    }

    @Test("An empty file is an empty registry")
    func empty() throws {
        #expect(try RegistryImport(yaml: "", name: "r").run(into: try folder.archive()).added == 0)
        #expect(
            try RegistryImport(yaml: "groups:\npeople:\n", name: "r").run(into: try folder.archive()).added
                == 0)
    }
}
