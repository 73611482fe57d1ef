import TerminalText

extension Selection {
  /// A command line that chooses the same duties, for advice that can be pasted.
  ///
  /// - Parameter command: The words before the filters, such as `duty list`.
  /// - Returns: The line, its values quoted for a shell where they must be.
  func line(_ command: String) -> String {
    ([command] + ids.map(\.quotedForShell) + filterWords).joined(separator: " ")
  }

  /// The filters as they can be typed, without the ids.
  var filterWords: [String] {
    var words: [String] = []
    func add(_ option: String, _ values: [String]) {
      for value in values { words += ["--\(option)", value.quotedForShell] }
    }
    add("checklist", checklists)
    add("tier", tiers)
    add("section", sections)
    add("owner", owners)
    add("department", departments)
    let states = self.states.map { $0.word.text(in: .english) }
    add("state", states.isEmpty ? [] : [states.joined(separator: ",")])
    add("text", texts)
    add("due-before", dueBefore.map { [$0.typed] } ?? [])
    add("due-after", dueAfter.map { [$0.typed] } ?? [])
    add("year", year.map { [String($0)] } ?? [])
    return words
  }

  /// The choice by place and people alone.
  var byPeople: Selection {
    Selection(
      checklists: checklists,
      tiers: tiers,
      sections: sections,
      owners: owners,
      departments: departments,
      year: year
    )
  }
}

extension String {
  /// The text as one word of a shell's command line.
  var quotedForShell: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-_./,:+@%".unicodeScalars.contains(scalar)
      }
    if isPlain { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
