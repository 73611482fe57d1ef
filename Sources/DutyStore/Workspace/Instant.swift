package import DutyModel

/// A moment, and the offset from UTC it is seen in.
package struct Instant: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z, within the years 1 to 9999 of its own offset.
  package let milliseconds: Int
  /// Minutes to add to UTC, less than a day: 480 in Beijing.
  package let offset: Int

  /// The years 1 to 9999; what lies outside is moved to their edge.
  package init(milliseconds: Int, offset: Int) {
    let offset = max(-1439, min(1439, offset))
    let shift = offset * 60_000
    self.offset = offset
    self.milliseconds = max(
      Instant.firstMillisecond - shift,
      min(Instant.lastMillisecond - shift, milliseconds)
    )
  }

  /// The civil day at the offset.
  package var day: Day {
    Day(ordinal: Instant.epoch + floorDivided(localSeconds, 86_400).quotient) ?? .first
  }

  private static let epoch = 719_163
  private static let firstMillisecond = -62_135_596_800_000
  private static let lastMillisecond = 253_402_300_799_999

  private var localSeconds: Int {
    floorDivided(milliseconds, 1000).quotient + offset * 60
  }
}

private func floorDivided(_ value: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
  let remainder = ((value % divisor) + divisor) % divisor
  return ((value - remainder) / divisor, remainder)
}

// MARK: - Text

extension Instant: CustomStringConvertible {
  /// The moment by RFC 3339, to the second: `2026-05-06T09:12:33+08:00`.
  package var description: String {
    let seconds = floorDivided(localSeconds, 86_400).remainder
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(Instant.twoDigits)
    let sign = offset < 0 ? "-" : "+"
    let zone = [abs(offset) / 60, abs(offset) % 60].map(Instant.twoDigits)
    return "\(day)T\(time.joined(separator: ":"))\(sign)\(zone.joined(separator: ":"))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  /// Reads a moment by RFC 3339; `nil` unless it is one: years 1 to 9999, no leap second.
  package init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)
    guard bytes.count >= 20, Instant.hasShape(bytes), let day = Day(text.prefix(10)) else {
      return nil
    }
    let hour = Instant.number(bytes, 11)
    let minute = Instant.number(bytes, 14)
    let second = Instant.number(bytes, 17)
    guard hour < 24, minute < 60, second < 60 else { return nil }
    bytes.removeFirst(19)
    var thousandths = 0
    if bytes.first == UInt8(ascii: ".") {
      let digits = bytes.dropFirst().prefix { Instant.isDigit($0) }
      guard (1...9).contains(digits.count) else { return nil }
      var scale = 100
      for digit in digits.prefix(3) {
        thousandths += Int(digit - 0x30) * scale
        scale /= 10
      }
      bytes.removeFirst(1 + digits.count)
    }
    guard let offset = Instant.offset(bytes) else { return nil }
    let seconds =
      (day.ordinal - Instant.epoch) * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
    self.init(milliseconds: seconds * 1000 + thousandths, offset: offset)
  }

  /// Whether digits and signs stand where `YYYY-MM-DDThh:mm:ss` has them.
  private static func hasShape(_ bytes: [UInt8]) -> Bool {
    let shape = "0000-00-00T00:00:00".utf8
    return zip(bytes, shape).allSatisfy { byte, sign in
      switch sign {
      case UInt8(ascii: "0"): isDigit(byte)
      case UInt8(ascii: "T"): byte == sign || byte == UInt8(ascii: "t")
      default: byte == sign
      }
    }
  }

  private static func offset(_ bytes: [UInt8]) -> Int? {
    if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      [1, 2, 4, 5].allSatisfy({ isDigit(bytes[$0]) })
    else { return nil }
    let hours = number(bytes, 1)
    let minutes = number(bytes, 4)
    guard hours < 24, minutes < 60 else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "+"): return hours * 60 + minutes
    case UInt8(ascii: "-"): return -(hours * 60 + minutes)
    default: return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    Int(bytes[place] - 0x30) * 10 + Int(bytes[place + 1] - 0x30)
  }
}
