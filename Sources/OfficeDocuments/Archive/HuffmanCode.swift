/// A prefix code of a deflate stream, made from the lengths of its words (RFC 1951, 3.2.2).
struct HuffmanCode {
  /// The longest word, in bits.
  static let longestWord = 15

  /// The length in bits of the words that one look-up finds.
  private static let lookupBits = 10

  /// For every value of the next bits: the symbol times 16 plus the length of its word, or 0 if
  /// the word is longer than a look-up or there is none.
  private let lookup: [UInt16]

  /// How many words there are of every length.
  private let counts: [Int]

  /// The symbols in the order of their words.
  private let symbols: [UInt16]

  /// Creates the code in which the symbol `n` has a word of `lengths[n]` bits; 0 is no word.
  ///
  /// Lengths that claim more words than there are make no code. Nor do lengths that leave words
  /// over, except that a code may have one word of one bit, or none at all if nothing uses it.
  init(lengths: [UInt8]) throws(DeflateFault) {
    var counts = [Int](repeating: 0, count: Self.longestWord + 1)
    for length in lengths {
      guard Int(length) <= Self.longestWord else { throw .invalidCode }
      counts[Int(length)] += 1
    }
    let words = lengths.count - counts[0]
    counts[0] = 0
    var free = 1
    var next = [Int](repeating: 0, count: Self.longestWord + 2)
    var offsets = next
    var code = 0
    for length in 1...Self.longestWord {
      free = free * 2 - counts[length]
      guard free >= 0 else { throw .invalidCode }
      code = (code + counts[length - 1]) << 1
      next[length] = code
      offsets[length + 1] = offsets[length] + counts[length]
    }
    guard free == 0 || words == 0 || (words == 1 && counts[1] == 1) else { throw .invalidCode }

    var lookup = [UInt16](repeating: 0, count: 1 << Self.lookupBits)
    var symbols = [UInt16](repeating: 0, count: words)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let length = Int(length)
      symbols[offsets[length]] = UInt16(truncatingIfNeeded: symbol)
      offsets[length] += 1
      let word = next[length]
      next[length] += 1
      guard length <= Self.lookupBits else { continue }
      var index = Self.reversed(word, length)
      while index < lookup.count {
        lookup[index] = UInt16(truncatingIfNeeded: symbol << 4 | length)
        index += 1 << length
      }
    }
    self.lookup = lookup
    self.counts = counts
    self.symbols = symbols
  }

  /// The symbol whose word comes next, and the length of the word.
  ///
  /// Bits beyond `bitCount` in `bits` are 0.
  func symbol(in bits: UInt64, bitCount: Int) throws(DeflateFault) -> (symbol: Int, length: Int) {
    let entry = Int(lookup[Int(truncatingIfNeeded: bits) & (1 << Self.lookupBits - 1)])
    if entry != 0 {
      guard entry & 15 <= bitCount else { throw .truncated }
      return (entry >> 4, entry & 15)
    }
    var word = 0
    var first = 0
    var index = 0
    for length in 1...Self.longestWord {
      guard length <= bitCount else { throw .truncated }
      word |= Int(truncatingIfNeeded: bits >> UInt64(length - 1)) & 1
      let count = counts[length]
      if word - first < count {
        return (Int(symbols[index + word - first]), length)
      }
      index += count
      first = (first + count) << 1
      word <<= 1
    }
    throw .invalidSymbol
  }

  /// The lowest bits of a word in the opposite order, as they stand in a stream.
  static func reversed(_ word: Int, _ length: Int) -> Int {
    var result = 0
    for bit in 0..<length where word >> bit & 1 == 1 {
      result |= 1 << (length - 1 - bit)
    }
    return result
  }
}
