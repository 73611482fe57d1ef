internal import DutyReports
import DutyStore
import StrictJSON
import TerminalText

/// What is said on standard error, beside an answer, of the workspace it was made from.
///
/// Only what touches the answer is told: lines of the journal that are not counted, and checklists
/// that cannot be read or are missing. All there is to say is the business of `check`.
struct ProblemNotes {
  private let warnings: [Problem]
  /// Whether `repair` has lines of the journal to take out.
  private let canRepair: Bool
  private let broken: [ChecklistFile]
  /// Errors that belong to no single file that is broken, such as editions that overlap.
  private let others: [Problem]
  private let missing: [MissingChecklist]

  init(_ opened: Opened) {
    let workspace = opened.workspace
    missing = opened.missingChecklists
    warnings = workspace.journal.problems.filter { $0.code != .missingPrevious }
    canRepair = workspace.journal.isRepairable
    broken = workspace.files.filter { $0.checklist == nil }
    let brokenPaths = Set(broken.map(\.path))
    others = workspace.problems.filter {
      $0.severity == .error && !$0.place.path.hasPrefix("journal/")
        && !brokenPaths.contains($0.place.path)
    }
  }

  private var hasFaultyFiles: Bool { !broken.isEmpty || !others.isEmpty }

  /// That the answer is not the whole, as an error for scripts; `nil` if it is.
  var diagnosis: Diagnosis? {
    if !broken.isEmpty {
      let first = broken.lazy.flatMap(\.problems).first { $0.severity == .error }
      let count = broken.count
      return Diagnosis(
        .data,
        "unreadable-checklist",
        Message(
          en: "\(count, "checklist", "checklists") cannot be read",
          zh: "\(count)份清单无法读取"
        ),
        place: first?.place,
        subject: broken[0].path
      )
    }
    if let problem = others.first ?? unreadableJournal {
      return Diagnosis(
        .data,
        problem.code.rawValue,
        problem.message,
        place: problem.place,
        subject: problem.place.path
      )
    }
    guard let first = missing.first else { return nil }
    return Diagnosis(
      .data,
      CheckCode.missingChecklist.rawValue,
      ProblemNotes.words(missing),
      subject: first.id
    )
  }

  /// A file of the journal that could not be read as a whole.
  private var unreadableJournal: Problem? { warnings.first { $0.code == .unreadableFile } }

  /// The lines for a terminal; none if all is well.
  func lines(in language: Language, for terminal: Terminal) -> [String] {
    let formatter = ProblemLines(language: language, terminal: terminal)
    return warningLines(formatter) + missingLines(formatter) + errorLines(formatter)
  }

  private func missingLines(_ formatter: ProblemLines) -> [String] {
    guard !missing.isEmpty else { return [] }
    let words = ProblemNotes.words(missing)
    return formatter.lines(
      Message(
        en: "\("Warning:", role: .warning) \(words)",
        zh: "\("警告：", role: .warning)\(words)"
      )
    ) + formatter.lines(.seeAllProblems, indent: 2)
  }

  /// How many records are of checklists that are missing, and of which.
  private static func words(_ missing: [MissingChecklist]) -> Message {
    let count = missing.reduce(0) { $0 + $1.records.count }
    let more = missing.count - most
    let list = missing.prefix(most).map(\.id).joined(separator: ", ")
    let names = more > 0 ? "\(list), +\(more)" : list
    return Message(
      en:
        "\(count, "record belongs", "records belong") to checklists that are not here: \(names)",
      zh: "\(count)条记录所属的清单不在这里：\(names)"
    )
  }

  private func warningLines(_ formatter: ProblemLines) -> [String] {
    var lines: [String] = []
    var counts: [ProblemCode: Int] = [:]
    for problem in warnings {
      counts[problem.code, default: 0] += 1
      guard counts[problem.code, default: 0] <= ProblemNotes.most else { continue }
      lines += formatter.lines(
        Message(
          en: "\("Warning:", role: .warning) \(problem.linePlace): \(problem.message)",
          zh: "\("警告：", role: .warning)\(problem.linePlace)：\(problem.message)"
        )
      )
    }
    let more = counts.values.reduce(0) { $0 + max(0, $1 - ProblemNotes.most) }
    if more > 0 {
      lines += formatter.lines(
        Message(
          en:
            "\("Warning:", role: .warning) \(more, "more line", "more lines") of the journal like these",
          zh: "\("警告：", role: .warning)台账里还有\(more)行也是这样"
        )
      )
    }
    if !warnings.isEmpty {
      lines += formatter.lines(
        canRepair
          ? Message(
            en:
              "See them: \(command: "duty check"), take them out: \(command: "duty repair")",
            zh: "查看：\(command: "duty check")，修复：\(command: "duty repair")"
          )
          : Message(en: "See them: \(command: "duty check")", zh: "查看：\(command: "duty check")"),
        indent: 2
      )
    }
    return lines
  }

  private func errorLines(_ formatter: ProblemLines) -> [String] {
    guard hasFaultyFiles else { return [] }
    var lines: [String] = []
    for file in broken {
      let errors = file.problems.filter { $0.severity == .error }
      for problem in errors.prefix(ProblemNotes.most) {
        lines += formatter.lines(of: problem, bytes: file.bytes)
      }
      let more = errors.count - ProblemNotes.most
      if more > 0 {
        lines += formatter.lines(
          Message(
            en: "\(file.path): \(more, "more error", "more errors")",
            zh: "\(file.path): 还有\(more)个错误"
          )
        )
      }
    }
    for problem in others.prefix(ProblemNotes.most) { lines += formatter.lines(of: problem) }
    if broken.isEmpty { return lines + formatter.lines(.seeAllProblems, indent: 2) }
    let count = broken.count
    lines += formatter.lines(
      Message(
        en:
          "\(count, "checklist", "checklists") cannot be read and \(count == 1 ? "is" : "are") left out.",
        zh: "\(count)份清单无法读取，未计在内。"
      ),
      indent: 2
    )
    return lines + formatter.lines(.seeAllProblems, indent: 2)
  }

  /// How many of one kind are told one by one.
  private static let most = 5
}

extension Problem {
  /// The file and the line, as a warning names it.
  fileprivate var linePlace: String {
    place.line.map { "\(place.path):\($0)" } ?? place.path
  }
}

extension Message {
  /// Where everything is told that is wrong.
  static let seeAllProblems = Message(
    en: "All problems: \(command: "duty check")",
    zh: "全部问题：\(command: "duty check")"
  )
}

/// Writes problems as compilers do: the place, the sentence, the line with a caret below it.
struct ProblemLines {
  let language: Language
  let terminal: Terminal

  func lines(_ message: Message, indent: Int = 0) -> [String] {
    message.prose(in: language)
      .lines(for: terminal, indentation: Indentation(first: indent, rest: 2))
  }

  /// A problem, with its line if the bytes of the file are given.
  ///
  /// The place is never broken, whatever the width: editors read it.
  func lines(of problem: Problem, bytes: [UInt8]? = nil) -> [String] {
    var lines = self.lines(
      Message(
        en:
          "\(command: "\(problem.place.text):") \("\(problem.severity.word.text(in: .english)):", role: problem.severity.role) \(problem.message)",
        zh:
          "\(command: "\(problem.place.text):") \("\(problem.severity.word.text(in: .chinese))：", role: problem.severity.role)\(problem.message)"
      )
    )
    if let bytes, let line = problem.place.line, let column = problem.place.column {
      lines += excerpt(line: line, column: column, of: bytes)
    }
    if let fix = problem.fix {
      lines += self.lines(Message(en: "fix: \(fix)", zh: "修正：\(fix)"), indent: 2)
    }
    return lines
  }

  /// A line of a file and a caret under the cell of a character.
  ///
  /// Tabs become spaces; a line that is too long is cut on the sides of the caret.
  func excerpt(line: Int, column: Int, of bytes: [UInt8]) -> [String] {
    let label = "\(line) | "
    let room = max(10, (terminal.columns ?? 500) - label.utf8.count)
    // Some scalars take no column; beyond so many of them the line is cut as well.
    let excerpt = JSONExcerpt(line: line, column: column, in: bytes.span, reach: 2 * room)
    guard let excerpt else { return [] }
    let cells = excerpt.text.unicodeScalars.map { $0 == "\t" ? " " : String($0).visible }
    let caret = excerpt.caret
    let isWhole = !excerpt.isCutBefore && !excerpt.isCutAfter
    let window =
      isWhole && fits(cells, in: room)
      ? cells.indices : window(around: caret, of: cells, columns: room)
    let start = excerpt.isCutBefore || window.lowerBound > 0 ? terminal.ellipsis : ""
    let end = excerpt.isCutAfter || window.upperBound < cells.count ? terminal.ellipsis : ""
    let shown = start + cells[window].joined() + end
    let before = terminal.width(of: start + cells[window.lowerBound..<caret].joined())
    let margin = String(repeating: " ", count: label.utf8.count - 2) + "| "
    return [
      label + shown.trimmingSpacesAtEnd,
      margin + String(repeating: " ", count: before) + "^",
    ]
  }

  private func fits(_ cells: [String], in columns: Int) -> Bool {
    cells.reduce(0) { $0 + terminal.width(of: $1) } <= columns
  }

  /// The cells that are shown of a line that is too long: those around the caret, with half of the
  /// room before it and the rest behind.
  ///
  /// Each cell is measured once, whatever the length of the line.
  private func window(around caret: Int, of cells: [String], columns room: Int) -> Range<Int> {
    let limit = room - 2 * terminal.width(of: terminal.ellipsis)
    var window = caret..<caret
    var used = 0
    while window.lowerBound > 0 {
      used += terminal.width(of: cells[window.lowerBound - 1])
      guard used <= limit / 2 else { break }
      window = window.lowerBound - 1..<caret
    }
    used = cells[window].reduce(0) { $0 + terminal.width(of: $1) }
    while window.upperBound < cells.count {
      used += terminal.width(of: cells[window.upperBound])
      guard used <= limit else { break }
      window = window.lowerBound..<window.upperBound + 1
    }
    return window
  }
}

extension String {
  fileprivate var trimmingSpacesAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
