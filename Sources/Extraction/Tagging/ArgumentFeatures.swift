/// The features by which the tokens around a cue are known to be the words that it tells of, or the words that name the
/// speaker.
struct ArgumentFeatures {
    /// A window reaches so many tokens before and behind its cue, and never over the edge of its sentence.
    static let reachBefore = 60
    static let reachBehind = 90

    private let context: TaggingContext

    init(_ context: TaggingContext) { self.context = context }

    /// The tokens that are looked at for a cue.
    func window(of cue: Int, in sentence: Range<Int>) -> Range<Int> {
        max(sentence.lowerBound, cue - Self.reachBefore)..<min(sentence.upperBound, cue + Self.reachBehind)
    }

    // MARK: What does not depend on the cue

    /// Puts the keys of the features that a token has for all cues of its sentence into `keys`.
    func sentenceKeys(of token: Int, in sentence: Range<Int>, into keys: inout [UInt64]) {
        keys.removeAll(keepingCapacity: true)
        @inline(__always) func word(_ offset: Int) -> UInt32 { context.word(token + offset, in: sentence) }
        @inline(__always) func kind(_ offset: Int) -> UInt32 { context.kind(token + offset, in: sentence) }
        @inline(__always) func add(_ template: UInt64, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
            keys.append(featureKey(template, a, b, c))
        }
        let (k, k1, k2, b1, b2) = (kind(0), kind(1), kind(2), kind(-1), kind(-2))
        let (w, w1, v1) = (word(0), word(1), word(-1))
        let s = context.attributes.suffixes[token]
        add(100, w)
        add(101, v1)
        add(102, w1)
        add(103, v1, w)
        add(104, w, w1)
        add(105, k)
        add(106, b1, k)
        add(107, k, k1)
        add(108, b1, k, k1)
        add(109, b2, b1, k)
        add(110, k, k1, k2)
        add(111, s, b1)
        add(112, s, k1)
        add(113, v1, k, k1)
        add(114, b1, k, w1)
        add(115, word(-2), b1, k)
        add(116, k, k1, word(2))
        let start = UInt32(min(3, token - sentence.lowerBound))
        let end = UInt32(min(3, sentence.upperBound - 1 - token))
        add(117, start, end, k)
        add(118, context.openers[token], b1, k)
        let q = UInt32(context.attributes.quotes[token])
        let before = sentence.contains(token - 1) ? UInt32(context.attributes.quotes[token - 1]) : 4
        let behind = sentence.contains(token + 1) ? UInt32(context.attributes.quotes[token + 1]) : 4
        add(119, q, before, behind)
        add(120, q, k, k1)
        let temporal: UInt32 = context.isTemporal[token] ? 1 : 0
        let next: UInt32 = sentence.contains(token + 1) && context.isTemporal[token + 1] ? 1 : 0
        add(121, temporal, next, k)
    }

    // MARK: What depends on the cue

    /// What is the same for all tokens of a cue's window.
    struct Cue {
        let token: Int
        let sentence: Range<Int>
        let word: UInt32
        let frames: UInt32
        let form: UInt32
        let next: UInt32
        let nextClass: UInt32
        let previousClass: UInt32
        let ground: UInt32
        let window: Range<Int>
        let roles: [TaggingContext.RuleRole]
    }

    /// What the features need to know of the cue that a token heads.
    func cue(_ token: Int, in sentence: Range<Int>) -> Cue {
        let proposal = context.proposal(at: token)
        let window = window(of: token, in: sentence)
        return Cue(
            token: token, sentence: sentence, word: context.attributes.words[token],
            frames: context.framesNumber(token),
            form: context.cue(at: token).map { UInt32($0.form.rawValue) + 1 }
                ?? context.attributes.suffixes[token],
            next: context.word(token + 1, in: sentence), nextClass: context.kind(token + 1, in: sentence),
            previousClass: context.kind(token - 1, in: sentence),
            ground: context.groundNumber(token), window: window,
            roles: context.ruleRoles(of: proposal, in: window))
    }

    /// Puts the keys of the features that a token has as seen from a cue into `keys`.
    func cueKeys(of token: Int, from cue: Cue, into keys: inout [UInt64]) {
        keys.removeAll(keepingCapacity: true)
        @inline(__always) func add(_ template: UInt64, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
            keys.append(featureKey(template, a, b, c))
        }
        let sentence = cue.sentence
        let w = context.attributes.words[token]
        let k = context.attributes.classes[token]
        let b1 = context.kind(token - 1, in: sentence)
        let k1 = context.kind(token + 1, in: sentence)
        let side: UInt32 = token < cue.token ? 0 : token == cue.token ? 1 : 2
        let distance = abs(token - cue.token)
        let near = UInt32(min(distance, 6)) * 3 + side
        let far = bucket(distance) * 3 + side
        add(200, near)
        add(201, far, k)
        add(202, near, k, cue.frames)
        add(203, near, cue.word)
        add(204, cue.word, k, side)
        add(205, cue.word, w, side)
        add(206, side, b1, k)
        add(207, side, k, k1)
        add(208, side, w)
        add(209, side &+ 3 &* (token + 1 < sentence.upperBound ? context.attributes.words[token + 1] : 0), k)
        addClauses(token, from: cue, side: side, class: k, into: &keys)
        add(220, cue.next, near, k)
        add(221, cue.nextClass, near, k)
        add(222, cue.previousClass, near, k)
        add(223, cue.form, near, k)
        add(224, cue.frames, cue.nextClass, far)
        let q = UInt32(context.attributes.quotes[token])
        add(225, q, side, cue.frames)
        add(226, q, far, b1)
        addRules(token, from: cue, side: side, class: k, previous: b1, next: k1, into: &keys)
    }

    private func addClauses(
        _ token: Int, from cue: Cue, side: UInt32, class k: UInt32, into keys: inout [UInt64]
    ) {
        let first = min(token, cue.token)
        let last = max(token, cue.token)
        let commas = UInt32(min(4, context.commas[last] - context.commas[first])) * 3 + side
        let verbs = UInt32(min(4, context.verbs[last] - context.verbs[first]))
        let cues = UInt32(min(3, context.cueCounts[last] - context.cueCounts[first]))
        keys.append(featureKey(210, commas, k))
        keys.append(featureKey(211, commas, context.openers[token], k))
        keys.append(featureKey(212, commas, context.openerClasses[token], verbs))
        keys.append(featureKey(213, verbs, side, k))
        keys.append(featureKey(214, cues, side, k))
        keys.append(featureKey(215, commas, cue.frames, cue.nextClass))
        keys.append(featureKey(216, commas, verbs, cue.word))
        keys.append(featureKey(217, commas, context.openers[token], cue.word))
    }

    private func addRules(
        _ token: Int, from cue: Cue, side: UInt32, class k: UInt32, previous: UInt32, next: UInt32,
        into keys: inout [UInt64]
    ) {
        let offset = token - cue.window.lowerBound
        let role = cue.roles[offset].rawValue
        let before = offset > 0 ? cue.roles[offset - 1].rawValue : 7
        let behind = offset + 1 < cue.roles.count ? cue.roles[offset + 1].rawValue : 7
        let around = role + 8 * before + 64 * behind
        keys.append(featureKey(230, around, cue.ground))
        keys.append(featureKey(231, role, cue.ground, k))
        keys.append(featureKey(232, around, k, next))
        keys.append(featureKey(233, around, previous, k))
        keys.append(featureKey(234, around, cue.word))
        keys.append(featureKey(235, role &+ 8 &* cue.ground, context.openers[token], side))
    }

    private func bucket(_ distance: Int) -> UInt32 {
        switch distance {
        case ..<6: UInt32(distance)
        case ..<9: 6
        case ..<14: 7
        case ..<22: 8
        case ..<35: 9
        default: 10
        }
    }
}
