import DutyImport
import DutyModel
import TerminalText

/// Words of a duty that say when it should be done but name no cycle: 定期 and the like, or a time
/// that the import could not read and kept in the text.
enum UnsettledWords {
  /// The first of them in a duty that has no cycle, unless somebody confirmed that they name none.
  static func first(in duty: Duty) -> String? {
    guard !duty.hasNoCycle, duty.requirements.allSatisfy({ !$0.schedule.isDated }) else {
      return nil
    }
    return first(in: duty.text)
  }

  /// The first of them in a text.
  static func first(in text: String) -> String? {
    AnnotationLabel.keptTime(in: text) ?? VagueWords.first(in: text)
  }

  /// A word as one of a list; words of a document are quoted, since they may be a list themselves.
  static func named(_ word: String) -> Message {
    VagueWords.all.contains(word)
      ? .verbatim(word) : Message(en: "\(quoted: word)", zh: "\(quoted: word)")
  }
}
