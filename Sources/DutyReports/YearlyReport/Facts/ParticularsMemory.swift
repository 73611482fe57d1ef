import DutyModel

/// The words of events, read once from each line that many requirements share: such a line is as
/// long as they are many.
final class ParticularsMemory {
  private let read: (Event) -> Particulars
  private var known: [EventID: Particulars] = [:]

  init(_ read: @escaping (Event) -> Particulars) {
    self.read = read
  }

  func words(of event: Event) -> Particulars {
    guard event.action.targets.count > 1 else { return read(event) }
    if let words = known[event.id] { return words }
    let words = read(event)
    known[event.id] = words
    return words
  }
}
