/// The identity of an event and its place in the order of all events.
///
/// The number is a ULID (https://github.com/ulid/spec): 48 bits of milliseconds since 1970 and 80
/// random bits, written in 26 characters of Crockford's base 32, so that texts sort as numbers do.
/// It is made as a hybrid logical clock: an event is later than everything its writer had read.
package struct EventID: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64
  /// In 32 bits, so that what follows an id in a record of it fits in behind it.
  private let storedMember: UInt32

  /// The id of a line, or of a member of the batch in it.
  ///
  /// - Parameters:
  ///   - high: The upper 64 bits.
  ///   - low: The lower 64 bits.
  ///   - member: The place inside a batch; what 32 bits cannot hold is cut to what they can.
  package init(high: UInt64, low: UInt64, member: Int = 0) {
    self.high = high
    self.low = low
    storedMember = UInt32(clamping: member)
  }

  /// The place of an event inside a batch, from 1; 0 for an event with a line of its own.
  package var member: Int { Int(storedMember) }

  /// The id of a time and of random bits.
  ///
  /// - Parameters:
  ///   - milliseconds: The time since 1970; cut to 48 bits.
  ///   - random: The 80 random bits, the upper 16 first.
  package init(milliseconds: UInt64, random: (UInt16, UInt64)) {
    self.init(high: milliseconds << 16 | UInt64(random.0), low: random.1)
  }

  /// The time the id was made at, as its writer's hybrid clock had it.
  package var milliseconds: UInt64 { high >> 16 }

  /// The id that follows within the same millisecond; `nil` if all random bits are used up.
  package var successor: EventID? {
    if low < .max { return EventID(high: high, low: low + 1) }
    guard high & 0xFFFF < 0xFFFF else { return nil }
    return EventID(high: high + 1, low: 0)
  }

  /// The id of the whole line a member of a batch stands in.
  package var line: EventID { EventID(high: high, low: low) }

  /// The id of a member of the batch in the line, from 1; 0 is the line itself.
  package func member(_ number: Int) -> EventID {
    EventID(high: high, low: low, member: number)
  }

  /// Milliseconds of 10000-01-01: an id from then on is malformed, so that no hostile id can
  /// exhaust the clock.
  package static let endOfTime: UInt64 = 253_402_300_800_000
}

extension EventID: Comparable {
  package static func < (left: EventID, right: EventID) -> Bool {
    if left.high != right.high { return left.high < right.high }
    if left.low != right.low { return left.low < right.low }
    return left.storedMember < right.storedMember
  }
}

// MARK: - Text

extension EventID: CustomStringConvertible {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The 26 characters, and `-n` for the n-th member of a batch.
  package var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(26)
    for place in 0..<26 {
      let shift = 125 - place * 5
      let bits =
        if shift >= 64 {
          high >> UInt64(shift - 64)
        } else if shift > 59 {
          high << UInt64(64 - shift) | low >> UInt64(shift)
        } else {
          low >> UInt64(shift)
        }
      bytes.append(EventID.alphabet[Int(bits & 31)])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return member == 0 ? text : "\(text)-\(member)"
  }

  /// The last 6 characters, by which people name an event.
  package var short: String {
    let text = line.description.suffix(6)
    return member == 0 ? String(text) : "\(text)-\(member)"
  }

  /// Reads 26 characters in upper case, and `-n` after them; `nil` if they are no ULID or lie
  /// beyond the year 9999.
  package init?(_ text: some StringProtocol) {
    self.init(ascii: text.utf8)
  }

  /// Reads an id from its bytes, as ``init(_:)`` does.
  package init?(ascii bytes: some Collection<UInt8>) {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var member = 0
    var place = 0
    for byte in bytes {
      if place < 26 {
        guard let digit = EventID.digit(of: byte), place > 0 || digit < 8 else { return nil }
        high = high << 5 | low >> 59
        low = low << 5 | digit
      } else if place == 26 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (0x30...0x39).contains(byte), place < 33, place > 27 || byte > 0x30 else {
          return nil
        }
        member = member * 10 + Int(byte - 0x30)
      }
      place += 1
    }
    guard place == 26 || place > 27, high >> 16 < EventID.endOfTime else { return nil }
    self.init(high: high, low: low, member: member)
  }

  private static func digit(of byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case UInt8(ascii: "A")...UInt8(ascii: "H"): UInt64(byte - UInt8(ascii: "A")) + 10
    case UInt8(ascii: "J"), UInt8(ascii: "K"): UInt64(byte - UInt8(ascii: "J")) + 18
    case UInt8(ascii: "M"), UInt8(ascii: "N"): UInt64(byte - UInt8(ascii: "M")) + 20
    case UInt8(ascii: "P")...UInt8(ascii: "T"): UInt64(byte - UInt8(ascii: "P")) + 22
    case UInt8(ascii: "V")...UInt8(ascii: "Z"): UInt64(byte - UInt8(ascii: "V")) + 27
    default: nil
    }
  }
}
