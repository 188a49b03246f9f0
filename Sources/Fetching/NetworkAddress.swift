#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The number of a host: four bytes of IPv4, or sixteen of IPv6; with the port that is asked.
struct NetworkAddress: Hashable, Sendable {
    let bytes: [UInt8]
    let port: UInt16

    init(bytes: [UInt8], port: UInt16 = 0) {
        self.bytes = bytes
        self.port = port
    }

    /// The address that a name led to; nil for one that is neither IPv4 nor IPv6.
    init?(_ address: UnsafePointer<sockaddr>, count: Int) {
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET where count >= MemoryLayout<sockaddr_in>.size:
            let entry = raw.loadUnaligned(as: sockaddr_in.self)
            self.init(
                bytes: withUnsafeBytes(of: entry.sin_addr) { Array($0) },
                port: UInt16(bigEndian: entry.sin_port))
        case AF_INET6 where count >= MemoryLayout<sockaddr_in6>.size:
            let entry = raw.loadUnaligned(as: sockaddr_in6.self)
            self.init(
                bytes: withUnsafeBytes(of: entry.sin6_addr) { Array($0) },
                port: UInt16(bigEndian: entry.sin6_port))
        default:
            return nil
        }
    }

    /// The address of this spelling, such as `127.0.0.1` or `fe80::1`; nil for none.
    init?(_ text: some StringProtocol, port: UInt16 = 0) {
        let isIPv6 = text.contains(":")
        var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
        guard inet_pton(isIPv6 ? AF_INET6 : AF_INET, String(text), &bytes) == 1 else { return nil }
        self.init(bytes: bytes, port: port)
    }

    /// The spelling without the port.
    var text: String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &buffer, socklen_t(buffer.count)) != nil else { return "?" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// What the address is where it is none of the public internet: “a loopback address”; nil where it is public.
    var reservation: String? {
        for range in bytes.count == 4 ? AddressRange.ofIPv4 : AddressRange.ofIPv6 where range.holds(bytes) {
            guard let start = range.embedded else { return range.name }
            // An address of IPv4 in another dress is what it is without.
            return NetworkAddress(bytes: Array(bytes[start..<start + 4])).reservation
        }
        // Of IPv6, all that is public begins with the bits 001.
        return bytes.count == 16 && bytes[0] & 0xE0 != 0x20 ? "a reserved address" : nil
    }
}

/// A range of addresses that are not public (the registries of special-purpose addresses of IANA, RFC 6890).
private struct AddressRange: Sendable {
    let prefix: [UInt8]
    let length: Int
    let name: String
    /// Where an address of IPv4 stands in one of this range.
    let embedded: Int?

    init?(_ spelling: String, _ name: String, embedded: Int? = nil) {
        let parts = spelling.split(separator: "/")
        guard parts.count == 2, let address = NetworkAddress(parts[0]), let length = Int(parts[1]) else {
            return nil
        }
        (self.prefix, self.length, self.name, self.embedded) = (address.bytes, length, name, embedded)
    }

    func holds(_ bytes: [UInt8]) -> Bool {
        let whole = length / 8
        guard bytes.prefix(whole) == prefix.prefix(whole) else { return false }
        guard length % 8 > 0 else { return true }
        return (bytes[whole] ^ prefix[whole]) >> (8 - UInt8(length % 8)) == 0
    }

    static let ofIPv4 = [
        AddressRange("0.0.0.0/8", "an unspecified address"),
        AddressRange("10.0.0.0/8", "a private address"),
        AddressRange("100.64.0.0/10", "an address behind a carrier's translation"),
        AddressRange("127.0.0.0/8", "a loopback address"),
        // 169.254.169.254 among them, where clouds tell a machine its secrets.
        AddressRange("169.254.0.0/16", "a link-local address"),
        AddressRange("172.16.0.0/12", "a private address"),
        AddressRange("192.0.0.0/24", "a reserved address"),
        AddressRange("192.0.2.0/24", "an address for documentation"),
        AddressRange("192.88.99.0/24", "a reserved address"),
        AddressRange("192.168.0.0/16", "a private address"),
        AddressRange("198.18.0.0/15", "an address for benchmarks"),
        AddressRange("198.51.100.0/24", "an address for documentation"),
        AddressRange("203.0.113.0/24", "an address for documentation"),
        AddressRange("224.0.0.0/4", "a multicast address"),
        AddressRange("240.0.0.0/4", "a reserved address"),
    ].compactMap(\.self)

    static let ofIPv6 = [
        AddressRange("::/128", "an unspecified address"),
        AddressRange("::1/128", "a loopback address"),
        AddressRange("::/96", "an IPv4-compatible address"),
        AddressRange("::ffff:0:0/96", "an IPv4-mapped address", embedded: 12),
        AddressRange("64:ff9b::/96", "a translated address", embedded: 12),
        AddressRange("64:ff9b:1::/48", "a translated address of a private network"),
        AddressRange("2001::/23", "a reserved address"),
        AddressRange("2001:db8::/32", "an address for documentation"),
        AddressRange("2002::/16", "a 6to4 address", embedded: 2),
        AddressRange("3fff::/20", "an address for documentation"),
        AddressRange("fc00::/7", "a private address"),
        AddressRange("fe80::/10", "a link-local address"),
        AddressRange("fec0::/10", "a private address"),
        AddressRange("ff00::/8", "a multicast address"),
    ].compactMap(\.self)
}
