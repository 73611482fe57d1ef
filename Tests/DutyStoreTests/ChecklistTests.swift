import DutyModel
import DutyStore
import DutyTestSupport
import Testing

/// Checklist files: what they say, and all their problems at once.
@Suite struct ChecklistTests {
  private static func words(_ problem: Problem) -> String {
    let place = "\(problem.place.line ?? 0):\(problem.place.column ?? 0)"
    let parts = [problem.code.rawValue, problem.subject ?? "-"] + problem.nearest
    return ([place] + parts).joined(separator: " ")
  }

  private func file(_ text: String) -> ChecklistFile {
    ChecklistFile(path: "checklists/t.json", bytes: Array(text.utf8))
  }

  /// A checklist with some duties in one secretary's tier.
  private func file(duties: String, more: String = "") -> ChecklistFile {
    file(
      """
      {"format":"duty.checklist/1","id":"t","title":"清单",\(more)
      "tiers":[{"kind":"secretary","title":"书记","duties":[
      \(duties)
      ]}]}
      """
    )
  }

  private func problems(_ file: ChecklistFile) -> [String] {
    file.problems.map(ChecklistTests.words)
  }

  @Test(arguments: [
    ("", "1:1 bad-json -"), ("[]", "1:1 bad-format -"), ("{}", "1:1 bad-format -"),
    (#"{"format":"duty.checklist/2","tiers":7}"#, "1:11 newer-format duty.checklist/2"),
    (#"{"format":"duty.settings/1"}"#, "1:11 bad-format duty.settings/1"),
    (#"{"format":"duty.checklist/1",}"#, "1:29 bad-json -"),
    ("{\"format\":\"duty.checklist/1\",\n // x\n}", "2:2 bad-json -"),
    (#"{"format":"duty.checklist/1","id":"t","id":"t"}"#, "1:39 duplicate-key -"),
    (#"{"format":"duty.checklist/1","id":"t","\u0069d":"t"}"#, "1:39 duplicate-key -"),
  ])
  func filesThatAreNone(_ text: String, _ expected: String) {
    let file = file(text)
    #expect(file.checklist == nil)
    #expect(problems(file).last == expected)
  }

  @Test(arguments: [
    (#"{"number":"1","title":"x"}"#, "3:1 no-requirement s1"),
    (#"{"number":"1","title":"x","requirements":[]}"#, "3:1 no-requirement s1"),
    (#"{"number":"1","schedule":"ongoing"}"#, "3:1 missing-key s1"),
    (#"{"title":"x","schedule":"ongoing"}"#, "3:1 missing-key -"),
    (#"{"number":"甲","title":"x","schedule":"ongoing"}"#, "3:1 missing-key 甲"),
    (#"{"id":"S1","number":"1","title":"x","schedule":"ongoing"}"#, "3:7 bad-id S1 s1"),
    (#"{"id":"ab","number":"1","title":"x","schedule":"ongoing"}"#, "3:7 bad-id ab"),
    (#"{"id":7,"number":"1","title":"x","schedule":"ongoing"}"#, "3:7 bad-type -"),
    (
      #"{"number":"1","title":"x","schedule":"by 13-01 each year"}"#,
      "3:42 bad-date by 13-01 each year"
    ),
    (#"{"number":"1","title":"x","schedule":"定期"}"#, "3:39 vague-schedule 定期"),
    (#"{"number":"1","title":"x","schedule":"often"}"#, "3:39 vague-schedule often"),
    (
      #"{"number":"1","title":"x","schedule":"ongoing","requirements":[{"schedule":"ongoing"}]}"#,
      "3:38 schedule-twice s1"
    ),
    (
      #"{"number":"1","title":"x","schedule":"ongoing","owner":"甲","each":["乙"]}"#,
      "3:67 owner-and-each -"
    ),
    (
      #"{"number":"1","title":"x","schedule":"ongoing","effective":{"from":"2026-02-30"}}"#,
      "3:68 bad-date 2026-02-30"
    ),
    (
      #"{"number":"1","title":"x","schedule":"ongoing","effective":{"from":"2026-02-02","to":"2026-02-01"}}"#,
      "3:60 effective-empty -"
    ),
    (
      #"{"number":"1","title":"x","scheduel":"a","schedule":"ongoing"}"#,
      "3:27 unknown-key scheduel schedule"
    ),
    (#"{"number":"1","title":"x","kind":"a","schedule":"ongoing"}"#, "3:27 unknown-key kind"),
    (#"{"number":"1","title":"a\u001bb","schedule":"ongoing"}"#, "3:23 control-character -"),
    (
      #"{"number":"1","title":"x","schedule":"ongoing","departments":["甲","甲"]}"#,
      "3:67 bad-value 甲"
    ),
    (#"{"number":"1","title":"x","schedule":"ongoing","points":-1}"#, "3:57 bad-value -"),
    (
      #"{"number":"1","title":"x","schedule":"ongoing","covers":"last-year"}"#,
      "3:57 bad-value last-year"
    ),
    (
      #"{"number":"1","title":"x","requirements":[{"id":"a","schedule":"ongoing"},{"id":"a","schedule":"ongoing"}]}"#,
      "3:75 duplicate-id s1a"
    ),
    (#"{"number":"1","title":"x","requirements":[{"id":"a"}]}"#, "3:43 missing-key a"),
    ("7", "3:1 bad-type -"),
  ])
  func faultsOfADutyAreNamedWithTheirPlace(_ duty: String, _ expected: String) {
    let found = file(duties: duty)
    #expect(problems(found) == [expected])
    #expect((found.checklist == nil) == found.problems.contains { $0.severity == .error })
  }

  @Test func allProblemsAreFoundAtOnce() {
    let found = file(
      duties: """
        {"number":"1","title":"x","schedule":"by 13-01 each year"},
        {"number":"2","title":7,"schedule":"ongoing"},
        {"id":"s1","number":"3","title":"x","schedule":"ongoing","owner":["x"]},
        {"number":"4","title":"x"}
        """,
      more: #""year":"x","#
    )
    #expect(
      problems(found) == [
        "1:59 bad-type -", "3:42 bad-date by 13-01 each year", "4:1 missing-key s2",
        "4:23 bad-type -", "5:1 duplicate-id s1", "5:66 bad-type -", "6:1 no-requirement s4",
      ]
    )
    let twice = found.problems.first { $0.code == .duplicateID }
    #expect(twice?.other == FilePlace(path: "checklists/t.json", line: 3, column: 1))
  }

  @Test func byteOrderMarkIsToldAndRead() {
    let duty = #"{"number":"1","title":"x","schedule":"ongoing"}"#
    let plain = file(duties: duty)
    let marked = ChecklistFile(
      path: "checklists/t.json",
      bytes: [0xEF, 0xBB, 0xBF] + plain.bytes
    )
    #expect(marked.checklist?.tiers.count == 1)
    #expect(problems(marked) == ["1:1 bom -"])
  }

  // MARK: - Ids

  /// Tiers as kinds, their sections, and in these the numbers of duties; what ids they get.
  private static let numbering: [([(String, [[String]])], [String])] = [
    ([("party-group", [["1", "2"], ["3"]])], ["g0", "g0-1", "g1", "g2", "g0-2", "g3"]),
    ([("member", [["1", "2"], ["1"]])], ["m0", "m0-1", "m1.1", "m1.2", "m0-2", "m2.1"]),
    (
      [("member", [["1"]]), ("member", [["2"]])],
      ["m0.1", "m0.1-1", "m1", "m0.2", "m0.2-1", "m2"]
    ),
    (
      [("member", [["1"]]), ("secretary", [["1"]]), ("member", [["1"]])],
      ["m0.1", "m0.1-1", "m1.1", "s0", "s0-1", "s1", "m0.2", "m0.2-1", "m2.1"]
    ),
    ([("common", [["１"]])], ["c0", "c0-1", "c1"]),
  ]

  @Test(arguments: numbering.indices) func idsThatAreNotWritten(_ index: Int) throws {
    let (tiers, expected) = ChecklistTests.numbering[index]
    let text = tiers.map { kind, sections in
      let parts = sections.map { numbers in
        let duties = numbers.map { #"{"number":"\#($0)","title":"x","schedule":"ongoing"}"# }
        return #"{"title":"x","duties":[\#(duties.joined(separator: ","))]}"#
      }
      return #"{"kind":"\#(kind)","title":"x","sections":[\#(parts.joined(separator: ","))]}"#
    }
    let found = file(
      #"{"format":"duty.checklist/1","id":"t","title":"x","tiers":[\#(text.joined(separator: ","))]}"#
    )
    #expect(problems(found) == [])
    let ids = try #require(found.checklist).tiers.flatMap { tier in
      [tier.id] + tier.sections.flatMap { [$0.id ?? ""] + $0.duties.map(\.id) }
    }
    #expect(ids == expected)
  }

  @Test func idsThatWereUsedDoNotComeBack() {
    let duty = #"{"id":"s9","number":"1","title":"x","schedule":"ongoing"}"#
    #expect(problems(file(duties: duty, more: #""removedIds":["s9"],"#)) == ["3:1 reused-id s9"])
    let renamed = #"{"id":"s8","number":"2","formerly":["s9"],"title":"x","schedule":"ongoing"}"#
    #expect(problems(file(duties: "\(duty),\(renamed)")) == ["3:1 reused-id s9"])
    #expect(problems(file(duties: renamed, more: #""removedIds":["s7"],"#)) == [])
  }

  @Test func sectionTierAndDutyShareOneNamespace() {
    let found = file(
      """
      {"format":"duty.checklist/1","id":"t","title":"x","tiers":[{"id":"a1","kind":"common","title":"x",
      "sections":[{"id":"a1","title":"x","duties":[
      {"id":"a1","number":"1","title":"x","schedule":"ongoing"}]}]}]}
      """
    )
    #expect(problems(found) == ["2:13 duplicate-id a1", "3:1 duplicate-id a1"])
  }

  // MARK: - Inheritance

  @Test func nearestLevelWinsWholeWhereverItsKeysStand() throws {
    let found = file(
      """
      {"format":"duty.checklist/1","id":"t","title":"x","tiers":[
      {"kind":"common","title":"x","sections":[{"title":"x","duties":[
      {"number":"1","title":"x","schedule":"ongoing"},
      {"number":"2","title":"x","owner":null,"departments":[],"requirements":[
      {"schedule":"ongoing"},{"schedule":"ongoing","each":["丙","丁"],"signOff":false}]}],
      "departments":["乙科"],"effective":{"to":"2026-12-31"}}],"owner":"甲","signOff":true}],
      "departments":["甲科"],"effective":{"from":"2026-01-01","to":"2027-12-31"}}
      """
    )
    let duties = try #require(found.checklist).tiers[0].sections[0].duties
    #expect(duties[0].requirements[0].responsible == .owner("甲"))
    #expect(duties[0].requirements[0].departments == ["乙科"])
    #expect(duties[0].requirements[0].signOff)
    #expect(duties[0].effective == DayRange(from: Day("2026-01-01"), to: Day("2026-12-31")))
    #expect(duties[1].requirements.map(\.id) == ["a", "b"])
    #expect(duties[1].requirements[0].responsible == .nobody)
    #expect(duties[1].requirements[0].departments == [])
    #expect(duties[1].requirements[1].responsible == .each(["丙", "丁"]))
    #expect(!duties[1].requirements[1].signOff)
  }

  @Test func daysThatLeaveNothingAreWarnedOf() {
    let duty =
      #"{"number":"1","title":"x","schedule":"ongoing","effective":{"from":"2028-01-01"}}"#
    let found = file(duties: duty, more: #""effective":{"to":"2027-12-31"},"#)
    #expect(problems(found) == ["3:1 effective-empty s1"])
    #expect(found.checklist != nil)
  }

  // MARK: - Editions

  @Test(arguments: ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| base"])
  func markOfAConflictIsNamed(_ mark: String) {
    for head in [#"{"format":"duty.checklist/1","#, #"{"format":"duty.checklist/1""#, ""] {
      let file = ChecklistFile(path: "checklists/t.json", bytes: Array("\(head)\n\(mark)\n".utf8))
      #expect(file.problems.map(\.code) == [.conflictMarker])
      #expect(file.problems.first?.place.line == 2)
    }
  }

  @Test func copyOfAChecklistIsToldAsOne() throws {
    func reason(_ copy: String) throws -> String? {
      let files = Sample.workspace()
      files.put("/w/checklists/t (1).json", copy)
      return try Sample.open(files).problems.first { $0.code == .editionsOverlap }?.values["reason"]
    }
    #expect(try reason(Sample.checklist) == "copy")
    #expect(try reason(Sample.checklist.replacing("清单", with: "改过的清单")) == "copy")
    let edition = Sample.checklist.replacing(
      #""id":"t","#,
      with: #""id":"t","effective":{"from":"2026-01-01"},"#
    )
    #expect(try reason(edition) == nil)
  }

  @Test func editionsThatOverlapAreBothRefused() throws {
    func edition(_ effective: String) -> String {
      Sample.checklist.replacing(#""title":"清单""#, with: #""title":"清单","effective":\#(effective)"#)
    }
    let files = Sample.workspace()
    files.put("/w/checklists/t.json", edition(#"{"to":"2025-12-31"}"#))
    files.put("/w/checklists/u.json", edition(#"{"from":"2026-01-01"}"#))
    #expect(try Sample.open(files).checklists.count == 2)
    files.put("/w/checklists/u.json", edition(#"{"from":"2025-12-31"}"#))
    let workspace = try Sample.open(files)
    #expect(workspace.checklists.isEmpty)
    #expect(workspace.hasUnreadableChecklist)
    #expect(workspace.codes == [.editionsOverlap])
    #expect(workspace.problems[0].other?.path == "checklists/t.json")
  }

  // MARK: - Hostile files

  @Test func anyByteMayBeWrong() throws {
    let bytes = try Sample.fixture("formats/v1/checklists/township.json")
    for index in stride(from: 0, to: bytes.count, by: 3) {
      for flip: UInt8 in [0x01, 0x20, 0x80] {
        var changed = bytes
        changed[index] ^= flip
        let file = ChecklistFile(path: "t.json", bytes: changed)
        #expect(file.checklist != nil || file.problems.contains { $0.severity == .error })
      }
      let cut = ChecklistFile(path: "t.json", bytes: Array(bytes[..<index]))
      #expect(cut.checklist == nil)
    }
  }

  @Test func bombsAreRefused() {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: #"{"tiers":"#, count: 100_000),
      #"{"format":"duty.checklist/1","year":\#(String(repeating: "9", count: 100_000))}"#,
    ] {
      #expect(file(text).checklist == nil)
    }
  }
}
