/// Decompresses a deflate stream (RFC 1951) whose decompressed size is known.
///
/// Memory is bounded by that size: whatever the stream says, no byte beyond it is made.
struct Inflater {
  private let input: [UInt8]
  private let end: Int
  private var position: Int
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var output: [UInt8]
  private var count = 0

  /// Decompresses the stream that fills `range` of `input` to exactly `size` bytes.
  static func inflate(
    _ input: [UInt8],
    in range: Range<Int>,
    size: Int
  ) throws(DeflateFault) -> [UInt8] {
    var inflater = Inflater(input, range, size)
    while try inflater.readBlock() {}
    guard inflater.count == size else { throw .tooShort }
    guard inflater.position == inflater.end, inflater.bitCount < 8 else { throw .trailingBytes }
    return inflater.output
  }

  private init(_ input: [UInt8], _ range: Range<Int>, _ size: Int) {
    let range = range.clamped(to: 0..<input.count)
    self.input = input
    end = range.upperBound
    position = range.lowerBound
    output = [UInt8](repeating: 0, count: Swift.max(size, 0))
  }

  /// Reads one block, and says whether another follows.
  private mutating func readBlock() throws(DeflateFault) -> Bool {
    let isLast = try take(1) == 1
    switch try take(2) {
    case 0:
      try readStored()
    case 1:
      try readSymbols(
        HuffmanCode(lengths: DeflateTables.fixedLengths),
        HuffmanCode(lengths: DeflateTables.fixedDistanceLengths)
      )
    case 2:
      let (literals, distances) = try readCodes()
      try readSymbols(literals, distances)
    default:
      throw .reservedBlockType
    }
    return !isLast
  }

  // MARK: - Bits

  private mutating func fill() {
    while bitCount <= 56, position < end {
      bits |= UInt64(input[position]) << UInt64(bitCount)
      bitCount += 8
      position += 1
    }
  }

  private mutating func drop(_ length: Int) {
    bits >>= UInt64(length)
    bitCount -= length
  }

  /// The next bits, at most 16, as a number.
  private mutating func take(_ length: Int) throws(DeflateFault) -> Int {
    if bitCount < length {
      fill()
      guard bitCount >= length else { throw .truncated }
    }
    let value = Int(truncatingIfNeeded: bits) & ((1 << length) - 1)
    drop(length)
    return value
  }

  private mutating func next(_ code: HuffmanCode) throws(DeflateFault) -> Int {
    if bitCount < HuffmanCode.longestWord {
      fill()
    }
    let (symbol, length) = try code.symbol(in: bits, bitCount: bitCount)
    drop(length)
    return symbol
  }

  // MARK: - Blocks

  private mutating func readStored() throws(DeflateFault) {
    drop(bitCount & 7)
    let length = try take(16)
    guard try take(16) == ~length & 0xFFFF else { throw .invalidStoredLength }
    // Whole bytes that were already taken up go back.
    position -= bitCount / 8
    bits = 0
    bitCount = 0
    guard end - position >= length else { throw .truncated }
    guard output.count - count >= length else { throw .tooLong }
    for offset in 0..<length {
      output[count + offset] = input[position + offset]
    }
    position += length
    count += length
  }

  private mutating func readCodes() throws(DeflateFault) -> (HuffmanCode, HuffmanCode) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    guard literalCount <= 286, distanceCount <= 30 else { throw .invalidCode }
    let codeCount = try take(4) + 4
    var codeLengths = [UInt8](repeating: 0, count: 19)
    for place in DeflateTables.codeLengthOrder.prefix(codeCount) {
      codeLengths[place] = UInt8(truncatingIfNeeded: try take(3))
    }
    let code = try HuffmanCode(lengths: codeLengths)

    let total = literalCount + distanceCount
    var lengths: [UInt8] = []
    lengths.reserveCapacity(total)
    while lengths.count < total {
      let symbol = try next(code)
      guard symbol >= 16 else {
        lengths.append(UInt8(truncatingIfNeeded: symbol))
        continue
      }
      let (length, times): (UInt8, Int)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw .invalidCode }
        (length, times) = (last, try take(2) + 3)
      case 17: (length, times) = (0, try take(3) + 3)
      default: (length, times) = (0, try take(7) + 11)
      }
      guard lengths.count + times <= total else { throw .invalidCode }
      lengths.append(contentsOf: repeatElement(length, count: times))
    }
    // A block without an end could not be left.
    guard lengths[DeflateTables.endOfBlock] > 0 else { throw .invalidCode }
    return (
      try HuffmanCode(lengths: Array(lengths.prefix(literalCount))),
      try HuffmanCode(lengths: Array(lengths.dropFirst(literalCount)))
    )
  }

  private mutating func readSymbols(
    _ literals: HuffmanCode,
    _ distances: HuffmanCode
  ) throws(DeflateFault) {
    while true {
      let symbol = try next(literals)
      if symbol < DeflateTables.endOfBlock {
        guard count < output.count else { throw .tooLong }
        output[count] = UInt8(truncatingIfNeeded: symbol)
        count += 1
        continue
      }
      guard symbol > DeflateTables.endOfBlock else { return }
      let lengthIndex = symbol - DeflateTables.endOfBlock - 1
      guard lengthIndex < DeflateTables.lengthBases.count else { throw .invalidSymbol }
      let length =
        DeflateTables.lengthBases[lengthIndex] + (try take(DeflateTables.lengthBits[lengthIndex]))
      let distanceIndex = try next(distances)
      guard distanceIndex < DeflateTables.distanceBases.count else { throw .invalidSymbol }
      let distance =
        DeflateTables.distanceBases[distanceIndex]
        + (try take(DeflateTables.distanceBits[distanceIndex]))
      guard distance <= count else { throw .distanceTooFar }
      guard output.count - count >= length else { throw .tooLong }
      // Byte by byte, for a repetition may overlap what it makes.
      for place in count..<count + length {
        output[place] = output[place - distance]
      }
      count += length
    }
  }
}
