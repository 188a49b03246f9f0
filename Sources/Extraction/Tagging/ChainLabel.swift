/// What a token is to a cue, in the chain that the tagger decodes.
package enum ChainLabel: Int, Sendable, CaseIterable {
    /// Nothing.
    case outside
    /// The first token of a segment of the content.
    case contentStart
    /// A token within a segment.
    case content
    /// The last token of a segment of two tokens or more.
    case contentEnd
    /// The first token of the attribution.
    case sourceStart
    /// A further token of the attribution.
    case source

    /// Whether this label may stand behind another one; `nil` is the edge of the window.
    package func mayFollow(_ previous: ChainLabel?) -> Bool {
        switch (previous, self) {
        case (.contentStart, .content), (.contentStart, .contentEnd), (.content, .content),
            (.content, .contentEnd):
            true
        case (.content, _), (_, .content), (_, .contentEnd): false
        case (_, .source): previous == .sourceStart || previous == .source
        default: true
        }
    }

    /// Whether a window may end with this label.
    package var mayEnd: Bool { self != .content }
}
