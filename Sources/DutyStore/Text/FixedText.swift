internal import StrictJSON

/// A text of at most sixteen bytes that is looked for at a known place, two words at once.
struct FixedText: Sendable {
  private let words: (UInt64, UInt64)
  private let masks: (UInt64, UInt64)
  let count: Int

  /// - Parameter text: The text; what is beyond sixteen bytes is left out.
  init(_ text: String) {
    var words: (UInt64, UInt64) = (0, 0)
    var masks: (UInt64, UInt64) = (0, 0)
    var count = 0
    for byte in text.utf8.prefix(16) {
      let shift = UInt64(count % 8 * 8)
      if count < 8 {
        words.0 |= UInt64(byte) << shift
        masks.0 |= 0xFF << shift
      } else {
        words.1 |= UInt64(byte) << shift
        masks.1 |= 0xFF << shift
      }
      count += 1
    }
    self.words = words
    self.masks = masks
    self.count = count
  }

  /// Goes behind the text if it comes next.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - index: The offset where the text may stand; it stays where it is if the text does not, or
  ///     if fewer than sixteen bytes are left.
  /// - Returns: Whether the text stands there.
  @inline(__always)
  func isNext(in bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard let second = littleEndianWord(bytes, at: index &+ 8),
      let first = littleEndianWord(bytes, at: index),
      first & masks.0 == words.0, second & masks.1 == words.1
    else { return false }
    index &+= count
    return true
  }
}
