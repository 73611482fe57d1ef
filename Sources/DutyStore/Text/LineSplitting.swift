/// The offset of the next line feed from an offset on, or the end of the bytes.
func endOfLine(_ bytes: Span<UInt8>, from start: Int) -> Int {
  unsafe bytes.withUnsafeBytes { buffer in
    var index = max(start, 0)
    let end = buffer.count
    // Eight bytes at a time: a byte that is a line feed becomes zero, and zeros are found at once.
    while index &+ 8 <= end {
      let word = unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let folded = UInt64(littleEndian: word) ^ 0x0A0A_0A0A_0A0A_0A0A
      let zeros = (folded &- 0x0101_0101_0101_0101) & ~folded & 0x8080_8080_8080_8080
      if zeros != 0 { return index &+ zeros.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < end, unsafe buffer[index] != 0x0A { index &+= 1 }
    return index
  }
}

/// The offset of the start of the line that an offset is in.
func startOfLine(_ bytes: Span<UInt8>, around offset: Int) -> Int {
  var index = min(offset, bytes.count)
  while index > 0, bytes[index - 1] != 0x0A { index -= 1 }
  return index
}

/// A line without the white space at its ends, or without the byte order mark of a file.
func trimmedLine(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
  var start = range.lowerBound
  var end = range.upperBound
  if start == 0, end >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
  while end > start, isBlank(bytes[end - 1]) { end -= 1 }
  while start < end, isBlank(bytes[start]) { start += 1 }
  return start..<end
}

/// The line that an offset is in, without the white space at its ends.
func trimmedLine(_ bytes: Span<UInt8>, around offset: Int) -> Range<Int> {
  trimmedLine(bytes, startOfLine(bytes, around: offset)..<endOfLine(bytes, from: offset))
}

/// Whether version control has left the mark of a conflict at the start of a range.
func isConflictMarker(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard range.count >= 7, "<=>|".utf8.contains(bytes[range.lowerBound]) else { return false }
  return (range.lowerBound..<(range.lowerBound + 7)).allSatisfy {
    bytes[$0] == bytes[range.lowerBound]
  }
}

/// Whether the line that an offset is in is the mark of a conflict.
func isConflictMarker(_ bytes: Span<UInt8>, around offset: Int) -> Bool {
  isConflictMarker(bytes, trimmedLine(bytes, around: offset))
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
