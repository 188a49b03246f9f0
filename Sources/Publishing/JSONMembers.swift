extension JSONWriter {
    /// An object with the members that a closure writes.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        beginObject()
        members(&self)
        endObject()
    }

    /// An object made of a value, or null where there is none.
    public mutating func object<Value>(_ value: Value?, _ members: (inout JSONWriter, Value) -> Void) {
        guard let value else { return null() }
        object { members(&$0, value) }
    }

    /// A member that is a string, or null.
    public mutating func member(_ name: StaticString, _ value: String?) {
        key(name)
        string(value)
    }

    /// A member that is a whole number, or null.
    public mutating func member(_ name: StaticString, _ value: Int?) {
        key(name)
        if let value { integer(value) } else { null() }
    }

    /// A member that is `true` or `false`.
    public mutating func member(_ name: StaticString, _ value: Bool) {
        key(name)
        boolean(value)
    }

    /// A member that is a number between 0 and 1, to three places.
    public mutating func member(_ name: StaticString, fraction value: Double) {
        key(name)
        fraction(value)
    }

    /// A member that is an array of strings.
    public mutating func member(_ name: StaticString, _ texts: some Sequence<String>) {
        key(name)
        beginArray()
        for text in texts { string(text) }
        endArray()
    }

    /// A member that is an array of objects, one for each of some values.
    public mutating func member<Values: Sequence>(
        _ name: StaticString, objects values: Values,
        _ members: (inout JSONWriter, Values.Element) -> Void
    ) {
        key(name)
        beginArray()
        for value in values { object { members(&$0, value) } }
        endArray()
    }

    /// A member that is an object made of a value, or null where there is none.
    public mutating func member<Value>(
        _ name: StaticString, object value: Value?, _ members: (inout JSONWriter, Value) -> Void
    ) {
        key(name)
        object(value, members)
    }
}
