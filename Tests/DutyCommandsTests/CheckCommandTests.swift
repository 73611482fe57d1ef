import DutyStore
import DutyTestSupport
import Foundation
import Testing

@testable import DutyCommands

/// What `check` says of records without a place, and what it no longer says once it is settled.
@Suite struct CheckCommandTests {
  private static let path = "\(Scene.folder)/checklists/town.json"
  private static let checklist = """
    {"format": "duty.checklist/1", "id": "town", "title": "清单",
      "effective": {"from": "2026-01-01"},
      "tiers": [
        {"kind": "secretary", "title": "书记", "owner": "张明", "duties": [
          {"number": 1, "title": "学习", "text": "定期组织学习。", "schedule": "ongoing"},
          {"number": 2, "title": "谈话", "text": "经常谈心谈话，发现问题及时提醒。", "requirements": [
            {"id": "a", "title": "谈心谈话", "schedule": "ongoing"},
            {"id": "b", "title": "提醒", "schedule": "as needed"}
          ]},
          {"number": 3, "title": "报告", "schedule": "1 per quarter"}
        ]}
      ]
    }

    """

  private func scene(_ events: [String] = []) -> Scene {
    let scene = Scene.empty()
    scene.files.put(Self.path, Self.checklist)
    if !events.isEmpty {
      let lines = events.enumerated().map { number, event in
        #"{"v":1,"id":"01JZSS5XG0000000000000000\#(number + 1)","at":"2026-05-10T09:00:00+08:00","by":"刘文",\#(event)}"#
          + "\n"
      }
      scene.files.put("\(Scene.folder)/journal/liuwen@pc9.jsonl", lines.joined())
    }
    return scene
  }

  private func text(_ scene: Scene) -> String? { scene.files.text(Self.path) }

  @Test func eachCodeMeansOneThing() {
    let codes = CheckCode.all.map(\.code)
    #expect(Set(codes).count == codes.count)
  }

  // MARK: - Records that name too little

  @Test func tellsThatARecordNamesNoPerson() {
    let scene = RecordingOffice().scene
    scene.files.put(
      RecordingOffice.path,
      #"{"v":1,"id":"01JZSS5XG00000000000000001","at":"2026-05-10T09:00:00+08:00","by":"刘文","#
        + #""type":"done","targets":[{"to":"town/m1a","for":"2026"}],"on":"2026-05-06","count":1}"#
        + "\n"
    )
    let message = "record for 'town/m1a@2026' names no person, though each of several owes it"
    #expect(scene.run("check").text.contains(message))
    #expect(scene.run("check --json").text.contains("\"town/m1a@2026\""))
  }

  @Test func aPersonWhoNeverHeldTheDutyIsNamedAsOne() {
    let scene = RecordingOffice().scene
    scene.files.put(
      RecordingOffice.path,
      #"{"v":1,"id":"01JZSS5XG00000000000000001","at":"2026-05-10T09:00:00+08:00","by":"刘文","#
        + #""type":"assign","targets":[{"to":"town/m1"}],"from":"2026-05-06","owner":"新人","#
        + #""replaces":"he@office"}"# + "\n"
    )
    #expect(scene.run("check").text.contains("'he@office', who does not owe it"))
  }

  // MARK: - What is missing as a whole

  /// The reason why an answer is not the whole stands in the error for scripts.
  @Test(arguments: ["overdue --json", "list --jsonl", "progress --format json"])
  func scriptsAreToldOfWhatIsMissing(_ line: String) throws {
    let missing = try Scene.sample()
    missing.files.take("\(Scene.folder)/checklists/civil.json")
    let foreign = try Scene.sample()
    let journal = "journal/liuwen@pc1.jsonl"
    foreign.files.put("\(Scene.folder)/\(journal)", bytes: [0xFF, 0xFE, 0x7B, 0x00])
    for (scene, code, subject, message) in [
      (missing, "missing-checklist", "civil", "104 records belong to checklists that are not here"),
      (foreign, "unreadable-file", journal, "the file cannot be read: it is UTF-16"),
    ] {
      let reply = scene.run(line)
      #expect(reply.status == .data)
      let last = reply.errorText.split(separator: "\n").last.map(String.init) ?? ""
      #expect(last.contains("\"code\":\"\(code)\""), "\(last)")
      #expect(last.contains("\"subject\":\"\(subject)\""), "\(last)")
      #expect(last.contains("\"message\":\"\(message)"), "\(last)")
    }
  }

  @Test(arguments: [
    (
      #""type":"note","targets":[{"to":"town/s1","for":"2026"}],"on":"2026-05-06","note":"x""#,
      "bare-duty",
      "record for the duty 'town/s1' without saying which requirement; not counted",
      "fix: duty undo 000001, then record it again for town/s1a"
    ),
    (
      #""type":"done","targets":[{"to":"town/s2"}],"on":"2026-05-06""#,
      "bare-duty",
      "record for the duty 'town/s2' without saying which requirement; not counted",
      "fix: duty undo 000001, then record it again for town/s2a or town/s2b"
    ),
    (
      #""type":"done","targets":[{"to":"town/s2c","for":"2026"}],"on":"2026-05-06""#,
      "unknown-duty",
      "1 record for 'town/s2c', which does not exist; not counted; the nearest id is 'town/s2a'",
      "fix: restore it in the checklist"
    ),
    (
      #""type":"waive","targets":[{"to":"town/s3a"}],"reason":"x""#,
      "no-period",
      "record for 'town/s3a' without saying which period; not counted",
      "fix: duty undo 000001, then record it again with --for <period>"
    ),
  ])
  func tellsWhatARecordDoesNotName(
    _ event: String,
    _ code: String,
    _ message: String,
    _ fix: String
  ) {
    let scene = scene([event])
    let reply = scene.run("check")
    #expect(reply.text.contains(message), "\(reply.text)")
    #expect(reply.text.contains(fix), "\(reply.text)")
    #expect(scene.run("check --json").text.contains("\"\(code)\""))
  }

  /// What was recorded of a duty that is gone may be right: it is never to be taken back.
  @Test func recordsOfADutyThatIsGoneAreToldTogether() {
    let events = ["town/s14a", "town/s14b", "town/s14a", "town/s15"].map {
      #""type":"done","targets":[{"to":"\#($0)","for":"2026"}],"on":"2026-05-06""#
    }
    let scene = scene(events)
    let text = scene.run("check").text
    #expect(text.contains("3 records for 'town/s14', which does not exist"), "\(text)")
    #expect(text.contains("1 record for 'town/s15', which does not exist"), "\(text)")
    #expect(text.contains(#"or write "formerly": ["s14"] in the duty"#), "\(text)")
    #expect(!text.contains("undo"), "\(text)")
    let answer = scene.run("check --jsonl").text
    #expect(answer.components(separatedBy: "unknown-duty").count == 3, "\(answer)")
    #expect(answer.contains(#""id":"town/s14","values":{"event":"#), "\(answer)")
    #expect(answer.contains(#""count":3"#), "\(answer)")
  }

  @Test func tellsItInChinese() {
    let event = #""type":"note","targets":[{"to":"town/s2"}],"on":"2026-05-06","note":"x""#
    let text = scene([event]).run("check --lang zh").text
    #expect(text.contains("记录只写了职责'town/s2'，没有写明是哪项要求，未计入"), "\(text)")
    #expect(text.contains("修正：duty undo 000001，再按town/s2a或town/s2b重新记录"), "\(text)")
  }

  // MARK: - Words without a cycle

  @Test func asksForACycleUntilSomebodyConfirmsThatThereIsNone() {
    let scene = scene()
    let before = scene.run("check --strict")
    #expect(before.status == .negative)
    #expect(before.text.contains("2 duties say 定期 or 经常 without a cycle"), "\(before.text)")

    let fill = scene.run(["fill", "--set", "s1.schedule=ongoing", "--set", "s2a.schedule=ongoing"])
    #expect(
      fill.text == """
        s1  noCycle  - -> true
        s2  noCycle  - -> true
        In: /office/Data
        Nothing is left to be filled in.

        """
    )
    let expected = Self.checklist
      .replacing(
        #"学习。", "schedule": "ongoing""#,
        with: #"学习。", "schedule": "ongoing", "noCycle": true"#
      )
      .replacing(#"及时提醒。","#, with: #"及时提醒。", "noCycle": true,"#)
    #expect(text(scene) == expected)
    let after = scene.run("check --strict")
    #expect(after.status == .success, "\(after.text)")
    #expect(scene.run("fill").text == "Nothing is left to be filled in.\n")
  }

  @Test func aCycleTakesTheConfirmationBack() {
    let scene = scene()
    #expect(scene.run(["fill", "--set", "s1.schedule=ongoing"]).status == .success)
    #expect(text(scene)?.contains("noCycle") == true)
    let fill = scene.run(["fill", "--set", "s1.schedule=每季度1次"])
    #expect(fill.text.contains("s1  noCycle  true -> -"), "\(fill.text)")
    #expect(
      text(scene)
        == Self.checklist.replacing(
          #""text": "定期组织学习。", "schedule": "ongoing""#,
          with: #""text": "定期组织学习。", "schedule": "1 per quarter""#
        )
    )
  }

  @Test(arguments: ["none", "无", "ongoing", "持续推进"]) func theAnswerThatThereIsNoneIsKept(
    _ answer: String
  ) {
    var scene = scene()
    scene.answers = [answer, answer == "none" || answer == "无" ? "no" : "as needed"]
    let fill = scene.run("fill")
    #expect(fill.status == .success)
    #expect(fill.text.contains("s1  noCycle  - -> true"), "\(fill.text)")
    #expect(fill.text.contains("s2  noCycle  - -> true"), "\(fill.text)")
    #expect(scene.run("check --strict").status == .success)
  }

  @Test(arguments: ["false", "null"]) func onlyTrueConfirms(value: String) {
    let check = scene(noCycle: value).run("check")
    #expect(check.text.contains("2 duties say 定期 or 经常 without a cycle"), "\(check.text)")
  }

  @Test(arguments: ["\"yes\"", "1"]) func nothingButATruthValueIsRead(value: String) {
    let check = scene(noCycle: value).run("check")
    #expect(check.status == .data)
    #expect(check.text.contains("expected true or false"), "\(check.text)")
  }

  /// A misspelt key of a person's settings would else never be found.
  @Test func aPersonsSettingsAreCheckedToo() {
    let scene = scene()
    scene.files.put(
      "/home/liuwen/.config/duty/config.json",
      "{\"format\": \"duty.user/1\",\n \"langage\": \"zh\"}\n"
    )
    let check = scene.run("check")
    #expect(
      check.text.contains("/home/liuwen/.config/duty/config.json:2:2: warning:"),
      "\(check.text)"
    )
    #expect(check.text.contains("'language'"), "\(check.text)")
  }

  private func scene(noCycle value: String) -> Scene {
    let scene = Scene.empty()
    scene.files.put(
      Self.path,
      Self.checklist.replacing("\"定期组织学习。\",", with: "\"定期组织学习。\", \"noCycle\": \(value),")
    )
    return scene
  }
}
