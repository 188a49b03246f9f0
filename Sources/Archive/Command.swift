import GRDB
import GRDBSQLite

/// A value on its way into a prepared statement.
enum Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    init(integerLiteral value: Int64) { self = .integer(value) }
    init(stringLiteral value: String) { self = .text(value) }
    init(nilLiteral: ()) { self = .null }
    init(_ value: Int64?) { self = value.map(Value.integer) ?? .null }
    init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }
    init(_ value: Bool) { self = .integer(value ? 1 : 0) }
    init(_ value: Double?) { self = value.map(Value.real) ?? .null }
    init(_ value: String?) { self = value.map(Value.text) ?? .null }
}

/// The columns of the row on which a statement stands.
///
/// They are read through SQLite's own interface: text keeps its NUL characters, and a value of an unexpected
/// type, as in a damaged file, is converted as SQLite converts it and never ends the program.
struct Columns {
    fileprivate let handle: OpaquePointer

    var count: Int32 { sqlite3_column_count(handle) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    func bool(_ column: Int32) -> Bool { integer(column) != 0 }

    func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    /// The text; what is no UTF-8 comes as replacement characters.
    func text(_ column: Int32) -> String { optionalText(column) ?? "" }

    func optionalText(_ column: Int32) -> String? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The bytes of a blob.
    func blob(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        let count = Int(sqlite3_column_bytes(handle, column))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The bytes of the text, whatever they are.
    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_text(handle, column) else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }
}

extension Database {
    /// Runs a statement to its end.
    func run(_ sql: String, _ values: Value...) throws {
        try run(sql, with: values)
    }

    /// Runs a statement to its end.
    func run(_ sql: String, with values: [Value]) throws {
        try each(sql, with: values) { _ in }
    }

    /// The first row of a query.
    func first<Result>(_ sql: String, _ values: Value..., read: (Columns) throws -> Result) throws -> Result?
    {
        var result: Result?
        try step(sql, with: values) { columns in
            result = try read(columns)
            return false
        }
        return result
    }

    /// All rows of a query.
    func all<Result>(_ sql: String, _ values: Value..., read: (Columns) throws -> Result) throws -> [Result] {
        var results: [Result] = []
        try each(sql, with: values) { results.append(try read($0)) }
        return results
    }

    /// Visits every row of a query. The same `sql` may not be run again inside `body`.
    func each(_ sql: String, with values: [Value] = [], body: (Columns) throws -> Void) throws {
        try step(sql, with: values) { columns in
            try body(columns)
            return true
        }
    }

    /// Runs a statement again and again, each time with two numbers; its third value stays.
    func repeating(
        _ sql: String, _ third: Value, _ body: ((Int64, Int64) throws -> Void) throws -> Void
    ) throws {
        let statement = try cachedStatement(sql: sql)
        let handle = statement.sqliteStatement
        try bind(third, to: handle, at: 3)
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        try body { first, second in
            sqlite3_reset(handle)
            sqlite3_bind_int64(handle, 1, first)
            sqlite3_bind_int64(handle, 2, second)
            let code = sqlite3_step(handle)
            guard code == SQLITE_DONE else {
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: code), message: lastErrorMessage, sql: sql)
            }
        }
    }

    /// Visits the rows of a query until `body` returns false.
    ///
    /// The statement is prepared once and kept by GRDB; values are bound and rows stepped through the C
    /// interface, so that text goes in and out by its length.
    func step(_ sql: String, with values: [Value] = [], body: (Columns) throws -> Bool) throws {
        let statement = try cachedStatement(sql: sql)
        let handle = statement.sqliteStatement
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        for (index, value) in values.enumerated() { try bind(value, to: handle, at: Int32(index + 1)) }
        let columns = Columns(handle: handle)
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW:
                if try !body(columns) { return }
            case SQLITE_DONE:
                return
            case let code:
                throw DatabaseError(
                    resultCode: ResultCode(rawValue: code), message: lastErrorMessage, sql: sql)
            }
        }
    }

    private func bind(_ value: Value, to handle: OpaquePointer, at index: Int32) throws {
        // SQLITE_TRANSIENT: SQLite makes its own copy.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        let code =
            switch value {
            case .null: sqlite3_bind_null(handle, index)
            case .integer(let integer): sqlite3_bind_int64(handle, index, integer)
            case .real(let real): sqlite3_bind_double(handle, index, real)
            case .blob(let bytes):
                bytes.withUnsafeBytes {
                    sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), transient)
                }
            // An empty text has an address too, or SQLite would take it for NULL.
            case .text(let text) where text.isEmpty: sqlite3_bind_text(handle, index, "", 0, transient)
            case .text(var text):
                text.withUTF8 { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_text64(
                            handle, index, $0.baseAddress, UInt64($0.count), transient, UInt8(SQLITE_UTF8))
                    }
                }
            }
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage)
        }
    }
}
