import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// What is not wrong but waits for somebody to decide it, in one entry a checklist and kind.
extension CheckFindings {
  mutating func addUnsettled() {
    for (edition, number) in workspace.readableFiles.enumerated() {
      let file = workspace.files[number]
      let items = register.items.filter { $0.edition == edition && $0.isInEffect }
      let checklist = register.checklists[edition].id
      addMasked(items, checklist, file.path)
      addWithoutCycle(items, checklist, file.path)
      addWithoutOwner(items, checklist, file.path)
    }
    addSignatures()
  }

  // MARK: - Masked values

  private mutating func addMasked(_ items: [Register.Item], _ checklist: String, _ path: String) {
    var groups: [(part: MaskedPart, ids: [String])] = []
    var full: [String] = []
    for item in items {
      for number in item.obligations {
        let obligation = register.obligations[number]
        guard let part = MaskedPart(obligation.requirement.schedule) else { continue }
        let id = names.item(obligation.reference)
        full.append(obligation.reference.description)
        if let place = groups.firstIndex(where: { $0.part == part }) {
          groups[place].ids.append(id)
        } else {
          groups.append((part, [id]))
        }
      }
    }
    let count = groups.reduce(0) { $0 + $1.ids.count }
    guard count > 0 else { return }
    add(
      ProblemList.Entry(
        .unsettled,
        CheckCode.masked.rawValue,
        path: path,
        id: checklist,
        message: Message(
          en:
            "\(count, "value", "values") to be filled in (masked as * in the source)",
          zh: "\(count)个数值待填（原文用*隐去）"
        ),
        details: .joined(
          groups.map { group in
            Message(
              en: "\(IDRanges.text(group.ids)) \(group.part.word)",
              zh: "\(IDRanges.text(group.ids)) \(group.part.word)"
            )
          },
          separator: Message(en: "; ", zh: "；")
        ),
        fix: Message(
          en: "\(command: "duty fill \(checklist)")",
          zh: "\(command: "duty fill \(checklist)")"
        ),
        values: [
          (key: "count", value: .number(count)),
          (key: "ids", value: .texts(full)),
        ]
      )
    )
  }

  // MARK: - Words without a cycle

  private mutating func addWithoutCycle(
    _ items: [Register.Item],
    _ checklist: String,
    _ path: String
  ) {
    var ids: [String] = []
    var words: [String] = []
    for item in items {
      guard let word = UnsettledWords.first(in: item.duty) else { continue }
      ids.append(item.duty.id)
      if !words.contains(word) { words.append(word) }
    }
    guard !ids.isEmpty else { return }
    // A few words show what is meant; each duty shows its own.
    let list = Message.list(words.prefix(4).map(UnsettledWords.named), .or)
    add(
      ProblemList.Entry(
        .unsettled,
        CheckCode.noCycle.rawValue,
        path: path,
        id: checklist,
        message: Message(
          en: "\(ids.count, "duty says", "duties say") \(list) without a cycle",
          zh: "\(ids.count)项职责写了\(list)，没有写明多久一次"
        ),
        details: .verbatim(IDRanges.text(ids)),
        fix: Message(
          en:
            "give them a cycle, or confirm that they have none: \(command: "duty fill \(checklist)")",
          zh: "请写明周期，或确认没有周期：\(command: "duty fill \(checklist)")"
        ),
        values: [
          (key: "count", value: .number(ids.count)),
          (key: "ids", value: .texts(ids.map { "\(checklist)/\($0)" })),
        ]
      )
    )
  }

  // MARK: - Owners

  private mutating func addWithoutOwner(
    _ items: [Register.Item],
    _ checklist: String,
    _ path: String
  ) {
    let ids = items.filter { item in
      item.obligations.contains { number in
        let status = register.status(ofObligation: number)
        return status.owner == nil && status.each.isEmpty
      }
    }
    .map(\.duty.id)
    guard !ids.isEmpty else { return }
    add(
      ProblemList.Entry(
        .unsettled,
        CheckCode.noOwner.rawValue,
        path: path,
        id: checklist,
        message: Message(
          en: "\(ids.count, "duty has", "duties have") no owner",
          zh: "\(ids.count)项职责没有责任人"
        ),
        details: .verbatim(IDRanges.text(ids)),
        fix: Message(
          en: "\(command: "duty fill \(checklist)")",
          zh: "\(command: "duty fill \(checklist)")"
        ),
        values: [
          (key: "count", value: .number(ids.count)),
          (key: "ids", value: .texts(ids.map { "\(checklist)/\($0)" })),
        ]
      )
    )
  }

  // MARK: - Signatures

  private mutating func addSignatures() {
    var unsigned: [(checklist: String, occurrences: [Occurrence])] = []
    var changed: [(checklist: String, occurrences: [Occurrence])] = []
    func enter(
      _ occurrence: Occurrence,
      _ groups: inout [(checklist: String, occurrences: [Occurrence])]
    ) {
      let checklist = occurrence.reference.checklist
      if let place = groups.firstIndex(where: { $0.checklist == checklist }) {
        groups[place].occurrences.append(occurrence)
      } else {
        groups.append((checklist, [occurrence]))
      }
    }
    let years = Set([register.windowStart.year, register.today.year]).sorted()
    for item in register.items {
      for number in item.obligations where register.obligations[number].requirement.signOff {
        let done = years.flatMap { register.occurrences(of: number, year: $0) }
          .filter { $0.state == .done }
        for occurrence in done {
          if occurrence.signatures.isEmpty {
            enter(occurrence, &unsigned)
          } else if occurrence.signatures.allSatisfy(\.isChanged) {
            enter(occurrence, &changed)
          }
        }
      }
    }
    for group in unsigned { add(signatureEntry(.unsigned, group.checklist, group.occurrences)) }
    for group in changed {
      add(signatureEntry(.changedAfterSigning, group.checklist, group.occurrences))
    }
  }

  private func signatureEntry(
    _ code: CheckCode,
    _ checklist: String,
    _ occurrences: [Occurrence]
  ) -> ProblemList.Entry {
    let count = occurrences.count
    var distinct: [Reference] = []
    for reference in occurrences.map(\.reference) where !distinct.contains(reference) {
      distinct.append(reference)
    }
    let message: Message =
      code == .unsigned
      ? Message(
        en:
          "\(checklist): \(count, "done occurrence asks", "done occurrences ask") for a signature and \(count == 1 ? "has" : "have") none",
        zh: "\(checklist)：\(count)件已完成的事项待签字"
      )
      : Message(
        en:
          "\(checklist): \(count, "occurrence was", "occurrences were") changed after the signature",
        zh: "\(checklist)：\(count)件事项签字后有变动"
      )
    return ProblemList.Entry(
      .unsettled,
      code.rawValue,
      path: nil,
      id: checklist,
      message: message,
      details: .verbatim(IDRanges.text(distinct.map { names.item($0) })),
      fix: .joined(
        signCommands(occurrences).map { line in
          Message(
            en: "\(command: "\(line) --signer <name>")",
            zh: "\(command: "\(line) --signer <姓名>")"
          )
        },
        separator: Message(en: "; ", zh: "；")
      ),
      values: [
        (key: "count", value: .number(count)),
        (key: "ids", value: .texts(distinct.map(\.description))),
      ]
    )
  }

  /// The commands that sign occurrences, without the signer: one for each period, and for each
  /// person where each of several owes it.
  ///
  /// A command of many words is no help, and many commands are none; a few at a time are.
  private func signCommands(_ occurrences: [Occurrence]) -> [String] {
    var groups: [(options: String, ids: [String])] = []
    for occurrence in occurrences {
      let owner = occurrence.isPersonal ? occurrence.owner : nil
      let options =
        "--for \(occurrence.period)" + (owner.map { " --owner \($0.quotedForShell)" } ?? "")
      let id = names.shortest(occurrence.reference)
      if let place = groups.firstIndex(where: { $0.options == options }) {
        groups[place].ids.append(id)
      } else {
        groups.append((options, [id]))
      }
    }
    return groups.prefix(4).map { group in
      "duty sign \(group.ids.prefix(4).joined(separator: " ")) \(group.options)"
    }
  }
}
