package import DutyReports
import DutyStore
package import TerminalText

/// What a command answers: values, which the program writes.
package struct Outcome: Sendable {
  package enum Answer: Sendable {
    case nothing
    case report(any Report, Format, isRaw: Bool)
    /// Sentences for people.
    case prose([Message])
    /// Bytes that are already written: a script, a page, a document.
    case bytes([UInt8])
  }

  package var answer: Answer
  /// What a person should look over, on standard error beside the answer.
  package let reviews: [any Report]
  /// What is said on standard error beside the answer: hints and warnings.
  package var notes: [Note] = []
  package var status = ExitStatus.success
  /// Why the command did not do all that it was to do; told as an error is, after what is said
  /// beside the answer, and with its own status.
  package let refusal: Diagnosis?
  /// What was read, whose problems are told beside the answer.
  package let opened: Opened?
  /// The id of what was recorded, to be named if the answer cannot be written.
  package let recorded: String?

  package init(
    _ answer: Answer,
    reviews: [any Report] = [],
    notes: [Note] = [],
    status: ExitStatus = .success,
    refusal: Diagnosis? = nil,
    opened: Opened? = nil,
    recorded: String? = nil
  ) {
    self.answer = answer
    self.reviews = reviews
    self.notes = notes
    self.status = status
    self.refusal = refusal
    self.opened = opened
    self.recorded = recorded
  }
}

/// Something said on standard error that is no error.
package enum Note: Sendable, Hashable {
  /// Advice that costs nothing to ignore.
  case hint(Message)
  case warning(Message)

  var isWarning: Bool {
    if case .warning = self { true } else { false }
  }
}
