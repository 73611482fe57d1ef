import DutyModel

/// The notes that name the events behind sentences, in the order of reading.
struct Trace: Sendable {
  /// The events of each note; the first note is number 1.
  private(set) var notes: [[EventID]] = []
  private let isWanted: Bool

  init(isWanted: Bool) {
    self.isWanted = isWanted
  }

  /// The number of a sentence's note; `nil` if it has none.
  mutating func number(of sentence: Sentence) -> Int? {
    guard isWanted, !sentence.events.isEmpty else { return nil }
    notes.append(sentence.events)
    return notes.count
  }

  /// The events of a note as they can be typed.
  static func text(_ events: [EventID]) -> String {
    events.map(\.short).joined(separator: " ")
  }
}
