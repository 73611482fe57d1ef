import DutyModel
import TerminalText

/// What a record is to be about, as it was typed: `g25`, or with its occurrence `g25@2026-07-31`,
/// which is how answers name one.
struct TypedTarget {
  /// The whole word.
  let word: String
  /// The name of the duty or requirement.
  let id: String
  /// What follows it in the word.
  let suffix: String
  /// The occurrence, if the word or an option named it.
  let period: PeriodArgument?

  /// - Parameters:
  ///   - word: What was typed.
  ///   - option: The occurrence that is named for all.
  /// - Throws: A refusal of what is no period, or another one than the option has.
  init(_ word: String, besides option: PeriodArgument? = nil) throws(CommandError) {
    self.word = word
    guard let place = TypedTarget.separator(in: word) else {
      id = word
      suffix = ""
      period = option
      return
    }
    id = String(word[..<place])
    suffix = String(word[place...])
    let label = String(word[word.index(after: place)...])
    guard let own = try? PeriodArgument(word: label) else { throw .badLabel(label) }
    period = own
    guard let option, !option.isSame(as: own) else { return }
    throw .refused(
      .usage,
      code: "two-periods",
      Message(
        en: "\(quoted: word) names another occurrence than \(command: "--for \(option.typed)")",
        zh: "\(quoted: word)与 \(command: "--for \(option.typed)") 写的不是同一期"
      ),
      advice: [Message(en: "Name one of them.", zh: "请只写其中一个。")]
    )
  }

  /// The occurrences that may be meant, the likeliest first; none if the word names none.
  ///
  /// - Throws: A refusal of what neither this year nor the last one has.
  func periods(on today: Day) throws(CommandError) -> [Period] {
    guard let period else { return [] }
    let periods = period.periods(on: today)
    guard !periods.isEmpty else { throw .badLabel(period.typed) }
    return periods
  }

  /// The place of the sign between an id and its occurrence.
  static func separator(in word: String) -> String.Index? {
    word.lastIndex { $0 == "@" || $0 == "＠" }
  }
}
