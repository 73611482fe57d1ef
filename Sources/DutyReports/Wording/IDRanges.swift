import Bytes

/// Ids written shortly: `g1-g3 g6 g8`.
///
/// They are added in their order. Runs of three or more consecutive ones are written as ranges; two
/// stay two.
package struct IDRanges: Sendable {
  private var buffer = ByteBuffer()

  /// How many ids were added.
  private(set) var count = 0

  /// The last id, and how many consecutive ones it ends; the first of them is written.
  private var last: Parts?
  private var run = 0

  /// An id as its beginning and the number at its end.
  private struct Parts {
    let id: String
    /// How many bytes stand before the last digits.
    let stem: Int
    let number: Int?
  }

  /// The ids in order.
  package static func text(_ ids: some Sequence<String>) -> String {
    var ranges = IDRanges()
    for id in ids { ranges.add(id) }
    return ranges.text
  }

  /// Adds an id.
  mutating func add(_ id: String) {
    let parts = IDRanges.split(id)
    if let last, IDRanges.follows(parts, last) {
      run += 1
    } else {
      endRun()
      if count > 0 { buffer.append(UInt8(ascii: " ")) }
      buffer.append(id)
      run = 1
    }
    count += 1
    last = parts
  }

  /// The ids that were added.
  var text: String {
    var finished = self
    finished.endRun()
    return String(decoding: finished.buffer.bytes(), as: UTF8.self)
  }

  private mutating func endRun() {
    guard run > 1, let last else { return }
    buffer.append(run > 2 ? UInt8(ascii: "-") : UInt8(ascii: " "))
    buffer.append(last.id)
  }

  private static func follows(_ parts: Parts, _ last: Parts) -> Bool {
    guard let number = parts.number, let lastNumber = last.number else { return false }
    return number - 1 == lastNumber && parts.stem == last.stem
      && parts.id.utf8.prefix(parts.stem).elementsEqual(last.id.utf8.prefix(last.stem))
  }

  private static func split(_ id: String) -> Parts {
    if #available(macOS 26, *) { return split(id, id.utf8Span.span) }
    return split(id, Array(id.utf8).span)
  }

  private static func split(_ id: String, _ bytes: Span<UInt8>) -> Parts {
    var stem = bytes.count
    while stem > 0, bytes[stem - 1] >= 0x30, bytes[stem - 1] <= 0x39 { stem -= 1 }
    var number = 0
    var isTooLarge = false
    for index in stem..<bytes.count {
      let (tens, isOverTens) = number.multipliedReportingOverflow(by: 10)
      let (sum, isOverSum) = tens.addingReportingOverflow(Int(bytes[index]) - 0x30)
      number = sum
      isTooLarge = isTooLarge || isOverTens || isOverSum
    }
    return Parts(id: id, stem: stem, number: stem < bytes.count && !isTooLarge ? number : nil)
  }
}
