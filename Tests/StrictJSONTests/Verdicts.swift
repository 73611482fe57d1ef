import Foundation
import StrictJSON
import Testing

/// A text with what the reader must say of it, from the table of verdicts.
///
/// A line of the table has five columns: the name of the case, the text, the verdicts under the
/// lenient and the strict policy, and the fault that the strict one finds. In the text, `%XX` is a
/// byte and `%(N:s)` is `s` N times.
struct Verdict: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let isAcceptedLeniently: Bool
  let isAcceptedStrictly: Bool
  let fault: String

  var testDescription: String { name }

  static let all: [Verdict] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/verdicts.tsv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      precondition(columns.count == 5, "not five columns: \(line)")
      return Verdict(
        name: columns[0],
        bytes: unescaped(columns[1]),
        isAcceptedLeniently: columns[2] == "accept",
        isAcceptedStrictly: columns[3] == "accept",
        fault: columns[4]
      )
    }
  }()

  /// Replaces `%XX` and `%(N:s)`.
  static func unescaped(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "("), let colon = rest.firstIndex(of: UInt8(ascii: ":")),
        let close = rest.firstIndex(of: UInt8(ascii: ")"))
      {
        let digits = rest[(rest.startIndex + 1)..<colon]
        let count = Int(String(decoding: digits, as: UTF8.self)) ?? 0
        for _ in 0..<count { result.append(contentsOf: rest[(colon + 1)..<close]) }
        rest = rest[(close + 1)...]
      } else {
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        result.append(UInt8(digits, radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      }
    }
    return result
  }
}

/// Reads a whole text in every way there is, and says what is wrong with it, if anything.
///
/// The three ways must agree: skipping, walking through it as a caller does, and making a value.
func fault(in bytes: [UInt8], _ policy: JSONPolicy) -> JSONError? {
  let bySkipping = fault(in: bytes, policy) { cursor, span throws(JSONError) in
    try cursor.skipValue(span)
  }
  let byWalking = fault(in: bytes, policy) { cursor, span throws(JSONError) in
    try walk(&cursor, span)
  }
  let byValue = fault(in: bytes, policy) { cursor, span throws(JSONError) in
    _ = try cursor.value(span)
  }
  guard bySkipping == byWalking, bySkipping == byValue else {
    preconditionFailure("\(bytes): \(bySkipping as Any), \(byWalking as Any), \(byValue as Any)")
  }
  return bySkipping
}

private func fault(
  in bytes: [UInt8],
  _ policy: JSONPolicy,
  reading: (inout JSONCursor, Span<UInt8>) throws(JSONError) -> Void
) -> JSONError? {
  var cursor = JSONCursor(policy: policy)
  do throws(JSONError) {
    try reading(&cursor, bytes.span)
    try cursor.end(bytes.span)
    return nil
  } catch {
    return error
  }
}

private func walk(_ cursor: inout JSONCursor, _ bytes: Span<UInt8>) throws(JSONError) {
  switch try cursor.kind(bytes) {
  case .object:
    try cursor.enterObject(bytes)
    while try cursor.nextKey(bytes) != nil { try walk(&cursor, bytes) }
  case .array:
    try cursor.enterArray(bytes)
    while try cursor.nextElement(bytes) { try walk(&cursor, bytes) }
  case .string: _ = try cursor.string(bytes)
  case .number: _ = try cursor.numberText(bytes)
  case .bool: _ = try cursor.bool(bytes)
  case .null: try cursor.null(bytes)
  }
}

/// A fault as the table has it: the reason, and the offset behind an at sign.
func described(_ error: JSONError?) -> String {
  guard let error else { return "" }
  let reason = String(describing: error.reason)
    .replacing("StrictJSON.JSONError.Expectation.", with: "")
    .replacing("StrictJSON.JSONKind.", with: "")
  return "\(reason)@\(error.offset)"
}
