extension String {
  /// The text without SGR sequences.
  var withoutColor: String {
    var result = ""
    var isInside = false
    for scalar in unicodeScalars {
      if scalar == "\u{1B}" { isInside = true }
      if !isInside { result.unicodeScalars.append(scalar) }
      if scalar == "m" { isInside = false }
    }
    return result
  }

  /// How often a part occurs.
  func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let first = rest.first {
      if rest.unicodeScalars.starts(with: part.unicodeScalars) { count += 1 }
      rest.removeFirst()
      _ = first
    }
    return count
  }
}
