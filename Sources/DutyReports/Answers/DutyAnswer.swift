package import DutyModel
package import StrictJSON

/// A duty with its requirements, as answers show it.
package struct DutyAnswer: Sendable {
  private let register: Register
  private let status: DutyStatus

  package init(_ status: DutyStatus, in register: Register) {
    self.status = status
    self.register = register
  }

  /// Writes the members of the duty into its object.
  ///
  /// - Parameters:
  ///   - json: The object.
  ///   - additions: Writes further members of the duty, after those of a list.
  ///   - additionsOfRequirement: Writes further members of a requirement.
  package func writeMembers(
    to json: inout JSONWriter,
    additions: (inout JSONWriter) -> Void = { _ in },
    requirement additionsOfRequirement: (inout JSONWriter, RequirementStatus) -> Void = { _, _ in }
  ) {
    let item = register.items[status.item]
    let checklist = register.checklists[item.edition].id
    json.member("id", Reference(checklist: checklist, duty: item.duty.id))
    json.member("checklist", checklist)
    json.member("number", item.duty.number)
    json.member("title", item.duty.title)
    writePlace(of: item, to: &json)
    let owners = status.owners
    let each = status.each
    json.member("owner", owners.count == 1 && each.isEmpty ? owners.first : nil)
    json.member("each", each)
    json.member("departments", status.departments)
    let figures = DutyFigures(status)
    json.member("state", figures.state)
    json.member("due", figures.due)
    json.member("done", figures.done)
    json.member("owed", figures.owed)
    json.member("late", figures.late)
    json.member("silent", figures.isSilent)
    json.array("requirements", status.requirements) { json, requirement in
      json.object { json in
        write(requirement, to: &json)
        additionsOfRequirement(&json, requirement)
      }
    }
    additions(&json)
  }

  /// Writes where the duty stands in its document.
  private func writePlace(of item: Register.Item, to json: inout JSONWriter) {
    let tier = register.checklists[item.edition].tiers[item.tier]
    json.object("tier") { json in
      json.member("id", tier.id)
      json.member("kind", tier.kind.rawValue)
      json.member("title", tier.title)
      json.member("portfolio", tier.portfolio)
    }
    if let id = tier.sections[item.section].id {
      json.object("section") { json in
        json.member("id", id)
        json.member("title", tier.sections[item.section].title)
      }
    } else {
      json.memberNull("section")
    }
  }

  private func write(_ status: RequirementStatus, to json: inout JSONWriter) {
    let requirement = status.requirement
    json.member("id", register.obligations[status.obligation].reference)
    json.member("title", requirement.title)
    json.member("schedule", requirement.schedule)
    json.member("unknown", requirement.schedule.isUnknown)
    json.member("owner", status.owner)
    json.member("each", status.each)
    json.member("departments", status.departments)
    json.member("state", status.state)
    if let current = status.current {
      json.object("current") { current.writeMembers(to: &$0, on: register.today) }
    } else {
      json.memberNull("current")
    }
    json.member("records", status.records)
    json.member("lastRecord", status.lastRecord)
    json.member("silent", status.silentDays != nil)
    json.member("reportTo", requirement.reportTo)
    json.member("signOff", requirement.signOff)
  }
}

/// How it stands with a duty in figures, as the model adds them up.
///
/// Most duties ask for one thing that is owed once at a time: theirs are read off that.
struct DutyFigures {
  let state: State
  let due: Day?
  let done: Int
  let owed: Int
  let late: Int?
  let isSilent: Bool

  init(_ status: DutyStatus) {
    guard status.requirements.count == 1, status.requirements[0].currents.count == 1 else {
      state = status.state
      due = status.due
      done = status.done
      owed = status.owed
      late = status.late
      isSilent = status.silentDays != nil
      return
    }
    let requirement = status.requirements[0]
    let current = requirement.currents[0]
    state = requirement.state
    due = current.due
    done = requirement.done
    owed = current.owed
    late = current.late
    isSilent = requirement.silentDays != nil
  }
}

extension DutyStatus {
  /// The persons who answer for the requirements, each once, in their order; where each of several
  /// owes one, all of them.
  package var owners: [String] {
    if requirements.count == 1, requirements[0].each.isEmpty {
      return requirements[0].owner.map { [$0] } ?? []
    }
    var names: [String] = []
    for requirement in requirements {
      for name in requirement.each + (requirement.owner.map { [$0] } ?? [])
      where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The persons who each owe a requirement, each once.
  package var each: [String] {
    if requirements.count == 1, requirements[0].each.count < 2 { return requirements[0].each }
    var names: [String] = []
    for requirement in requirements {
      for name in requirement.each where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The departments that answer for the requirements, each once, in their order.
  package var departments: [String] {
    if requirements.count == 1, requirements[0].departments.count < 2 {
      return requirements[0].departments
    }
    var names: [String] = []
    for requirement in requirements {
      for name in requirement.departments where !names.contains(name) { names.append(name) }
    }
    return names
  }
}
