/// Makes names of sheets that every program takes.
enum SheetNames {
  /// The most UTF-16 units of a name.
  private static let longest = 31

  /// Names for sheets, each once.
  static func names(for wanted: [String]) -> [String] {
    var taken: Set<String> = []
    return wanted.enumerated().map { index, name in
      let base = cleaned(name, index)
      var result = base
      var number = 2
      while !taken.insert(result.lowercased()).inserted {
        let ending = " (\(number))"
        result = base.prefix(utf16Units: longest - ending.utf16.count) + ending
        number += 1
      }
      return result
    }
  }

  private static func cleaned(_ name: String, _ index: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar {
      case "[", "]", ":", "*", "?", "/", "\\": scalars.append("_")
      case _ where scalar.value < 0x20 || !scalar.isXMLCharacter: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    let cut = String(scalars).prefix(utf16Units: longest)
    // An apostrophe quotes a name, so it cannot be at its ends; the last name is one that
    // programs keep for themselves.
    let isEdge = { (character: Character) in character == "'" || character.isWhitespace }
    let trimmed = String(cut.drop(while: isEdge).reversed().drop(while: isEdge).reversed())
    if trimmed.isEmpty {
      return "Sheet\(index + 1)"
    }
    return trimmed.lowercased() == "history" ? trimmed + "_" : trimmed
  }
}

extension String {
  /// As many characters from the start as have at most a number of UTF-16 units.
  func prefix(utf16Units limit: Int) -> String {
    guard utf16.count > limit else { return self }
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in unicodeScalars {
      count += scalar.value > 0xFFFF ? 2 : 1
      if count > limit {
        break
      }
      result.append(scalar)
    }
    return String(result)
  }
}
