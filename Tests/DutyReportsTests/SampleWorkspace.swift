import DutyModel
import DutyReports
import DutyStore
import DutyTestSupport
import Foundation

/// The workspace that comes with the program, copied into memory and looked at on one day.
struct SampleWorkspace {
  let register: Register
  let names: Names
  let head: AnswerHead

  /// Only these files are copied, so that what somebody records in a clone changes no test.
  private static let paths = [
    "duty.json", "checklists/civil.json", "checklists/justice.json", "checklists/township.json",
    "journal/hexuemei@justice.jsonl", "journal/liuwen@pc1.jsonl", "journal/wangfang@pc2.jsonl",
    "journal/xuliang@civil.jsonl", "journal/zhangming@pc3.jsonl",
  ]

  /// Reading takes longer than all the tests together, so it is done once.
  private static let result = Result { try SampleWorkspace() }

  static func shared() throws -> SampleWorkspace { try result.get() }

  private init() throws {
    guard let today = Day("2026-07-10") else { throw CocoaError(.formatting) }
    let files = InMemoryFileSystem()
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Data")
    for path in SampleWorkspace.paths {
      let bytes = try Data(contentsOf: folder.appendingPathComponent(path))
      files.put("/office/\(path)", bytes: Array(bytes))
    }
    let workspace = try Workspace.open(
      at: Workspace.Location(folder: "/office", source: .option),
      files: files
    )
    register = Register(
      checklists: workspace.checklists,
      events: workspace.journal.events,
      today: today
    )
    names = Names(register)
    head = AnswerHead(today: today, year: nil, unreadableLines: 0)
  }

  var statuses: [DutyStatus] { register.items.indices.map { register.status(of: $0) } }

  func list(_ layout: DutyList.Layout = .folded) -> DutyList {
    DutyList(statuses, in: register, names: names, head: head, layout: layout)
  }

  var overdue: OverdueList {
    OverdueList(register.overdue(), in: register, names: names, head: head)
  }

  func due(days: Int) throws -> DueList {
    guard
      let last = register.today.adding(days: days), let later = last.adding(days: 31)
    else { throw CocoaError(.formatting) }
    let coming = register.due(through: later)
    return DueList(
      coming.filter { $0.due <= last },
      in: register,
      names: names,
      head: head,
      horizon: DueList.Horizon(last: last, days: days),
      surroundings: DueList.Surroundings(
        next: coming.first { $0.due > last },
        overdue: register.overdue().count
      )
    )
  }
}
