import DutyModel
package import TerminalText

extension DutyList {
  package func screen(in language: Language, for terminal: Terminal) -> [String] {
    if chosen.isEmpty {
      return emptyAnswer.flatMap { $0.prose(in: language).lines(for: terminal) }
    }
    let columns = self.columns ?? Column.standard(layout, width: terminal.columns)
    var cells = DutyListCells(self, in: language)
    let rows = rows(columns, &cells, language)
    let table = TextTable(
      columns: [.mark] + columns.map { Column.text($0, in: language) },
      rows: rows.rows,
      narrowing: self.columns == nil ? Column.narrowing : Column.narrowingOfChosen
    )
    var lines = table.lines(for: terminal)
    if !lines.isEmpty { lines.append("") }
    for message in lastLines(shown: rows.shown) {
      lines += message.prose(in: language).lines(for: terminal)
    }
    return lines
  }

  /// The rows of the table, and how many duties have one.
  private func rows(
    _ columns: [Column],
    _ cells: inout DutyListCells,
    _ language: Language
  ) -> (rows: [TextTable.Row], shown: Int) {
    var rows: [TextTable.Row] = []
    var shown = 0
    func add(_ entry: Entry) {
      var row = [cells.mark(of: entry)]
      row.reserveCapacity(columns.count + 1)
      for column in columns { row.append(cells.cell(column, of: entry)) }
      rows.append(.cells(row))
      shown += 1
    }
    if layout == .flat {
      for entry in listed { add(entry) }
      return (rows, shown)
    }
    for checklist in DutyListGroups(listed, in: register).checklists {
      rows.append(.line(Prose()))
      rows.append(.line(heading(of: checklist).prose(in: language)))
      for tier in checklist.tiers {
        switch layout {
        case .folded:
          let asking = tier.entries.filter { asks($0) }
          let fold = fold(of: tier).map { $0.prose(in: language).with(role: .quiet) }
          var heading = heading(of: tier).prose(in: language)
          if asking.isEmpty, let fold {
            heading += Prose(language == .chinese ? "：" : "; ", role: .quiet)
            rows.append(.line(heading + fold, indentation: Indentation(first: 2, rest: 4)))
            continue
          }
          rows.append(.line(heading, indentation: .all(2)))
          for entry in asking { add(entry) }
          if let fold { rows.append(.line(fold, indentation: Indentation(first: 2, rest: 4))) }
        case .grouped, .flat:
          rows.append(.line(heading(of: tier).prose(in: language), indentation: .all(2)))
          for section in tier.sections {
            if section.id != nil {
              rows.append(.line(Prose(section.title, role: .quiet), indentation: .all(2)))
            }
            for entry in section.entries { add(entry) }
          }
        }
      }
    }
    // Without a header there is nothing to stand apart from.
    if shown == 0, !rows.isEmpty { rows.removeFirst() }
    return (rows, shown)
  }

  /// Whether a duty asks for something, so that it has a row of its own.
  private func asks(_ entry: Entry) -> Bool {
    switch entry.state {
    case .overdue, .dueSoon, .inProgress, .pending: true
    case .ongoing: entry.silentDays != nil
    case .future: entry.status.current?.year == register.year
    case .done, .waived: false
    }
  }
}

// MARK: - Headings and folded lines

extension DutyList {
  private func heading(of group: DutyListGroups.ChecklistGroup) -> Message {
    let checklist = group.checklist
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

  private func heading(of tier: DutyListGroups.TierGroup) -> Message {
    // Under a limit the rows are not the whole tier.
    if listedCount < chosen.count { return Message(verbatim: Prose(tier.title, role: .heading)) }
    let count = tier.entries.count
    return .heading(Message(en: "\(tier.title)  \(count)", zh: "\(tier.title)  \(count)项"))
  }

  /// The line for what asks for nothing: by state, with ids in ranges.
  private func fold(of tier: DutyListGroups.TierGroup) -> Message? {
    var parts: [Message] = []
    for state in [State.ongoing, .future, .done, .waived] {
      let ids = tier.entries.filter { $0.state == state && !asks($0) }
        .map { register.items[$0.status.item].duty.id }
      if ids.isEmpty { continue }
      let ranges = IDRanges.text(ids)
      parts.append(
        Message(
          en: "\(ids.count) \(state.word): \(ranges)",
          zh: "\(state.word)\(ids.count)项 \(ranges)"
        )
      )
    }
    return parts.isEmpty ? nil : .joined(parts, separator: Message(en: "; ", zh: "；"))
  }
}

extension Message {
  fileprivate static func heading(_ words: Message) -> Message {
    Message(en: "\(words, role: .heading)", zh: "\(words, role: .heading)")
  }
}

extension DutyList.Column {
  fileprivate static func text(
    _ column: DutyList.Column,
    in language: Language
  ) -> TextTable.Column {
    TextTable.Column(
      column.rawValue,
      header: column.header.text(in: language),
      alignment: column == .records ? .trailing : .leading
    )
  }
}
