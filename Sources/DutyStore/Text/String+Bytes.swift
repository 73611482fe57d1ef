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
}
