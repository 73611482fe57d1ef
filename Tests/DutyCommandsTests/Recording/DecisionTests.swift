import DutyCommands
import DutyTestSupport
import Foundation
import Testing

/// Decisions: waivers, returns, new dates, signatures, assignments.
@Suite struct DecisionTests {
  @Test func workForWhatIsWaivedIsRefused() throws {
    let office = RecordingOffice()
    _ = office.run("waive s11a --reason 合并")
    let reply = office.run("done s11a")
    #expect(reply.status == .usage)
    #expect(reply.errorText.contains("s11a is waived for 2026: 合并"))
    #expect(reply.errorText.contains("duty reopen s11a --for 2026 --reason <text>"))
    #expect(office.run("waive s11a --reason 再").status == .usage)
    #expect(office.run("reopen s11a --reason 仍办").status == .success)
    #expect(try office.result("done s11a", "state") == "done")
  }

  @Test func aYearIsWaivedButForWhatIsDone() throws {
    let office = RecordingOffice()
    _ = office.run("done g1 --for 2026-01")
    let answer = try office.json("waive g1 --year 2026 --reason 停")
    #expect((answer["results"] as? [[String: Any]])?.count == 11)
    #expect(office.run("waive g1 --year 2026 --reason 停").status == .usage)
    #expect(try office.result("waive town/g3 --year 2026 --reason 停", "state") == "waived")
    #expect(office.run("done town/g3").status == .usage)
  }

  @Test func whatIsDoneIsNotWaived() {
    let office = RecordingOffice()
    _ = office.run("done s11a")
    #expect(office.run("waive s11a --reason r").status == .usage)
  }

  @Test func aReturnNeedsSomethingToReturn() throws {
    let office = RecordingOffice()
    #expect(office.run("reopen s11a --reason r").status == .usage)
    _ = office.run("done s11a")
    #expect(try office.result("reopen s11a --reason 不合格", "done") == "0")
  }

  @Test(arguments: [
    ("g2 --for 2026-07-31 --to 2026-07-31", "already"),
    ("g2 --for 2026-07-31 --to 2026-01-31", "before"),
    ("town/g3 --to 2026-08-01", "no due day"),
  ]) func newDatesThatMakeNoSense(_ words: String, _ part: String) {
    let office = RecordingOffice()
    let reply = office.run("reschedule \(words) --reason r")
    #expect(reply.status == .usage)
    #expect(reply.errorText.contains(part))
    #expect(office.journal.isEmpty)
  }

  @Test func aSignatureRestsOnTheRecords() throws {
    let office = RecordingOffice()
    #expect(office.run("sign s11b --signer 张明").status == .usage)
    #expect(office.run("sign town/g3 --signer 张明").status == .usage)
    _ = office.run("done s11b --on 2026-05-06")
    _ = office.run("note s11b --note 照片")
    _ = office.run("done s11b --on 2026-03-06")
    let reply = office.run("sign s11b --signer 张明 --opinion 同意")
    #expect(
      reply.text.hasPrefix(
        "Signed: s11b 主持学习, for 2026, 张明, 2026-07-10 (Fri), resting on 2 records: 同意; "
      )
    )
    let line = try #require(office.journal.last)
    let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let seen = try #require(event?["seen"] as? [String])
    #expect(seen.count == 2)
    #expect(office.journal[0].contains(seen[0]))
    #expect(office.journal[2].contains(seen[1]))
  }

  @Test func aSignatureIsNoOlderThanTheWork() {
    let office = RecordingOffice()
    _ = office.run("done s11b --on 2026-05-06")
    _ = office.run("done s11b --on 2026-03-06")
    let early = office.run("sign s11b --signer 张明 --on 2026-05-05")
    #expect(early.status == .usage)
    #expect(early.errorText.contains("2026-05-06"), "\(early.errorText)")
    #expect(office.journal.count == 2)
    let reply = office.run("sign s11b --signer 张明 --on 2026-05-06")
    #expect(reply.status == .success)
    #expect(reply.errorText == "Note: 2026-05-06 (Wed) is 65 days ago\n")
    #expect(office.run("sign s11b --signer 王芳").errorText.isEmpty)
  }

  @Test func assignmentsFitTheKindOfDuty() {
    let office = RecordingOffice()
    #expect(office.run("assign m1 --owner 周平").status == .usage)
    #expect(office.run("assign m1 --owner 周平 --instead-of 王芳").status == .usage)
    #expect(office.run("assign m1 --owner 赵敏 --instead-of 李强").status == .usage)
    #expect(office.run("assign s11 --owner 周平 --instead-of 王芳").status == .usage)
    #expect(office.journal.isEmpty)
    #expect(office.run("assign m1 --owner 周平 --instead-of 李强").status == .success)
    #expect(
      office.run("assign s11 g1 --owner 陈静 --department 党政办 --department 纪委").status == .success
    )
    let line = office.journal.last ?? ""
    #expect(line.contains("\"targets\":[{\"to\":\"town/s11\"},{\"to\":\"town/g1\"}]"))
    #expect(line.contains("\"departments\":[\"党政办\",\"纪委\"]"))
  }

  @Test(arguments: [("07-01", "2026-07-01"), ("09-01", "2026-09-01"), ("2027-02-01", "2027-02-01")])
  func aDateOfAnAssignmentIsTheNearest(_ typed: String, _ day: String) {
    let office = RecordingOffice()
    _ = office.run("assign g1 --owner 陈静 --from \(typed)")
    #expect(office.journal.last?.contains("\"from\":\"\(day)\"") == true)
  }

  // MARK: - Findings

  @Test func aFindingIsOpenedChangedClosedAndReopened() throws {
    let office = RecordingOffice()
    let add = office.run("finding add 缺签到表 --owner 王芳 --due 8月底 --about s11b --about town/g3")
    #expect(
      add.text.hasPrefix("Finding recorded: f")
    )
    #expect(add.text.contains("缺签到表, 王芳, due 2026-08-31 (Mon); now open\n"))
    #expect(office.journal.last?.contains("\"about\":[\"town/s11b\",\"town/g3\"]") == true)
    let name = "f" + RecordingOffice.record(in: add).lowercased()
    #expect(office.run("finding reopen \(name) --reason r").status == .usage)
    #expect(office.run("finding update \(name) --measure 每周核对 --clear due").status == .success)
    #expect(office.journal.last?.contains("\"set\":{\"measure\":\"每周核对\",\"due\":null}") == true)
    #expect(office.run("finding close \(name) --on 2026-07-01").status == .usage)
    let close = office.run("finding close \(name.uppercased()) --confirmed-by 张明")
    #expect(close.text.contains("now closed\n"))
    #expect(office.run("finding close \(name)").status == .usage)
    #expect(office.run("finding reopen \(name) --reason 反弹").text.contains("now open\n"))
    #expect(office.run("undo").text.contains("now closed\n"))
    #expect(office.run("finding close f999999").status == .noInput)
  }

  @Test func aFindingIsNotDueBeforeItIsFound() {
    let office = RecordingOffice()
    #expect(office.run("finding add t --due 2026-07-01").status == .usage)
    #expect(office.journal.isEmpty)
  }
}
