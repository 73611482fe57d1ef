import DutyStore
import DutyTestSupport
import Testing

/// Lines that cannot be read are moved away; all others stay byte for byte.
@Suite struct RepairTests {
  private static let unknown =
    Sample.done(6).replacing(#""type":"done""#, with: #""type":"sung","pitch":{ "a" : 440.0 }"#)
  private static let newer = Sample.done(7).replacing(#""v":1"#, with: #""v":9"#)
  private static let good = [Sample.done(1) + " \r", unknown, newer, Sample.done(2)]
  private static let bad = ["<<<<<<< HEAD", #"{"v":1,"#, "\u{0}\u{0}"]
  private static let text =
    [good[0], bad[0], good[1], bad[1], good[2], good[3], bad[2]].joined(separator: "\n")
  private static let kept = good.joined(separator: "\n") + "\n"

  private func repair(_ files: InMemoryFileSystem) throws -> [Repaired] {
    try Workspace.repair(
      at: Sample.location,
      as: Sample.author,
      lockMilliseconds: 10,
      files: files
    )
  }

  @Test func badLinesAreMovedAndTheRestStays() throws {
    let files = Sample.workspace(["sun@office": RepairTests.text, "zhou@office": Sample.done(3)])
    let repaired = try repair(files)
    #expect(repaired.map(\.path) == ["journal/sun@office.jsonl"])
    #expect(repaired.map(\.lines) == [[2, 4, 7]])
    #expect(files.text(Sample.journal) == RepairTests.kept)
    #expect(files.text(Sample.journal + ".bad") == RepairTests.bad.joined(separator: "\n") + "\n")
    #expect(files.text(Sample.journal + ".orig") == RepairTests.text)
    #expect(files.text("/w/journal/zhou@office.jsonl") == Sample.done(3))
  }

  @Test func secondRunDoesNothing() throws {
    let files = Sample.workspace(["sun@office": RepairTests.text])
    _ = try repair(files)
    let paths = files.paths
    files.fault = nil
    #expect(try repair(files) == [])
    #expect(files.paths == paths)
    #expect(!files.steps.contains { [.write, .rename, .truncate].contains($0.step) })
  }

  @Test func laterRepairKeepsTheEarlierBackup() throws {
    let files = Sample.workspace(["sun@office": RepairTests.text])
    _ = try repair(files)
    files.put(Sample.journal, RepairTests.kept + "{")
    #expect(try repair(files).map(\.backupPath) == ["journal/sun@office.jsonl.orig2"])
    #expect(files.text(Sample.journal + ".orig") == RepairTests.text)
    #expect(files.text(Sample.journal + ".bad")?.hasSuffix("\u{0}\u{0}\n{\n") == true)
  }

  @Test(arguments: [true, false]) func everyFaultLeavesItAsItWasOrMended(
    _ isPermanent: Bool
  ) throws {
    var step = 1
    while true {
      try #require(step < 200)
      let files = Sample.workspace(["sun@office": RepairTests.text])
      files.fault = .init(step: step, isPermanent: isPermanent, writtenBytes: 5)
      _ = try? repair(files)
      let text = files.text(Sample.journal)
      #expect(text == RepairTests.text || text == RepairTests.kept)
      if text == RepairTests.kept {
        #expect(files.text(Sample.journal + ".orig") == RepairTests.text)
        #expect(files.text(Sample.journal + ".bad")?.contains(RepairTests.bad[1]) == true)
      }
      // Afterwards it can be mended.
      let reached = files.steps.count >= step
      let after = files.afterCrash()
      _ = try repair(after)
      #expect(after.text(Sample.journal) == RepairTests.kept)
      // What was moved before the fault is not moved again.
      let moved = after.text(Sample.journal + ".bad")?.split(separator: "\n")
      #expect(moved?.filter { $0 == RepairTests.bad[1] }.count == 1)
      if !reached { return }
      step += 1
    }
  }
}
