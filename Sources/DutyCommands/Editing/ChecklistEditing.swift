import DutyModel
import DutyStore
import StrictJSON
import TerminalText

/// A checklist file as JSON that can be changed: finds the object of a thing by its id.
///
/// Ids need not be written, so objects are found by their place: the model keeps the document's
/// order.
struct ChecklistEditing {
  let file: ChecklistFile
  let document: JSONDocument

  /// - Throws: ``CommandError`` if the file cannot be edited.
  init(_ file: ChecklistFile) throws(CommandError) {
    self.file = file
    do throws(JSONError) {
      document = try JSONDocument(file.bytes)
    } catch {
      throw .unreadableChecklists([file.path])
    }
  }

  /// The path of a duty's object.
  func path(ofDuty id: String) -> [JSONPathStep]? {
    guard let checklist = file.checklist else { return nil }
    let reference = Reference(checklist: checklist.id, duty: id)
    return file.offset(of: reference).flatMap { dutyPath(at: $0) }
  }

  /// The path of a requirement's object; that of its duty if the duty has the schedule itself.
  func path(ofRequirement reference: Reference) -> [JSONPathStep]? {
    guard let duty = path(ofDuty: reference.duty), let offset = file.offset(of: reference) else {
      return nil
    }
    if document.root[duty]?.range.lowerBound == offset { return duty }
    let list = duty + [.key("requirements")]
    guard let elements = document.root[list]?.elements,
      let index = elements.firstIndex(where: { $0.range.lowerBound == offset })
    else { return nil }
    return list + [.index(index)]
  }

  /// The path of a tier's object, by its number.
  func path(ofTier number: Int) -> [JSONPathStep]? {
    let path: [JSONPathStep] = [.key("tiers"), .index(number)]
    return document.root[path] == nil ? nil : path
  }

  /// The path of a section's object, by its number among the tier's sections in the model.
  ///
  /// The duties right under a tier are a section of the model without an object of its own; the
  /// path is then that of the tier.
  func path(ofSection section: Int, inTier tier: Int) -> [JSONPathStep]? {
    guard let path = path(ofTier: tier), let checklist = file.checklist,
      checklist.tiers.indices.contains(tier),
      checklist.tiers[tier].sections.indices.contains(section)
    else { return nil }
    let sections = checklist.tiers[tier].sections
    guard sections[section].id != nil else { return path }
    let number = sections[..<section].count { $0.id != nil }
    let result = path + [.key("sections"), .index(number)]
    return document.root[result] == nil ? nil : result
  }

  /// The path of a tier or a section by its id.
  func path(ofLevel id: String) -> [JSONPathStep]? {
    guard let checklist = file.checklist else { return nil }
    for (tier, level) in checklist.tiers.enumerated() {
      if level.id == id { return path(ofTier: tier) }
      if let section = level.sections.firstIndex(where: { $0.id == id }) {
        return path(ofSection: section, inTier: tier)
      }
    }
    return nil
  }

  private func dutyPath(at offset: Int) -> [JSONPathStep]? {
    for (tier, level) in (document.root["tiers"]?.elements ?? []).enumerated() {
      let path: [JSONPathStep] = [.key("tiers"), .index(tier)]
      guard level.range.contains(offset) else { continue }
      if let duty = ChecklistEditing.index(of: offset, in: level["duties"]) {
        return path + [.key("duties"), .index(duty)]
      }
      for (section, inner) in (level["sections"]?.elements ?? []).enumerated() {
        if let duty = ChecklistEditing.index(of: offset, in: inner["duties"]) {
          return path + [.key("sections"), .index(section), .key("duties"), .index(duty)]
        }
      }
    }
    return nil
  }

  private static func index(of offset: Int, in list: JSONValue?) -> Int? {
    list?.elements.firstIndex { $0.range.lowerBound == offset }
  }

  // MARK: - Changing

  /// The edit that sets a key of an object, whether it is there or not; a new one is put behind
  /// the first of the keys after which it should stand.
  func setting(
    _ key: String,
    _ fragment: JSONFragment,
    at path: [JSONPathStep],
    after: [String] = []
  ) -> JSONEdit {
    if document.root[path]?[key] != nil { return .replace(path + [.key(key)], with: fragment) }
    let place = after.first { document.root[path]?[$0] != nil }
    return .addMember(key: key, fragment, to: path, after: place)
  }

  /// Makes the edits, and reads the result as it will be read next time.
  ///
  /// - Throws: ``CommandError`` if the new file would have an error that the old one has not.
  func applying(_ edits: [JSONEdit], path: String? = nil) throws(CommandError) -> ChecklistFile {
    let bytes: [UInt8]
    do throws(JSONEditError) {
      bytes = try document.applying(edits)
    } catch {
      throw .refused(.usage, code: error.diagnosis.code, error.message, advice: [])
    }
    let result = ChecklistFile(path: path ?? file.path, bytes: bytes)
    if let problem = result.problems.first(where: { $0.severity == .error }) {
      throw .refused(
        .usage,
        code: problem.code.rawValue,
        problem.message,
        advice: problem.fix.map { [$0] } ?? []
      )
    }
    // An id that is not written follows from numbers, which the change may make ambiguous; records
    // name duties by id, so none may change under them.
    let kept = Set(result.checklist?.ids ?? [])
    if let lost = file.checklist?.ids.first(where: { !kept.contains($0) }) {
      throw .refused(
        .usage,
        code: "id-would-change",
        Message(
          en: "This would change the id \(quoted: lost), which is not written in \(file.path)",
          zh: "这样会改变编号\(quoted: lost)，它没有写在 \(file.path) 里"
        ),
        advice: [
          Message(
            en: "Write \"id\": \"\(lost)\" there first, or choose another number.",
            zh: "请先在那里写上 \"id\": \"\(lost)\"，或换一个序号。"
          )
        ]
      )
    }
    return result
  }
}

extension Checklist {
  /// The ids of tiers, sections, duties and requirements, in the order of the document.
  fileprivate var ids: [String] {
    tiers.flatMap { tier in
      [tier.id]
        + tier.sections.flatMap { section in
          (section.id.map { [$0] } ?? [])
            + section.duties.flatMap { duty in duty.requirements.map { duty.id + $0.id } }
        }
    }
  }
}

extension Checklist {
  /// Whether a tier or a section has an id.
  func hasLevel(_ id: String) -> Bool {
    tiers.contains { $0.id == id || $0.sections.contains { $0.id == id } }
  }
}
