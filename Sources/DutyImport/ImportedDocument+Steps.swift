internal import DutyModel

extension ImportedDocument {
  /// Every step of the reading as lines of text, for a person who wants to see why; those of a
  /// step begin with the number of the document's line and a tab.
  package var steps: [String] {
    let last = ["", "== checklist"] + checklist.lines.map(\.onOneLine)
    return ImportedDocument.steps(text, segments, outline) + last
  }

  /// The first steps of reading a document that is refused.
  package static func stepsBeforeRefusal(of text: String) -> [String] {
    let read = DocumentText(text)
    let segments = SegmentReader.segments(of: read)
    return steps(read, segments, OutlineReader.outline(of: segments, in: read))
  }

  private static func steps(
    _ text: DocumentText,
    _ segments: [Segment],
    _ outline: Outline
  ) -> [String] {
    var steps = ["== lines"] + text.lines.filter { !$0.isBlank }.map(\.description)
    steps += ["", "== junk"] + text.junk.map { "\($0.line)\t\($0.part.rawValue)" }
    steps += ["", "== segments"] + segments.map(\.description)
    steps += ["", "== outline"] + outline.nodes.map(\.description)
    return steps.map(\.onOneLine)
  }
}

extension ImportedChecklist {
  /// Tiers, sections, duties and requirements, a line each.
  fileprivate var lines: [String] {
    tiers.flatMap { tier in
      ["\t\(tier.id)\t\(tier.kind.rawValue)\t\(tier.title)"]
        + tier.sections.flatMap { section in
          (section.id.map { ["\t\($0)\tsection\t\(section.title)"] } ?? [])
            + section.duties.flatMap(\.lines)
        }
    }
  }
}

extension ImportedDuty {
  fileprivate var lines: [String] {
    ["\(line)\t\(id)\tduty\t\(title)"]
      + requirements.map { requirement in
        let schedule = requirement.schedule.description
        return
          "\(requirement.line)\t\(id)\(requirement.id)\t\(requirement.origin.rawValue)\t\(schedule)\t\(requirement.title)"
      }
  }
}

extension String {
  /// Controls would reach the terminal, and a line feed would begin another line.
  fileprivate var onOneLine: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isControl =
            scalar.value < 0x20 && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
          return isControl ? " " : scalar
        }
      )
    )
  }
}
