/// What the robots.txt of a site asks of one robot (RFC 9309).
struct RobotsRules: Hashable, Sendable {
    /// A path that may be asked for, or may not.
    private struct Rule: Hashable, Sendable {
        let pattern: RobotsPattern
        let isAllowed: Bool
    }

    private var rules: [Rule] = []
    /// The rest between two requests, in seconds, where the site asks for one; it is no part of the standard.
    private(set) var crawlDelay: Double?

    /// A site that asks for nothing.
    static let none = RobotsRules()

    private init() {}

    /// The rules for the robot of this name, in lower case: those of the groups that name it, or where there is none,
    /// those for all (`*`).
    init(_ text: [UInt8], robot: String) {
        var groups = Groups(robot: robot)
        var text = text[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            groups.take(line)
        }
        self = groups.result
    }

    /// Whether a path with its query may be asked for: as the longest pattern says that matches it; where one that
    /// allows and one that does not are as long, it may.
    func allows(_ target: String) -> Bool {
        let path = RobotsPattern.normalised(target.utf8)
        // What a robot must read before it knows what it may.
        if path == Array("/robots.txt".utf8) { return true }
        var best: Rule?
        for rule in rules where rule.pattern.matches(path) {
            guard let other = best, rule.pattern.length <= other.pattern.length else {
                best = rule
                continue
            }
            if rule.pattern.length == other.pattern.length, rule.isAllowed { best = rule }
        }
        return best?.isAllowed ?? true
    }

    /// The groups of a file, while it is read.
    private struct Groups {
        /// Whom a group is for.
        private struct Audience {
            var isNamed = false
            var isAll = false
        }

        private let robot: String
        private var audience = Audience()
        private var isInRules = false
        private var isNamed = false
        private var named = RobotsRules()
        private var all = RobotsRules()

        init(robot: String) {
            self.robot = robot
        }

        var result: RobotsRules { isNamed ? named : all }

        mutating func take(_ line: ArraySlice<UInt8>) {
            let line = line.prefix { $0 != UInt8(ascii: "#") }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
            let key = String(decoding: withoutBlanks(line[..<colon]), as: UTF8.self).lowercased()
            let value = withoutBlanks(line[(colon + 1)...])
            switch key {
            case "user-agent": takeRobot(value)
            case "allow": add(value, isAllowed: true)
            case "disallow": add(value, isAllowed: false)
            case "crawl-delay": takeDelay(value)
            // Other lines, such as the addresses of site maps, neither begin a group nor end one.
            default: break
            }
        }

        private mutating func takeRobot(_ value: ArraySlice<UInt8>) {
            if isInRules { audience = Audience() }
            isInRules = false
            // What stands behind the name, such as a version, is no part of it (RFC 9309 §2.2.1).
            let name = value.prefix { byte in
                let letter = byte | 0x20
                return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "_")
            }
            if value.first == UInt8(ascii: "*") {
                audience.isAll = true
            } else if String(decoding: name, as: UTF8.self).lowercased() == robot {
                audience.isNamed = true
                isNamed = true
            }
        }

        private mutating func add(_ value: ArraySlice<UInt8>, isAllowed: Bool) {
            isInRules = true
            // A rule without a path says nothing.
            guard !value.isEmpty else { return }
            change { $0.rules.append(Rule(pattern: RobotsPattern(value), isAllowed: isAllowed)) }
        }

        private mutating func takeDelay(_ value: ArraySlice<UInt8>) {
            isInRules = true
            guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds >= 0 else { return }
            change { $0.crawlDelay = max($0.crawlDelay ?? 0, seconds) }
        }

        private mutating func change(_ body: (inout RobotsRules) -> Void) {
            if audience.isNamed { body(&named) }
            if audience.isAll { body(&all) }
        }
    }
}

private func withoutBlanks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
        let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return bytes[first...last]
}
