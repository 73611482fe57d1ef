package import DutyModel
package import TerminalText

/// Tells in words what an event says.
package struct EventWords: Sendable {
  private let register: Register
  private let names: Names

  package init(_ register: Register, _ names: Names) {
    self.register = register
    self.names = names
  }

  /// What happened, with the names of what it happened to: `s11b done, on 07-08, counts 1`.
  ///
  /// A day of the year of recording is written without its year, which stands beside it.
  package func message(_ stored: StoredEvent) -> Message {
    let event = stored.event
    let facts = facts(of: stored)
    let subject = subject(of: event)
    let sentence =
      subject.isEmpty ? facts : Message(en: "\(subject) \(facts)", zh: "\(subject) \(facts)")
    if register.effects.undo(of: event.id) != nil {
      return Message(en: "\(sentence); undone", zh: "\(sentence)；已被撤销")
    }
    if !register.effects.holds(event.id) {
      return Message(en: "\(sentence); repeated, not counted", zh: "\(sentence)；重复，不计")
    }
    return sentence
  }

  /// What it is about.
  private func subject(of event: Event) -> Message {
    switch event.action {
    case .assign(let references, _):
      return list(references.map { .verbatim(names.shortest($0)) })
    case .score(let section, _, _, _):
      return .verbatim(section)
    case .finding, .undo, .unknown:
      return .empty
    case .findingUpdate(let id, _), .findingClose(let id, _), .findingReopen(let id, _):
      return finding(id)
    case .done(_, let on, _), .note(_, let on), .cause(_, let on), .start(_, let on):
      return list(event.action.targets.map { name(of: $0, on: on) })
    case .waive, .reopen, .reschedule, .sign:
      return list(event.action.targets.map { name(of: $0, on: nil) })
    }
  }

  private func finding(_ id: EventID) -> Message {
    Message(en: "finding \(FindingStatus.short(id))", zh: "问题 \(FindingStatus.short(id))")
  }

  /// At most six names, and how many there are.
  private func list(_ names: [Message]) -> Message {
    let shown = Message.joined(Array(names.prefix(6)), separator: .verbatim(" "))
    guard names.count > 6 else { return shown }
    return Message(en: "\(shown) +\(names.count - 6)", zh: "\(shown) 等\(names.count)项")
  }

  /// The requirement, with the label of the occurrence unless it is the year of the work.
  private func name(of target: Target, on day: Day?) -> Message {
    let label: String
    switch target.period {
    case nil: label = ""
    case .year(let year) where year == (day?.year ?? register.year): label = ""
    case .some(let period): label = "@\(period)"
    }
    let name = names.shortest(target.to) + label
    guard let owner = target.owner else { return .verbatim(name) }
    return Message(en: "\(name) (\(owner))", zh: "\(name)（\(owner)）")
  }

  // MARK: - Facts

  /// What happened, without the names of what it happened to.
  package func facts(of stored: StoredEvent) -> Message {
    let particulars = stored.particulars
    let year = stored.recordedOn?.year
    switch stored.event.action {
    case .done(_, let on, let count):
      let facts = Message(
        en: "done, on \(EventWords.text(on, in: year)), counts \(count)",
        zh: "完成，\(EventWords.text(on, in: year))，计\(count)次"
      )
      return facts.followed(by: particulars.words())
    case .note(_, let on):
      let facts = Message(
        en: "evidence, on \(EventWords.text(on, in: year))",
        zh: "佐证，\(EventWords.text(on, in: year))"
      )
      return facts.followed(by: particulars.words())
    case .cause(_, let on):
      let facts = Message(
        en: "explained, on \(EventWords.text(on, in: year))",
        zh: "说明，\(EventWords.text(on, in: year))"
      )
      return facts.followed(by: particulars.words())
    case .start(_, let on):
      let facts = Message(
        en: "begun, on \(EventWords.text(on, in: year))",
        zh: "开始办理，\(EventWords.text(on, in: year))"
      )
      return facts.followed(by: particulars.words())
    case .waive(_, let reason):
      return Message(en: "waived", zh: "免办").followed(by: reason, particulars)
    case .reopen(_, let reason):
      return Message(en: "reopened", zh: "退回重办").followed(by: reason, particulars)
    case .reschedule(_, let due, let reason):
      return Message(en: "now due \(due.description)", zh: "改为\(due.description)到期")
        .followed(by: reason, particulars)
    case .assign(let references, let assignment):
      return words(assignment, references.first, year)
    case .sign(_, let signature):
      let facts = Message(
        en: "signed by \(signature.signer), on \(EventWords.text(signature.on, in: year))",
        zh: "\(signature.signer)签字，\(EventWords.text(signature.on, in: year))"
      )
      return facts.followed(by: signature.opinion.map { .verbatim($0) } ?? .empty)
    case .score(_, let year, let thousandths, let reason):
      let points = Thousandths.text(thousandths)
      return Message(en: "score of \(year) set to \(points)", zh: "\(year)年得分定为\(points)分")
        .followed(by: reason, particulars)
    case .finding(let finding):
      return words(finding, stored.event.id)
    case .findingUpdate(_, let change):
      return Message(en: "changed", zh: "更改").followed(by: change.words)
    case .findingClose(_, let closure):
      return words(closure, year)
    case .findingReopen(_, let reason):
      return Message(en: "reopened", zh: "重新整改").followed(by: reason, particulars)
    case .undo(let id, let reason):
      return Message(en: "undid \(id.short)", zh: "撤销 \(id.short)")
        .followed(by: reason.map { .verbatim($0) } ?? .empty)
    case .unknown(let type):
      return Message(
        en: "\(quoted: type), of a later version",
        zh: "\(quoted: type)，由更新的版本记录"
      )
    }
  }

  /// The day, without its year where that is the year of recording.
  private static func text(_ day: Day, in year: Int?) -> String {
    day.year == year ? day.monthAndDay : day.description
  }

  private func words(_ assignment: Assignment, _ reference: Reference?, _ year: Int?) -> Message {
    var parts: [Message] = []
    if let owner = assignment.owner {
      if let old = assignment.replaces ?? previousOwner(reference, before: assignment.from),
        old != owner
      {
        parts.append(Message(en: "owner \(old) replaced by \(owner)", zh: "负责人：\(old)改为\(owner)"))
      } else {
        parts.append(Message(en: "owner: \(owner)", zh: "负责人：\(owner)"))
      }
    }
    if let departments = assignment.departments {
      let names = NameList.full(departments)
      parts.append(
        departments.isEmpty
          ? Message(en: "no departments", zh: "不再有责任处室")
          : Message(en: "departments: \(names)", zh: "责任处室：\(names)")
      )
    }
    let day = EventWords.text(assignment.from, in: year)
    parts.append(Message(en: "from \(day)", zh: "自\(day)起"))
    return .joined(parts)
  }

  /// Who answered before an assignment.
  private func previousOwner(_ reference: Reference?, before day: Day) -> String? {
    guard let reference, day > .first else { return nil }
    let number =
      register.obligation(reference)
      ?? register.item(reference).flatMap { register.items[$0].obligations.first }
    return number.flatMap { register.owner(of: $0, on: day.dayBefore) }
  }

  private func words(_ finding: Finding, _ id: EventID) -> Message {
    var details: [Message] = []
    if let owner = finding.owner { details.append(.verbatim(owner)) }
    if let due = finding.due {
      details.append(Message(en: "by \(due.description)", zh: "\(due.description)前"))
    }
    let name = FindingStatus.short(id)
    let facts = Message(
      en: "new finding \(name): \(finding.title)",
      zh: "新问题 \(name)：\(finding.title)"
    )
    guard !details.isEmpty else { return facts }
    let list = Message.joined(details)
    return Message(en: "\(facts) (\(list))", zh: "\(facts)（\(list)）")
  }

  private func words(_ closure: FindingClosure, _ year: Int?) -> Message {
    let day = EventWords.text(closure.on, in: year)
    var facts = Message(en: "closed, on \(day)", zh: "销号，\(day)")
    if let name = closure.confirmedBy {
      facts = Message(en: "\(facts), confirmed by \(name)", zh: "\(facts)，\(name)确认")
    }
    let words = Particulars(at: "", by: "", note: closure.note, documents: closure.documents)
    return facts.followed(by: words.words())
  }
}

extension FindingStatus {
  /// The name people use for the finding that an event recorded.
  package static func short(_ id: EventID) -> String { "f" + Identifier.folded(id.short) }
}

extension FindingChange {
  /// What was changed, every field with its name.
  package var words: Message {
    var parts: [Message] = []
    func add(_ field: Field<String>, _ name: Message) {
      switch field {
      case .unchanged: break
      case .cleared: parts.append(Message(en: "no \(name)", zh: "去掉\(name)"))
      case .set(let text): parts.append(Message(en: "\(name) \(text)", zh: "\(name) \(text)"))
      }
    }
    add(number, Message(en: "number", zh: "编号"))
    add(title, Message(en: "title", zh: "标题"))
    add(text, Message(en: "text", zh: "情况"))
    add(source, Message(en: "source", zh: "来源"))
    add(cause, Message(en: "cause", zh: "原因"))
    add(measure, Message(en: "measure", zh: "整改措施"))
    add(owner, Message(en: "owner", zh: "负责人"))
    add(departments.text { $0.joined(separator: "、") }, Message(en: "departments", zh: "责任处室"))
    add(due.text(\.description), Message(en: "due", zh: "期限"))
    add(
      about.text { $0.map(\.description).joined(separator: " ") },
      Message(en: "about", zh: "涉及")
    )
    return .joined(parts, separator: Message(en: "; ", zh: "；"))
  }
}

extension FindingChange.Field {
  fileprivate func text(_ words: (Value) -> String) -> FindingChange.Field<String> {
    switch self {
    case .unchanged: .unchanged
    case .cleared: .cleared
    case .set(let value): .set(words(value))
    }
  }
}

extension Message {
  /// The message with what it is about behind a colon, if there is anything.
  fileprivate func followed(by other: Message) -> Message {
    other.isEmpty ? self : Message(en: "\(self): \(other)", zh: "\(self)：\(other)")
  }

  fileprivate func followed(by reason: String, _ particulars: Particulars) -> Message {
    let words = particulars.words()
    guard !words.isEmpty else { return followed(by: .verbatim(reason)) }
    return followed(by: Message(en: "\(reason); \(words)", zh: "\(reason)；\(words)"))
  }
}
