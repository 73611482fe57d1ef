extension String {
  /// Copies bytes that are known to be ASCII.
  init(ascii bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else {
      self = ""
      return
    }
    let part = bytes.extracting(range)
    self = unsafe String(unsafeUninitializedCapacity: part.count) { buffer in
      for index in part.indices { unsafe buffer[index] = part[index] }
      return part.count
    }
  }

  /// Whether the text is written in a range of bytes.
  func isEqual(to bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard utf8.count == range.count, range.lowerBound >= 0, range.upperBound <= bytes.count else {
      return false
    }
    var place = range.lowerBound
    if #available(macOS 26, *) {
      let own = utf8.span
      for index in own.indices where own[index] != bytes[place &+ index] { return false }
    } else {
      for byte in utf8 {
        guard byte == bytes[place] else { return false }
        place &+= 1
      }
    }
    return true
  }
}
