import DutyModel
import DutyReports
import DutyStore
import Foundation
import TerminalText
import Testing

/// The ledger of a year and a person's sheet.
@Suite struct LedgerTests {
  private func ledger(on today: String = "2026-12-31") throws -> DutyLedger {
    let office = try ReportOffice("township")
    let journal = office.workspace.journal
    return try DutyLedger(
      of: "township",
      from: try office.register(today, year: 2026),
      style: office.style,
      unreadableLines: 0,
      particulars: { journal.particulars(of: $0) }
    )
  }

  private func row(_ id: String, _ ledger: DutyLedger) throws -> [String: String] {
    let table = ledger.table(in: .chinese)
    let place = try #require(table.columns.firstIndex { $0.key == "id" })
    let row = try #require(table.rows.first { $0[place] == .value(id) })
    return Dictionary(
      uniqueKeysWithValues: zip(table.columns, row).map { column, cell in
        switch cell {
        case .text(let text), .value(let text): (column.key, text)
        case .empty: (column.key, "")
        }
      }
    )
  }

  @Test func everyOccurrenceHasARow() throws {
    let ledger = try ledger()
    #expect(ledger.table.rows.count == 35)
    #expect(ledger.table.columns.count == 20)
    #expect(ledger.table.rows.allSatisfy { $0.count == 20 })
    #expect(ledger.table.rows.enumerated().allSatisfy { $1[0] == .value($0 + 1) })
  }

  /// A line that names many requirements is as long as they are many.
  @Test func aLineOfSeveralRequirementsIsReadOnce() throws {
    let duties = (1...5).map { number in
      let schedule = number > 3 ? "1 per year" : "ongoing"
      return #"{"id":"s\#(number)","title":"第\#(number)项","schedule":"\#(schedule)"}"#
    }
    let checklist = """
      {"format":"duty.checklist/1","id":"t","title":"清单","tiers":[{"id":"s0","kind":"secretary",\
      "title":"书记","duties":[\(duties.joined(separator: ","))]}]}
      """
    let targets = (1...5).map { #"{"to":"t/s\#($0)a","for":"2026"}"# }
    let line = """
      {"v":1,"id":"01KT174XJ09SKQDPNDE8RRT1V3","at":"2026-06-02T09:00:00+08:00","by":"孙玉兰",\
      "type":"done","targets":[\(targets.joined(separator: ","))],"on":"2026-06-02","note":"一并办理"}

      """
    let file = ChecklistFile(path: "checklists/t.json", bytes: Array(checklist.utf8))
    let journal = Journal([JournalFile(path: "journal/w@p.jsonl", bytes: Array(line.utf8))])
    var readings = 0
    let ledger = try DutyLedger(
      of: "t",
      from: Register(
        checklists: [try #require(file.checklist)],
        events: journal.events,
        today: try #require(Day("2026-12-31")),
        year: 2026
      ),
      style: YearlyReport.Style(),
      unreadableLines: 0,
      particulars: { event in
        readings += 1
        return journal.particulars(of: event)
      }
    )
    for number in 1...5 {
      #expect(try row("s\(number)", ledger)["record"]?.contains("一并办理") == true)
    }
    #expect(readings == 1)
  }

  @Test func lateRow() throws {
    let row = try row("g8", try ledger())
    #expect(row["requirement"] == "完成县委巡察反馈意见集中整改")
    #expect(row["schedule"] == "2026年6月30日前")
    #expect(row["due"] == "2026-06-30")
    #expect(row["state"] == "逾期完成")
    #expect(row["dates"] == "2026-07-12")
    #expect(row["late"] == "12")
    #expect(row["record"] == "3月2日制定整改方案；5月20日反馈的3类11个具体问题完成8个；7月12日11个具体问题全部完成整改")
    #expect(row["documents"] == "青党〔2026〕17号")
    #expect(row["signoff"] == "周正平 7月15日：整改结果属实，同意上报。")
  }

  @Test func missedAndWaivedRows() throws {
    let before = try row("s2b", try ledger(on: "2026-12-30"))
    #expect(before["state"] == "临期")
    #expect(before["owed"] == "4" && before["done"] == "3" && before["remark"] == "尚缺1次")
    // What is due on the last day of the year cannot be done later in it.
    for day in ["2026-12-31", "2027-01-01"] {
      let missed = try row("s2b", try ledger(on: day))
      #expect(missed["state"] == "未完成" && missed["remark"] == "尚缺1次")
    }
    let waived = try row("m2", try ledger())
    #expect(waived["state"] == "免办")
    #expect(waived["documents"] == "青党纪要〔2026〕16号")
    #expect(waived["remark"] == "免办理由：汛期抽调林志远同志负责抢险救灾，党委会议同意本年度不再安排")
    #expect(try row("m3", try ledger())["state"] == "无记录")
  }

  @Test func machineFormsDependOnNoLanguage() throws {
    let ledger = try ledger()
    for format in Format.allCases where format.isForMachines {
      let forms = Language.allCases.map {
        format.bytes(of: ledger, in: $0, for: Terminal(columns: 40), isRaw: false)
      }
      #expect(Set(forms).count == 1)
    }
    let json = Format.json.bytes(of: ledger, in: .english, for: .unlimited, isRaw: false)
    let answer = try #require(JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    #expect(answer["format"] as? String == "duty.ledger/1")
    #expect((answer["rows"] as? [Any])?.count == 35)
  }

  @Test(arguments: [30, 50, 80, 120])
  func screenFits(_ columns: Int) throws {
    for language in Language.allCases {
      let lines = try ledger().screen(in: language, for: Terminal(columns: columns))
      #expect(lines.allSatisfy { Terminal.unlimited.width(of: $0) <= columns || columns == 30 })
      #expect(lines.count >= 37)
    }
  }

  private func sheet(_ person: String) throws -> YearlyReport {
    let office = try ReportOffice("township")
    let journal = office.workspace.journal
    return try DutySheet.paper(
      of: person,
      checklist: "township",
      from: try office.register("2026-12-31", year: 2026),
      style: office.style,
      particulars: { journal.particulars(of: $0) }
    )
  }

  @Test func sheetOfWhoTookOver() throws {
    let text = try sheet("陈立").plain
    #expect(text.contains("姓名：陈立　　单位：中共青石镇委员会\n年度：2026年　　打印日期：2026年12月31日\n"))
    #expect(text.contains("应办事项1项，已按期完成。负责整改的问题1个，超过整改期限1个。"))
    #expect(
      text.contains(
        "m1 | 检查考核分管部门 | 每年对分管部门落实主体责任情况检查考核一次。 | 12月31日前 | — | 11月25日考核结果均为合格以上，分管部门5个 | 已完成"
      )
    )
    #expect(
      text.contains(
        "f3 | 部分小型工程项目变更审批把关不严 | 修订小型工程管理办法，对年内变更项目逐个复核 | 11月30日 | 11月18日 管理办法已形成初稿，复核变更项目9个 | 逾期31天"
      )
    )
    #expect(text.contains("签字：＿＿＿＿＿＿"))
    #expect(!text.contains("已改派"))
  }

  @Test func sheetOfWhoHandedOn() throws {
    let text = try sheet("林志远").plain
    #expect(
      text.contains(
        "年内已改派的事项\n编号 | 责任事项 | 至何日止 | 办理情况\n---|---|---|---\nm1 | 检查考核分管部门落实主体责任情况 | 2026年5月31日 | —"
      )
    )
    #expect(text.contains("m2 | 党风廉政专题调研"))
    #expect(!text.contains("负责整改的问题"))
  }

  /// An English sheet has English marks, and says of findings only what there is.
  @Test func englishSheet() throws {
    var office = SmallOffice()
    office.language = "en"
    office.add("Talks", [try SmallOffice.duty("g1", ["4 per year"], title: "Talks")])
    try office.done("g1a", "2026", on: "2026-03-15", note: "With the wardens")
    for (number, due) in [("1", "2026-12-01"), ("2", "2027-02-01")] {
      office.record(
        .finding(
          Finding(
            number: number,
            title: "Exit blocked",
            owner: "王芳",
            due: Day(due),
            on: try #require(Day("2026-05-06"))
          )
        )
      )
    }
    let words = office.words
    let text = try DutySheet.paper(
      of: "王芳",
      checklist: "town",
      from: try office.register("2026-12-31"),
      style: office.style,
      particulars: { words[$0.id] ?? Particulars(at: "", by: "") }
    ).plain
    #expect(text.contains("15 March: With the wardens | not done (1/4)"))
    #expect(text.contains("Two findings to put right: one overdue."))
    #expect(!text.contains { "，；（）".contains($0) })
  }

  @Test func sheetOfAStranger() {
    #expect(
      throws: YearlyReport.Refusal.unknownPerson("钱七", known: ["周正平", "林志远", "陈立"])
    ) { try sheet("钱七") }
  }
}
