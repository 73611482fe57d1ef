import DutyCommands
import DutyStore
import DutyTestSupport
import Testing

/// Records are dated by the clock: what seems wrong with it is told when something is recorded.
@Suite struct ClockTests {
  @Test(arguments: ["done s11a", "done s11a --dry-run", "done s11a --quiet", "undo --dry-run"])
  func aClockThatWasSetBackIsNoticed(words: String) throws {
    var office = RecordingOffice()
    office.scene.now = try #require(Instant("2026-07-12T09:00:00+08:00"))
    #expect(office.run("done g1").errorText.isEmpty)
    office.scene.now = try #require(Instant("2026-07-11T08:59:00+08:00"))
    let reply = office.run(words)
    #expect(reply.status == .success)
    #expect(
      reply.errorText.hasPrefix(
        "Warning: the clock of this computer says 2026-07-11T08:59:00+08:00, and the journal has a"
      ),
      "\(reply.errorText)"
    )
    #expect(reply.errorText.contains("made at 2026-07-12T09:00:00+08:00"))
    office.scene.now = try #require(Instant("2026-07-11T09:01:00+08:00"))
    #expect(!office.run(words).errorText.contains("clock"))
  }

  @Test(arguments: [
    ("Asia/Shangai", false), (":Nonsense", false), ("CST8x/", true), ("/etc/nothing", false),
    ("Asia/Shanghai", true), (":Asia/Shanghai", true), ("UTC", true), ("", true), ("CST-8", true),
    ("<+08>-8", true), ("EST5EDT,M3.2.0,M11.1.0", true), ("XX-8", false), ("CST", false),
  ])
  func aTimeZoneThatIsNotKnownIsTold(zone: String, isKnown: Bool) {
    var office = RecordingOffice()
    office.scene.files.put("/usr/share/zoneinfo/Asia/Shanghai", "TZif")
    office.scene.environment["TZ"] = zone
    let reply = office.run("done s11a")
    let warning = "Warning: the system knows no time zone '\(zone)' (TZ)"
    #expect(reply.errorText.hasPrefix(warning) == !isKnown, "\(reply.errorText)")
    #expect(reply.status == .success)
    #expect(!office.run("list").errorText.contains("time zone"))
    // A clock that is set for one run is by no time zone.
    office.scene.environment["DUTY_NOW"] = "2026-07-10T10:00:00+08:00"
    #expect(office.run("done g1").errorText.isEmpty)
  }
}
