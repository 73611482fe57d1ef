/// The members of an object whose values are all plain strings, read in one pass.
///
/// Many objects hold nothing but a few short texts. They are read here without the care that a
/// cursor takes of any object: whatever is not plain (an escape, a control character, another kind
/// of value, a key of more than eight bytes, a fault) ends the reading, and the object is read again
/// by the cursor.
///
/// ```swift
/// var members = cursor.plainMembers(bytes)
/// while let member = members.next(bytes) { … }
/// if !cursor.goBehind(members) { … } // Read the object again.
/// ```
///
/// That a key comes twice is not found here; who knows the keys must.
package struct JSONPlainMembers: Sendable {
  /// A key and the string behind it.
  package struct Member: Sendable {
    package let key: JSONKey
    package let value: JSONText
  }

  /// The offset behind what has been read.
  fileprivate var position: Int
  fileprivate let start: Int
  fileprivate var isComplete = false
  private let end: Int
  private let longest: Int

  fileprivate init(at position: Int, end: Int, longest: Int) {
    self.position = position
    start = position
    self.end = end
    self.longest = longest
  }

  /// The next member; `nil` behind the last one, and before whatever is not plain.
  package mutating func next(_ bytes: Span<UInt8>) -> Member? {
    var index = JSONPlainMembers.skipSpace(bytes, from: position)
    guard index < bytes.count else { return nil }
    let isFirst = position == start
    if isFirst {
      guard bytes[index] == UInt8(ascii: "{") else { return nil }
    } else if bytes[index] == UInt8(ascii: "}") {
      position = index &+ 1
      isComplete = position <= end
      return nil
    } else if bytes[index] != UInt8(ascii: ",") {
      return nil
    }
    index = JSONPlainMembers.skipSpace(bytes, from: index &+ 1)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
    let keyStart = index &+ 1
    guard let word = littleEndianWord(bytes, at: keyStart) else { return nil }
    let count = specialBytes(word).trailingZeroBitCount >> 3
    index = keyStart &+ count
    guard index &+ 3 < bytes.count, count > 0, bytes[index] == UInt8(ascii: "\""),
      bytes[index &+ 1] == UInt8(ascii: ":")
    else { return nil }
    index &+= bytes[index &+ 2] == UInt8(ascii: " ") ? 3 : 2
    guard bytes[index] == UInt8(ascii: "\"") else { return nil }
    let valueStart = index &+ 1
    let valueEnd = plainTextEnd(bytes, from: valueStart)
    guard valueEnd < bytes.count, bytes[valueEnd] == UInt8(ascii: "\""),
      valueEnd &- valueStart <= longest
    else { return nil }
    position = valueEnd &+ 1
    return Member(
      key: JSONKey(from: keyStart, count: count, word: word),
      value: JSONText(from: valueStart, to: valueEnd, hasEscapes: false, isPrintable: true)
    )
  }

  /// Skips the white space before a sign: mostly a line break and the indentation behind it.
  @inline(__always)
  private static func skipSpace(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 {
      switch bytes[index] {
      case 0x0A: index = spacesEnd(bytes, from: index &+ 1)
      case 0x20, 0x0D, 0x09: index &+= 1
      default: return index
      }
    }
    return index
  }
}

extension JSONCursor {
  /// The members of the object at the position, to be read without the cursor.
  ///
  /// The position must be that of the opening brace, as `kind(_:)` leaves it.
  package func plainMembers(_ bytes: Span<UInt8>) -> JSONPlainMembers {
    let isTooDeep = depth >= policy.maximumDepth
    return JSONPlainMembers(
      at: position,
      end: isTooDeep ? 0 : endOfText(bytes),
      longest: min(policy.maximumStringBytes, 0xFFFF)
    )
  }

  /// Goes behind an object whose members have been read from the position on.
  ///
  /// - Returns: Whether they were read to their end; if not, the position stays before the object.
  package mutating func goBehind(_ members: JSONPlainMembers) -> Bool {
    guard members.isComplete, members.start == position else { return false }
    position = members.position
    return true
  }
}
