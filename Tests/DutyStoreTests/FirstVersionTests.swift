import DutyModel
import DutyStore
import DutyTestSupport
import Foundation
import Testing

/// The formats of version 1, which every later version must read.
@Suite struct FirstVersionTests {
  @Test func everythingIsRead() throws {
    let workspace = try Sample.open(try Sample.firstVersion())
    #expect(workspace.checklists.map(\.id) == ["township"])
    #expect(workspace.journal.events.count == 19)
    #expect(workspace.journal.unreadableLines == 0)
    #expect(workspace.journal.newerLines == 0)
    #expect(workspace.codes == [.unknownKey, .unknownType])
    #expect(workspace.ids == workspace.ids.sorted())
  }

  @Test func settingsAreRead() throws {
    let settings = try Sample.open(try Sample.firstVersion()).settings
    var expected = Settings()
    expected.organization = "白石镇党委"
    expected.dueSoonDays = 20
    expected.silentDays = 60
    expected.carryUntil = .day(month: 2, day: 28)
    expected.backdateDays = 15
    expected.colors = ["red": ["overdue"], "green": ["done", "waived"]]
    expected.report.addressee = "白石县委"
    expected.report.signature = "中共白石镇委员会"
    expected.report.titles = ["annual": "{organization}{year}年度履责情况报告"]
    expected.report.opening = "现将有关情况报告如下。"
    expected.report.closing = "特此报告。"
    expected.report.late = 250
    expected.report.step = 500
    expected.report.short = "镇党委"
    expected.report.flowUnits = ["人次", "份"]
    #expect(settings == expected)
  }

  @Test func checklistIsRead() throws {
    let workspace = try Sample.open(try Sample.firstVersion())
    let checklist = try #require(workspace.checklists.first)
    #expect(checklist.tiers.map(\.id) == ["g0", "s0", "m0", "c0"])
    #expect(checklist.tiers.flatMap { $0.sections.map(\.id) } == ["g0-1", "g0-9", nil, nil, nil])
    let duties = checklist.tiers.flatMap { $0.sections.flatMap(\.duties) }
    #expect(duties.map(\.id) == ["g1", "g2", "g7", "s11", "m1", "c1"])
    #expect(checklist.tiers[0].sections[0].points == 25_500)
    #expect(duties[1].requirements[0].responsible == .owner("钱卫国"))
    #expect(duties[1].requirements[0].signOff)
    #expect(duties[1].requirements[0].departments == ["党政办"])
    #expect(duties[2].effective.from == Day("2026-07-01"))
    #expect(duties[2].effective.to == Day("2027-12-31"))
    #expect(duties[3].requirements.map(\.id) == ["a", "b", "c"])
    #expect(duties[3].requirements[1].departments == [])
    #expect(duties[3].requirements[2].responsible == .nobody)
    #expect(duties[3].requirements[2].covers == .previousHalfYear)
    #expect(duties[4].requirements[0].responsible == .each(["孙玉兰", "李春生"]))
    let place = workspace.files[0].place(
      of: Reference(checklist: "township", duty: "s11", requirement: "b")
    )
    #expect(place == FilePlace(path: "checklists/township.json", line: 49, column: 13))
  }

  @Test func eventsAreRead() throws {
    let workspace = try Sample.open(try Sample.firstVersion())
    let events = workspace.journal.events
    guard case .done(let targets, let on, let count) = events[0].action else {
      Issue.record("the first event is no record of work")
      return
    }
    let learning = Target(
      to: Reference(checklist: "township", duty: "s11", requirement: "b"),
      period: .year(2026)
    )
    #expect(targets == [learning])
    #expect(on == Day("2026-05-06"))
    #expect(count == 2)
    #expect(events[0].key == "import-7")
    let words = workspace.journal.particulars(of: events[0])
    #expect(words.at == "2026-05-06T09:01:00+08:00")
    #expect(words.by == "孙玉兰")
    #expect(words.note == "学习条例")
    #expect(
      words.quantities == [
        .init(thousandths: 45_000, unit: "人次"),
        .init(what: "风险点", thousandths: 31_500, unit: "个"),
      ]
    )
    #expect(words.documents == ["纪要〔2026〕5号"])
    #expect(workspace.journal.particulars(of: events[1]).cause == "会期调整")
    #expect(workspace.journal.particulars(of: events[3]).documents == ["组函3号"])
    guard case .score(let section, let year, let thousandths, _) = events[8].action,
      case .findingUpdate(let finding, let change) = events[10].action,
      case .undo(let undone, let reason) = events[13].action,
      case .unknown(let type) = events[17].action
    else {
      Issue.record("an event has another type than its line says")
      return
    }
    #expect(section == "township/g0-1")
    #expect(year == 2026)
    #expect(thousandths == 22_500)
    #expect(finding == events[9].id)
    #expect(change.measure == .cleared)
    #expect(change.due == .set(try #require(Day("2026-07-15"))))
    #expect(undone == events[2].id)
    #expect(reason == "记错了")
    #expect(type == "meeting")
  }

  @Test func membersOfABatchStandAlone() throws {
    let journal = try Sample.open(try Sample.firstVersion()).journal
    let members = journal.events.filter { $0.id.member > 0 }
    #expect(members.map(\.id.member) == [1, 2, 3])
    #expect(members.allSatisfy { $0.key == "batch-1" })
    let raw = String(decoding: journal.rawLine(of: members[1]), as: UTF8.self)
    #expect(
      raw
        == #"{"type":"note","targets":[{"to":"township/s11b","for":"2026"}],"on":"2026-06-02"}"#
    )
    let whole = String(decoding: journal.wholeLine(of: members[1]), as: UTF8.self)
    #expect(whole.hasPrefix(#"{"v":1,"id":""#) && whole.hasSuffix("]}"))
    #expect(journal.particulars(of: members[2]).documents == ["三"])
    #expect(journal.particulars(of: members[2]).by == "孙玉兰")
    #expect(journal.writer(of: members[0]) == "sun@office")
  }

  /// Other programs may write the keys of a batch in any order.
  @Test(arguments: [
    #""at":"2026-06-02T09:00:00+08:00","by":"孙玉兰","events":"#,
    #""by":"孙玉兰","at":"2026-06-02T09:00:00+08:00","events":"#,
    #""key":null,"at":"2026-06-02T09:00:00+08:00","x":{"by":"陈立"},"events":"#,
  ])
  func membersOfABatchKnowWhoRecordedThem(_ keys: String) {
    let member = #"{"type":"note","targets":[{"to":"t/s1a"}],"on":"2026-06-02"}"#
    let last = keys.contains(#""by":"孙"#) ? "" : #","by":"孙玉兰""#
    let line =
      #"{"v":1,"id":"01KT174XJ09SKQDPNDE8RRT1V3","type":"batch",\#(keys)[\#(member), \#(member)]\#(last)}"#
    let text = "\n \(line) \r\n"
    let journal = Journal([JournalFile(path: "journal/w@p.jsonl", bytes: Array(text.utf8))])
    #expect(journal.problems.isEmpty)
    #expect(journal.events.count == 2)
    for event in journal.events {
      #expect(journal.particulars(of: event).at == "2026-06-02T09:00:00+08:00")
      #expect(journal.particulars(of: event).by == "孙玉兰")
      #expect(String(decoding: journal.rawLine(of: event), as: UTF8.self) == member)
      #expect(String(decoding: journal.wholeLine(of: event), as: UTF8.self) == line)
    }
  }

  @Test func everyActionIsWrittenAsItWasRead() throws {
    let workspace = try Sample.open(try Sample.firstVersion())
    for event in workspace.journal.events {
      if case .unknown = event.action { continue }
      let words = workspace.journal.particulars(of: event)
      var draft = Draft(event.action, quantities: words.quantities, documents: words.documents)
      draft.note = words.note
      draft.cause = words.cause
      if case .finding = event.action { draft.cause = nil }
      if case .findingClose = event.action {
        draft.note = nil
        draft.documents = []
      }
      let line = try workspace.encode([draft], as: Sample.author, clock: Sample.clock())
      let text = String(decoding: line, as: UTF8.self)
      let raw = String(decoding: workspace.journal.rawLine(of: event), as: UTF8.self)
      let type = try #require(text.range(of: #""type":"#))
      let rawType = try #require(raw.range(of: #""type":"#))
      var expected = String(raw[rawType.lowerBound...])
        .replacing(#","mood":"a key of a later version""#, with: "")
      if case .done(_, _, 1) = event.action {
        // The count is always written; where it is missing it is 1.
        expected = expected.replacing(/("on":"[-0-9]+")/) { "\($0.output.1),\"count\":1" }
      }
      #expect(String(text[type.lowerBound...]) == expected)
    }
  }
}
