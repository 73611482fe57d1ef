import DutyCommands
import DutyStore
import DutyTestSupport
import Testing

/// Taking back, and bringing back.
@Suite struct UndoTests {
  @Test func takesBackOnesOwnLastRecordAndBringsItBack() throws {
    let office = RecordingOffice()
    _ = office.run("done s11b")
    _ = office.run("done s11b --on 2026-07-08")
    let undo = office.run("undo")
    #expect(
      undo.text.hasPrefix(
        "Undone: s11b 主持学习, 2026-07-08 (Wed), counts 1 for 2026; now 1/4, in-progress\n"
      )
    )
    let name = RecordingOffice.record(in: undo)
    #expect(undo.text.contains("    Bring it back: duty undo \(name)"))
    let back = office.run("undo \(name.lowercased())")
    #expect(
      back.text.hasPrefix(
        "Brought back: s11b 主持学习, 2026-07-08 (Wed), counts 1 for 2026; now 2/4, in-progress\n"
      )
    )
    // And away again.
    let again = office.run("undo \(RecordingOffice.record(in: back))")
    #expect(again.text.hasPrefix("Undone: s11b"))
    #expect(try office.result("done s11b -n", "done") == "2")
  }

  @Test func goesOnFromOneToTheNext() {
    let office = RecordingOffice()
    _ = office.run("done s11a")
    _ = office.run("waive g1 --reason 停")
    #expect(office.run("undo").text.hasPrefix("Undone: waiver: g1 例会"))
    #expect(office.run("undo").text.hasPrefix("Undone: s11a 讲党课"))
    let reply = office.run("undo")
    #expect(reply.status == .negative)
    #expect(reply.errorText.hasPrefix("Error: Nothing to undo: "))
  }

  @Test func doesNotReachBackFurtherThanADay() {
    var office = RecordingOffice()
    let name = RecordingOffice.record(in: office.run("done s11a"))
    office.scene.now = .init(
      milliseconds: office.scene.now.milliseconds + 7 * 86_400_000,
      offset: 480
    )
    let reply = office.run("undo")
    #expect(reply.status == .negative)
    #expect(reply.errorText.contains("\(name), 7 days ago"))
    #expect(office.run("undo \(name)").status == .success)
  }

  /// A tool that keeps folders alike leaves a copy of a file whose name comes first.
  @Test func aCopyOfOnesFileBesideItTakesNothingAway() throws {
    let office = RecordingOffice()
    _ = office.run("done s11a")
    let first = try #require(office.journal.first)
    let lines = try #require(office.scene.files.text(RecordingOffice.path))
    let copy = RecordingOffice.path.replacing(".jsonl", with: " (conflicted copy).jsonl")
    office.scene.files.put(copy, lines)
    _ = office.run("done s11b")
    let id = try #require(first.firstMatch(of: /"id":"(\w+)"/)).1
    #expect(office.journal.last?.contains("\"prev\":\"\(id)\"") == true, "\(office.journal)")
    #expect(office.run("undo").text.hasPrefix("Undone: s11b"))
    #expect(office.run("undo").text.hasPrefix("Undone: s11a"))
    #expect(office.run("undo").status == .negative)
  }

  @Test func leavesOthersAloneUnlessTheyAreNamed() {
    var office = RecordingOffice()
    let name = RecordingOffice.record(in: office.run("done s11a"))
    office.scene.environment["USER"] = "wangfang"
    #expect(office.run("undo").status == .negative)
    #expect(office.run("undo \(name)").status == .success)
  }

  @Test func whatIsUndoneIsNotUndoneTwice() {
    let office = RecordingOffice()
    let name = RecordingOffice.record(in: office.run("done s11a"))
    let undo = RecordingOffice.record(in: office.run("undo"))
    let reply = office.run("undo \(name)")
    #expect(reply.status == .usage)
    #expect(reply.errorText.contains("\(name) is undone already, by \(undo)"))
    #expect(reply.errorText.contains("Bring it back: duty undo \(undo)"))
    #expect(office.journal.count == 2)
  }

  @Test func aBatchGoesAsAWhole() {
    let office = RecordingOffice()
    _ = office.run("done s11a")
    _ = office.run("done s11b")
    let sign = office.run("sign s11a s11b --signer 张明")
    #expect(sign.status == .success)
    #expect(office.journal.last?.contains("\"type\":\"batch\"") == true)
    let name = RecordingOffice.record(in: sign)
    let undo = office.run("undo \(name)-2")
    #expect(undo.text.split(separator: "\n").count == 3)
    #expect(undo.errorText == "Note: these 2 records were made by one command and go together\n")
  }

  @Test(arguments: [
    ("ZZZZZZ", DutyCommands.ExitStatus.noInput), ("abc", .noInput), ("IIIIII", .noInput),
  ])
  func unknownRecords(_ name: String, _ status: DutyCommands.ExitStatus) {
    let office = RecordingOffice()
    _ = office.run("done s11a")
    #expect(office.run("undo \(name)").status == status)
    #expect(office.journal.count == 1)
  }
}
