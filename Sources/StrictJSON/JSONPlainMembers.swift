/// The members of objects whose values are all plain strings, each object read in one pass.
///
/// Many objects hold nothing but a few short texts. They are read here without the care that a
/// cursor takes of any object: whatever is not plain (an escape, a control character, another kind
/// of value, a key that is not known or of more than eight bytes, a fault) ends the reading, and
/// the object is read again by the cursor.
///
/// The objects of a list mostly have the same keys in the same order, and are laid out alike. So
/// what stands before each value is remembered, and where the very same bytes stand there in the
/// next object they need not be looked into again.
///
/// ```swift
/// var members = JSONPlainMembers(names)
/// members.begin(cursor.plainObject(bytes))
/// while let member = members.next(bytes) { … }
/// if !cursor.goBehind(members) { … } // Read the object again.
/// ```
///
/// That a key comes twice is not found here; who knows the keys must.
package struct JSONPlainMembers: Sendable {
  /// A known key and the string behind it.
  package struct Member: Sendable {
    /// The index of the key among the names.
    package let name: Int
    package let value: JSONText
  }

  /// An object to be read.
  package struct Object: Sendable {
    /// The offset of its brace.
    fileprivate let start: Int
    /// The offset behind which it must not go on.
    fileprivate let end: Int
    /// The length of the longest string in bytes.
    fileprivate let longest: Int
  }

  /// What stood before a value, from the value before or the start of the object on: the brace or
  /// comma, the key, the colon, the opening quote and white space between them.
  private struct Sign {
    let start: Int
    let count: Int
    /// The index of the key among the names.
    let name: Int
  }

  private let names: JSONNames
  /// The signs of the object's members so far, and of earlier ones' members from there on.
  private var signs: [Sign] = []
  /// The number of the object's next member.
  private var number = 0

  /// The offset behind what has been read.
  fileprivate var position = 0
  fileprivate var start = 0
  fileprivate var isComplete = false
  private var end = 0
  private var longest = 0

  /// Makes a reader of objects with these keys.
  package init(_ names: JSONNames) {
    self.names = names
  }

  /// Goes to the start of an object that a cursor stands before.
  package mutating func begin(_ object: Object) {
    position = object.start
    start = object.start
    end = object.end
    longest = object.longest
    isComplete = false
    number = 0
  }

  /// The next member; `nil` behind the last one, and before whatever is not plain.
  package mutating func next(_ bytes: Span<UInt8>) -> Member? {
    let sign: Sign
    if number < signs.count,
      areEqual(bytes, signs[number].start, position, count: signs[number].count)
    {
      sign = signs[number]
    } else {
      guard let new = readSign(bytes) else { return nil }
      if number < signs.count { signs[number] = new } else { signs.append(new) }
      sign = new
    }
    let valueStart = position &+ sign.count
    let valueEnd = plainTextEnd(bytes, from: valueStart)
    guard valueEnd < bytes.count, bytes[valueEnd] == UInt8(ascii: "\""),
      valueEnd &- valueStart <= longest
    else { return nil }
    number &+= 1
    position = valueEnd &+ 1
    return Member(
      name: sign.name,
      value: JSONText(from: valueStart, to: valueEnd, hasEscapes: false, isPrintable: true)
    )
  }

  /// Reads what stands before the next value; `nil` at the end of the object, which it goes behind,
  /// and before whatever is not plain.
  @inline(never)
  private mutating func readSign(_ bytes: Span<UInt8>) -> Sign? {
    var index = JSONPlainMembers.skipSpace(bytes, from: position)
    guard index < bytes.count else { return nil }
    if position == start {
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
      bytes[index &+ 1] == UInt8(ascii: ":"),
      let name = names.index(of: JSONKey(from: keyStart, count: count, word: word), in: bytes)
    else { return nil }
    index &+= bytes[index &+ 2] == UInt8(ascii: " ") ? 3 : 2
    guard bytes[index] == UInt8(ascii: "\"") else { return nil }
    return Sign(start: position, count: index &+ 1 &- position, name: name)
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
  /// The object at the position, to be read without the cursor.
  ///
  /// The position must be that of the opening brace, as `kind(_:)` leaves it.
  package func plainObject(_ bytes: Span<UInt8>) -> JSONPlainMembers.Object {
    let isTooDeep = depth >= policy.maximumDepth
    return JSONPlainMembers.Object(
      start: position,
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
