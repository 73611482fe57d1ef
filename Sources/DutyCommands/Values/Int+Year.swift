import CommandLineKit
import TerminalText

extension Int? {
  /// The year after `--year`, if it is one of the calendar.
  func validYear() throws(UsageError) -> Int? {
    guard let year = self else { return nil }
    guard (1...9999).contains(year) else {
      throw .invalidValue(
        String(year),
        ParameterReference(name: "--year", placeholder: Message(en: "year", zh: "年份")),
        InvalidValue(Message(en: "years are 1 to 9999", zh: "年份为 1 至 9999"))
      )
    }
    return year
  }
}
