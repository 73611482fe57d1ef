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
    let tier = register.tier(of: item)
    let section = register.section(of: item)
    json.member("id", register.reference(of: item))
    json.member("checklist", register.checklist(of: item).id)
    json.member("number", item.duty.number)
    json.member("title", item.duty.title)
    json.object("tier") { json in
      json.member("id", tier.id)
      json.member("kind", tier.kind.rawValue)
      json.member("title", tier.title)
      json.member("portfolio", tier.portfolio)
    }
    if let id = section.id {
      json.object("section") { json in
        json.member("id", id)
        json.member("title", section.title)
      }
    } else {
      json.memberNull("section")
    }
    let owners = status.owners
    json.member("owner", owners.count == 1 && status.each.isEmpty ? owners.first : nil)
    json.member("each", status.each)
    json.member("departments", status.departments)
    json.member("state", status.state)
    json.member("due", status.due)
    json.member("done", status.done)
    json.member("owed", status.owed)
    json.member("late", status.late)
    json.member("silent", status.silentDays != nil)
    json.array("requirements", status.requirements) { json, requirement in
      json.object { json in
        write(requirement, to: &json)
        additionsOfRequirement(&json, requirement)
      }
    }
    additions(&json)
  }

  private func write(_ status: RequirementStatus, to json: inout JSONWriter) {
    let requirement = status.requirement
    json.member("id", register.obligations[status.obligation].reference)
    json.member("title", requirement.title)
    json.member("schedule", requirement.schedule.description)
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

extension DutyStatus {
  /// The persons who answer for the requirements, each once, in their order; where each of several
  /// owes one, all of them.
  package var owners: [String] {
    var names: [String] = []
    for requirement in requirements {
      for name in requirement.each + (requirement.owner.map { [$0] } ?? [])
      where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The persons who each owe a requirement, each once.
  package var each: [String] {
    var names: [String] = []
    for requirement in requirements {
      for name in requirement.each where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The departments that answer for the requirements, each once, in their order.
  package var departments: [String] {
    var names: [String] = []
    for requirement in requirements {
      for name in requirement.departments where !names.contains(name) { names.append(name) }
    }
    return names
  }
}
