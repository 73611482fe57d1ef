package import DutyModel

/// The checklist that a document holds, before it is a file.
///
/// It says what the document says: a key that the document does not state is absent.
package struct ImportedChecklist: Sendable, Equatable {
  /// The name used in full ids: `[a-z][a-z0-9-]{0,31}`.
  package var id: String
  package var title: String
  package var organization: String?
  /// The year in the document's title, 1900 to 2999.
  package var year: Int?
  package var effective: DayRange
  /// In the document's order; never empty.
  package var tiers: [ImportedTier]

  /// The longest text that a checklist's file can hold, in bytes of UTF-8.
  static let longestText = 64 << 10

  /// The first text that is longer, with a line near it; `nil` if none is.
  var oversized: (line: Int, bytes: Int)? {
    var line = 1
    for tier in tiers {
      for section in tier.sections {
        for duty in section.duties {
          line = duty.line
          let texts = [duty.text, duty.owner ?? ""] + duty.departments
          if let text = texts.first(where: { $0.utf8.count > ImportedChecklist.longestText }) {
            return (line, text.utf8.count)
          }
        }
        if section.title.utf8.count > ImportedChecklist.longestText {
          return (line, section.title.utf8.count)
        }
      }
      let texts = [tier.title, tier.portfolio ?? ""]
      if let text = texts.first(where: { $0.utf8.count > ImportedChecklist.longestText }) {
        return (line, text.utf8.count)
      }
    }
    return title.utf8.count > ImportedChecklist.longestText ? (1, title.utf8.count) : nil
  }

  /// The duties of all tiers, in order.
  package var duties: [ImportedDuty] {
    tiers.flatMap { $0.sections.flatMap(\.duties) }
  }
}

/// Whose duties: one heading of the document, or the whole document if it names no tier.
package struct ImportedTier: Sendable, Equatable {
  package var id: String
  package var kind: Tier.Kind
  package var title: String
  /// The field of work that the heading of a member names (分管…).
  package var portfolio: String?
  /// The person in an annotation of the heading; holds for duties that name none.
  package var owner: String?
  /// The departments in annotations of the heading.
  package var departments: [String] = []
  /// In order; duties that stand under the tier itself are in a section without id, the first.
  package var sections: [ImportedSection]
}

/// A heading inside a tier, with the duties below it.
package struct ImportedSection: Sendable, Equatable {
  /// The id, or `nil` for duties that stand directly under their tier.
  package var id: String?
  package var title: String
  /// The points in the heading, in thousandths.
  package var points: Int?
  /// The person in an annotation of the heading; holds for duties that name none.
  package var owner: String?
  /// The departments in annotations of the heading.
  package var departments: [String] = []
  package var duties: [ImportedDuty]
}

/// One item of the document.
package struct ImportedDuty: Sendable, Equatable {
  package var id: String
  /// The number as printed, in Arabic digits; `nil` for a paragraph without one.
  package var number: String?
  /// The first clause of the text; of a long one what can stand alone.
  package var title: String
  /// The words of the document, character for character; hard wraps are joined.
  package var text: String
  /// The line the item begins on, from 1.
  package var line: Int
  /// The person in the annotation; `nil` if there is none, or a mask.
  package var owner: String?
  /// The departments in the annotations, those in the lead first.
  package var departments: [String]
  /// The points at the end of the item, in thousandths.
  package var points: Int?
  /// At least one; exactly one that is not ``ImportedRequirement/Origin/text`` or more.
  package var requirements: [ImportedRequirement]
}

/// One thing a duty asks for.
package struct ImportedRequirement: Sendable, Equatable {
  /// Where the schedule was read.
  package enum Origin: String, Sendable {
    /// In a clause of the duty's text.
    case text
    /// In an annotation, such as 时间进度安排.
    case annotation
    /// Nowhere: the document states no time, so the duty is ongoing.
    case unstated
  }

  /// The letters inside the duty: `[a-z]{1,2}`.
  package var id: String
  package var title: String
  package var schedule: Schedule
  package var origin: Origin
  /// To whom it is reported; only of a clause that names a report, its time and its addressee.
  package var reportTo: [String]
  package var covers: Requirement.Coverage?
  /// The word the document counts with (次, 期, 场).
  package var unit: String?
  /// The clause without its count and cycle, where the title is only a part of it.
  package var action: String?
  /// The words the schedule was read from, as they stand in the document.
  package var phrase: String
  /// The line those words are on, from 1.
  package var line: Int
}
