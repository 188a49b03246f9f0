import Testing

@testable import Fetching

@Test(
    "No address of this machine, of a private network or of none is public",
    arguments: [
        ("127.0.0.1", "loopback"), ("127.255.255.254", "loopback"), ("0.0.0.0", "unspecified"),
        ("0.1.2.3", "unspecified"), ("10.0.0.1", "private"), ("172.16.0.1", "private"),
        ("172.31.255.255", "private"), ("192.168.1.1", "private"), ("169.254.169.254", "link-local"),
        ("100.64.0.1", "carrier"), ("100.100.100.200", "carrier"), ("100.127.255.255", "carrier"),
        ("192.0.0.170", "reserved"), ("198.18.0.1", "benchmarks"), ("198.19.255.255", "benchmarks"),
        ("203.0.113.9", "documentation"), ("224.0.0.1", "multicast"), ("239.255.255.255", "multicast"),
        ("240.0.0.1", "reserved"), ("255.255.255.255", "reserved"), ("::", "unspecified"),
        ("::1", "loopback"),
        ("::7f00:1", "IPv4-compatible"), ("::ffff:127.0.0.1", "loopback"), ("::ffff:10.1.2.3", "private"),
        ("::ffff:169.254.169.254", "link-local"), ("64:ff9b::7f00:1", "loopback"),
        ("64:ff9b::192.168.0.1", "private"), ("64:ff9b:1::8.8.8.8", "translated"),
        ("2002:7f00:1::", "loopback"),
        ("2002:c0a8:101::1", "private"), ("2001::1", "reserved"), ("2001:db8::1", "documentation"),
        ("3fff::1", "documentation"), ("fc00::1", "private"), ("fd00:ec2::254", "private"),
        ("fe80::1", "link-local"), ("febf::1", "link-local"), ("fec0::1", "private"),
        ("ff02::1", "multicast"),
        ("100::1", "reserved"), ("4000::1", "reserved"), ("5f00::1", "reserved"),
    ])
func reserved(address: String, word: String) throws {
    let reservation = try #require(NetworkAddress(address)).reservation
    #expect(reservation?.contains(word) == true, "\(address): \(reservation ?? "public")")
}

@Test(
    "The addresses beside them are public",
    arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0",
        "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1",
        "2002:808:808::1",
        "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2001:200::1",
    ])
func open(address: String) throws {
    #expect(try #require(NetworkAddress(address)).reservation == nil)
}

@Test(
    "An address of the web is asked for in one form",
    arguments: [
        ("HTTP://Quay-Courier.Example", "http://quay-courier.example/"),
        ("https://quay-courier.example:443/a#top", "https://quay-courier.example/a"),
        ("http://quay-courier.example:8080/a/../b?x=1", "http://quay-courier.example:8080/b?x=1"),
        (
            "https://quay-courier.example/старый причал",
            "https://quay-courier.example/%d1%81%d1%82%d0%b0%d1%80%d1%8b%d0%b9%20%d0%bf%d1%80%d0%b8%d1%87%d0%b0%d0%bb"
        ),
        ("http://0x7f.1/", "http://127.0.0.1/"), ("http://2130706433/", "http://127.0.0.1/"),
    ])
func oneForm(given: String, expected: String) throws {
    #expect(try WebAddress(given).text == expected)
}

@Test(
    "What is no address of the web is refused, with advice",
    arguments: [
        "file:///etc/passwd", "gopher://quay-courier.example/", "quay-courier.example/1", "", "https://",
        "http://user:word@quay-courier.example/", "http://user@quay-courier.example/", "http://a b/",
        "http://quay-courier.example/\u{0}x", "http://quay-courier.example\r\nHost: x/", "http://[::1",
        "//x/",
    ])
func noAddress(given: String) {
    let error = #expect(throws: FetchError.self) { try WebAddress(given) }
    #expect(error?.kind == .address)
    #expect(error?.advice.isEmpty == false)
}

@Test("An error never repeats a password")
func password() {
    let error = #expect(throws: FetchError.self) {
        try WebAddress("https://iva:anchor77@quay-courier.example/")
    }
    #expect(error?.description.contains("anchor77") == false)
}

@Test(
    "A redirect leads on from where it stands",
    arguments: [
        ("/b", "https://quay-courier.example/b"), ("b", "https://quay-courier.example/news/b"),
        ("?p=2", "https://quay-courier.example/news/a?p=2"),
        ("//harbour.example/x", "https://harbour.example/x"),
        ("https://harbour.example/x y", "https://harbour.example/x%20y"),
    ])
func following(location: String, expected: String) throws {
    #expect(try WebAddress("https://quay-courier.example/news/a").following(location).text == expected)
}

@Test(
    "A redirect to another kind of address is refused",
    arguments: ["file:///etc/passwd", "ftp://harbour.example/"])
func followingElsewhere(location: String) throws {
    let address = try WebAddress("https://quay-courier.example/news/a")
    let error = #expect(throws: FetchError.self) { try address.following(location) }
    #expect(error?.kind == .redirects)
}
