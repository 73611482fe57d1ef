import DutyCommands
import DutyTestSupport
import Testing

/// For which occurrence a record of work is made.
@Suite struct WhichOccurrenceTests {
  @Test(arguments: [
    // A counted schedule: the period that holds the day.
    ("g1 --on 2026-05-20", "2026-05"),
    ("g1", "2026-07"),
    ("g6 --on 2026-04-03", "2026-Q2"),
    ("s11b --on 2025-12-31", "2025"),
    // What is said wins, in any way of writing it.
    ("g1 --for 2026-05", "2026-05"),
    ("g1 --for 2026年5月", "2026-05"),
    ("g6 --on 2026-04-03 --for 2026-q1", "2026-Q1"),
    ("g2 --on 2026-07-08 --for 2026-07-31", "2026-07-31"),
    ("s11a --for 2026", "2026"),
    // Without due days: the year of the day.
    ("town/g3 --on 2025-12-31", "2025"),
    ("c1", "2026"),
    ("c1 --for 2026", "2026"),
    // Dates: the next one, unless a single missed one is nearer.
    ("g2 --on 2026-01-20", "2026-01-31"),
    ("g2 --on 2026-01-31", "2026-01-31"),
    ("g2 --on 2026-02-10", "2026-01-31"),
    // Owed once: there is no other.
    ("g5", "2025-06-30"),
    ("g5 --on 2025-06-02", "2025-06-30"),
    // Each of several persons has dates of their own.
    ("m2 --owner 李强 --on 2026-04-10", "2026-03-31"),
  ]) func isFound(_ words: String, _ period: String) throws {
    let office = RecordingOffice()
    #expect(try office.result("done \(words) --dry-run", "period") == period)
    // What is stored is what is echoed.
    _ = office.run("done \(words)")
    #expect(office.journal.last?.contains("\"for\":\"\(period)\"") == true)
  }

  @Test func aReportThatFitsTwoDatesIsRefused() {
    let office = RecordingOffice()
    let reply = office.run("done g2 --on 2026-07-08")
    #expect(reply.status == .usage)
    #expect(reply.output.isEmpty)
    #expect(
      reply.errorText == """
        Error: g2 on 2026-07-08 may be for any of 2 occurrences
          Say which:
            duty done g2 --on 2026-07-08 --for 2026-01-31
            duty done g2 --on 2026-07-08 --for 2026-07-31
          Nothing was recorded.

        """
    )
    #expect(office.journal.isEmpty)
  }

  @Test func afterTheMissedOneIsDoneTheNextIsMeant() throws {
    let office = RecordingOffice()
    _ = office.run("done g2 --for 2026-01-31 --on 2026-02-12")
    #expect(try office.result("done g2 --on 2026-07-08", "period") == "2026-07-31")
  }

  @Test func inTheFirstMonthsTheLastYearIsLookedAtToo() {
    let office = RecordingOffice()
    let reply = office.run("done g2 --today 2026-03-01")
    for label in ["2025-01-31", "2025-07-31", "2026-01-31", "2026-07-31"] {
      #expect(reply.errorText.contains("duty done g2 --today 2026-03-01 --for \(label)\n"))
    }
  }

  @Test(arguments: [
    ("g1 --for 2026-Q2", "unknown-period"),
    ("g1 --for 2026-13", "usage"),
    ("g1 --for soon", "usage"),
    ("g2 --for 2026-07-30", "unknown-period"),
    // The year of ongoing work is that of its day.
    ("town/g3 --for 2025", "unknown-period"),
    ("g5 --for 2026-06-30", "unknown-period"),
  ]) func unknownPeriodsAreRefused(_ words: String, _ code: String) {
    let office = RecordingOffice()
    let reply = office.run("done \(words) --json")
    #expect(reply.status == .usage)
    #expect(reply.errorText.contains("\"code\":\"\(code)\""))
    #expect(office.journal.isEmpty)
  }

  @Test func whatIsTypedAgainKeepsTheRest() {
    let office = RecordingOffice()
    let several = office.scene.run([
      "done", "g1", "g2", "s11", "--on", "2026-07-08", "--all", "--note", "a b",
    ])
    #expect(
      several.errorText.contains(
        "duty done g1 g2@2026-01-31 s11 --on 2026-07-08 --all --note 'a b'\n"
      )
    )
    let one = office.run("done --note x g2 --on 2026-07-08 --count 2")
    #expect(
      one.errorText.contains("duty done --note x g2 --on 2026-07-08 --count 2 --for 2026-07-31\n")
    )
    let apart = office.run("done --on 2026-07-08 -- g2")
    #expect(apart.errorText.contains("duty done --on 2026-07-08 --for 2026-07-31 -- g2\n"))
    var input = office
    input.scene.input = ["g2"]
    #expect(input.run("done - --on 2026-07-08").errorText.contains("    g2@2026-01-31\n"))
  }

  @Test func eachIdCanHaveItsOwnPeriod() {
    let office = RecordingOffice()
    #expect(office.run("done g2@2026-01-31 g1@2026-05 ｇ6＠2026Q1").status == .success)
    let journal = office.journal.last ?? ""
    #expect(journal.contains(#"{"to":"town/g2a","for":"2026-01-31"}"#), "\(journal)")
    #expect(journal.contains(#"{"to":"town/g1a","for":"2026-05"}"#), "\(journal)")
    #expect(journal.contains(#"{"to":"town/g6a","for":"2026-Q1"}"#), "\(journal)")
    #expect(office.run("waive g2@2026-07-31 --for 2026-07-31 --reason x").status == .success)
    #expect(office.run("done g1@2026-Q2").errorText.contains("g1 has no occurrence '2026-Q2'"))
  }

  // MARK: - Whose

  @Test func aDutyOfEachNeedsAName() {
    let office = RecordingOffice()
    let reply = office.run("done m1")
    #expect(reply.status == .usage)
    #expect(reply.errorText.contains("Each of 2 persons owes m1: 李强, 赵敏"))
    #expect(reply.errorText.contains("Nothing was recorded."))
    #expect(office.run("done m1 --owner 王芳").status == .usage)
    #expect(office.journal.isEmpty)
  }

  @Test(arguments: ["done m1 --owner 赵敏", "done m1 --as 赵敏"])
  func theNameIsStored(_ words: String) throws {
    let office = RecordingOffice()
    let reply = office.run(words)
    #expect(reply.text.hasPrefix("Recorded: m1 讲课, 赵敏, 2026-07-10 (Fri), counts 1 for 2026"))
    #expect(office.journal.last?.contains("\"owner\":\"赵敏\"") == true)
    // The other one still owes it.
    #expect(try office.result("done m1 --owner 李强 --dry-run", "done") == "1")
  }

  @Test func whereOnePersonAnswersNoNameIsStored() {
    let office = RecordingOffice()
    #expect(office.run("done g1 --owner 王芳").status == .success)
    #expect(office.journal.last?.contains("owner") == false)
    #expect(office.run("done g1 --owner 李强").status == .usage)
    #expect(office.journal.count == 1)
  }

  @Test func theNextHolderOfASeatRecordsForIt() throws {
    let office = RecordingOffice()
    #expect(
      office.run("assign m1 --owner 周平 --instead-of 李强 --from 2026-07-01").status == .success
    )
    #expect(try office.result("done m1 --owner 周平", "done") == "1")
    #expect(office.run("done m1 --owner 李强").status == .usage)
  }
}
