import Foundation
import Loopback
import TestSupport
import Testing

@testable import Fetching

/// A server of TLS whose certificate nobody vouches for, until its owner goes.
private final class SelfSignedServer {
    let port: Int
    private let process = Process()
    private let folder: TemporaryFolder

    /// Nil where there is no `openssl`.
    init?() throws {
        folder = TemporaryFolder()
        let key = folder.path + "/key.pem"
        let certificate = folder.path + "/certificate.pem"
        let request = Process()
        request.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        request.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days",
            "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out",
            certificate,
        ]
        request.standardError = FileHandle.nullDevice
        try request.run()
        request.waitUntilExit()
        guard request.terminationStatus == 0 else { return nil }

        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-cert", certificate, "-key", key,
        ]
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !text.contains("ACCEPT") || !text.hasSuffix("\n") {
            let piece = output.fileHandleForReading.availableData
            if piece.isEmpty { return nil }
            text += String(decoding: piece, as: UTF8.self)
        }
        let line = text.split(separator: "\n").first { $0.contains("ACCEPT") }
        guard let digits = line?.split(separator: ":").last, let port = Int(digits) else { return nil }
        self.port = port
    }

    // A thread that runs tests has the polite signals blocked, and so has what it starts; a server that lives on would keep the
    // pipes of the programs that other tests wait for.
    deinit { kill(process.processIdentifier, SIGKILL) }
}

@Test("A certificate that nobody vouches for is refused, and the host is not asked again")
func selfSigned() throws {
    guard let server = try SelfSignedServer() else { return }
    let error = failure(try fetcher(), "https://localhost:\(server.port)/")
    #expect(error?.kind == .certificate)
    #expect(error?.problem.contains("certificate") == true)
}

@Test("A server without TLS is no server of https")
func noTLS() throws {
    let server = try site(["/1": { $0.page("page") }])
    #expect(failure(try fetcher(), "https://127.0.0.1:\(server.port)/1")?.kind == .unreachable)
}
