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
    // A scan of the bytes: most texts have neither controls nor the lead bytes of the others.
    for byte in utf8
    where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2 {
      return unicodeScalars.contains(where: \.isControl)
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
