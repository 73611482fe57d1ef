/// One numbered item of a checklist; it always asks at least one thing.
///
/// It never changes, and is a class so that the many places that hold it share one copy.
package final class Duty: Sendable {
  /// The name that never changes: `[a-z][a-z0-9.-]{0,30}[0-9]`.
  package let id: String
  /// The number as the document states it, if it does.
  private let statedNumber: Passage?
  private let heading: Passage
  private let passage: Passage
  /// The points the duty carries in a score, in thousandths.
  package let points: Int?
  /// Whether somebody confirmed that a word such as 定期 in the text names no cycle.
  ///
  /// It changes nothing of what is owed, only what is still asked.
  package let hasNoCycle: Bool
  /// Ids the duty had before.
  package let formerly: [String]
  package let effective: DayRange
  package let requirements: Requirements

  package var title: String { heading.text }

  /// Shows the bytes of the title, for which no text is made.
  package func withTitle(_ body: (Span<UInt8>) -> Void) { heading.withBytes(body) }

  /// The number as printed in the document; it may change.
  ///
  /// Where the document states none it is what follows the letters of the id.
  package var number: String { statedNumber?.text ?? Duty.number(of: id) }

  /// The words of the document.
  package var text: String { passage.text }

  package init(
    id: String,
    number: Passage?,
    title: Passage,
    text: Passage,
    points: Int? = nil,
    hasNoCycle: Bool = false,
    formerly: [String] = [],
    effective: DayRange = .always,
    requirements: Requirements
  ) {
    self.id = id
    statedNumber = number
    heading = title
    passage = text
    self.points = points
    self.hasNoCycle = hasNoCycle
    self.formerly = formerly
    self.effective = effective
    self.requirements = requirements
  }
}

extension Duty {
  private static func number(of id: String) -> String {
    let digits = id.utf8.drop {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
    return String(Substring(digits))
  }

  package convenience init(
    id: String,
    number: String?,
    title: String,
    text: String = "",
    points: Int? = nil,
    hasNoCycle: Bool = false,
    formerly: [String] = [],
    effective: DayRange = .always,
    requirements: [Requirement]
  ) {
    self.init(
      id: id,
      number: number.map { Passage($0) },
      title: Passage(title),
      text: Passage(text),
      points: points,
      hasNoCycle: hasNoCycle,
      formerly: formerly,
      effective: effective,
      requirements: Requirements(requirements)
    )
  }
}
