import DutyModel
import TerminalText

extension EnglishWriter {
  /// The figures of a section.
  func figures(_ figures: YearFigures, isLast: Bool, isOngoingTold: Bool = true) -> Sentence {
    if figures.owed == 0, figures.notYetDue == 0 {
      guard figures.ongoing > 0, isOngoingTold else { return Sentence() }
      return Sentence(EnglishWriter.ongoing(figures))
    }
    var text = EnglishWriter.owed(figures)
    if isLast { text = "For this section as a whole: " + EnglishWords.lowered(text) }
    return Sentence(text)
  }

  /// Two duties are continuous; work is recorded for one of them.
  static func ongoing(_ figures: YearFigures) -> String {
    let count = figures.ongoingRequirements
    let subject = EnglishWords.count(count, "duty is", "duties are")
    if count == 1, figures.ongoingRecorded == 0 {
      return EnglishWords.capitalized("\(subject) continuous; no work is recorded for it.")
    }
    let recorded =
      if figures.ongoingRecorded == 0 {
        count == 2 ? "neither of them" : "none of them"
      } else if figures.ongoingRecorded == figures.ongoing {
        switch count {
        case 1: "it"
        case 2: "both of them"
        default: "all of them"
        }
      } else {
        "\(EnglishWords.number(figures.ongoingRecorded)) of them"
      }
    let persons =
      figures.isOngoingByPersons
      ? ", \(EnglishWords.number(figures.ongoing)) if counted by person" : ""
    return EnglishWords.capitalized(
      "\(subject) continuous\(persons); work is recorded for \(recorded)."
    )
  }

  /// 20 items were due: 18 completed (two late) and two not completed.
  static func owed(_ figures: YearFigures) -> String {
    let rest =
      figures.notYetDue > 0
      ? " \(EnglishWords.capitalized(EnglishWords.count(figures.notYetDue, "item is", "items are"))) not yet due."
      : ""
    if figures.owed == 0 { return rest.trimmed() }
    let subject =
      EnglishWords.capitalized(EnglishWords.count(figures.owed, "item was", "items were")) + " due"
    let who =
      switch figures.owed {
      case 1: "it was"
      case 2: "both were"
      default: "all were"
      }
    if figures.waived == figures.owed { return "\(subject); \(who) waived.\(rest)" }
    if figures.open == figures.owed {
      let none =
        switch figures.owed {
        case 1: "it was not completed"
        case 2: "neither was completed"
        default: "none was completed"
        }
      return "\(subject); \(none).\(rest)"
    }
    if figures.open == 0, figures.waived == 0 {
      let how =
        figures.late == 0
        ? "on time"
        : figures.late == figures.owed ? "late" : "(\(EnglishWords.number(figures.late)) late)"
      return "\(subject); \(who) completed \(how).\(rest)"
    }
    var parts: [String] = []
    if figures.done > 0 {
      let isAllLate = figures.late == figures.done
      let late =
        figures.late == 0
        ? "" : isAllLate ? " late" : " (\(EnglishWords.number(figures.late)) late)"
      parts.append("\(EnglishWords.number(figures.done)) completed\(late)")
    }
    if figures.waived > 0 { parts.append("\(EnglishWords.number(figures.waived)) waived") }
    if figures.open > 0 {
      parts.append("\(EnglishWords.number(figures.open)) not completed")
    }
    return "\(subject): \(EnglishWords.list(parts)).\(rest)"
  }
}
