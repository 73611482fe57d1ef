/// Random numbers that are the same on every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

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
