import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Everything that is wrong or unsettled in a workspace, found at once.
struct CheckFindings {
  private let opened: Opened
  /// The day of the clock, which records cannot be ahead of.
  let clockDay: Day

  private(set) var entries: [ProblemList.Entry] = []

  /// Looks at everything.
  ///
  /// - Parameter context: Where the workspace is, and the day looked at.
  /// - Throws: An error if there is no workspace, or if it may not be read.
  init(_ context: Context) throws {
    let location = try context.locate()
    let (workspace, settings) = try Workspace.inspect(at: location, files: context.files)
    let opened = Opened(workspace, today: context.today)
    self.opened = opened
    clockDay = context.clockDay
    addProblems(settings + workspace.problems)
    let user = try UserSettingsFile.read(
      environment: context.surroundings.environment,
      files: context.files
    )
    addProblems(user.warnings)
    addProblems(workspace.journal.eventsAhead(of: context.surroundings.clock.now))
    addProblems(workspace.journal.gaps())
    for place in try Workspace.strayFiles(at: location, files: context.files) { addStray(place) }
    addRecords()
    addNeverDue()
    addUnsettled()
  }

  var workspace: Workspace { opened.workspace }
  var register: Register { opened.register }
  var names: Names { opened.names }

  /// The checklists that records name and that are not here.
  var missingChecklists: [MissingChecklist] { opened.missingChecklists }

  /// The answer.
  func list(on today: Day) -> ProblemList {
    ProblemList(
      head: AnswerHead(
        today: today,
        year: nil,
        unreadableLines: workspace.journal.unreadableLines
      ),
      entries: entries,
      extent: ProblemList.Extent(
        files: 1 + workspace.files.count + workspace.journal.files.count,
        checklists: Set(workspace.checklists.map(\.id)).count,
        duties: register.items.count,
        records: workspace.journal.events.count
      )
    )
  }

  mutating func add(_ entry: ProblemList.Entry) {
    entries.append(entry)
  }

  // MARK: - Files

  private mutating func addProblems(_ problems: [Problem]) {
    for problem in problems { add(ProblemList.Entry(problem)) }
  }

  private mutating func addStray(_ place: FilePlace) {
    let isJournal = place.path.hasPrefix("journal/")
    add(
      ProblemList.Entry(
        .warning,
        CheckCode.strayFile.rawValue,
        path: place.path,
        message: Message(en: "this file is not read", zh: "这个文件不会读取"),
        fix: isJournal
          ? Message(
            en: "journals end in .jsonl; rename it or move it away",
            zh: "台账以 .jsonl 结尾；请改名或移走"
          )
          : Message(
            en: "checklists end in .json; rename it or move it away",
            zh: "清单以 .json 结尾；请改名或移走"
          )
      )
    )
  }
}

extension ProblemList.Entry {
  /// A problem of a file as the list shows it.
  init(_ problem: Problem) {
    var values = problem.values
    if let other = problem.other { values["other"] = other.text }
    var list: [(key: String, value: ProblemList.Value)] = values.sorted { $0.key < $1.key }
      .map { key, text in
        let number = key == "count" || key == "limit" ? Int(text) : nil
        return (key: key, value: number.map { .number($0) } ?? .text(text))
      }
    if !problem.nearest.isEmpty { list.append((key: "nearest", value: .texts(problem.nearest))) }
    self.init(
      problem.isError ? .error : .warning,
      problem.code.rawValue,
      path: problem.place.path,
      line: problem.place.line,
      column: problem.place.column,
      id: problem.subject,
      message: problem.message,
      fix: problem.fix,
      values: list
    )
  }
}

extension Problem {
  /// Whether `check` counts it as an error: whatever leaves something out of the figures does.
  fileprivate var isError: Bool { severity == .error }
}
