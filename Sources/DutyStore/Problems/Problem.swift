package import DutyModel
package import StrictJSON

/// Something in a file that is not as it should be, as data; the words are added elsewhere.
package struct Problem: Equatable, Sendable {
  package enum Severity: String, Hashable, Sendable {
    /// What the file says cannot be used, or not all of it.
    case error
    /// It can be used, and somebody should look at it.
    case warning
  }

  /// What a smaller reader said, for words that are worded there.
  package enum Detail: Equatable, Sendable {
    case json(JSONError.Reason)
    case schedule(ScheduleError)
  }

  package let code: ProblemCode
  package let severity: Severity
  package let place: FilePlace
  /// The id, key or text it is about.
  package let subject: String?
  /// What may have been meant, nearest first.
  package let nearest: [String]
  /// What else the words need: `expected`, `found`, `limit`, `reason`.
  package let values: [String: String]
  /// The place it collides with, where there are two.
  package let other: FilePlace?
  package let detail: Detail?

  package init(
    _ code: ProblemCode,
    _ severity: Severity = .error,
    at place: FilePlace,
    subject: String? = nil,
    nearest: [String] = [],
    values: [String: String] = [:],
    other: FilePlace? = nil,
    detail: Detail? = nil
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.subject = subject
    self.nearest = nearest
    self.values = values
    self.other = other
    self.detail = detail
  }
}

/// A place in a file of the workspace.
package struct FilePlace: Hashable, Sendable {
  /// The path as people see it, relative to the workspace.
  package let path: String
  /// The line from 1, or `nil` for the file as a whole.
  package let line: Int?
  /// The column from 1 in characters, or `nil` for the line as a whole.
  package let column: Int?

  package init(path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}

/// The kinds of problem, by words that never change.
package enum ProblemCode: String, CaseIterable, Hashable, Sendable {
  // Any file.
  /// The file could not be read; `reason` says why.
  case unreadableFile = "unreadable-file"
  /// The text is not JSON; `reason` says what is wrong with it.
  case badJSON = "bad-json"
  case duplicateKey = "duplicate-key"
  /// A byte order mark is at the start.
  case byteOrderMark = "bom"
  /// `format` is missing, or names another format.
  case badFormat = "bad-format"
  /// A later version wrote the file.
  case newerFormat = "newer-format"
  /// A value of another kind than the key asks for, or outside its range.
  case badType = "bad-type"
  case badValue = "bad-value"
  case missingKey = "missing-key"
  /// A key that is not known, and is much like one that is.
  case unknownKey = "unknown-key"
  case controlCharacter = "control-character"

  // Checklists.
  case badID = "bad-id"
  case duplicateID = "duplicate-id"
  /// An id is used again that a removed or renamed duty had.
  case reusedID = "reused-id"
  case badSchedule = "bad-schedule"
  /// The words of a schedule name no cycle.
  case vagueSchedule = "vague-schedule"
  /// Both `schedule` and `requirements`.
  case scheduleTwice = "schedule-twice"
  case noRequirement = "no-requirement"
  case badDate = "bad-date"
  case ownerAndEach = "owner-and-each"
  /// The days a thing is in effect end before they begin.
  case effectiveEmpty = "effective-empty"
  /// Two editions of a checklist are in effect on the same day.
  case editionsOverlap = "editions-overlap"

  // Journals.
  /// A line without its end, as an interrupted write leaves it.
  case tornLine = "torn-line"
  case nulBytes = "nul-bytes"
  case conflictMarker = "conflict-marker"
  /// A line that is JSON and no event.
  case badEvent = "bad-event"
  /// An event of a later version of the journal.
  case newerEvent = "newer-event"
  /// An event of a kind that is not known; it is kept and ignored.
  case unknownType = "unknown-type"
  /// Two events have one id; neither counts.
  case conflictingID = "conflicting-id"
  /// An event dated more than a day ahead of the clock.
  case futureID = "future-id"
  /// An event says another one stood before it, which is not there.
  case missingPrevious = "missing-previous"
}
