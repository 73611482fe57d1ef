/// The keys that the object being read has had so far, to find one that comes twice.
///
/// The first sixteen are kept in place, each as its offset and eight bits of a hash: no memory is
/// allocated for an object of usual size. Further ones go to a hash table. Keys are compared byte
/// by byte after unescaping, so that two canonically equivalent forms of a letter are two keys.
struct KeySet {
  private var count = 0
  private var hashesLow: UInt64 = 0
  private var hashesHigh: UInt64 = 0
  private var offsets = SIMD16<UInt32>()
  private var table: KeyTable?

  /// Adds a key.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - bytes: The text it stands in.
  /// - Returns: The offset of the opening quote of an equal key, or `nil` if the key is new.
  @inline(__always)
  mutating func insert(_ key: JSONKey, in bytes: Span<UInt8>) -> Int? {
    // Never 0, which stands for a free place.
    let hash = ((key.word ^ UInt64(truncatingIfNeeded: key.count)) &* 0x9E37_79B9_7F4A_7C15)
    let tag = (hash >> 56) | 1
    guard count < 16 else { return insertIntoTable(key, in: bytes) }
    let pattern = tag &* 0x0101_0101_0101_0101
    if KeySet.hasZeroByte(hashesLow ^ pattern) || KeySet.hasZeroByte(hashesHigh ^ pattern),
      let equal = equalKey(key, in: bytes)
    {
      return equal
    }
    offsets[count] = UInt32(truncatingIfNeeded: key.text.lowerBound)
    if count < 8 {
      hashesLow |= tag << UInt64(truncatingIfNeeded: count &* 8)
    } else {
      hashesHigh |= tag << UInt64(truncatingIfNeeded: (count - 8) &* 8)
    }
    count += 1
    return nil
  }

  @inline(__always)
  private static func hasZeroByte(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
  }

  /// Looks for an equal key among the first sixteen.
  @inline(never)
  private func equalKey(_ key: JSONKey, in bytes: Span<UInt8>) -> Int? {
    for index in 0..<count {
      let other = Int(offsets[index])
      if keysAreEqual(bytes, other, key.text.lowerBound) { return other - 1 }
    }
    return nil
  }

  @inline(never)
  private mutating func insertIntoTable(_ key: JSONKey, in bytes: Span<UInt8>) -> Int? {
    var keys = table ?? KeyTable()
    table = nil
    if count == 16 {
      for index in 0..<16 { _ = keys.insert(Int(offsets[index]), in: bytes) }
      count = 17
    }
    let equal = keys.insert(key.text.lowerBound, in: bytes)
    table = keys
    return equal
  }
}

/// The keys of a large object: a hash table of offsets, with open addressing.
private struct KeyTable {
  /// Offsets of keys' first bytes; 0, where no key can start, marks a free slot.
  private var slots = [UInt32](repeating: 0, count: 64)
  private var count = 0

  /// Adds the key whose first byte is at an offset; returns the opening quote of an equal one.
  mutating func insert(_ offset: Int, in bytes: Span<UInt8>) -> Int? {
    if count * 2 >= slots.count { grow(bytes) }
    let slot = place(of: offset, in: bytes)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    slots[slot] = UInt32(truncatingIfNeeded: offset)
    count += 1
    return nil
  }

  /// The slot of an equal key, or the free one where the key belongs.
  private func place(of offset: Int, in bytes: Span<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = keyHash(bytes, offset) & mask
    while slots[slot] != 0, !keysAreEqual(bytes, Int(slots[slot]), offset) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow(_ bytes: Span<UInt8>) {
    let old = slots
    slots = [UInt32](repeating: 0, count: old.count * 2)
    for offset in old where offset != 0 {
      slots[place(of: Int(offset), in: bytes)] = offset
    }
  }
}

/// A hash of the unescaped key whose first byte is at an offset.
///
/// It is seeded anew in every process, so that no file can be made slow to read on purpose.
private func keyHash(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
  var hasher = Hasher()
  var word: UInt64 = 0
  var index = offset
  while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
    guard bytes[index] != UInt8(ascii: "\\") else {
      return keyHash(keyText(bytes, offset).unescapedBytes(in: bytes))
    }
    word = word << 8 | UInt64(bytes[index])
    if (index - offset) & 7 == 7 {
      hasher.combine(word)
      word = 0
    }
    index += 1
  }
  hasher.combine(word)
  hasher.combine(index - offset)
  return hasher.finalize()
}

private func keyHash(_ key: [UInt8]) -> Int {
  var hasher = Hasher()
  var word: UInt64 = 0
  for (index, byte) in key.enumerated() {
    word = word << 8 | UInt64(byte)
    if index & 7 == 7 {
      hasher.combine(word)
      word = 0
    }
  }
  hasher.combine(word)
  hasher.combine(key.count)
  return hasher.finalize()
}

/// Compares two valid keys of a text, given the offsets of their first bytes.
private func keysAreEqual(_ bytes: Span<UInt8>, _ first: Int, _ second: Int) -> Bool {
  var left = first
  var right = second
  while left < bytes.count, right < bytes.count {
    let one = bytes[left]
    let other = bytes[right]
    if one == UInt8(ascii: "\\") || other == UInt8(ascii: "\\") {
      return keyText(bytes, first).unescapedBytes(in: bytes)
        == keyText(bytes, second).unescapedBytes(in: bytes)
    }
    if one != other { return false }
    if one == UInt8(ascii: "\"") { return true }
    left += 1
    right += 1
  }
  return false
}

/// Finds the end of a valid key again.
private func keyText(_ bytes: Span<UInt8>, _ start: Int) -> JSONText {
  var index = start
  while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
  }
  return JSONText(from: start, to: min(index, bytes.count), hasEscapes: true)
}
