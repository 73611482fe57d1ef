import Testing

@testable import OfficeDocuments

@Suite struct DeflateTests {
  @Test func inflatesWhatEveryLevelOfZlibMakes() throws {
    let lines = try Fixture.hexadecimalLines("deflated.txt")
    let text = try #require(lines.first)
    #expect(lines.count == 52)
    for (index, stream) in lines.dropFirst().enumerated() {
      let result = try Inflater.inflate(stream, in: 0..<stream.count, size: text.count)
      #expect(result == text, "stream \(index)")
    }
  }

  @Test func refusesEveryTruncation() throws {
    let lines = try Fixture.hexadecimalLines("deflated.txt")
    let text = try #require(lines.first)
    for stream in lines.dropFirst().striding(by: 10) {
      for count in 0..<stream.count {
        #expect(throws: DeflateFault.self) {
          try Inflater.inflate(stream, in: 0..<count, size: text.count)
        }
      }
    }
  }

  /// Not every changed bit can be noticed without a checksum, but none may do harm.
  @Test func survivesEveryFlippedBit() throws {
    let lines = try Fixture.hexadecimalLines("deflated.txt")
    let text = try #require(lines.first)
    var refusals = 0
    for stream in lines.dropFirst().striding(by: 25) {
      for bit in 0..<stream.count * 8 {
        var changed = stream
        changed[bit / 8] ^= 1 << UInt8(bit % 8)
        do throws(DeflateFault) {
          let result = try Inflater.inflate(changed, in: 0..<changed.count, size: text.count)
          #expect(result.count == text.count)
        } catch {
          refusals += 1
        }
      }
    }
    #expect(refusals > 500)
  }

  @Test(
    arguments: [
      ([0b111], DeflateFault.reservedBlockType),
      ([0b001, 0, 0, 0, 0], .invalidStoredLength),
      ([0b001, 5, 0, 0xFA, 0xFF, 1], .truncated),
      ([0b001, 2, 0, 0xFD, 0xFF, 1, 2], .tooLong),
      ([0b001, 1, 0, 0xFE, 0xFF, 1, 9], .trailingBytes),
      ([0b001, 0, 0, 0xFF, 0xFF], .tooShort),
      // A repetition at the very start, and the length symbol that stands for nothing.
      ([0x03, 0x02, 0x00], .distanceTooFar),
      ([0x1B, 0x03, 0x00], .invalidSymbol),
      ([], .truncated),
    ] as [([UInt8], DeflateFault)]
  )
  func namesTheFault(stream: [UInt8], fault: DeflateFault) {
    #expect(throws: fault) {
      try Inflater.inflate(stream, in: 0..<stream.count, size: 1)
    }
  }

  @Test func ignoresARangeBeyondTheBytes() {
    #expect(throws: DeflateFault.truncated) {
      try Inflater.inflate([], in: 5..<9, size: 1)
    }
  }

  @Test(arguments: [0, 1, 2, 3, 4, 257, 258, 259, 300, 5000, 40_000])
  func inflatesWhatItDeflates(count: Int) throws {
    var state: UInt32 = 12_345
    let texts: [[UInt8]] = [
      [UInt8](repeating: 7, count: count),
      (0..<count).map { UInt8(truncatingIfNeeded: $0 % 7) },
      (0..<count).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(truncatingIfNeeded: state >> 24)
      },
    ]
    for text in texts {
      let stream = Deflater.deflate(text)
      #expect(try Inflater.inflate(stream, in: 0..<stream.count, size: count) == text)
      #expect(Deflater.deflate(text) == stream)
    }
  }
}

extension Collection {
  /// Every so manieth element.
  fileprivate func striding(by step: Int) -> [Element] {
    enumerated().filter { $0.offset % step == 0 }.map(\.element)
  }
}
