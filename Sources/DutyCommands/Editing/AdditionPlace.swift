import DutyModel
import StrictJSON
import TerminalText

/// Where a new duty goes: a section or a tier that is there, or that is to be made.
struct AdditionPlace {
  /// The kind of the tier.
  let kind: Tier.Kind
  /// The ids of the duties beside it.
  let siblings: [String]

  private enum Place {
    /// The object at this path has the list of duties, or is to get one.
    case existing([JSONPathStep])
    /// A new section of the tier at this path.
    case newSection([JSONPathStep], title: String)
    case newTier(title: String, section: String?)
  }

  private let place: Place

  /// Finds the place that options name.
  ///
  /// The tier is a kind, an id or a title, and needed if there are several; the section is an id
  /// or part of a title, and needed if the tier has several. What is not there is made only if
  /// that is asked for; otherwise the ``CommandError`` lists what there is.
  init(
    tier: String?,
    section: String?,
    creates: Bool,
    in editing: ChecklistEditing,
    _ checklist: Checklist,
    _ language: Language
  ) throws(CommandError) {
    let found = checklist.tiers.indices.filter { index in
      guard let tier else { return true }
      return PlaceName(tier).isName(of: checklist.tiers[index], in: checklist.id)
    }
    if let tier, found.isEmpty {
      guard creates else {
        throw AdditionPlace.unknown(tier, "--tier", checklist.tiers.map { ($0.id, $0.title) })
      }
      let known = Tier.Kind(rawValue: Identifier.folded(tier))
      kind = known ?? .common
      siblings = checklist.tiers.filter { $0.kind == (known ?? .common) }
        .flatMap { $0.sections.flatMap { $0.duties.map(\.id) } }
      let documents: Language = checklist.language == "en" ? .english : .chinese
      let title = known.map {
        $0.defaultTitle.text(in: checklist.language == nil ? language : documents)
      }
      place = .newTier(title: title ?? tier, section: section)
      return
    }
    guard found.count == 1, let number = found.first,
      let path = editing.path(ofTier: number)
    else {
      throw AdditionPlace.several(
        "--tier",
        found.map { (checklist.tiers[$0].id, checklist.tiers[$0].title) }
      )
    }
    let level = checklist.tiers[number]
    kind = level.kind
    let sections = level.sections.indices.filter { index in
      guard let section else { return true }
      let inner = level.sections[index]
      // The duties right under a tier are named by the tier.
      guard inner.id != nil else { return PlaceName(section).isID(level.id, in: checklist.id) }
      return PlaceName(section).isName(of: inner, under: level, in: checklist.id)
    }
    if let section, sections.isEmpty {
      guard creates else {
        throw AdditionPlace.unknown(
          section,
          "--section",
          level.sections.compactMap { inner in inner.id.map { ($0, inner.title) } }
        )
      }
      siblings = level.sections.flatMap { $0.duties.map(\.id) }
      place = .newSection(path, title: section)
      return
    }
    if level.sections.isEmpty {
      siblings = checklist.tiers.filter { $0.kind == level.kind }
        .flatMap { $0.sections.flatMap { $0.duties.map(\.id) } }
      place = .existing(path)
      return
    }
    guard sections.count == 1, let inner = sections.first,
      let sectionPath = editing.path(ofSection: inner, inTier: number)
    else {
      throw AdditionPlace.several(
        "--section",
        sections.map { (level.sections[$0].id ?? level.id, level.sections[$0].title) }
      )
    }
    let own = level.sections[inner].duties.map(\.id)
    siblings = own.isEmpty ? level.sections.flatMap { $0.duties.map(\.id) } : own
    place = .existing(sectionPath)
  }

  /// The edits that put a duty there.
  func edits(
    adding duty: JSONFragment,
    _ editing: ChecklistEditing,
    _ identifiers: NewIdentifier
  ) -> [JSONEdit] {
    let list = JSONFragment { json in
      json.beginArray()
      json.raw(duty.bytes.span)
      json.endArray()
    }
    switch place {
    case .existing(let path):
      let duties = path + [.key("duties")]
      return editing.document.root[duties] == nil
        ? [.addMember(key: "duties", list, to: path)] : [.insertElement(duty, into: duties)]
    case .newSection(let path, let title):
      let section = JSONFragment { json in
        json.object { json in
          json.member("title", title)
          json.key("duties")
          json.raw(list.bytes.span)
        }
      }
      let sections = path + [.key("sections")]
      guard editing.document.root[sections] == nil else {
        return [.insertElement(section, into: sections)]
      }
      let array = JSONFragment { json in
        json.beginArray()
        json.raw(section.bytes.span)
        json.endArray()
      }
      return [.addMember(key: "sections", array, to: path)]
    case .newTier(let title, let section):
      let tier = JSONFragment { json in
        json.object { json in
          if let id = tierID(identifiers) { json.member("id", id) }
          json.member("kind", kind.rawValue)
          json.member("title", title)
          guard let section else {
            json.key("duties")
            json.raw(list.bytes.span)
            return
          }
          json.key("sections")
          json.beginArray()
          json.object { json in
            json.member("title", section)
            json.key("duties")
            json.raw(list.bytes.span)
          }
          json.endArray()
        }
      }
      return [.insertElement(tier, into: [.key("tiers")])]
    }
  }

  /// An id of its own for a new tier, so that the ids of the others do not change.
  private func tierID(_ identifiers: NewIdentifier) -> String? {
    let first = "\(kind.letter)0"
    if identifiers.isFree(first) { return first }
    return (1...999).lazy.map { "\(first).\($0)" }.first { identifiers.isFree($0) }
  }

  private static func unknown(
    _ typed: String,
    _ option: String,
    _ known: [(id: String, title: String)]
  ) -> CommandError {
    .refused(
      .noInput,
      code: option == "--tier" ? "unknown-tier" : "unknown-section",
      option == "--tier"
        ? Message(en: "No tier \(quoted: typed)", zh: "没有责任主体\(quoted: typed)")
        : Message(en: "No section \(quoted: typed)", zh: "没有\(quoted: typed)这个部分"),
      advice: known.map { .verbatim("\($0.id) \($0.title)") } + [
        Message(
          en: "To make it, add \(command: "--create").",
          zh: "要新建，请加 \(command: "--create")。"
        )
      ]
    )
  }

  private static func several(
    _ option: String,
    _ known: [(id: String, title: String)]
  ) -> CommandError {
    .refused(
      .usage,
      code: option == "--tier" ? "several-tiers" : "several-sections",
      Message(en: "Say where: \(option)", zh: "请写明位置：\(option)"),
      advice: known.map { .verbatim("\(option) \($0.id)  \($0.title)") }
    )
  }
}
