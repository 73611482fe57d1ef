import Bytes
import DutyModel
package import TerminalText

extension DutyList {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    screenBytes(in: language, for: terminal).separateLines
  }

  package func screenBytes(in language: Language, for terminal: Terminal) -> [UInt8] {
    if chosen.isEmpty {
      return emptyAnswer.flatMap { $0.prose(in: language).lines(for: terminal) }.joinedLines
    }
    let columns = self.columns ?? Column.standard(layout, width: terminal.columns)
    var rows = DutyListRows(self, columns, in: language, for: terminal)
    switch layout {
    case .flat:
      for status in listed { rows.add(status) }
    case .folded, .grouped:
      let groups = DutyListGroups(listed, in: register)
      var next = 0
      while next < groups.groups.count {
        let item = register.items[groups.groups[next].item]
        if groups.beginsChecklist(next) {
          rows.addGap()
          rows.addLine(heading(of: register.checklist(of: item)).prose(in: language))
        }
        let tier = groups.tier(from: next)
        let count = tier.reduce(0) { $0 + $1.places.count }
        let heading = heading(of: register.tier(of: item).title, count).prose(in: language)
        if layout == .folded {
          addFolded(tier, heading, to: &rows, language)
        } else {
          addGrouped(tier, heading, to: &rows)
        }
        next = tier.endIndex
      }
    }
    var buffer = rows.written()
    if buffer.count > 0 { buffer.append(0x0A) }
    for message in lastLines(shown: rows.count) {
      buffer.append(lines: message.prose(in: language).lines(for: terminal))
    }
    return buffer.bytes()
  }

  /// Adds the rows of a tier that ask for something, and a line for the others.
  private func addFolded(
    _ tier: ArraySlice<DutyListGroups.Group>,
    _ heading: Prose,
    to rows: inout DutyListRows,
    _ language: Language
  ) {
    var folded = FoldedDuties()
    var asking: [Int] = []
    for group in tier {
      for place in group.places {
        if asks(place) {
          asking.append(place)
        } else {
          folded.add(register.items[chosen[place].item].duty.id, chosen[place].state)
        }
      }
    }
    let fold = folded.message.prose(in: language).with(role: .quiet)
    if asking.isEmpty {
      let line = heading + Prose(language.text(en: "; ", zh: "："), role: .quiet) + fold
      rows.addLine(line, indentation: Indentation(first: 2, rest: 4))
      return
    }
    rows.addLine(heading, indentation: .all(2))
    for place in asking { rows.add(chosen[place]) }
    if !fold.isEmpty { rows.addLine(fold, indentation: Indentation(first: 2, rest: 4)) }
  }

  /// Adds all the rows of a tier under the headings of its sections.
  private func addGrouped(
    _ tier: ArraySlice<DutyListGroups.Group>,
    _ heading: Prose,
    to rows: inout DutyListRows
  ) {
    rows.addLine(heading, indentation: .all(2))
    for group in tier {
      let section = register.section(of: register.items[group.item])
      if section.id != nil {
        rows.addLine(Prose(section.title, role: .quiet), indentation: .all(2))
      }
      for place in group.places { rows.add(chosen[place]) }
    }
  }

  /// Whether a duty asks for something, so that it has a row of its own; by its place among those
  /// chosen.
  private func asks(_ place: Int) -> Bool {
    switch chosen[place].state {
    case .overdue, .dueSoon, .inProgress, .pending: true
    case .ongoing: chosen[place].ongoingSilence != nil
    case .future: chosen[place].current?.year == register.year
    case .done, .waived: false
    }
  }
}

// MARK: - Headings and folded lines

extension DutyList {
  private func heading(of checklist: Checklist) -> Message {
    guard let organization = checklist.organization, !organization.isEmpty else {
      return Message(verbatim: Prose("\(checklist.id)/ \(checklist.title)", role: .heading))
    }
    return .heading(
      Message(
        en: "\(checklist.id)/ \(checklist.title) (\(organization))",
        zh: "\(checklist.id)/ \(checklist.title)（\(organization)）"
      )
    )
  }

  private func heading(of tier: String, _ count: Int) -> Message {
    // Under a limit the rows are not the whole tier.
    if listedCount < chosen.count { return Message(verbatim: Prose(tier, role: .heading)) }
    return .heading(Message(en: "\(tier)  \(count)", zh: "\(tier)  \(count)项"))
  }
}

/// What asks for nothing, by state.
private struct FoldedDuties {
  /// The ids by the ranks of their states.
  private var ids = [IDRanges](repeating: IDRanges(), count: State.allCases.count)

  mutating func add(_ id: String, _ state: State) {
    ids[state.rank].add(id)
  }

  /// The line for all of them, with ids in ranges; empty without any.
  var message: Message {
    let parts = State.allCases.filter { ids[$0.rank].count > 0 }.map { state in
      let count = ids[state.rank].count
      let text = ids[state.rank].text
      return Message(en: "\(count) \(state.word): \(text)", zh: "\(state.word)\(count)项 \(text)")
    }
    return .joined(parts, separator: Message(en: "; ", zh: "；"))
  }
}

extension Message {
  fileprivate static func heading(_ words: Message) -> Message {
    Message(en: "\(words, role: .heading)", zh: "\(words, role: .heading)")
  }
}
