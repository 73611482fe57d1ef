import DutyModel

extension EnglishWriter {
  /// The most late times of which each one's days are told.
  static let mostLateDays = 4

  /// The times that came after their due day, in one sentence: Two (1 April and 1 July) came one day
  /// after the due date.
  func late(_ requirement: RequirementFacts) -> [Sentence] {
    let late = requirement.times.filter { $0.late != nil }
    let days = late.compactMap(\.late?.days)
    guard let first = late.first, let most = days.max() else { return [] }
    let text: String
    if late.count == 1 {
      text = "\(which(first, requirement)) came \(EnglishWriter.days(most)) after the due date."
    } else if Set(days).count == 1 {
      text =
        "\(which(late, requirement, withDays: true)) came \(EnglishWriter.days(most)) after the due date."
    } else if late.count <= EnglishWriter.mostLateDays {
      let parts = zip(late, days).map { "on \(when($0)) by \(EnglishWriter.days($1))" }
      text =
        "\(which(late, requirement, withDays: false)) came after the due date: \(EnglishWords.list(parts))."
    } else {
      text =
        "\(which(late, requirement, withDays: true)) came after the due date, by up to \(EnglishWriter.days(most))."
    }
    return [Sentence(text, events: late.map(\.event))]
  }

  private static func days(_ count: Int) -> String { EnglishWords.count(count, "day", "days") }

  /// The only late time among those of a requirement.
  private func which(_ time: WorkRecord, _ requirement: RequirementFacts) -> String {
    if let owner = time.owner, !isSelf(owner) { return "That of \(owner)" }
    if requirement.times.count == 1 { return "It" }
    let day = words.day(time.on)
    let isAlone = requirement.times.count { $0.on == time.on } == 1
    return isAlone ? "The one on \(day)" : "One of those on \(day)"
  }

  /// How many of a requirement's times were late, with their days unless all were: these stand
  /// before.
  private func which(
    _ late: [WorkRecord],
    _ requirement: RequirementFacts,
    withDays: Bool
  ) -> String {
    let count = late.reduce(0) { $0 + ($1.late?.times ?? 0) }
    let number = EnglishWords.number(count)
    if late.count == requirement.times.count { return count == 2 ? "Both" : "All \(number)" }
    let head = EnglishWords.capitalized(number)
    if !withDays { return head }
    let most = 12
    let rest = late.count > most ? ["\(late.count - most) more"] : []
    return "\(head) (\(EnglishWords.list(late.prefix(most).map { when($0) } + rest)))"
  }
}
