import DutyStore

/// What kind of file a document is, told from its bytes alone: names lie, and standard input has
/// none.
enum DocumentKind: Hashable {
  /// Text in UTF-8, with or without a byte order mark.
  case text
  /// A zip file, as Word documents are since 2007.
  case zip
  /// Text in UTF-16, by its byte order mark or by the zeros of its line ends.
  case utf16
  /// Text that is not UTF-8 and, to the last byte, GB18030 (which holds GBK and GB 2312).
  case gb18030
  /// Text that is neither; with the place of the first byte that is not UTF-8, from 0.
  case unknownEncoding(offset: Int)
  /// A document of Word 97 to 2003, or another file of that container.
  case oldWord
  case pdf
  case richText
  case webPage

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWord
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if bytes.starts(with: "{\\rtf".utf8) {
      self = .richText
    } else if DocumentKind.isUTF16(bytes) {
      self = .utf16
    } else if let offset = bytes.firstInvalidUTF8 {
      self = DocumentKind.isGB18030(bytes) ? .gb18030 : .unknownEncoding(offset: offset)
    } else {
      self = DocumentKind.isWebPage(bytes) ? .webPage : .text
    }
  }

  /// What `iconv` calls the encoding, if it is known and not UTF-8.
  var foreignEncoding: String? {
    switch self {
    case .utf16: "UTF-16"
    case .gb18030: "GB18030"
    case .text, .zip, .unknownEncoding, .oldWord, .pdf, .richText, .webPage: nil
    }
  }

  /// A byte order mark, or a line feed of two bytes at an even place.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let sample = bytes.prefix(4096)
    return stride(from: 0, to: sample.count - 1, by: 2).contains { place in
      let pair = (sample[place], sample[place + 1])
      return pair == (0x0A, 0x00) || pair == (0x00, 0x0A)
    }
  }

  /// GB18030-2022: single bytes below 0x80, pairs, and quadruples whose second byte is a digit.
  private static func isGB18030(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while let first = rest.popFirst() {
      if first < 0x80 { continue }
      guard (0x81...0xFE).contains(first), let second = rest.popFirst() else { return false }
      if (0x30...0x39).contains(second) {
        guard let third = rest.popFirst(), (0x81...0xFE).contains(third),
          let fourth = rest.popFirst(), (0x30...0x39).contains(fourth)
        else { return false }
      } else if !(0x40...0xFE).contains(second) || second == 0x7F {
        return false
      }
    }
    return true
  }

  private static func isWebPage(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(15)
    let folded = start.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return folded.starts(with: "<!doctype html".utf8) || folded.starts(with: "<html".utf8)
  }
}

extension [UInt8] {
  /// The place of the first byte that is no part of a valid UTF-8 sequence.
  fileprivate var firstInvalidUTF8: Int? {
    do {
      _ = try UTF8Span(validating: span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
