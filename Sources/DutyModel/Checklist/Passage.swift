/// A text that stays in the bytes of its file until somebody asks for it.
///
/// The words of a document are the larger part of a checklist, and most questions are answered
/// without most of them.
package struct Passage: Sendable {
  private let source: [UInt8]
  private let start: UInt32
  private let count: UInt32

  /// Keeps a text of its own.
  package init(_ text: String) {
    source = Array(text.utf8)
    start = 0
    count = UInt32(clamping: source.count)
  }

  /// Keeps a range of bytes that others keep too; no copy is made of them.
  ///
  /// - Parameters:
  ///   - source: The bytes of a file of at most 4 GiB.
  ///   - range: The range of the text; cut to the bytes.
  package init(of source: [UInt8], _ range: Range<Int>) {
    let range = range.clamped(to: 0..<source.count)
    self.source = source
    start = UInt32(clamping: range.lowerBound)
    count = UInt32(clamping: range.count)
  }

  package var isEmpty: Bool { count == 0 }

  /// Shows the bytes of the text, without a copy of them.
  func withBytes(_ body: (Span<UInt8>) -> Void) {
    body(source.span.extracting(Int(start)..<(Int(start) + Int(count))))
  }

  /// The text; what is not UTF-8 becomes U+FFFD.
  package var text: String {
    String(decoding: source[Int(start)..<(Int(start) + Int(count))], as: UTF8.self)
  }
}
