import DutyModel
import DutyStore
import DutyTestSupport
import Foundation
import Testing

/// A journal line and the texts tests are made of.
enum Sample {
  static let settings = #"{"format":"duty.settings/1"}"#
  static let author = Author(name: "孙玉兰", writer: "sun@office")
  static let location = Workspace.Location(folder: "/w", source: .option)
  static let journal = "/w/journal/sun@office.jsonl"

  static let checklist = """
    {"format":"duty.checklist/1","id":"t","title":"清单","tiers":[{"kind":"secretary","title":"书记",
    "duties":[{"number":"1","title":"党课","schedule":"4 per year"}]}]}
    """

  /// A workspace with settings, a checklist and journals.
  static func workspace(_ journals: [String: String] = [:]) -> InMemoryFileSystem {
    let files = InMemoryFileSystem([
      "/w/duty.json": settings, "/w/checklists/t.json": checklist,
    ])
    files.putFolder("/w/journal")
    for (name, text) in journals { files.put("/w/journal/\(name).jsonl", text) }
    return files
  }

  /// The id with a number.
  static func id(_ number: Int) -> String {
    let digits = String(number)
    return "01KG" + String(repeating: "0", count: 22 - digits.count) + digits
  }

  /// A line that records something done.
  static func done(_ number: Int, note: String = "学习") -> String {
    #"{"v":1,"id":"\#(id(number))","at":"2026-05-06T09:12:33+08:00","by":"孙玉兰","type":"done","#
      + #""targets":[{"to":"t/s1a","for":"2026"}],"on":"2026-05-06","count":1,"note":"\#(note)"}"#
  }

  static func draft(_ note: String = "学习") -> Draft {
    Draft(.done([target], on: day, count: 1), note: note)
  }

  static let target = Target(
    to: Reference(checklist: "t", duty: "s1", requirement: "a"),
    period: .year(2026)
  )
  static let day = Day.firstDay(ofYear: 2026)

  /// A clock at a number of milliseconds after 2026-05-06T01:12:33Z, whose random bits are fixed.
  static func clock(_ milliseconds: Int = 0) -> Clock {
    Clock(now: Instant(milliseconds: 1_778_029_953_000 + milliseconds, offset: 480)) {
      (0x1234, 0x5678_9ABC_DEF0_1234)
    }
  }

  static func open(_ files: InMemoryFileSystem) throws -> Workspace {
    try Workspace.open(at: location, files: files)
  }

  @discardableResult
  static func record(
    _ files: any FileSystem,
    _ drafts: [Draft] = [draft()],
    clock: Clock = clock()
  ) throws -> Recorded {
    let recorded = try Workspace.record(
      at: location,
      as: author,
      clock: clock,
      lockMilliseconds: 50,
      files: files
    ) { _ in drafts }
    return try #require(recorded)
  }

  /// The bytes of a fixture.
  static func fixture(_ path: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(path)")))
  }

  /// The whole workspace of the first version of the formats, in memory.
  static func firstVersion() throws -> InMemoryFileSystem {
    let files = InMemoryFileSystem()
    for path in [
      "duty.json", "checklists/township.json", "journal/sun@office.jsonl",
      "journal/zhou@office.jsonl",
    ] {
      files.put("/w/\(path)", bytes: try fixture("formats/v1/\(path)"))
    }
    return files
  }
}

extension Workspace {
  /// The ids of all events, in order.
  var ids: [String] { journal.events.map(\.id.description) }
  var codes: [ProblemCode] { problems.map(\.code) }
}
