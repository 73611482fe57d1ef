/// The place of one person among several who each owe a requirement.
///
/// An assignment may hand the seat to another person; whatever any holder recorded counts for it.
struct Seat: Sendable {
  /// The holders with the day each of them began on; the first is the one the checklist names.
  private var holders: [(name: String, from: Day)]

  /// The place in the checklist's list of persons, from 0.
  let number: Int

  init(_ name: String, number: Int) {
    self.number = number
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
