import DutyCommands
import DutyModel
import DutyStore
import DutyTestSupport
import Foundation
import TerminalText
import Testing

/// The commands `progress`, `show`, `history` and those about findings, by what must always hold.
@Suite struct LookingBackTests {
  static let days = ["2026-01-01", "2026-02-28", "2026-07-10", "2026-12-31", "2027-01-02"]
  static let groupings = ["checklist", "tier", "section", "owner", "department", "month"]

  // MARK: - Progress

  @Test(arguments: groupings, days)
  func groupsAddUp(_ grouping: String, _ day: String) throws {
    let answer = try json("progress --by \(grouping) --today \(day) --json")
    let total = try figures(answer["total"])
    let groups = try #require(answer["groups"] as? [[String: Any]]).map { try figures($0) }
    let shared = try #require(answer["shared"] as? Int)
    for figures in groups + [total] {
      #expect(
        figures["owedSoFar"]
          == [figures["fulfilledSoFar"], figures["overdue"], figures["dueToday"]]
          .compactMap(\.self).reduce(0, +)
      )
    }
    for key in total.keys
    where grouping != "month" || !["total", "recorded", "silent"].contains(key) {
      let sum = groups.compactMap { $0[key] }.reduce(0, +)
      if shared == 0 {
        #expect(sum == total[key], "\(key)")
      } else {
        #expect(sum >= total[key] ?? 0, "\(key)")
      }
    }
    #expect((shared > 0) == (grouping == "department"))
  }

  @Test(arguments: days) func aFilterGivesTheFiguresOfItsGroup(_ day: String) throws {
    let all = try json("progress --today \(day) --json")
    for group in try #require(all["groups"] as? [[String: Any]]) {
      let id = try #require(group["key"] as? String)
      let own = try json("progress --checklist \(id) --today \(day) --json")
      #expect(try figures(own["total"]) == figures(group))
    }
  }

  @Test func ownersStandByWhatIsMostPressing() throws {
    let answer = try json("progress --by owner --json")
    let groups = try #require(answer["groups"] as? [[String: Any]])
    #expect(groups.prefix(3).compactMap { $0["key"] as? String } == ["王芳", "吴桂兰", "张明"])
  }

  /// In January last year's report is written, when the new year's checklist is in force already.
  @Test func aPastYearIsToldAsBeforeTheNextEdition() throws {
    let lines = [
      "list --year 2026 --csv", "progress --year 2026 --by section --json",
      "ledger --year 2026 --checklist township --csv", "show township/g1 --year 2026",
      "report --year 2026 --checklist township",
      "report --year 2026 --checklist township --kind self-assessment",
      "report --year 2026 --checklist justice --kind accountability",
    ]
    var scene = try Scene.sample()
    scene.now = try #require(Instant("2027-01-10T09:00:00+08:00"))
    let before = lines.map { scene.run($0).output }
    for checklist in ["township", "civil", "justice"] {
      #expect(scene.run("roll \(checklist) --from 2027-01-01").status == .success)
    }
    // Nor does it matter who answers now for what was ongoing then.
    for duty in ["township/g7", "justice/s1"] {
      #expect(scene.run("assign \(duty) --owner 何新 --from 2027-01-05").status == .success)
    }
    for (line, output) in zip(lines, before) {
      let after = scene.run(line)
      #expect(after.output == output, "\(line)")
      #expect(!output.isEmpty, "\(line)")
    }
  }

  // MARK: - Show

  @Test(arguments: [2025, 2026, 2027])
  func recordsAddUpToWhatIsDone(_ year: Int) throws {
    let register = try register(year: year)
    var counted = 0
    for number in register.obligations.indices {
      for occurrence in register.occurrences(of: number, year: year) {
        let records = register.records(of: occurrence)
        #expect(records.last?.sum ?? 0 == occurrence.done, "\(occurrence.reference)")
        #expect(Set(records.map(\.event)).isSubset(of: occurrence.events))
        counted += records.count
      }
    }
    #expect((counted > 0) == (year < 2027))
  }

  @Test(arguments: [50, 80, 120], ["en", "zh"])
  func everyDutyFits(_ columns: Int, _ language: String) throws {
    var scene = try Scene.sample()
    scene.columns = columns
    let register = try register(year: nil)
    let ids = register.items.map { register.reference(of: $0).description }
    for option in ["--why", "--year=2025", "--ascii"] {
      let reply = scene.run(["show"] + ids + [option, "--lang", language])
      #expect(reply.status == .success)
      let lines = reply.text.split(separator: "\n")
      #expect(lines.count > 10 * ids.count)
      // Commands to copy are never broken.
      for line in lines where !line.contains("duty ") {
        #expect(line.displayWidth <= columns, "\(line)")
        #expect(!line.hasSuffix(" "))
      }
    }
  }

  /// Reports name findings by the office's own numbers: what is printed can be typed.
  @Test(arguments: [("township/f1", "f8wv8jy"), ("F4", "f0ny04x"), ("f3", "f5dj5sb")])
  func aFindingHasItsNumberToo(number: String, short: String) throws {
    let scene = try Scene.sample()
    let page = scene.run("finding show \(short)")
    #expect(page.status == .success)
    #expect(scene.run("finding show \(number)").output == page.output)
  }

  @Test func aNumberOfSeveralFindingsIsAskedAbout() throws {
    let reply = try Scene.sample().run("finding show f1")
    #expect(reply.status == .usage)
    #expect(
      String(decoding: reply.errors, as: UTF8.self).hasPrefix(
        """
        Error: 'f1' is the number of 3 findings
          Name one by its id:

        """
      )
    )
  }

  /// Each of many pages says what it says alone, with everything that was taken back or found.
  @Test func pagesAreTheSameAmongOthers() throws {
    let scene = try Scene.sample()
    #expect(scene.run("done township/g4 --on 2026-07-01").status == .success)
    #expect(scene.run("undo").status == .success)
    let list = String(decoding: scene.run("list --format plain").output, as: UTF8.self)
    let ids = list.split(separator: "\n").compactMap { $0.split(separator: "\t").first }
      .map(String.init)
    try #require(ids.count > 140)
    let together = scene.run(["show"] + ids + ["--jsonl"]).output
    let alone = ids.reduce(into: [String]()) { result, id in
      let page = String(decoding: scene.run(["show", id, "--jsonl"]).output, as: UTF8.self)
      // Several requirements of one duty have one page.
      if !result.contains(page) { result.append(page) }
    }
    #expect(String(decoding: together, as: UTF8.self) == alone.joined())
  }

  @Test func theAnswerHasTheKeysOfItsSchema() throws {
    let answers = [
      ("show", "show township/s11 --json"), ("show", "show township/m10 --json"),
      ("progress", "progress --json"), ("history", "history --json"),
      ("findings", "finding list --all --json"), ("findings", "finding show f7zbv9z --json"),
    ]
    for (name, line) in answers {
      let bytes = try Scene.sample("schemas/\(name).schema.json")
      let schema = try #require(try object(Data(bytes)))
      var checker = SchemaKeys(schema)
      try checker.check(try json(line), against: schema, at: name)
      #expect(checker.faults == [])
      #expect(checker.objects > 1)
    }
  }

  // MARK: - History

  @Test func newerRecordsStopFiguresButNotHistory() throws {
    let scene = try Scene.sample()
    let path = "\(Scene.folder)/journal/new@pc9.jsonl"
    scene.files.put(path, "{\"v\":2,\"id\":\"01KX4XTGH88QW3ZC5T1MKX7B2D\",\"type\":\"dream\"}\n")
    #expect(scene.run("progress").status == .data)
    #expect(scene.run("show township/s11").status == .data)
    #expect(scene.run("finding list").status == .data)
    let history = scene.run("history township/s11")
    #expect(history.text.contains("township/s11: 12 records."))
  }

  @Test func historyDoesNotTakeNewerRecordsForNone() {
    let scene = Scene.empty()
    #expect(scene.run("history").text == "Nothing has been recorded yet.\n")
    let path = "\(Scene.folder)/journal/new@pc9.jsonl"
    scene.files.put(path, "{\"v\":2,\"id\":\"01KX4XTGH88QW3ZC5T1MKX7B2D\",\"type\":\"dream\"}\n")
    #expect(scene.run("history").text == "No record here can be read.\n")
  }

  @Test func aMemberOfABatchStandsAlone() throws {
    let answer = try json("history township/s11a --json")
    let events = try #require(answer["events"] as? [[String: Any]])
    let member = try #require(events.first)
    #expect(member["id"] as? String == "01KBYDBCM3V2H2EER5RMR73CE0-14")
    #expect(member["by"] as? String == "刘文")
    #expect(member["v"] as? Int == 1)
    let batch = events.compactMap { $0["id"] as? String }.filter { $0.contains("-") }
    #expect(batch == ["01KBYDBCM3V2H2EER5RMR73CE0-14"])
  }

  @Test func aRecordBringsWhatTookItBack() throws {
    let ids = try #require(
      try json("history 89W44Y --json")["events"] as? [[String: Any]]
    ).compactMap { $0["id"] as? String }
    #expect(ids.map { $0.suffix(6) } == ["89W44Y", "SH5M89", "ZJ6P5P"])
    let last = try json("history ZJ6P5P --json")["events"] as? [[String: Any]]
    #expect(last?.count == 3)
  }

  @Test func onATerminalTheLast20AreShown() throws {
    var scene = try Scene.sample()
    #expect(scene.run("history --plain").text.split(separator: "\n").count == 299)
    #expect(scene.run("history").text.contains("299 records."))
    scene.columns = 500
    #expect(scene.run("history").text.split(separator: "\n").count == 22)
  }

  @Test func machineFormsAreTheSameInEveryLanguage() throws {
    let lines = [
      "progress --by owner --csv", "show civil/g8 --json", "history --limit 9 --jsonl",
      "finding list --all --tsv",
    ]
    var narrow = try Scene.sample()
    narrow.columns = 40
    narrow.environment["LANG"] = "zh_CN.UTF-8"
    for line in lines {
      #expect(try Scene.sample().run(line).output == narrow.run(line).output)
    }
  }

  // MARK: - Support

  private func register(year: Int?) throws -> Register {
    let scene = try Scene.sample()
    let workspace = try Workspace.open(
      at: Workspace.Location(folder: Scene.folder, source: .option),
      files: scene.files
    )
    return Register(
      checklists: workspace.checklists,
      events: workspace.journal.events,
      today: scene.now.day,
      year: year
    )
  }

  private func json(_ line: String) throws -> [String: Any] {
    let reply = try Scene.sample().run(line)
    #expect(reply.status == .success)
    return try #require(try object(Data(reply.output)))
  }

  private func object(_ data: Data) throws -> [String: Any]? {
    try JSONSerialization.jsonObject(with: data) as? [String: Any]
  }

  /// All the numbers of a group, by their keys.
  private func figures(_ group: Any?) throws -> [String: Int] {
    let group = try #require(group as? [String: Any])
    let dated = try #require(group["occurrences"] as? [String: Int])
    let ongoing = try #require(group["ongoing"] as? [String: Int])
    return dated.merging(ongoing) { first, _ in first }
  }
}

/// Checks that an answer has every key that its schema requires.
private struct SchemaKeys {
  private let definitions: [String: Any]
  private(set) var faults: [String] = []
  private(set) var objects = 0

  init(_ schema: [String: Any]) {
    definitions = schema["$defs"] as? [String: Any] ?? [:]
  }

  mutating func check(_ value: Any, against schema: [String: Any], at path: String) throws {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.split(separator: "/").last ?? "")
      let definition = try #require(definitions[name] as? [String: Any])
      try check(value, against: definition, at: path)
    }
    for part in schema["allOf"] as? [[String: Any]] ?? [] {
      try check(value, against: part, at: path)
    }
    if !(value is NSNull), let choices = schema["anyOf"] as? [[String: Any]],
      let first = choices.first
    {
      try check(value, against: first, at: path)
    }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, element) in array.enumerated() {
        try check(element, against: items, at: "\(path)[\(index)]")
      }
    }
    guard let object = value as? [String: Any] else { return }
    objects += 1
    for key in schema["required"] as? [String] ?? [] where object[key] == nil {
      faults.append("\(path).\(key)")
    }
    for (key, part) in schema["properties"] as? [String: [String: Any]] ?? [:] {
      guard let member = object[key] else { continue }
      try check(member, against: part, at: "\(path).\(key)")
    }
  }
}
