import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Finds what an id typed by a person means.
///
/// Ids are folded to lower case and half width. A bare id works where only one checklist has it;
/// the letter of a requirement may be left out where a duty asks for one thing only.
struct Resolver {
  let opened: Opened
  /// What was typed, for advice that can be pasted; `nil` where a command gives its own.
  let line: TypedLine?
  /// The long name of the option whose values are the ids; `nil` if they are arguments.
  let option: String?
  /// What follows the id in its word: its occurrence, such as `@2026-07-31`.
  let suffix: String
  /// Whether something is to be recorded: then a bare id must not be guessed at while a checklist
  /// cannot be read.
  let isRecording: Bool

  init(
    _ opened: Opened,
    line: TypedLine?,
    option: String? = nil,
    suffix: String = "",
    isRecording: Bool = false
  ) {
    self.opened = opened
    self.line = line
    self.option = option
    self.suffix = suffix
    self.isRecording = isRecording
  }

  private var register: Register { opened.register }

  /// The duty or requirement that an id names, as it was typed: with a letter or without.
  func reference(_ typed: String) throws(CommandError) -> Reference {
    let found = try references(typed)
    guard found.count == 1 else { throw ambiguous(typed, found) }
    return found[0]
  }

  /// The duties or requirements that an id may name, at least one: several if it is bare and
  /// several checklists have it.
  private func references(_ typed: String) throws(CommandError) -> [Reference] {
    let id = Identifier.folded(typed)
    if id.contains("/") {
      guard let reference = Reference(id), exists(reference) else { throw unknown(typed, id) }
      return [reference]
    }
    if isRecording, opened.workspace.hasUnreadableChecklist {
      if let problem = opened.workspace.problem(ofChecklist: id) {
        throw .brokenChecklist(id, problem)
      }
      throw .unreadableChecklists(opened.workspace.unreadableChecklists)
    }
    let found = checklistIDs.compactMap { checklist in
      Reference(checklist: checklist, item: id).flatMap { exists($0) ? $0 : nil }
    }
    guard !found.isEmpty else { throw unknown(typed, id) }
    return found
  }

  /// The number of the duty that an id names; a letter is allowed and ignored.
  func item(_ typed: String) throws(CommandError) -> Int {
    let reference = try reference(typed)
    guard let item = register.item(reference) else { throw unknown(typed, typed) }
    return item
  }

  /// The numbers of the requirements that an id names: one, or all of a duty.
  func obligations(_ typed: String) throws(CommandError) -> [Int] {
    obligations(of: try reference(typed))
  }

  private func obligations(of reference: Reference) -> [Int] {
    if reference.requirement != nil {
      return register.obligation(reference).map { [$0] } ?? []
    }
    return register.item(reference).map { register.items[$0].obligations } ?? []
  }

  /// The number of the one requirement that an id names.
  ///
  /// - Parameters:
  ///   - typed: The id.
  ///   - acceptsAll: Whether `--all` was given, so that every requirement of a duty is meant.
  /// - Returns: The numbers; more than one only if all are meant.
  /// - Throws: An error that lists the requirements if there are several and none is named.
  func requirements(_ typed: String, acceptsAll: Bool) throws(CommandError) -> [Int] {
    let found = try references(typed)
    guard found.count == 1 else { throw ambiguous(typed, found, namesRequirements: !acceptsAll) }
    let numbers = obligations(of: found[0])
    guard numbers.count > 1, !acceptsAll else { return numbers }
    throw .severalRequirements(
      typed,
      duty: found[0].whole.description,
      candidates: numbers.map { candidate($0) }
    )
  }

  private var checklistIDs: [String] { register.checklists.ids }

  private func exists(_ reference: Reference) -> Bool {
    reference.requirement == nil
      ? register.item(reference) != nil : register.obligation(reference) != nil
  }

  /// The error for a bare id that several checklists have.
  ///
  /// - Parameters:
  ///   - typed: The id.
  ///   - found: What it may name.
  ///   - namesRequirements: Whether a duty with several requirements would be refused too, so that
  ///     these are the candidates.
  /// - Returns: The error, with a whole command line for each candidate.
  private func ambiguous(
    _ typed: String,
    _ found: [Reference],
    namesRequirements: Bool = false
  ) -> CommandError {
    var several: [(duty: String, count: Int)] = []
    var candidates: [CommandError.Candidate] = []
    for reference in found {
      let numbers = obligations(of: reference)
      if namesRequirements, numbers.count > 1 {
        several.append((reference.description, numbers.count))
        candidates += numbers.map { candidate($0, for: typed) }
      } else {
        candidates.append(candidate(reference, for: typed))
      }
    }
    return .ambiguous(typed, places: found.count, several: several, candidates: candidates)
  }

  private func candidate(_ reference: Reference, for typed: String) -> CommandError.Candidate {
    let title = register.item(reference).map { register.items[$0].duty.title } ?? ""
    let name = reference.description
    return CommandError.Candidate(name: name, title: title, command: command(typed, name))
  }

  /// A requirement that may have been meant by an id, if that is to be replaced.
  private func candidate(_ number: Int, for typed: String? = nil) -> CommandError.Candidate {
    let obligation = register.obligations[number]
    let status = register.status(ofObligation: number)
    let name = opened.names.shortest(obligation.reference)
    return CommandError.Candidate(
      name: name,
      title: obligation.requirement.title,
      count: status.currents.isEmpty ? "" : "\(status.done)/\(status.owed)",
      command: typed.flatMap { command($0, name) }
    )
  }

  /// What was typed, with a name in place of an id.
  private func command(_ typed: String, _ name: String) -> String? {
    if let option { return line?.replacing(typed, of: option, by: name) }
    return line?.replacing(argument: typed + suffix, by: [name + suffix])
  }

  /// The error for the name of an occurrence where a duty or requirement is wanted.
  private func occurrence(_ typed: String, _ found: [Reference]) -> CommandError {
    .refused(
      .usage,
      code: "an-occurrence",
      Message(
        en: "\(quoted: typed) names an occurrence, and here a duty is to be named",
        zh: "\(quoted: typed)是一期的名称，这里应写职责"
      ),
      advice: [Message(en: "Name the duty:", zh: "请写职责：")]
        + found.map { reference in
          let name = opened.names.shortest(reference)
          let command = command(typed, name) ?? name
          return Message(en: "  \(command: command)", zh: "  \(command: command)")
        }
    )
  }

  /// The error for the id of a tier or a section, which is none of a duty.
  private func level(_ id: String, in checklistID: String?) -> CommandError? {
    // Of several editions the one in effect comes first.
    let editions = register.checklists.filter { $0.id == checklistID ?? $0.id }
    let current = editions.filter { $0.effective.contains(register.today) }
    for checklist in current + editions {
      for tier in checklist.tiers {
        let isTier = tier.id == id
        let sections = isTier ? tier.sections : tier.sections.filter { $0.id == id }
        guard isTier || !sections.isEmpty else { continue }
        let title = isTier ? tier.title : sections[0].title
        let line = "duty list --checklist \(checklist.id) --\(isTier ? "tier" : "section") \(id)"
        let duties = IDRanges.text(sections.flatMap { $0.duties.map(\.id) })
        return .refused(
          .noInput,
          code: "not-a-duty",
          isTier
            ? Message(
              en: "\(quoted: id) is a tier of \(checklist.id) (\(title)), not a duty",
              zh: "\(quoted: id)是 \(checklist.id) 的责任主体（\(title)），不是职责"
            )
            : Message(
              en: "\(quoted: id) is a section of \(checklist.id) (\(title)), not a duty",
              zh: "\(quoted: id)是 \(checklist.id) 的一个部分（\(title)），不是职责"
            ),
          advice: [
            duties.isEmpty
              ? Message(en: "It has no duties.", zh: "其中没有职责。")
              : Message(
                en: "Name its duties, \(duties): \(command: line)",
                zh: "请写其中的职责 \(duties)：\(command: line)"
              )
          ]
        )
      }
    }
    return nil
  }

  /// The error for an id that nothing has: what is near, and what there is.
  private func unknown(_ typed: String, _ id: String) -> CommandError {
    if let place = TypedTarget.separator(in: id),
      let found = try? references(String(id[..<place])), !found.isEmpty
    {
      return occurrence(typed, found)
    }
    let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
    let isFull = parts.count == 2
    if let last = parts.last, let level = level(last, in: isFull ? parts[0] : nil) {
      return level
    }
    if isFull, !checklistIDs.contains(parts[0]) {
      return .unknownChecklist(parts[0], in: opened.workspace)
    }
    let items = register.items.filter { !isFull || register.checklist(of: $0).id == parts[0] }
    let known = Set(
      items.map { isFull ? $0.duty.id : opened.names.shortest(register.reference(of: $0)) }
    )
    let word = isFull ? parts[1] : id
    let nearest = known.sorted().nearest(to: word, limit: 3)
    let letters = word.prefix { !("0"..."9").contains($0) }
    let checklist = isFull ? parts[0] : checklistIDs.count == 1 ? checklistIDs[0] : nil
    let ranges = checklist.map { checklist in
      IDRanges.text(
        items.filter { register.checklist(of: $0).id == checklist }.map(\.duty.id)
          .filter { $0.prefix { !("0"..."9").contains($0) } == letters }
      )
    }
    return .noDuty(
      typed,
      nearest: nearest,
      known: ranges.flatMap { text in
        text.isEmpty
          ? nil : CommandError.KnownIDs(checklist: checklist ?? "", ranges: text)
      }
    )
  }
}
