import DutyTestSupport
import Foundation
import Testing

/// What the program answers, against transcripts that anyone can read and write.
///
/// `DUTY_RECORD=1` rewrites them with what the program answers now; such a run fails, so that a
/// recording is never taken for a pass.
@Suite struct TranscriptTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts")

  @Test(arguments: try Transcript.all(in: folder)) func replays(_ transcript: Transcript) throws {
    let replayed = try transcript.replayed()
    guard ProcessInfo.processInfo.environment["DUTY_RECORD"] == nil else {
      try transcript.record(replayed)
      Issue.record("recorded \(transcript.name)")
      return
    }
    #expect(replayed == transcript.lines)
  }
}
