import Foundation
import Testing

@testable import OfficeDocuments

/// Writes the samples into a folder, for the programs of others to judge.
///
/// It only runs if the environment names the folder in `OFFICE_SAMPLES`.
@Suite struct SampleFilesTests {
  private static let folder = ProcessInfo.processInfo.environment["OFFICE_SAMPLES"]

  @Test(.enabled(if: folder != nil)) func writesSamples() throws {
    let folder = URL(fileURLWithPath: try #require(Self.folder))
    let files = [
      ("report.docx", try Samples.report.bytes()),
      ("hostile.docx", try Samples.hostileReport.bytes()),
      ("ledger.xlsx", try Samples.ledger.bytes()),
      ("hostile.xlsx", try Samples.hostileLedger.bytes()),
    ]
    for (name, bytes) in files {
      try Data(bytes).write(to: folder.appending(path: name))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count >= files.count)
  }
}
