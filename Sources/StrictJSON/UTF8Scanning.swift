/// The length of the well-formed UTF-8 sequence at an offset, or 0 if it is not well formed.
///
/// The table is that of well-formed sequences in the Unicode standard (table 3-7): no overlong
/// forms, no surrogates, nothing beyond U+10FFFF.
///
/// - Parameters:
///   - bytes: The text.
///   - index: The offset of the first byte.
///   - end: The offset behind which nothing is read; at most the number of bytes.
/// - Returns: 0, or 1 to 4.
@inline(__always)
func utf8SequenceLength(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Int {
  let lead = bytes[index]
  if lead < 0x80 { return 1 }
  if lead & 0xF0 == 0xE0 {
    guard index + 2 < end else { return 0 }
    let second = bytes[index + 1]
    guard second & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
    if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return 0 }
    return 3
  }
  if lead < 0xE0 {
    guard lead >= 0xC2, index + 1 < end, bytes[index + 1] & 0xC0 == 0x80 else { return 0 }
    return 2
  }
  guard lead <= 0xF4, index + 3 < end else { return 0 }
  let second = bytes[index + 1]
  guard second & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80, bytes[index + 3] & 0xC0 == 0x80
  else { return 0 }
  if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return 0 }
  return 4
}

/// The length of the byte order mark at the start of a text: 3, or 0 if it has none.
func byteOrderMarkLength(_ bytes: Span<UInt8>) -> Int {
  bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
}

/// The scalar that starts at an offset, or `nil` if the bytes there are not UTF-8.
func unicodeScalar(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Unicode.Scalar? {
  guard index >= 0, index < end, end <= bytes.count else { return nil }
  let length = utf8SequenceLength(bytes, at: index, end: end)
  guard length > 0 else { return nil }
  let lead = UInt32(bytes[index])
  var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
  for place in (index + 1)..<(index + length) {
    value = value << 6 | UInt32(bytes[place] & 0x3F)
  }
  return Unicode.Scalar(value)
}

/// Eight bytes from an offset, the first one lowest; `nil` if there are not as many.
@inlinable
@inline(__always)
package func littleEndianWord(_ bytes: Span<UInt8>, at index: Int) -> UInt64? {
  guard index >= 0, index < bytes.count &- 7 else { return nil }
  // Unsafe is only what the bytes are taken for, and every eight bytes are a number; whether they
  // are there is checked once more by the load.
  let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
  return UInt64(littleEndian: word)
}

/// Whether the same bytes stand from two offsets on.
///
/// - Parameters:
///   - bytes: The bytes.
///   - left: The offset of one run.
///   - right: The offset of the other.
///   - count: The length of both in bytes.
/// - Returns: `false` too if one of them is not wholly among the bytes.
@inlinable
@inline(__always)
package func areEqual(_ bytes: Span<UInt8>, _ left: Int, _ right: Int, count: Int) -> Bool {
  guard left >= 0, right >= 0, count >= 0, left &+ count <= bytes.count,
    right &+ count <= bytes.count
  else { return false }
  let one = bytes.extracting(left..<(left &+ count))
  let other = bytes.extracting(right..<(right &+ count))
  guard count >= 8 else {
    for index in 0..<count where one[index] != other[index] { return false }
    return true
  }
  // The last word may share bytes with the one before it.
  let last = count - 8
  var index = 0
  while index < last {
    guard littleEndianWord(one, at: index) == littleEndianWord(other, at: index) else {
      return false
    }
    index += 8
  }
  return littleEndianWord(one, at: last) == littleEndianWord(other, at: last)
}

/// Marks, in the highest bit of each byte, what is no plain ASCII of a string: quotes, backslashes,
/// control characters (DEL is one of them) and whatever is beyond ASCII.
///
/// The lowest mark is exact; above it there may be marks at plain bytes.
@inline(__always)
func specialBytes(_ word: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let quotes = word ^ (ones &* 0x22)
  let backslashes = word ^ (ones &* 0x5C)
  // A borrow only ever goes from a marked byte upwards.
  let low = (quotes &- ones) | (backslashes &- ones) | (word &- ones &* 0x20)
  // Neither does a carry go anywhere else.
  return (low | word | (word &+ ones)) & 0x8080_8080_8080_8080
}

/// Whether the first six bytes are two characters of three bytes each, as nearly all Chinese ones
/// are.
///
/// Of the leading bytes E0 to EF, E0 and ED are left to a closer look: not everything may follow
/// them.
@inline(__always)
func beginsWithTwoCommonCharacters(_ word: UInt64) -> Bool {
  guard word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 else { return false }
  let leads = word & 0x0000_0000_0F00_000F
  let isE0 = leads &- 0x0000_0000_0100_0001
  let isED = (leads ^ 0x0000_0000_0D00_000D) &- 0x0000_0000_0100_0001
  return (isE0 | isED) & 0x0000_0000_1000_0010 == 0
}

/// Goes over the characters of a string that need no attention, several bytes at a time.
///
/// - Parameters:
///   - text: The text, up to where it may be read.
///   - start: An offset within a string, at the start of a character.
/// - Returns: The offset of a quote, a backslash, a control character (C0, DEL or C1) or a byte that
///   is not UTF-8, or one from which fewer than eight bytes are left.
@inline(__always)
func plainTextEnd(_ text: Span<UInt8>, from start: Int) -> Int {
  var index = start
  while let word = littleEndianWord(text, at: index) {
    if word & 0x80 != 0 {
      if beginsWithTwoCommonCharacters(word) {
        index &+= 6
        continue
      }
      let length = utf8SequenceLength(text, at: index, end: text.count)
      // C2 80 to C2 9F are the control characters C1.
      guard length > 0, word & 0xE0FF != 0x80C2 else { return index }
      index &+= length
      continue
    }
    let marks = specialBytes(word)
    if marks == 0 {
      index &+= 8
      continue
    }
    index &+= marks.trailingZeroBitCount >> 3
    guard index < text.count, text[index] >= 0x80 else { return index }
  }
  return index
}

/// The offset of the quote that ends a string without escapes.
///
/// - Parameters:
///   - bytes: The bytes, of which eight more must follow the quote.
///   - start: The offset of the first byte of the string.
/// - Returns: The offset, or `nil` if the string has an escape, a control character or what is not
///   UTF-8, or if too few bytes follow.
package func plainStringEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
  let end = plainTextEnd(bytes, from: start)
  guard end >= 0, end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
  return end
}

/// The offset of the first byte that is no space, or one behind the last eight bytes.
@inline(__always)
func spacesEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var index = start
  while let word = littleEndianWord(bytes, at: index) {
    let count = (word ^ 0x2020_2020_2020_2020).trailingZeroBitCount >> 3
    index &+= count
    if count < 8 { break }
  }
  return index
}
