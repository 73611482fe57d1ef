import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// What a person should know who adds a duty or a requirement in the course of a year.
struct AdditionNotes {
  /// The duty or the requirement that is added.
  let reference: Reference
  /// The edition it is added to, as it is with it.
  let file: ChecklistFile
  /// The workspace before.
  let opened: Opened
  /// Whether it is only shown what would be written, so that the command can still be changed.
  let isDryRun: Bool

  /// That there are arrears at once, as everything is owed as long as its checklist holds.
  var arrears: [Note] {
    let count = overdueCount
    guard count > 0 else { return [] }
    let day = opened.register.today.description
    let before = Message(
      en: "\(count, "occurrence is", "occurrences are") overdue already",
      zh: "已有\(count)期逾期"
    )
    let option = "--from \(day)"
    let member = "\"effective\": {\"from\": \"\(day)\"}"
    return [
      .hint(
        isDryRun
          ? Message(
            en: "\(before). If it is owed from today on only: \(command: option)",
            zh: "\(before)。若从今天起才算，请加 \(command: option)"
          )
          : Message(
            en:
              "\(before). If it is owed from today on only, write \(member) into \(reference.item) in \(file.path)",
            zh: "\(before)。若从今天起才算，请在 \(file.path) 的 \(reference.item) 里写 \(member)"
          )
      )
    ]
  }

  /// That editions which begin later do not have it.
  var laterEditions: [Note] {
    guard let checklist = file.checklist else { return [] }
    return opened.workspace.files.compactMap { other in
      guard let later = other.checklist, later.id == checklist.id,
        let start = later.effective.from, start > checklist.effective.from ?? .first,
        !later.has(reference)
      else { return nil }
      return .hint(
        Message(
          en:
            "\(other.path), in effect from \(start.description), does not have it: copy \(reference.item) there too, with its id",
          zh: "\(start.description)起生效的 \(other.path) 里没有这一项：请把 \(reference.item) 连同编号也抄过去"
        )
      )
    }
  }

  /// How many times it is overdue as it is added; what is owed on one date is meant to be.
  private var overdueCount: Int {
    let register = Register(
      checklists: opened.workspace.files.compactMap {
        $0.path == file.path ? file.checklist : $0.checklist
      },
      events: opened.workspace.journal.events,
      rules: opened.workspace.settings.rules,
      today: opened.register.today
    )
    guard let item = register.item(reference.whole) else { return 0 }
    let numbers =
      reference.requirement == nil
      ? register.items[item].obligations : register.obligation(reference).map { [$0] } ?? []
    return numbers.reduce(0) { count, number in
      if case .once = register.obligations[number].requirement.schedule { return count }
      return count + register.overdue(number).count
    }
  }
}

extension Checklist {
  /// Whether a duty, or a requirement of it, is in the checklist.
  fileprivate func has(_ reference: Reference) -> Bool {
    tiers.contains { tier in
      tier.sections.contains { section in
        section.duties.contains { duty in
          duty.id == reference.duty
            && (reference.requirement == nil
              || duty.requirements.contains { $0.id == reference.requirement })
        }
      }
    }
  }
}
