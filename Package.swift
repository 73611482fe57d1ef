// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "duty",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "duty", targets: ["duty"])
  ],
  targets: [
    // The program, from the outside in. A target may import only the targets it lists.
    .executableTarget(
      name: "duty",
      dependencies: ["DutyCommands", "DutyModel", "DutyStore", "TerminalText"]
    ),
    .target(
      name: "DutyCommands",
      dependencies: [
        "CommandLineKit", "DutyImport", "DutyModel", "DutyReports", "DutyStore",
        "OfficeDocuments", "StrictJSON", "TerminalText",
      ]
    ),
    .target(name: "DutyImport", dependencies: ["DutyModel", "StrictJSON", "TerminalText"]),
    .target(
      name: "DutyReports",
      dependencies: ["Bytes", "DutyModel", "OfficeDocuments", "StrictJSON", "TerminalText"]
    ),
    .target(name: "DutyStore", dependencies: ["DutyModel", "StrictJSON"]),
    .target(name: "DutyModel"),

    // Small libraries that know nothing of duties.
    .target(name: "CommandLineKit", dependencies: ["TerminalText"]),
    .target(name: "TerminalText", dependencies: ["Bytes"]),
    .target(name: "StrictJSON", dependencies: ["Bytes"]),
    .target(name: "OfficeDocuments", dependencies: ["TerminalText"]),
    .target(name: "Bytes"),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "DutyTestSupport",
      dependencies: ["DutyCommands", "DutyModel", "DutyStore", "TerminalText"],
      path: "Tests/DutyTestSupport"
    ),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .testTarget(
      name: "StrictJSONTests",
      dependencies: ["Bytes", "StrictJSON", "TestSupport"],
      exclude: ["Fixtures"]
    ),
    .testTarget(name: "TerminalTextTests", dependencies: ["Bytes", "TerminalText", "TestSupport"]),
    .testTarget(
      name: "OfficeDocumentsTests",
      dependencies: ["OfficeDocuments", "TerminalText"],
      exclude: ["Fixtures"]
    ),
    .testTarget(name: "CommandLineKitTests", dependencies: ["CommandLineKit", "TerminalText"]),
    .testTarget(
      name: "DutyModelTests",
      dependencies: ["DutyModel", "TestSupport"],
      exclude: ["GoldenYear", "Oracle"]
    ),
    .testTarget(
      name: "DutyStoreTests",
      dependencies: ["DutyModel", "DutyStore", "DutyTestSupport", "StrictJSON", "TestSupport"],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "DutyImportTests",
      dependencies: ["DutyImport", "DutyModel", "DutyStore", "TerminalText", "TestSupport"]
    ),
    .testTarget(
      name: "DutyReportsTests",
      dependencies: [
        "DutyModel", "DutyReports", "DutyStore", "DutyTestSupport", "OfficeDocuments",
        "TerminalText", "TestSupport",
      ],
      exclude: ["Screens", "YearlyReport/Offices", "YearlyReport/Texts", "Oracle"]
    ),
    .testTarget(
      name: "DutyCommandsTests",
      dependencies: [
        "CommandLineKit", "DutyCommands", "DutyModel", "DutyStore", "DutyTestSupport", "StrictJSON",
        "TerminalText",
      ],
      exclude: ["Oracle", "Transcripts"]
    ),
    .testTarget(name: "EndToEndTests", dependencies: ["DutyTestSupport", "duty"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ]
}
