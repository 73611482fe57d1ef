import DutyModel

/// Days, numbers and small words of a report in English.
struct EnglishWords: Sendable {
  /// The year of the report, which is not written.
  let year: Int

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static let numbers = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  /// The words that texts of others may have for the numbers from eleven on.
  private static let furtherNumbers = [
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
  ]

  static func month(_ month: Int) -> String {
    months.indices.contains(month - 1) ? months[month - 1] : ""
  }

  /// A day; with its year if that is not the report's.
  func day(_ day: Day) -> String {
    let parts = day.parts
    let text = "\(parts.day) \(EnglishWords.month(parts.month))"
    return parts.year == year ? text : "\(text) \(parts.year)"
  }

  static func full(_ day: Day) -> String {
    let parts = day.parts
    return "\(parts.day) \(month(parts.month)) \(parts.year)"
  }

  /// A whole number: in words up to ten.
  static func number(_ number: Int) -> String {
    numbers.indices.contains(number) ? numbers[number] : String(number)
  }

  /// How often: once, twice, three times.
  static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(number(count)) times"
    }
  }

  /// A number and its noun: one item, 16 items.
  static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(number(count)) \(count == 1 ? one : many)"
  }

  /// a, b and c.
  static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The names of persons: of many the first 12, and how many more.
  static func names(_ names: [String]) -> String {
    let most = 12
    return names.count > most
      ? list(names.prefix(most) + ["\(names.count - most) more"]) : list(names)
  }

  /// The text with its first letter large.
  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// The text with its first letter small, unless the second is large too or a digit (a name in
  /// capitals stays what it is).
  static func lowered(_ text: String) -> String {
    guard let first = text.first, first.isUppercase else { return text }
    let second = text.dropFirst().first
    if let second, second.isUppercase || second.isNumber { return text }
    return first.lowercased() + text.dropFirst()
  }

  /// Numbers in a row as a stretch: January to July.
  static func runs(_ numbers: [Int], _ word: (Int) -> String) -> [String] {
    var parts: [String] = []
    var start = 0
    while start < numbers.count {
      var end = start
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      if end - start >= 2 {
        parts.append("\(word(numbers[start])) to \(word(numbers[end]))")
      } else {
        parts += numbers[start...end].map(word)
      }
      start = end + 1
    }
    return parts
  }

  /// The names of periods: August, the first half-year, 31 January.
  func labels(of occurrences: [Occurrence]) -> [String] {
    var labels: [String] = []
    var months: [Int] = []
    var weeks: [Int] = []
    for occurrence in occurrences {
      switch occurrence.period {
      case .week(let year, let week) where year != self.year:
        // The first days of a year may belong to the last week of the one before.
        labels.append("week \(week) of \(year)")
      case .year(let year): labels.append(String(year))
      case .halfYear(_, let half): labels.append(half == 1 ? "first half-year" : "second half-year")
      case .quarter(_, let quarter):
        let ordinals = ["first", "second", "third", "fourth"]
        labels.append("\(ordinals[min(max(quarter, 1), 4) - 1]) quarter")
      case .month(_, let month): months.append(month)
      case .week(_, let week): weeks.append(week)
      case .due: labels.append(day(occurrence.due))
      }
    }
    labels += EnglishWords.runs(months, EnglishWords.month)
    labels += EnglishWords.runs(weeks) { "week \($0)" }
    var known: Set<String> = []
    return labels.filter { known.insert($0).inserted }
  }

  func label(of occurrences: [Occurrence]) -> String { EnglishWords.list(labels(of: occurrences)) }

  /// The names of periods as they stand in brackets: first quarter, by 30 June; nothing of a year.
  func dueLabel(of occurrences: [Occurrence]) -> String {
    if occurrences.allSatisfy({ if case .year = $0.period { true } else { false } }) { return "" }
    let isDated = occurrences.allSatisfy { if case .due = $0.period { true } else { false } }
    return (isDated ? "by " : "") + label(of: occurrences)
  }

  /// The names of periods as they stand in a sentence: August, the first half-year.
  func phrase(of occurrences: [Occurrence]) -> String {
    EnglishWords.list(
      labels(of: occurrences).map { label in
        label.hasSuffix("quarter") || label.hasSuffix("half-year") ? "the \(label)" : label
      }
    )
  }

  /// A quantity: readers evacuated: 64, 45 people.
  ///
  /// A unit that only repeats what is counted is left out.
  static func text(_ quantity: Particulars.Quantity) -> String {
    let amount = Thousandths.text(quantity.thousandths)
    guard let what = quantity.what, !what.isEmpty else { return "\(amount) \(quantity.unit)" }
    let isTold =
      ["people", "person", "persons", "item", "items", "time", "times"].contains(quantity.unit)
      || what.lowercased().contains(quantity.unit.lowercased())
      || quantity.unit.lowercased() == what.lowercased() + "s"
    return "\(what): \(amount)" + (isTold ? "" : " \(quantity.unit)")
  }

  /// Whether a note says a quantity itself, in digits or in words, so that it need not be repeated:
  /// “evacuated 64 readers and staff” does.
  static func tells(_ note: String, _ quantity: Particulars.Quantity) -> Bool {
    var numbers: Set<String> = [Thousandths.text(quantity.thousandths)]
    if quantity.thousandths % 1000 == 0, (1000...20_000).contains(quantity.thousandths) {
      let number = quantity.thousandths / 1000
      numbers.insert(number > 10 ? furtherNumbers[number - 11] : EnglishWords.number(number))
    }
    let unit = words(of: quantity.unit)
    let what = words(of: quantity.what ?? "").filter { $0.count > 3 }
    return note.split { ",;".contains($0) }.contains { clause in
      let words = words(of: String(clause))
      return words.indices.contains { place in
        guard numbers.contains(words[place]) else { return false }
        let isUnitNext = !unit.isEmpty && words[(place + 1)...].starts(with: unit)
        return what.isEmpty ? isUnitNext : isUnitNext || what.allSatisfy(words.contains)
      }
    }
  }

  /// The words of a text in small letters, without the marks around them.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && !".'’-".contains($0) }.map {
      String($0).trimmed([".", "-"])
    }
  }
}
