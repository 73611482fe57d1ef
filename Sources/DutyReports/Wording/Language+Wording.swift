import DutyModel
import TerminalText

extension Language {
  /// The text in the language, for what is put together of plain texts: a paper, a cell, a mark.
  ///
  /// As with ``Message``, a further language does not compile until every text has a wording in it.
  func text(en english: String, zh chinese: String) -> String {
    switch self {
    case .english: english
    case .chinese: chinese
    }
  }

  /// A day in words: 3月15日, 15 March; with its year if that is not the one given.
  func words(for day: Day, in year: Int) -> String {
    switch self {
    case .english: EnglishWords(year: year).day(day)
    case .chinese: ChineseDates(year: year).day(day)
    }
  }

  /// A day in words with its year.
  func words(for day: Day) -> String {
    switch self {
    case .english: EnglishWords.full(day)
    case .chinese: ChineseDates.full(day)
    }
  }
}
