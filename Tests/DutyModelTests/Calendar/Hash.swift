/// FNV-1a of 64 bits over bytes, as `Oracle/dates.py` computes it.
struct Hash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }

  /// Adds a number of a fixed width.
  mutating func add(_ number: Int, width: Int) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      add(UInt8(0x30 + number / divisor % 10))
      divisor /= 10
    }
  }
}
