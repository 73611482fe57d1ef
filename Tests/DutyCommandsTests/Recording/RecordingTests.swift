import DutyCommands
import DutyStore
import DutyTestSupport
import Foundation
import Testing

/// What every command that records keeps to.
@Suite struct RecordingTests {
  // MARK: - Echo

  @Test func tellsWhatWasUnderstoodAndWhatItChanged() {
    let office = RecordingOffice()
    let reply = office.run("done s11b --on 2026-07-08")
    let name = RecordingOffice.record(in: reply)
    #expect(name.utf8.count == 6)
    #expect(
      reply.text == """
        Recorded: s11b 主持学习, 2026-07-08 (Wed), counts 1 for 2026; now 1/4, in-progress
          Record \(name)    Undo: duty undo \(name)    In: /office/Data

        """
    )
    #expect(reply.errors.isEmpty)
    #expect(reply.recorded?.hasSuffix(name) == true)
  }

  @Test(arguments: [
    ("done s11b --on 周三", "已记录：s11b 主持学习，2026-07-08（周三），计1次，属2026；现为1/4，进行中"),
    ("done g1 --for 2026-06", "已记录：g1 例会，2026-07-10（周五），计1次，属2026-06；现为1/1，已完成，迟10天"),
    ("done s11b --count 5", "已记录：s11b 主持学习，2026-07-10（周五），计5次，属2026；现为5/4，已完成（多1次）"),
    ("done town/g3", "已记录：town/g3 日常教育，2026-07-10（周五），属2026；现有1条记录，长期"),
    ("note s11b --note 补传", "已记佐证：s11b 主持学习，2026-07-10（周五），属2026，不计次；现为0/4，待办"),
    ("start g2 --for 2026-07-31", "已开始：g2 书面报告，2026-07-10（周五），属2026-07-31；现为0/1，临期21天"),
    ("waive g1 --for 2026-02 --reason 春节", "已免办：g1 例会，属2026-02，原因：春节；现为0/1，免办"),
    (
      "reschedule g2 --for 2026-07-31 --to 8月15日 --reason 延期",
      "已改期：g2 书面报告，属2026-07-31，期限由2026-07-31改为2026-08-15（周六），原因：延期；现为0/1，待办"
    ),
    ("assign s11 --owner 陈静 --from 09-01", "已分工：s11 廉政教育，2026-09-01（周二）起由陈静负责"),
  ]) func speaksChinese(_ words: String, _ line: String) throws {
    var office = RecordingOffice()
    office.scene.environment["LANG"] = "zh_CN.UTF-8"
    let lines = office.run(words).text.split(separator: "\n").map(String.init)
    #expect(lines.first == line)
    #expect(lines.last?.hasPrefix("  记录 ") == true)
    #expect(lines.last?.contains("    撤销：duty undo ") == true)
  }

  @Test func saysThatARecordStandsTooClose() {
    let office = RecordingOffice()
    _ = office.run("done g4 --on 2026-06-01")
    let reply = office.run("done g4 --on 2026-07-08")
    #expect(
      reply.text.hasPrefix(
        "Recorded: g4 谈话, 2026-07-08 (Wed), for 2026, not counted again "
          + "(only 37 days from 06-01, must be 60); now 1/2, in-progress\n"
      )
    )
  }

  @Test func answersInJSON() throws {
    let office = RecordingOffice()
    let answer = try office.json("done s11b m1 --as 李强 --on 2026-07-08")
    #expect(
      Set(answer.keys) == [
        "format", "today", "year", "unreadableLines", "event", "results", "dryRun", "duplicate",
      ]
    )
    #expect(answer["format"] as? String == "duty.recorded/1")
    let results = try #require(answer["results"] as? [[String: Any]])
    #expect(results.count == 2)
    for result in results {
      #expect(Set(result.keys) == ["id", "period", "owner", "state", "done", "owed"])
    }
    #expect(results[1]["owner"] as? String == "李强")
    let event = try #require(answer["event"] as? [String: Any])
    let line = try #require(office.journal.last)
    let stored = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary
    #expect(stored == event as NSDictionary)
  }

  @Test func isQuiet() {
    let office = RecordingOffice()
    let reply = office.run("done s11b --quantity 2次 -q")
    #expect(reply.output.isEmpty)
    #expect(reply.errors.isEmpty)
    #expect(office.journal.count == 1)
    #expect(office.run("done s11b -q --json").status == .usage)
  }

  // MARK: - Several, or none

  @Test func severalIDsAreOneEvent() {
    let office = RecordingOffice()
    let reply = office.run("done s11a g1 c1")
    #expect(reply.text.split(separator: "\n").count == 4)
    #expect(office.journal.count == 1)
    #expect(office.journal.first?.contains("batch") == false)
  }

  @Test(arguments: [
    ("done s11a g99", DutyCommands.ExitStatus.noInput),
    ("done s11a g2 --on 2026-07-08", .usage),
    ("done s11a g3", .usage),
    ("done s11a m1", .usage),
    ("done s11a s11a", .usage),
    ("done s11a S11A", .usage),
    ("waive s11a g5x --reason r", .noInput),
    ("finding add t --about s11 --about s99", .noInput),
    ("done s11a s11", .usage),
  ]) func allOrNothing(_ words: String, _ status: DutyCommands.ExitStatus) {
    let office = RecordingOffice()
    let reply = office.run(words)
    #expect(reply.status == status)
    #expect(reply.output.isEmpty)
    #expect(reply.errorText.hasSuffix("Nothing was recorded.\n"))
    #expect(office.journal.isEmpty)
  }

  @Test func everyRequirementOnlyWhenAsked() {
    let office = RecordingOffice()
    let reply = office.run("done s11")
    #expect(reply.status == .usage)
    #expect(reply.errorText.contains("s11b 主持学习 0/4"))
    #expect(office.run("done s11 --all").status == .success)
    #expect(office.journal.count == 1)
  }

  @Test func readsIDsFromStandardInput() {
    var office = RecordingOffice()
    office.scene.input = ["s11a", "", "  g1 ", "\u{FEFF}c1"]
    #expect(office.run("done -").text.split(separator: "\n").count == 4)
    office.scene.input = []
    let reply = office.run("done -")
    #expect(reply.status == .usage)
    #expect(reply.errorText.hasPrefix("Error: No ids on standard input\n"))
  }

  // MARK: - Key and dry run

  @Test func aKeyRecordsOnce() throws {
    let office = RecordingOffice()
    #expect(try office.json("done s11b --key k")["duplicate"] as? Bool == false)
    let again = try office.json("done s11b --key k")
    #expect(again["duplicate"] as? Bool == true)
    #expect((again["event"] as? [String: Any])?["key"] as? String == "k")
    #expect(office.journal.count == 1)
    // Taken back, the key is free again.
    _ = office.run("undo")
    #expect(try office.json("done s11b --key k")["duplicate"] as? Bool == false)
    #expect(office.run("done s11b --key k").text.hasPrefix("Recorded before under the key 'k'"))
  }

  @Test(arguments: [
    "done s11b --on 2026-07-08 --note 学习", "note g1 --cause 停电", "waive g1 --reason r",
    "assign s11 --owner 陈静", "finding add 标题 --due 8月底", "reschedule g1 --to 2026-08-05 --reason r",
  ]) func aDryRunChangesNothing(_ words: String) throws {
    let office = RecordingOffice()
    let before = office.tree
    let reply = office.run(words + " --dry-run")
    #expect(reply.status == .success)
    #expect(office.tree == before)
    #expect(reply.recorded == nil)
    #expect(reply.text.hasPrefix("Dry run, nothing written: "))
    // The line it shows is the line it then writes, but for the id.
    let shown = try #require(reply.text.split(separator: "\n").last).dropFirst(2)
    _ = office.run(words)
    let written = try #require(office.journal.last)
    let id = try #require(written.split(separator: "\"").dropFirst(5).first)
    #expect(String(shown) == written.replacingOccurrences(of: String(id), with: "-"))
  }

  @Test func aDryRunFailsAsTheRealOneWould() {
    let office = RecordingOffice()
    #expect(office.run("done g99 -n").status == .noInput)
    #expect(office.run("undo -n").status == .negative)
  }

  // MARK: - Days

  @Test func aDayToComeIsRefused() {
    let office = RecordingOffice()
    let reply = office.run("done s11b --on 2026-08-01")
    #expect(reply.status == .usage)
    #expect(reply.errorText.hasPrefix("Error: 2026-08-01 is after today (2026-07-10)\n"))
    // The day looked at is no licence: what counts is the clock.
    #expect(office.run("done s11b --today 2027-01-01").status == .usage)
    #expect(office.journal.isEmpty)
  }

  @Test func theDayLookedAtIsTheDayOfTheWork() {
    let office = RecordingOffice()
    _ = office.run("done s11b --today 2026-07-01")
    #expect(office.journal.last?.contains("\"on\":\"2026-07-01\"") == true)
    #expect(office.journal.last?.contains("\"at\":\"2026-07-10T") == true)
  }

  @Test(arguments: [
    ("done s11b --on 2026-05-01", "Note: 2026-05-01 (Fri) is 70 days ago\n"),
    ("done s11b --on 2026-06-10", ""),
    (
      "done s11b --quantity 2次",
      "Note: the quantity '2次' is evidence only, this record counts 1. To count 2, undo it "
        + "and add --count 2\n"
    ),
    ("done s11b --quantity 2次 --count 2", ""),
    ("done s11b --quantity 45人次", ""),
    (
      "done s11b --quantity 0.5期",
      "Note: the quantity '0.5期' is evidence only, this record counts 1\n"
    ),
    (
      "done g4 --count 2",
      "Note: g4 must lie days apart, so that a record of it counts once, not 2 times\n"
    ),
  ]) func hintsAtSlips(_ words: String, _ hint: String) {
    let reply = RecordingOffice().run(words)
    #expect(reply.status == .success)
    #expect(reply.errorText == hint)
  }

  @Test func hintsAtTheSameRecordWithinAMinute() {
    var office = RecordingOffice()
    let name = RecordingOffice.record(in: office.run("done s11b"))
    let hint = "Note: the same was recorded less than a minute ago: \(name)\n"
    #expect(office.run("done s11b").errorText == hint)
    #expect(office.run("done s11b --on 2026-07-08").errorText.isEmpty)
    office.scene.now = .init(milliseconds: office.scene.now.milliseconds + 61_000, offset: 480)
    #expect(office.run("done s11b").errorText.isEmpty)
  }

  // MARK: - Options

  @Test(arguments: [
    "done s11b --count 0", "done s11b --count 367", "done s11b --quantity 45",
    "done s11b --quantity 人",
    "done s11b --lock-timeout -1", "waive s11b", "reopen s11b", "reschedule s11b --reason r",
    "reschedule s11b --to 2026-08-01", "sign s11b", "assign s11", "note s11b",
    "assign s11 --owner 王芳、李强", "assign s11 --owner 无",
    "waive s11b --reason r --year 2026 --for 2026", "waive s11b --reason r --year 0",
    "finding reopen f123456", "finding update f123456",
    "finding update f123456 --due 8月底 --clear due",
  ]) func refusesWhatMakesNoSense(_ words: String) {
    let office = RecordingOffice()
    let reply = office.run(words)
    #expect(reply.status == .usage)
    #expect(reply.output.isEmpty)
    #expect(office.journal.isEmpty)
  }

  @Test func aPersonIsToldThatIDsAreRead() {
    var office = RecordingOffice()
    office.scene.answers = ["s11a"]
    office.scene.input = ["g1"]
    #expect(office.run("done -").text.split(separator: "\n").count == 3)
  }

  @Test func waitsForOtherWritersAsLongAsItIsTold() throws {
    let office = RecordingOffice()
    _ = office.run("done s11a")
    let lock = try office.scene.files.lock(
      "\(Scene.folder)/journal/liuwen@pc1.lock",
      holder: "liuwen@pc1",
      milliseconds: 0
    )
    let reply = office.run("done s11b --lock-timeout 0")
    #expect(reply.status == .temporary)
    #expect(reply.errorText.hasSuffix("Nothing was recorded.\n"))
    // A dry run asks for no lock.
    #expect(office.run("done s11b --dry-run").status == .success)
    lock.release()
    #expect(office.run("done s11b --lock-timeout 0").status == .success)
  }

  @Test(arguments: [
    (FileError.Reason.noSpace, "Reason: no space is left on the disk, or the quota is used up.\n"),
    (.io(5), "Reason: input or output failed (system error 5). The disk may be failing.\n"),
  ])
  func whyTheDiskDidNotConfirmIsTold(_ reason: FileError.Reason, _ words: String) throws {
    let files = RecordingOffice().scene.files
    files.fault = nil
    _ = Scene(files: files).run("done s11a")
    let step = try #require(files.steps.firstIndex { $0.step == .synchronize }) + 1
    let office = RecordingOffice()
    office.scene.files.fault = .init(step: step, reason: reason)
    let reply = office.run("done s11a")
    #expect(reply.status == .inputOutput)
    #expect(reply.errorText.contains("did not confirm"))
    #expect(reply.errorText.hasSuffix("  " + words), "\(reply.errorText)")
  }

  @Test(arguments: [
    ("done s11b --on 2026-07-11", "Record it then, or use duty start."),
    ("note s11b --note n --on 2026-07-11", "Record it then."),
    ("start s11b --on 2026-07-11", "Record it then."),
    ("finding close f123456 --on 2026-07-11", "Record it then."),
  ])
  func whatIsToComeIsRecordedThen(_ words: String, _ advice: String) {
    let reply = RecordingOffice().run(words)
    #expect(reply.status == .usage)
    #expect(reply.errorText.contains("  \(advice)\n"), "\(reply.errorText)")
  }

  /// What is above duties has an id of the same form.
  @Test(arguments: ["assign", "show", "done", "history"])
  func tiersAreToldFromDuties(_ command: String) {
    let line = command == "assign" ? "assign g0 --owner 王芳" : "\(command) g0"
    let reply = RecordingOffice().run(line)
    #expect(reply.status == .noInput)
    #expect(
      reply.errorText.hasPrefix(
        """
        Error: 'g0' is a tier of town (党委), not a duty
          Name its duties, g1-g6 s11: duty list --checklist town --tier g0
        """
      ),
      "\(reply.errorText)"
    )
  }

  @Test func theEnvironmentSetsTheTimeToWait() {
    var office = RecordingOffice()
    office.scene.environment["DUTY_LOCK_TIMEOUT"] = "soon"
    let reply = office.run("done s11b")
    #expect(reply.status == .usage)
    #expect(reply.errorText.contains("DUTY_LOCK_TIMEOUT"))
    office.scene.environment["DUTY_LOCK_TIMEOUT"] = "3"
    #expect(office.run("done s11b").status == .success)
  }

  @Test func aBrokenChecklistElsewhereDoesNotMakeARecordFail() {
    let office = RecordingOffice()
    office.scene.files.put("\(Scene.folder)/checklists/bureau.json", "{")
    #expect(office.run("done s11b").status == .data)
    #expect(office.journal.isEmpty)
    let reply = office.run("done town/s11b")
    #expect(reply.status == .success)
    #expect(reply.errorText.contains("bureau.json"))
    #expect(office.journal.count == 1)
  }

  @Test func recordsOfALaterVersionForbidRecording() {
    let office = RecordingOffice()
    office.scene.files.put(
      "\(Scene.folder)/journal/new@pc9.jsonl",
      "{\"v\":2,\"id\":\"01KX4XTGH9BVPG000008000002\"}\n"
    )
    let reply = office.run("done s11b")
    #expect(reply.status == .data)
    #expect(office.journal.isEmpty)
  }
}
