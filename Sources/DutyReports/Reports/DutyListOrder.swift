import DutyModel

extension DutyList {
  /// What duties may be sorted by; among equals the order of the documents stays.
  package enum Order: String, CaseIterable, Sendable {
    /// By checklist and id; numbers inside ids by their value.
    case id
    /// By due day, those without one last.
    case due
    /// By how much the state asks.
    case state
    /// By the code points of the first name, those without one last.
    case owner
    /// By the code points of the title.
    case title
  }
}

extension DutyList.Order {
  /// Sorts duties; whatever is compared is made only once for each of them.
  func sorted(_ statuses: [DutyStatus], in register: Register) -> [DutyStatus] {
    switch self {
    case .id:
      statuses.sorted(byKey: { status in
        let name = register.reference(of: register.items[status.item])
        return IDKey(checklist: name.checklist, duty: name.duty)
      })
    case .due:
      statuses.sorted(byKey: { $0.due ?? .last })
    case .state:
      statuses.sorted(byKey: { $0.state })
    case .owner:
      statuses.sorted(byKey: { TextKey($0.owners.first) })
    case .title:
      statuses.sorted(byKey: { TextKey(register.items[$0.item].duty.title) })
    }
  }
}

extension Array {
  /// The elements sorted by keys, of which one is made for each; equal ones stay in their order.
  func sorted(byKey key: (Element) -> some Comparable) -> [Element] {
    let keys = map(key)
    return indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
      .map { self[$0] }
  }
}

/// A text that sorts by its code points, whatever the locale; none sorts last.
///
/// The order of UTF-8 bytes is that of code points.
struct TextKey: Comparable {
  private let bytes: [UInt8]?

  init(_ text: String?) {
    bytes = text.map { Array($0.utf8) }
  }

  static func < (left: TextKey, right: TextKey) -> Bool {
    guard let first = left.bytes else { return false }
    guard let second = right.bytes else { return true }
    return first.lexicographicallyPrecedes(second)
  }
}

/// An id whose runs of digits sort by their value: `g2` before `g10`.
struct IDKey: Comparable {
  private let checklist: [UInt8]
  /// Every byte that is no digit; every number, after its count of digits, byte by byte.
  private let duty: [UInt8]

  init(checklist: String, duty: String) {
    self.checklist = Array(checklist.utf8)
    var key: [UInt8] = []
    var digits: [UInt8] = []
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    for byte in duty.utf8 {
      if isDigit(byte) {
        // Zeros in front say nothing about the value.
        if digits != [0x30] { digits.append(byte) } else { digits = [byte] }
        continue
      }
      key += IDKey.number(digits)
      digits = []
      key.append(byte)
    }
    self.duty = key + IDKey.number(digits)
  }

  private static func number(_ digits: [UInt8]) -> [UInt8] {
    digits.isEmpty ? [] : [UInt8(clamping: digits.count)] + digits
  }

  static func < (left: IDKey, right: IDKey) -> Bool {
    if left.checklist != right.checklist {
      return left.checklist.lexicographicallyPrecedes(right.checklist)
    }
    return left.duty.lexicographicallyPrecedes(right.duty)
  }
}
