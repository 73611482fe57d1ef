package import CommandLineKit
package import DutyModel
import TerminalText

/// A schedule as it is typed, in either language.
package struct ScheduleArgument: Hashable, Sendable {
  package let schedule: Schedule
}

extension ScheduleArgument: ArgumentValue {
  package init(word: String) throws(InvalidValue) {
    do throws(ScheduleError) {
      schedule = try Schedule(word)
    } catch {
      throw InvalidValue(error.message, advice: error.advice)
    }
  }
}

extension ScheduleError {
  /// What to write instead, as a sentence.
  var advice: Message {
    let english = fix.text(in: .english)
    let chinese = fix.text(in: .chinese)
    let first = english.prefix(1).uppercased() + english.dropFirst()
    return Message(
      en: "\(english.hasSuffix("?") ? first : first + ".")",
      zh: "\(chinese.hasSuffix("？") ? chinese : chinese + "。")"
    )
  }
}
