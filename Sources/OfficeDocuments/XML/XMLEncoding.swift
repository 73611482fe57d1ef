/// Brings the bytes of an XML text into UTF-8, checked.
enum XMLEncoding {
  /// The text in UTF-8 without a byte order mark.
  static func utf8(_ bytes: [UInt8]) throws(XMLFault) -> [UInt8] {
    let text: [UInt8]
    if bytes.starts(with: [0xFE, 0xFF]) {
      text = try utf16(bytes.dropFirst(2), isBigEndian: true)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      text = try utf16(bytes.dropFirst(2), isBigEndian: false)
    } else if bytes.starts(with: [0x00, 0x3C]) {
      text = try utf16(bytes[...], isBigEndian: true)
    } else if bytes.starts(with: [0x3C, 0x00]) {
      text = try utf16(bytes[...], isBigEndian: false)
    } else {
      text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
      guard String(validating: text, as: UTF8.self) != nil else { throw .invalidEncoding }
    }
    return text
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>,
    isBigEndian: Bool
  ) throws(XMLFault) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else { throw .invalidEncoding }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .invalidEncoding }
    return Array(text.utf8)
  }
}
