/// Puts values into a pattern of the settings.
enum Pattern {
  /// The pattern with every name in braces that is known replaced by its value; others stay.
  static func filled(_ pattern: String, with values: [String: Sentence]) -> Sentence {
    var result = Sentence()
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      result.append(String(rest[..<open]))
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: "}") else {
        rest = rest[open...]
        break
      }
      if let value = values[String(rest[after..<close])] {
        result.append(value)
        rest = rest[rest.index(after: close)...]
      } else {
        result.append("{")
        rest = rest[after...]
      }
    }
    result.append(String(rest))
    return result
  }
}
