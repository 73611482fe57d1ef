/// Numbers by ids, in one or more name spaces: a hash table made for short texts.
///
/// Every duty is entered once and every record looked up once, which with the general dictionary
/// would take longer than reading them.
package struct IdentifierTable: Sendable {
  /// Another one in every process, so that no file can be made slow to read on purpose.
  private static let seed = UInt64.random(in: 0 ... .max)
  /// The seed at hand, where asking whether it was made already takes as long as hashing.
  private let seed = IdentifierTable.seed

  /// The places of entries, or -1 where there is none; never more than half of them are taken.
  private var slots: [Int32]
  private var entries: [(id: String, space: Int, number: Int)] = []

  /// Makes a table with room for a number of ids; more make it grow.
  package init(capacity: Int = 0) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    entries.reserveCapacity(capacity)
  }

  /// The number of an id, or `nil` if it was not entered.
  package subscript(id: String, of space: Int = 0) -> Int? {
    let entry = slots[slot(of: id, space)]
    return entry < 0 ? nil : entries[Int(entry)].number
  }

  /// Enters an id, unless it is there already.
  ///
  /// - Parameters:
  ///   - id: The id.
  ///   - number: Its number.
  ///   - space: The name space the id is known in.
  /// - Returns: The number the id has already, or `nil` if it was entered.
  @discardableResult
  package mutating func insert(_ id: String, _ number: Int, of space: Int = 0) -> Int? {
    if entries.count * 2 >= slots.count { grow() }
    let slot = slot(of: id, space)
    let entry = slots[slot]
    guard entry < 0 else { return entries[Int(entry)].number }
    slots[slot] = Int32(truncatingIfNeeded: entries.count)
    entries.append((id, space, number))
    return nil
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (place, entry) in entries.enumerated() {
      slots[slot(of: entry.id, entry.space)] = Int32(truncatingIfNeeded: place)
    }
  }

  /// The slot that an id is in, or the free one where it belongs.
  private func slot(of id: String, _ space: Int) -> Int {
    let mask = slots.count - 1
    var slot = hash(id, space) & mask
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if entries[entry].space == space, IdentifierTable.isEqual(entries[entry].id, id) { break }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  /// Whether two ids are the same bytes, as their hashes are made of bytes.
  private static func isEqual(_ left: String, _ right: String) -> Bool {
    if #available(macOS 26, *) {
      let (left, right) = (left.utf8.span, right.utf8.span)
      guard left.count == right.count else { return false }
      for index in left.indices where left[index] != right[index] { return false }
      return true
    }
    return left.utf8.elementsEqual(right.utf8)
  }

  private func hash(_ id: String, _ space: Int) -> Int {
    var hash = seed &+ UInt64(truncatingIfNeeded: space)
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    if #available(macOS 26, *) {
      let bytes = id.utf8.span
      for index in bytes.indices { add(bytes[index]) }
    } else {
      for byte in id.utf8 { add(byte) }
    }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29))
  }
}
