import DutyImport
import DutyModel
import DutyStore
import Testing

/// A document in a layout that is met in practice, and what it says.
struct Layout: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let sketch: String

  var testDescription: String { name }

  static let all =
    markers + opening + annotations + clauses + junk + offices + copies + cells

  func read() throws -> ImportedDocument {
    try ImportedDocument(reading: text, options: ImportOptions(id: "sample"))
  }
}

@Suite("A layout")
struct LayoutTests {
  @Test("is read as it is meant", arguments: Layout.all)
  func sketch(layout: Layout) throws {
    #expect(try layout.read().checklist.sketch == layout.sketch)
  }

  @Test("loses no character", arguments: Layout.all)
  func verbatim(layout: Layout) throws {
    try expectVerbatim(layout.read(), of: layout.text)
  }

  @Test("reads the same with the line ends of other systems", arguments: Layout.all)
  func lineEnds(layout: Layout) throws {
    for lineEnd in ["\r\n", "\r"] {
      let text = layout.text.replacing("\n", with: lineEnd)
      let document = try ImportedDocument(reading: text, options: ImportOptions(id: "sample"))
      #expect(document.checklist.sketch == layout.sketch)
      #expect(document.review.decisions == (try layout.read().review.decisions))
    }
  }

  @Test("reads the same in full width and behind a byte order mark", arguments: Layout.all)
  func width(layout: Layout) throws {
    // Only marks that have no other meaning in full width; the words stay as they are.
    let text = "\u{FEFF}" + layout.text.replacing("(", with: "（").replacing(")", with: "）")
    let document = try ImportedDocument(reading: text, options: ImportOptions(id: "sample"))
    let expected = layout.sketch.replacing("(", with: "（").replacing(")", with: "）")
    let found = document.checklist.sketch.replacing("(", with: "（").replacing(")", with: "）")
    #expect(found == expected)
  }

  @Test("becomes a file that the program reads back", arguments: Layout.all)
  func file(layout: Layout) throws {
    let imported = try layout.read().checklist
    let file = ChecklistFile(path: "checklists/sample.json", bytes: imported.json)
    #expect(file.problems.isEmpty)
    let read = try #require(file.checklist)
    let model = imported.checklist
    #expect(read.title == model.title && read.id == model.id && read.year == model.year)
    #expect(read.tiers.map(\.id) == model.tiers.map(\.id))
    let pairs = zip(read.tiers.flatMap(\.sections), model.tiers.flatMap(\.sections))
    #expect(read.tiers.flatMap(\.sections).count == model.tiers.flatMap(\.sections).count)
    for (section, other) in pairs {
      #expect(section.id == other.id && section.title == other.title)
      #expect(section.points == other.points && section.duties.count == other.duties.count)
      for (duty, other) in zip(section.duties, other.duties) {
        #expect(duty.id == other.id && duty.text == other.text && duty.title == other.title)
        #expect(duty.points == other.points)
        #expect(duty.requirements.count == other.requirements.count)
        for (requirement, other) in zip(duty.requirements, other.requirements) {
          #expect(requirement.id == other.id && requirement.title == other.title)
          #expect(requirement.schedule == other.schedule && requirement.unit == other.unit)
          #expect(requirement.reportTo == other.reportTo && requirement.covers == other.covers)
          #expect(requirement.responsible == other.responsible)
          #expect(requirement.departments == other.departments)
          #expect(requirement.action == other.action)
        }
      }
    }
  }

  @Test("has ids by the rules, none twice", arguments: Layout.all)
  func identifiers(layout: Layout) throws {
    let checklist = try layout.read().checklist
    var ids = checklist.tiers.map(\.id)
    ids += checklist.tiers.flatMap { $0.sections.compactMap(\.id) }
    ids += checklist.duties.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { Identifier.isItem($0) })
    for duty in checklist.duties {
      #expect(!duty.requirements.isEmpty)
      #expect(duty.requirements.allSatisfy { Identifier.isRequirement($0.id) })
    }
  }
}
