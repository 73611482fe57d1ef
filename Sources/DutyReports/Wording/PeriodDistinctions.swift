import DutyModel
import TerminalText

/// What tells the occurrences of one title apart, in one language; each text is made once.
///
/// Periods repeat all over a checklist. Each has one place, where it drives out the one that was
/// there: whatever the place, the text is right.
struct PeriodDistinctions: Sendable {
  private let language: Language
  private var known: [Known?] = Array(repeating: nil, count: 64)

  private struct Known: Sendable {
    let period: Period
    let text: String
  }

  init(in language: Language) {
    self.language = language
  }

  /// What tells an occurrence from the next of its title, as it stands behind that; `nil` if
  /// nothing does.
  mutating func text(of period: Period) -> String? {
    let number: Int
    switch period {
    case .year, .due: return nil
    case .halfYear(let year, let half): number = year &* 8 &+ half
    case .quarter(let year, let quarter): number = year &* 8 &+ 2 &+ quarter
    case .month(let year, let month): number = year &* 8 &+ 7 &+ month
    case .week(let year, let week): number = year &* 8 &+ 20 &+ week
    }
    let place = number & 63
    if let known = known[place], known.period == period { return known.text }
    guard let words = period.distinction else { return nil }
    let text = Message(en: " (\(words))", zh: "（\(words)）").text(in: language)
    known[place] = Known(period: period, text: text)
    return text
  }
}
