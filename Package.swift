// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "quoth",
    products: [
        .executable(name: "quoth", targets: ["quoth"]),
        .executable(name: "quoth-train", targets: ["quoth-train"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .target(name: "EDTF"),
        .target(
            name: "Statements",
            dependencies: ["EDTF", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
        .target(
            name: "Reading",
            dependencies: ["Statements", "EDTF", "Lexicon", "CLibXML2", "CZlib", "CZstd", "CBrotli"]
        ),
        .target(
            name: "Extraction", dependencies: ["Statements", "EDTF", "Lexicon"],
            exclude: ["Attribution/SPEAKERS.md"]
        ),
        .target(
            name: "Archive",
            dependencies: [
                "Statements", "EDTF", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(name: "Publishing", dependencies: ["Statements", "EDTF"]),
        // libcurl is not linked: it is loaded where an address is fetched.
        .target(name: "CCurl"),
        .target(
            name: "Fetching", dependencies: ["CCurl", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .target(
            name: "Tracker",
            dependencies: [
                "Reading", "Extraction", "Fetching", "Archive", "Publishing", "Statements", "EDTF", "Lexicon",
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .executableTarget(
            name: "quoth",
            dependencies: [
                "Tracker", "Reading", "Extraction", "Fetching", "Archive", "Publishing", "Statements", "EDTF",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(
            name: "Gold",
            dependencies: ["Statements", "EDTF", .product(name: "Yams", package: "Yams")]
        ),
        .executableTarget(
            name: "quoth-train",
            dependencies: [
                "Gold", "Extraction", "Reading", "Publishing", "Statements", "EDTF",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(
            name: "quoth-bench",
            dependencies: ["Archive", "Extraction", "Reading", "Tracker", "Statements", "EDTF"]
        ),
        .target(
            name: "Lexicon",
            path: "Config",
            exclude: [
                "lexicon", "models", "schema", "registry.example.yaml", "install.sh", "demo.sh", "test.sh",
                "bench-messages.sh", "compare-readers.sh", "compare_readers.py", "fuzz.sh",
            ],
            sources: ["lexicon.c"]
        ),
        .testTarget(name: "EDTFTests", dependencies: ["TestSupport", "EDTF"]),
        .testTarget(name: "StatementsTests", dependencies: ["TestSupport", "Statements"]),
        .testTarget(name: "ReadingTests", dependencies: ["TestSupport", "Reading", "CZlib", "CZstd"]),
        .testTarget(name: "ExtractionTests", dependencies: ["TestSupport", "Extraction", "Reading"]),
        .testTarget(name: "ArchiveTests", dependencies: ["TestSupport", "Archive"]),
        .testTarget(name: "PublishingTests", dependencies: ["TestSupport", "Publishing"]),
        // What the tests of several targets use: random numbers, folders that go away.
        .target(name: "TestSupport", path: "Tests/Support"),
        // A server for the tests of all that fetches.
        .target(name: "Loopback", path: "Tests/Loopback"),
        .testTarget(
            name: "FetchingTests",
            dependencies: [
                "TestSupport", "Fetching", "Loopback", .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .testTarget(name: "TrackerTests", dependencies: ["TestSupport", "Tracker", "Loopback"]),
        .testTarget(
            name: "GoldTests",
            dependencies: ["TestSupport", "Gold", "Extraction", "Reading", "Statements", "EDTF"],
            exclude: ["Texts"]
        ),
        .testTarget(
            name: "QuothTrainTests", dependencies: ["TestSupport", "quoth-train", "Gold", "Extraction"]),
        .testTarget(name: "QuothTests", dependencies: ["TestSupport", "quoth", "Loopback"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x
)

// What Config/fuzz.sh links with libFuzzer, which brings a `main` of its own.
if Context.environment["QUOTH_FUZZING"] != nil {
    package.targets.append(.target(name: "ReadingFuzz", dependencies: ["Reading", "Statements"]))
    package.products.append(.library(name: "ReadingFuzz", type: .static, targets: ["ReadingFuzz"]))
}
