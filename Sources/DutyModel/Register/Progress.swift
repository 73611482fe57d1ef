/// How far a group of duties is: two honest figures that are never mixed.
package struct Figures: Hashable, Sendable {
  /// What is owed a number of times or by a day.
  package struct Occurrences: Hashable, Sendable {
    /// Due by the day looked at and not waived: fulfilled, overdue, or due that very day.
    package var owedSoFar = 0
    package var fulfilledSoFar = 0
    /// Of those fulfilled so far, the ones fulfilled after their due day.
    package var late = 0
    package var overdue = 0
    /// Due on the day looked at and not yet fulfilled.
    package var dueToday = 0
    package var waived = 0
    /// All of the year that are not waived, and those fulfilled, early ones included.
    package var owedYear = 0
    package var fulfilledYear = 0
  }

  /// What has no due day.
  package struct Ongoing: Hashable, Sendable {
    package var total = 0
    /// With at least one record in the year.
    package var recorded = 0
    package var silent = 0
  }

  package var occurrences = Occurrences()
  package var ongoing = Ongoing()

  package init() {}
}

extension Figures {
  /// Counts an occurrence of the year.
  package mutating func count(_ occurrence: Occurrence, on today: Day) {
    guard occurrence.state != .waived else {
      occurrences.waived += 1
      return
    }
    let isDone = occurrence.state == .done
    occurrences.owedYear += 1
    if isDone { occurrences.fulfilledYear += 1 }
    guard occurrence.due <= today else { return }
    occurrences.owedSoFar += 1
    if isDone {
      occurrences.fulfilledSoFar += 1
      if occurrence.late != nil { occurrences.late += 1 }
    } else if occurrence.due < today {
      occurrences.overdue += 1
    } else {
      occurrences.dueToday += 1
    }
  }

  /// Counts what is recorded for a requirement without due days.
  package mutating func count(_ standing: Standing) {
    guard Figures.counts(standing) else { return }
    ongoing.total += 1
    if standing.records > 0 { ongoing.recorded += 1 }
    if standing.silentDays != nil { ongoing.silent += 1 }
  }

  /// Whether a requirement without due days stands in the figures: in effect and not waived.
  fileprivate static func counts(_ standing: Standing) -> Bool {
    standing.isInEffect && standing.waivedFor == nil
  }

  package static func + (left: Figures, right: Figures) -> Figures {
    var sum = left
    sum.occurrences.owedSoFar += right.occurrences.owedSoFar
    sum.occurrences.fulfilledSoFar += right.occurrences.fulfilledSoFar
    sum.occurrences.late += right.occurrences.late
    sum.occurrences.overdue += right.occurrences.overdue
    sum.occurrences.dueToday += right.occurrences.dueToday
    sum.occurrences.waived += right.occurrences.waived
    sum.occurrences.owedYear += right.occurrences.owedYear
    sum.occurrences.fulfilledYear += right.occurrences.fulfilledYear
    sum.ongoing.total += right.ongoing.total
    sum.ongoing.recorded += right.ongoing.recorded
    sum.ongoing.silent += right.ongoing.silent
    return sum
  }
}

/// Figures by groups.
package struct Progress: Sendable {
  /// What the groups are.
  package enum Grouping: String, CaseIterable, Sendable {
    case checklist
    case tier
    case section
    case owner
    case department
    case month
  }

  package struct Group: Sendable {
    /// What identifies the group: a name, an id, a month such as `2026-07`.
    package let key: String
    /// What people read: a title, a name.
    package let label: String
    package var figures: Figures
  }

  package let grouping: Grouping
  package let year: Int
  /// The groups in the order in which they are met; months in the order of the calendar.
  package internal(set) var groups: [Group]
  package internal(set) var total: Figures
  /// How many occurrences and requirements stand in more than one group, so that the groups add
  /// up to more than the total.
  package internal(set) var shared: Int
}

extension Register {
  /// The figures of the year, by groups.
  ///
  /// - Parameters:
  ///   - grouping: What the groups are.
  ///   - wanted: The numbers of the duties that count; all if `nil`.
  ///   - people: Whose occurrences count, of those of the duties.
  /// - Returns: The groups and the total over every occurrence once.
  package func progress(
    by grouping: Progress.Grouping,
    of wanted: [Int]? = nil,
    for people: People = .everybody
  ) -> Progress {
    var progress = Progress(grouping: grouping, year: year, groups: [], total: Figures(), shared: 0)
    var places = Progress.Places()
    if grouping == .month {
      for month in 1...12 {
        let key = Period.month(year, month).description
        _ = places.place(of: key, key, in: &progress.groups)
      }
    }
    for number in wanted ?? Array(items.indices) {
      let item = items[number]
      for obligation in item.numbers + item.otherObligations {
        for occurrence in occurrences(of: obligation, year: year)
        where people.includes(occurrence.owner, occurrence.departments) {
          progress.total.count(occurrence, on: today)
          if grouping == .month {
            // All of the year's, and so of its months, which stand first.
            let month = occurrence.originalDue.month - 1
            progress.groups[month].figures.count(occurrence, on: today)
            continue
          }
          places.find(item, occurrence.owner, occurrence.departments, self, &progress)
          for place in places.found {
            progress.groups[place].figures.count(occurrence, on: today)
          }
        }
      }
      for obligation in item.numbers where item.isInEffect {
        guard !obligations[obligation].requirement.schedule.isDated else { continue }
        let status = status(ofObligation: obligation)
        for standing in status.standings where Figures.counts(standing) {
          let owner = standing.owner ?? status.owner
          guard people.includes(owner, status.departments) else { continue }
          progress.total.count(standing)
          if grouping == .month { continue }
          places.find(item, owner, status.departments, self, &progress)
          for place in places.found { progress.groups[place].figures.count(standing) }
        }
      }
    }
    return progress
  }

  /// The groups something belongs to; a month is no group of this kind.
  fileprivate func keys(
    _ grouping: Progress.Grouping,
    _ item: Item,
    _ owner: String?,
    _ departments: [String]
  ) -> [(key: String, label: String)] {
    let checklist = checklists[item.edition]
    switch grouping {
    case .checklist:
      return [(checklist.id, checklist.title)]
    case .tier:
      let tier = tier(of: item)
      return [("\(checklist.id)/\(tier.id)", tier.title)]
    case .section:
      let section = section(of: item)
      let tier = tier(of: item)
      return [
        ("\(checklist.id)/\(section.id ?? tier.id)", section.id == nil ? tier.title : section.title)
      ]
    case .owner:
      return [(owner ?? "", owner ?? "")]
    case .department:
      return departments.isEmpty ? [("", "")] : departments.map { ($0, $0) }
    case .month:
      return []
    }
  }
}

extension Progress {
  /// The places of the groups in their list.
  fileprivate struct Places {
    private var places: [String: Int] = [:]

    /// The groups found last, and what for.
    private(set) var found: [Int] = []
    private var item: (edition: Int, tier: Int, section: Int)?
    private var owner: String?
    private var departments: [String] = []

    /// The place of a group, which is added if it is new.
    mutating func place(of key: String, _ label: String, in groups: inout [Group]) -> Int {
      if let place = places[key] { return place }
      places[key] = groups.count
      groups.append(Group(key: key, label: label, figures: Figures()))
      return groups.count - 1
    }

    /// Finds the groups something belongs to; the occurrences of a duty, which come one after the
    /// other, nearly always belong to the same.
    mutating func find(
      _ item: Register.Item,
      _ owner: String?,
      _ departments: [String],
      _ register: Register,
      _ progress: inout Progress
    ) {
      let place = (item.edition, item.tier, item.section)
      if self.item.map({ $0 != place }) ?? true || owner != self.owner
        || departments != self.departments
      {
        found.removeAll(keepingCapacity: true)
        for (key, label) in register.keys(progress.grouping, item, owner, departments) {
          found.append(self.place(of: key, label, in: &progress.groups))
        }
        (self.item, self.owner, self.departments) = (place, owner, departments)
      }
      if found.count > 1 { progress.shared += 1 }
    }
  }
}
