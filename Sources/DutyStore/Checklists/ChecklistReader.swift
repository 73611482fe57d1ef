internal import DutyModel
internal import StrictJSON

/// Reads the bytes of a checklist file.
///
/// A text that is not JSON ends the reading; any other fault is noted and the reading goes on, so
/// that a person sees all of them at once.
struct ChecklistReader {
  static let formatName = "duty.checklist"
  private static let table = KeyTable<ChecklistKey>()

  let path: String
  let keys = ChecklistReader.table
  var checklist: Checklist?
  var problems: [Problem] = []
  var removedIDs: [String] = []
  var dutyOffsets: [UInt32] = []
  var requirementOffsets: [UInt32] = []

  var cursor = JSONCursor()
  /// The members of duties that have nothing but texts.
  var plainMembers = JSONPlainMembers(ChecklistReader.table.names)
  var faults: [Fault] = []
  var unknownKeys = 0
  var schedules = RepeatedValues<Schedule>()
  var owners = RepeatedValues<String>()
  var lists = RepeatedValues<[String]>()

  // The parts, filled by reading.
  var root = RootParts()
  var tiers: [TierParts] = []
  var sections: [SectionParts] = []
  var duties: [DutyParts] = []
  var details: [DutyDetails] = []
  /// The id of each duty; `nil` until one is made for those that state none.
  var dutyIDs: [String?] = []
  var requirements: [RequirementParts] = []
  /// The terms made last of each schedule.
  var terms: [Terms] = []

  init(path: String) {
    self.path = path
  }

  /// The parts of the file's own level.
  struct RootParts {
    var format: String?
    var formatOffset = 0
    var id: String?
    var title: String?
    var organization: String?
    var subject: String?
    var year: Int?
    var language: String?
    var level = LevelParts()
    var hasTiers = false
  }

  /// A problem by its offset; the line is worked out at the end.
  struct Fault {
    var code: ProblemCode
    var severity = Problem.Severity.error
    var offset: Int
    var subject: String?
    var nearest: [String] = []
    var values: [String: String] = [:]
    var otherOffset: Int?
    var detail: Problem.Detail?
  }

  /// Reads a file; what it says and what is wrong with it are in the properties then.
  mutating func read(_ source: [UInt8]) {
    let bytes = source.span
    // A duty takes some two hundred bytes; room for them all saves moving them.
    duties.reserveCapacity(bytes.count / 256)
    dutyIDs.reserveCapacity(bytes.count / 256)
    requirements.reserveCapacity(bytes.count / 1024)
    var syntax: JSONError?
    do throws(JSONError) {
      try readRoot(bytes)
      try cursor.end(bytes)
    } catch {
      syntax = error
    }
    if let format = formatFault(isComplete: syntax == nil) {
      faults = [format]
    } else if let syntax {
      note(syntax, bytes)
    } else {
      assemble(source)
    }
    if cursor.hasByteOrderMark {
      faults.append(Fault(code: .byteOrderMark, severity: .warning, offset: 0))
    }
    guard !faults.isEmpty else { return }
    report(bytes)
  }

  private mutating func note(_ error: JSONError, _ bytes: Span<UInt8>) {
    if isConflictMarker(bytes, around: error.offset) {
      faults.append(Fault(code: .conflictMarker, offset: error.offset))
      return
    }
    let problem = Problem(error, at: FilePlace(path: path))
    var fault = Fault(code: problem.code, offset: error.offset)
    fault.values = problem.values
    fault.detail = problem.detail
    if case .duplicateKey(let first) = error.reason { fault.otherOffset = first }
    faults.append(fault)
  }

  /// Turns faults into problems, by place; an error anywhere means there is no checklist.
  private mutating func report(_ bytes: Span<UInt8>) {
    let index = LineIndex(bytes, path: path)
    faults.sort { $0.offset < $1.offset }
    for fault in faults {
      problems.append(
        Problem(
          fault.code,
          fault.severity,
          at: index.place(of: fault.offset, in: bytes),
          subject: fault.subject,
          nearest: fault.nearest,
          values: fault.values,
          other: fault.otherOffset.map { index.place(of: $0, in: bytes) },
          detail: fault.detail
        )
      )
    }
    if faults.contains(where: { $0.severity == .error }) {
      checklist = nil
      dutyOffsets = []
      requirementOffsets = []
    }
    faults = []
  }

  /// What is wrong with the version word, if anything is; then nothing else is worth saying.
  private func formatFault(isComplete: Bool) -> Fault? {
    var expected: [String: String] { ["expected": "\(ChecklistReader.formatName)/1"] }
    switch FormatWord(root.format, expecting: ChecklistReader.formatName, upTo: 1) {
    case .known:
      return nil
    case .missing:
      // A text that is not JSON is told as such.
      return isComplete ? Fault(code: .badFormat, offset: 0, values: expected) : nil
    case .other(let found):
      return Fault(code: .badFormat, offset: root.formatOffset, subject: found, values: expected)
    case .newer(let found):
      return Fault(code: .newerFormat, offset: root.formatOffset, subject: found, values: expected)
    }
  }
}

/// The word with which a file says what it is.
enum FormatWord {
  case known
  case missing
  case other(String)
  case newer(String)

  /// - Parameters:
  ///   - word: The word, such as `duty.checklist/1`.
  ///   - name: The name it should have.
  ///   - version: The latest version that is understood.
  init(_ word: String?, expecting name: String, upTo version: Int) {
    guard let word else {
      self = .missing
      return
    }
    guard word.hasPrefix("\(name)/"), let number = Int(word.dropFirst(name.count + 1)), number >= 1
    else {
      self = .other(word)
      return
    }
    self = number <= version ? .known : .newer(word)
  }
}
