import DutyModel
import DutyReports
import Foundation
import TerminalText
import Testing

@Suite struct DutyListTests {
  // MARK: - Cells

  @Test(arguments: [
    ("by ? each year", "? g1    事项  王芳    2026-12-31?  待办  0/1"),
    ("? per half-year", "! g1    事项  王芳    2026-06-30  逾期10天  0/1?"),
    ("? per year", "? g1    事项  王芳    2026-12-31  待办  0/1?"),
    ("1 per month", "! g1    事项  王芳    2026-01-31  逾期160天  0/1"),
    ("by 2026-07-10", "* g1    事项  王芳    2026-07-10  临期今天  0/1"),
    ("by 2027-06", "  g1    事项  王芳    2027-06-30  未开始  0/1"),
  ])
  func row(_ schedule: String, _ expected: String) throws {
    let register = SampleRegister.of([try SampleRegister.duty("g1", "事项", schedule)])
    let lines = DutyList(
      of: register,
      layout: .flat,
      columns: [.id, .title, .owner, .due, .state, .done]
    ).screen(in: .chinese, for: .unlimited)
    #expect(lines[1] == expected)
  }

  @Test func requirementsAreNeverAddedUp() throws {
    let duty = try SampleRegister.duty("s11", "廉政教育", "1 per year", "4 per year", "? per year")
    func event(_ number: UInt64, _ letter: String, _ count: Int) throws -> Event {
      SampleRegister.done(
        number,
        Reference(checklist: "town", duty: "s11", requirement: letter),
        .year(2026),
        on: try #require(Day("2026-03-01")),
        count: count
      )
    }
    let register = SampleRegister.of([duty], [try event(1, "a", 2), try event(2, "b", 3)])
    let lines = DutyList(of: register, layout: .flat, columns: [.id, .done, .schedule])
      .screen(in: .english, for: .unlimited)
    #expect(lines[1] == "? s11  2/1 3/4 0/1?  3 requirements")
  }

  @Test func personsOfOneDutyAreOneRow() throws {
    let names = ["李强", "赵敏", "欧阳文静"]
    let duty = try SampleRegister.duty("m4", "讲党课", "1 per year", by: .each(names))
    let record = SampleRegister.done(
      1,
      Reference(checklist: "town", duty: "m4", requirement: "a"),
      .year(2026),
      on: try #require(Day("2026-03-01")),
      owner: "赵敏"
    )
    let list = DutyList(
      of: SampleRegister.of([duty], [record]),
      layout: .flat,
      columns: [.id, .owner, .state, .done]
    )
    #expect(list.screen(in: .chinese, for: .unlimited)[1] == "  m4    李强等3人  待办  1/3")
    #expect(list.screen(in: .english, for: .unlimited)[1] == "  m4  李强 +2  pending  1/3")
    #expect(list.table(in: .english).rows[0][1] == .text("李强, 赵敏, 欧阳文静"))
  }

  @Test func ongoingDutiesShowTheirRecords() throws {
    let duties = try ["g1", "g2", "g3"].map { try SampleRegister.duty($0, "事项", "ongoing") }
    func event(_ number: UInt64, _ duty: String, _ day: String) throws -> Event {
      let day = try #require(Day(day))
      return SampleRegister.done(
        number,
        Reference(checklist: "town", duty: duty, requirement: "a"),
        .year(day.year),
        on: day
      )
    }
    let register = SampleRegister.of(
      duties,
      [try event(1, "g1", "2026-07-02"), try event(2, "g2", "2025-11-03")]
    )
    let unfolded = DutyList(of: register, layout: .flat, columns: [.id, .state, .done])
    #expect(
      unfolded.screen(in: .chinese, for: .unlimited)[1...3] == [
        "  g1    长期           1条，末07-02",
        "  g2    久无记录249天  0条，末2025-11-03",
        "  g3    久无记录190天  0条",
      ]
    )
  }

  // MARK: - Layout

  @Test func tierWithoutRowsIsOneLine() throws {
    let register = SampleRegister.of([try SampleRegister.duty("c3", "事项", "by 2027-06")])
    let lines = DutyList(of: register).screen(in: .english, for: .unlimited)
    #expect(
      lines == [
        "town/ 清单", "  党委  1; 1 future: c3", "",
        "1 duty in 1 checklist on 2026-07-10: 1 future.",
        "None of them asks for anything now; all rows: duty list --all",
      ]
    )
  }

  @Test func limitCutsRowsButNotCounts() throws {
    let duties = try (1...4).map { try SampleRegister.duty("g\($0)", "事项", "1 per year") }
    let list = DutyList(of: SampleRegister.of(duties), layout: .grouped, limit: 2)
    let lines = list.screen(in: .chinese, for: .unlimited)
    #expect(lines.count { $0.hasPrefix("  g") } == 2)
    #expect(lines.suffix(2) == ["1份清单，4项职责（截至2026-07-10）：待办4。", "只列出前2项，共4项。"])
    #expect(list.table.rows.count == 2)
    let answer = try object(list)
    #expect((answer["duties"] as? [Any])?.count == 2)
    #expect((answer["counts"] as? [String: Any])?["duties"] as? Int == 4)
  }

  @Test(arguments: [
    (DutyList.Order.id, "g2 g9 g10 g11"), (.due, "g10 g9 g2 g11"), (.state, "g10 g9 g2 g11"),
    (.owner, "g2 g9 g10 g11"), (.title, "g9 g11 g10 g2"),
  ])
  func order(_ order: DutyList.Order, _ expected: String) throws {
    let register = SampleRegister.of([
      try SampleRegister.duty("g10", "乙", "1 per month", by: .owner("王")),
      try SampleRegister.duty("g9", "A", "by 08 each year", by: .owner("李")),
      try SampleRegister.duty("g2", "西", "1 per year", by: .owner("A")),
      try SampleRegister.duty("g11", "丙丁", "ongoing", by: .nobody),
    ])
    let rows = DutyList(of: register, layout: .flat, columns: [.id], order: order).table.rows
    let ids = rows.map { row -> String in
      if case .value(let id) = row[0] { String(id.dropFirst("town/".count)) } else { "" }
    }
    // 丙 U+4E19 comes before 乙 U+4E59, 李 U+674E before 王 U+738B.
    #expect(ids.joined(separator: " ") == expected)
  }

  // MARK: - Words

  @Test func emptyAnswerSuggests() {
    let scope = DutyList.Scope(
      filter: .verbatim("王方"),
      labelledFilter: Message(en: "owner 王方", zh: "负责人 王方"),
      suggestions: [.owner("王芳", count: 13)]
    )
    let list = DutyList(of: SampleRegister.of([]), layout: .flat, scope: scope)
    #expect(
      list.screen(in: .chinese, for: .unlimited)
        == ["没有符合的职责（负责人 王方；截至2026-07-10）。有负责人：王芳（13项）。"]
    )
    #expect(
      list.screen(in: .english, for: .unlimited)
        == ["No duty matches (owner 王方; on 2026-07-10). There is an owner 王芳 (13 duties)."]
    )
    #expect(list.table.rows.isEmpty)
  }

  @Test func titlesCannotSteerTheTerminal() throws {
    let title = "\u{1B}[2J\u{202E}a|b\nc"
    let register = SampleRegister.of([try SampleRegister.duty("g1", title, "1 per year")])
    for layout in [DutyList.Layout.folded, .flat] {
      let text = DutyList(of: register, layout: layout)
        .screen(in: .english, for: .unlimited).joined(separator: "\n")
      #expect(text.contains("\\u{1b}[2J\\u{202e}a|b\\u{a}c"))
    }
  }

  // MARK: - Machine forms

  @Test func separatedValuesHaveARowForEveryRequirement() throws {
    let sample = try SampleWorkspace.shared()
    let table = sample.list().table
    #expect(table.rows.count == sample.register.obligations.count)
    #expect(
      table.columns.map(\.key).prefix(8)
        == ["id", "state", "due", "days", "done", "owed", "owner", "title"]
    )
    #expect(Set(table.columns.map(\.key)).count == table.columns.count)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    let plain = Format.plain.bytes(
      of: sample.list(),
      in: .chinese,
      for: .unlimited,
      isRaw: false
    )
    let lines = String(decoding: plain, as: UTF8.self).split(separator: "\n")
    #expect(
      lines.contains { line in
        line.hasPrefix("township/s11b\tin-progress\t2026-12-31\t174\t3\t4\t张明\t主持廉政学习\t")
      }
    )
    #expect(lines.contains { $0.hasPrefix("township/g6\tongoing\t\t\t") })
  }

  @Test func jsonHasEveryKeyAndDuty() throws {
    let sample = try SampleWorkspace.shared()
    let answer = try object(sample.list())
    #expect(Set(answer.keys) == ["format", "today", "year", "unreadableLines", "duties", "counts"])
    #expect(answer["format"] as? String == "duty.list/1")
    let counts = try #require(answer["counts"] as? [String: Any])
    #expect(counts["duties"] as? Int == 146)
    #expect(counts["common"] as? Int == 4)
    #expect(counts["requirements"] as? Int == sample.register.obligations.count)
    #expect(
      counts["byState"] as? [String: Int] == [
        "overdue": 3, "due-soon": 1, "in-progress": 5, "pending": 21, "ongoing": 105, "future": 0,
        "done": 10, "waived": 1,
      ]
    )
    let duties = try #require(answer["duties"] as? [[String: Any]])
    #expect(duties.count == 146)
    let keys: Set = [
      "id", "checklist", "number", "title", "tier", "section", "owner", "each", "departments",
      "state", "due", "done", "owed", "late", "silent", "requirements",
    ]
    #expect(duties.allSatisfy { Set($0.keys) == keys })
  }

  @Test func jsonLinesNameTheirType() throws {
    let sample = try SampleWorkspace.shared()
    for (report, type, count) in [
      (sample.list() as any Report, "duty", 146), (sample.overdue, "occurrence", 3),
      (try sample.due(days: 30), "occurrence", 2),
    ] {
      let bytes = Format.jsonl.bytes(of: report, in: .english, for: .unlimited, isRaw: false)
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      #expect(lines.count == count)
      #expect(lines.allSatisfy { $0.hasPrefix(#"{"type":"\#(type)","#) })
    }
  }

  @Test func machineFormsDependOnNoLanguage() throws {
    let sample = try SampleWorkspace.shared()
    for report in [sample.list() as any Report, sample.overdue, try sample.due(days: 30)] {
      for format in Format.allCases where format.isForMachines {
        let forms = Language.allCases.map { language in
          format.bytes(of: report, in: language, for: Terminal(columns: 40), isRaw: false)
        }
        #expect(Set(forms).count == 1)
      }
    }
  }

  private func object(_ report: any Report) throws -> [String: Any] {
    let bytes = Format.json.bytes(of: report, in: .english, for: .unlimited, isRaw: false)
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
