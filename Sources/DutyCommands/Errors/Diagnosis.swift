package import DutyStore
package import TerminalText

/// An error as it is told: what is wrong, what to do, and the status the program ends with.
package struct Diagnosis: Sendable, Hashable {
  package var status: ExitStatus
  /// A stable word for scripts.
  package var code: String
  /// What is wrong and where, without a full stop if it is one phrase.
  package var message: Message
  /// What to do, a line each.
  package var advice: [Message]
  package var place: FilePlace?
  /// The id, key or text it is about.
  package var subject: String?
  /// What may have been meant, nearest first.
  package var nearest: [String]

  package init(
    _ status: ExitStatus,
    _ code: String,
    _ message: Message,
    advice: [Message] = [],
    place: FilePlace? = nil,
    subject: String? = nil,
    nearest: [String] = []
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.advice = advice
    self.place = place
    self.subject = subject
    self.nearest = nearest
  }
}

/// An error that can be told.
package protocol Diagnosable: Error {
  var diagnosis: Diagnosis { get }
}
