extension [UInt8] {
  /// The number of two bytes from an offset on, the lowest first; nil beyond the end.
  func number16(at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  /// The number of four bytes from an offset on, the lowest first; nil beyond the end.
  func number32(at offset: Int) -> Int? {
    guard let low = number16(at: offset), let high = number16(at: offset + 2) else { return nil }
    return low | high << 16
  }

  /// Appends the lowest two bytes of a number, the lowest first.
  mutating func append16(_ number: Int) {
    append(UInt8(truncatingIfNeeded: number))
    append(UInt8(truncatingIfNeeded: number >> 8))
  }

  /// Appends the lowest four bytes of a number, the lowest first.
  mutating func append32(_ number: Int) {
    append16(number)
    append16(number >> 16)
  }
}
