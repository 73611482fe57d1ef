/// Decimal numbers with at most three places, as whole thousandths.
enum Decimal {
  /// Reads the token of a JSON number; `nil` for more places, an exponent, or more than 10¹².
  static func thousandths(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.upperBound <= bytes.count else { return nil }
    var value = 0
    var places: Int?
    var isNegative = false
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "-") where index == range.lowerBound: isNegative = true
      case UInt8(ascii: ".") where places == nil: places = 0
      case 0x30...0x39:
        value = value * 10 + Int(bytes[index] - 0x30)
        places = places.map { $0 + 1 }
        guard value <= 1_000_000_000_000_000 else { return nil }
      default: return nil
      }
    }
    guard (places ?? 0) <= 3 else { return nil }
    for _ in (places ?? 0)..<3 { value *= 10 }
    guard value <= 1_000_000_000_000_000 else { return nil }
    return isNegative ? -value : value
  }
}
