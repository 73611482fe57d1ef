/// What one person owes among several who each owe a requirement.
///
/// An assignment may hand the seat to another person; whatever any holder recorded counts for it.
struct Seat: Sendable {
  /// The holders with the day each of them began on; the first is the one the checklist names.
  private var holders: [(name: String, from: Day)]

  /// The person whom the checklist names: what the seat is known by in every edition.
  var name: String { holders[0].name }

  init(_ name: String) {
    holders = [(name, .first)]
  }

  /// Hands the seat on.
  mutating func pass(to name: String, from day: Day) {
    holders.append((name, day))
  }

  /// The holder on a day.
  func holder(on day: Day) -> String {
    holders.last { $0.from <= day }?.name ?? holders[0].name
  }

  func wasHeld(by name: String) -> Bool {
    holders.contains { $0.name == name }
  }

  /// Everybody who ever held it, each once.
  var names: Set<String> { Set(holders.lazy.map(\.name)) }
}
