import Statements

/// The order of the numbers of an export's messages, which rise. A number that breaks the order is doubtful: one changed
/// digit makes one message look like another.
public struct MessageSequence<Element: Sendable>: Sendable {
    /// A message, and whether its number is doubtful.
    public struct Entry: Sendable {
        /// The message.
        public let element: Element
        /// Whether its number breaks the order of the others.
        public let isDoubtful: Bool
    }

    /// With more doubtful numbers than this the input has another order, and tells nothing.
    private let doubtLimit = 100

    private var isOrdered = true
    private var doubts = 0
    private var previous: Int64?
    private var pending: (element: Element, id: Int64, chat: Int)?

    /// No message yet.
    public init() {}

    /// Takes the next message, with its number and that of its chat in the input, and gives those of which it is clear
    /// now.
    public mutating func take(_ element: Element, id: Int64, chat: Int) -> [Entry] {
        guard isOrdered else { return [Entry(element: element, isDoubtful: false)] }
        let next = (element: element, id: id, chat: chat)
        guard let current = pending else {
            pending = next
            return []
        }
        pending = next
        if current.chat != next.chat {
            previous = nil
            return [Entry(element: current.element, isDoubtful: false)]
        }
        let isAfter = previous.map { current.id > $0 } ?? true
        // Where what comes next goes on from what came before, the one between is the one that is wrong.
        let nextFits = previous.map { next.id > $0 } ?? true
        let isDoubtful = (!isAfter || current.id >= next.id) && nextFits && previous != nil
        if isDoubtful || current.id >= next.id { doubts += 1 }
        if !isDoubtful { previous = current.id }
        guard doubts > doubtLimit else {
            return [Entry(element: current.element, isDoubtful: isDoubtful)]
        }
        isOrdered = false
        return [Entry(element: current.element, isDoubtful: false)] + end()
    }

    /// Ends the input.
    public mutating func end() -> [Entry] {
        guard let last = pending else { return [] }
        pending = nil
        let isAfter = previous.map { last.id > $0 } ?? true
        return [Entry(element: last.element, isDoubtful: isOrdered && !isAfter)]
    }
}
