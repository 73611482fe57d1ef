/// Compresses bytes into a deflate stream (RFC 1951), the same bytes always into the same stream.
///
/// It looks for repetitions and writes one block with the fixed code. That makes the XML of a
/// document five to ten times smaller; a code made for the text would save a fifth more.
struct Deflater {
  private static let window = 32_768
  private static let shortest = 3
  private static let longest = 258

  /// How many earlier places are tried for one repetition.
  private static let mostTries = 48

  private static let hashBits = 15

  private let input: [UInt8]
  private var output: [UInt8] = []
  private var bits: UInt64 = 0
  private var bitCount = 0

  /// The last place of every hash of three bytes, and for every place the one before it with the
  /// same hash; -1 is none.
  private var heads: [Int32]
  private var previous: [Int32]

  private init(_ input: [UInt8]) {
    self.input = input
    heads = [Int32](repeating: -1, count: 1 << Self.hashBits)
    previous = [Int32](repeating: -1, count: input.count)
    output.reserveCapacity(input.count / 4)
  }

  /// The compressed bytes.
  static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var deflater = Deflater(bytes)
    deflater.write()
    return deflater.output
  }

  private mutating func write() {
    // The last block, with the fixed code.
    put(0b011, 3)
    var place = 0
    while place < input.count {
      let (length, distance) = longestRepetition(at: place)
      if length >= Self.shortest {
        putRepetition(length, distance)
      } else {
        putSymbol(Int(input[place]))
      }
      let next = place + max(length, 1)
      while place < next {
        remember(place)
        place += 1
      }
    }
    putSymbol(DeflateTables.endOfBlock)
    while bitCount > 0 {
      output.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }

  // MARK: - Repetitions

  private func hash(_ place: Int) -> Int? {
    guard place + Self.shortest <= input.count else { return nil }
    let value =
      UInt32(input[place]) << 16 | UInt32(input[place + 1]) << 8 | UInt32(input[place + 2])
    return Int((value &* 0x9E37_79B1) >> UInt32(32 - Self.hashBits))
  }

  private mutating func remember(_ place: Int) {
    guard let hash = hash(place) else { return }
    previous[place] = heads[hash]
    heads[hash] = Int32(truncatingIfNeeded: place)
  }

  private func longestRepetition(at place: Int) -> (length: Int, distance: Int) {
    guard let hash = hash(place) else { return (0, 0) }
    let limit = min(Self.longest, input.count - place)
    var best = (length: 0, distance: 0)
    var candidate = Int(heads[hash])
    var tries = Self.mostTries
    while candidate >= 0, place - candidate <= Self.window, tries > 0 {
      tries -= 1
      var length = 0
      while length < limit, input[candidate + length] == input[place + length] {
        length += 1
      }
      if length > best.length {
        best = (length, place - candidate)
        if length == limit {
          break
        }
      }
      candidate = Int(previous[candidate])
    }
    return best
  }

  // MARK: - Bits

  private mutating func put(_ value: Int, _ count: Int) {
    bits |= UInt64(truncatingIfNeeded: value) << UInt64(bitCount)
    bitCount += count
    while bitCount >= 8 {
      output.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }

  private mutating func putSymbol(_ symbol: Int) {
    let (word, length) = Self.fixedWords[symbol]
    put(word, length)
  }

  private mutating func putRepetition(_ length: Int, _ distance: Int) {
    let lengthIndex = Self.lastIndex(of: length, in: DeflateTables.lengthBases)
    putSymbol(DeflateTables.endOfBlock + 1 + lengthIndex)
    put(length - DeflateTables.lengthBases[lengthIndex], DeflateTables.lengthBits[lengthIndex])
    let distanceIndex = Self.lastIndex(of: distance, in: DeflateTables.distanceBases)
    put(HuffmanCode.reversed(distanceIndex, 5), 5)
    put(
      distance - DeflateTables.distanceBases[distanceIndex],
      DeflateTables.distanceBits[distanceIndex]
    )
  }

  /// The last of ascending numbers that is not above a value.
  private static func lastIndex(of value: Int, in bases: [Int]) -> Int {
    var low = 0
    var high = bases.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bases[middle] <= value {
        low = middle
      } else {
        high = middle
      }
    }
    return low
  }

  /// The words of the fixed code (RFC 1951, 3.2.6) as they stand in a stream.
  private static let fixedWords: [(word: Int, length: Int)] = (0..<288).map { symbol in
    let (word, length) =
      switch symbol {
      case ..<144: (0x30 + symbol, 8)
      case ..<256: (0x190 + symbol - 144, 9)
      case ..<280: (symbol - 256, 7)
      default: (0xC0 + symbol - 280, 8)
      }
    return (HuffmanCode.reversed(word, length), length)
  }
}
