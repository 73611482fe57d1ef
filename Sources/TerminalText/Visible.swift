extension String {
  /// The text with every character that could steer a terminal, or reorder or split a line,
  /// written out: U+001B as `\u{1b}`.
  ///
  /// Those are the controls C0, DEL and C1, the line and paragraph separators, and the marks,
  /// embeddings, overrides and isolates of bidirectional text. Titles come from files that
  /// anybody may have written; what is shown of them is what they are.
  package var visible: String {
    guard hasControls else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.isControl {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether ``visible`` differs from the text.
  private var hasControls: Bool {
    // Most texts have not even a byte that such a character could begin with.
    let isSuspicious =
      if #available(macOS 26, *) {
        utf8Span.span.mayHaveControls
      } else {
        Array(utf8).span.mayHaveControls
      }
    return isSuspicious && unicodeScalars.contains(where: \.isControl)
  }
}

extension Span<UInt8> {
  /// Whether a byte is a control of ASCII, or begins U+0080 to U+00BF, U+0600 to U+063F or
  /// U+2000 to U+20FF.
  fileprivate var mayHaveControls: Bool {
    for index in indices {
      let byte = self[index]
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 { return true }
      if byte == 0xE2, index + 1 < count, self[index + 1] < 0x84 { return true }
    }
    return false
  }
}

extension Unicode.Scalar {
  /// Whether the scalar steers a terminal or changes the order or the lines of a text.
  fileprivate var isControl: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
