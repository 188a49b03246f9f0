import Testing

@testable import Fetching

@Test(
    "A server may ask for a rest in seconds or by a date",
    arguments: [
        ("120", 120), ("0", 0), ("9223372036854775807", 1e9), ("Tue, 05 Mar 2024 12:00:30 GMT", 30),
        ("Tuesday, 05-Mar-24 12:01:00 GMT", 60),
        ("Tue Mar  5 12:00:10 2024", 10), ("Tue, 05 Mar 2024 11:00:00 GMT", 0), ("-5", nil), ("1.5", nil),
        ("soon", nil), ("", nil), (nil, nil),
    ] as [(String?, Double?)])
func retryAfter(value: String?, expected: Double?) throws {
    try loadLibrary(for: "")
    #expect(RetryPolicy.wait(retryAfter: value, now: 1_709_640_000) == expected)
}

@Test("The waits double, and chance adds no more than as much again")
func backoff() {
    let policy = RetryPolicy(limits: FetchLimits())
    #expect([1, 2, 3].map { policy.backoff(afterTry: $0, chance: 0) } == [1, 2, 4])
    #expect(policy.backoff(afterTry: 2, chance: 0.5) == 3)
}
