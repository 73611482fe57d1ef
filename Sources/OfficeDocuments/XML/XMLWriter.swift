/// Writes an XML text, well-formed whatever is put into it.
///
/// Characters that XML 1.0 forbids are left out: no reference may stand for them either.
struct XMLWriter {
  /// The text so far, in UTF-8.
  private(set) var bytes = Array(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8
  )

  /// Writes an element without content.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    putTag(name, attributes)
    put("/>")
  }

  /// Writes an element with content.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    _ content: (inout XMLWriter) -> Void
  ) {
    putTag(name, attributes)
    put(">")
    content(&self)
    put("</\(name)>")
  }

  private mutating func putTag(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    put("<\(name)")
    for (name, value) in attributes {
      put(" \(name)=\"")
      for scalar in value.unicodeScalars {
        putAttribute(scalar)
      }
      put("\"")
    }
  }

  /// Writes text; a carriage return becomes a line feed, as it does for whoever reads it.
  mutating func text(_ text: String) {
    for scalar in text.withLineFeeds.unicodeScalars {
      switch scalar {
      case "&": put("&amp;")
      case "<": put("&lt;")
      case ">": put("&gt;")
      default: putCharacter(scalar)
      }
    }
  }

  private mutating func putAttribute(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": put("&amp;")
    case "<": put("&lt;")
    case ">": put("&gt;")
    case "\"": put("&quot;")
    case "\t", "\n", "\r": put("&#\(scalar.value);")
    default: putCharacter(scalar)
    }
  }

  private mutating func putCharacter(_ scalar: Unicode.Scalar) {
    if scalar.isXMLCharacter {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

extension String {
  /// The text with a line feed for every other line break of ASCII.
  var withLineFeeds: String {
    guard utf8.contains(0x0D) else { return self }
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in unicodeScalars {
      if scalar == "\r" {
        result.append("\n")
      } else if scalar != "\n" || !isAfterReturn {
        result.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return String(result)
  }
}
