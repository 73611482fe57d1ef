import DutyModel
import TerminalText

/// The sentence about one of the things that an event is about.
struct RecordedWording {
  private let subject: RecordedEcho.Subject
  private let part: RecordedEcho.Part
  private let occasion: RecordedEcho.Occasion
  private let before: Register
  private let after: Register
  private let names: Names

  init(
    _ subject: RecordedEcho.Subject,
    _ part: RecordedEcho.Part,
    occasion: RecordedEcho.Occasion,
    before: Register,
    after: Register,
    names: Names
  ) {
    self.subject = subject
    self.part = part
    self.occasion = occasion
    self.before = before
    self.after = after
    self.names = names
  }

  private var action: Action { subject.event.action }

  /// What was understood, and how it stands now: `Recorded: s11b …, counts 1 for 2026; now 4/4, …`.
  var sentence: Message {
    let standing = standing
    return standing.isEmpty
      ? Message(en: "\(beginning)\(fact)", zh: "\(beginning)\(fact)")
      : Message(en: "\(beginning)\(fact); \(standing)", zh: "\(beginning)\(fact)；\(standing)")
  }
}

// MARK: - The beginning

extension RecordedWording {
  /// What happened to the event.
  private var beginning: Message {
    let noun = action.noun
    switch (occasion, subject.reversal) {
    case (.dryRun, nil):
      return Message(
        en: "Dry run, nothing written: \(noun.en)",
        zh: "试运行，未写入：\(noun.zh.isEmpty ? "" : "\(noun.zh)：")"
      )
    case (.dryRun, .undone?):
      return Message(
        en: "Dry run, nothing written: undo: \(noun.en)",
        zh: "试运行，未写入：撤销\(noun.zh)："
      )
    case (.dryRun, .broughtBack?):
      return Message(
        en: "Dry run, nothing written: bring back: \(noun.en)",
        zh: "试运行，未写入：恢复\(noun.zh)："
      )
    case (.duplicate(let key), _):
      return Message(
        en: "Recorded before under the key \(quoted: key), not again: \(noun.en)",
        zh: "已用键\(quoted: key)记过，不再记：\(noun.zh.isEmpty ? "" : "\(noun.zh)：")"
      )
    case (.recorded, .undone?):
      return Message(en: "Undone: \(noun.en)", zh: "已撤销\(noun.zh)：")
    case (.recorded, .broughtBack?):
      return Message(en: "Brought back: \(noun.en)", zh: "已恢复\(noun.zh)：")
    case (.recorded, nil):
      return action.verb
    }
  }
}

extension Action {
  /// What the event is, where its sentence does not say it: nothing for work done.
  fileprivate var noun: (en: String, zh: String) {
    switch self {
    case .done: ("", "")
    case .note: ("evidence: ", "佐证")
    case .cause: ("cause: ", "原因")
    case .start: ("start: ", "开始")
    case .waive: ("waiver: ", "免办")
    case .reopen: ("reopening: ", "退回")
    case .reschedule: ("new date: ", "改期")
    case .assign: ("assignment: ", "分工")
    case .sign: ("signature: ", "签字")
    case .score: ("score: ", "评分")
    case .finding: ("finding: ", "问题登记")
    case .findingUpdate: ("update of a finding: ", "问题修改")
    case .findingClose: ("closing of a finding: ", "销号")
    case .findingReopen: ("reopening of a finding: ", "问题重开")
    case .undo: ("undo: ", "撤销")
    case .unknown: ("record: ", "记录")
    }
  }

  /// The beginning of the sentence about an event that was recorded.
  fileprivate var verb: Message {
    switch self {
    case .done, .score, .unknown: Message(en: "Recorded: ", zh: "已记录：")
    case .note: Message(en: "Evidence recorded: ", zh: "已记佐证：")
    case .cause: Message(en: "Cause recorded: ", zh: "已记原因：")
    case .start: Message(en: "Started: ", zh: "已开始：")
    case .waive: Message(en: "Waived: ", zh: "已免办：")
    case .reopen: Message(en: "Reopened: ", zh: "已退回：")
    case .reschedule: Message(en: "Rescheduled: ", zh: "已改期：")
    case .assign: Message(en: "Assigned: ", zh: "已分工：")
    case .sign: Message(en: "Signed: ", zh: "已签字：")
    case .finding: Message(en: "Finding recorded: ", zh: "已登记问题：")
    case .findingUpdate: Message(en: "Finding updated: ", zh: "已修改问题：")
    case .findingClose: Message(en: "Finding closed: ", zh: "已销号：")
    case .findingReopen: Message(en: "Finding reopened: ", zh: "已重开问题：")
    case .undo: Message(en: "Undone: ", zh: "已撤销：")
    }
  }
}

// MARK: - What the event says

extension RecordedWording {
  private var fact: Message {
    switch part {
    case .target(let target): fact(of: target)
    case .reference(let reference): assignment(of: reference)
    case .whole: wholeFact
    }
  }

  /// The name and the title, and the person where each of several owes it.
  private func title(of target: Target) -> Message {
    let title =
      after.obligation(target.to).map { after.obligations[$0].requirement.title } ?? ""
    let name = named(target.to, title)
    guard let owner = target.owner else { return name }
    return Message(en: "\(name), \(owner)", zh: "\(name)，\(owner)")
  }

  private func named(_ reference: Reference, _ title: String) -> Message {
    let name = names.shortest(reference)
    return .verbatim(title.isEmpty ? name : "\(name) \(title)")
  }

  private func fact(of target: Target) -> Message {
    let title = title(of: target)
    // The label that counts; an old one may name a period that is no longer there.
    let period =
      (after.account(of: target, on: action.on)?.period ?? target.period)?.description ?? "?"
    switch action {
    case .done(_, let on, let count):
      let effect = effect(of: count, target, period)
      return Message(en: "\(title), \(on.echoed), \(effect)", zh: "\(title)，\(on.echoed)，\(effect)")
    case .note(_, let on), .cause(_, let on):
      return Message(
        en: "\(title), \(on.echoed), for \(period), does not count",
        zh: "\(title)，\(on.echoed)，属\(period)，不计次"
      )
    case .start(_, let on):
      return Message(
        en: "\(title), \(on.echoed), for \(period)",
        zh: "\(title)，\(on.echoed)，属\(period)"
      )
    case .waive(_, let reason), .reopen(_, let reason):
      return Message(
        en: "\(title), for \(period), reason: \(reason)",
        zh: "\(title)，属\(period)，原因：\(reason)"
      )
    case .reschedule(_, let due, let reason):
      let old = before.account(of: target)?.occurrence?.due
      let change =
        if let old, old != due {
          Message(
            en: "due \(due.echoed) instead of \(old.description)",
            zh: "期限由\(old.description)改为\(due.echoed)"
          )
        } else {
          Message(en: "due \(due.echoed)", zh: "期限\(due.echoed)")
        }
      return Message(
        en: "\(title), for \(period), \(change), reason: \(reason)",
        zh: "\(title)，属\(period)，\(change)，原因：\(reason)"
      )
    case .sign(_, let signOff):
      let opinion =
        signOff.opinion.map { Message(en: ": \($0)", zh: "，意见：\($0)") } ?? .empty
      return Message(
        en: """
          \(title), for \(period), \(signOff.signer), \(signOff.on.echoed), resting on \
          \(signOff.seen.count, "record", "records")\(opinion)
          """,
        zh: """
          \(title)，属\(period)，\(signOff.signer)，\(signOff.on.echoed)，依据\
          \(signOff.seen.count)条记录\(opinion)
          """
      )
    case .assign, .score, .finding, .findingUpdate, .findingClose, .findingReopen, .undo,
      .unknown:
      return title
    }
  }

  /// How often a record of work counts.
  private func effect(of count: Int, _ target: Target, _ period: String) -> Message {
    let account = after.account(of: target, on: action.on)
    guard let account, let occurrence = account.occurrence else {
      return count == 1
        ? Message(en: "for \(period)", zh: "属\(period)")
        : Message(en: "counts \(count) for \(period)", zh: "计\(count)次，属\(period)")
    }
    let gap = occurrence.requirement.schedule.gap
    guard let gap else {
      return Message(en: "counts \(count) for \(period)", zh: "计\(count)次，属\(period)")
    }
    let was = before.account(of: target, on: action.on)?.done ?? 0
    if subject.reversal == nil, occasion == .recorded || occasion == .dryRun, account.done == was,
      let on = action.on,
      let other = account.records.filter({ $0.id != subject.event.id })
        .min(by: { abs($0.on - on) < abs($1.on - on) })
    {
      let day = other.on.year == on.year ? other.on.monthAndDay : other.on.description
      let days = abs(other.on - on)
      return Message(
        en: """
          for \(period), not counted again (only \(days, "day", "days") from \(day), must be \(gap))
          """,
        zh: "属\(period)，不另计（距\(day)只有\(days)天，须间隔\(gap)天）"
      )
    }
    return Message(en: "counts 1 for \(period)", zh: "计1次，属\(period)")
  }

  private func assignment(of reference: Reference) -> Message {
    guard case .assign(_, let assignment) = action else { return .empty }
    let title =
      if reference.requirement != nil {
        after.obligation(reference).map { after.obligations[$0].requirement.title }
      } else {
        after.item(reference).map { after.items[$0].duty.title }
      }
    var parts = [named(reference, title ?? "")]
    let from = assignment.from.echoed
    if let owner = assignment.owner {
      parts.append(Message(en: "\(owner) from \(from)", zh: "\(from)起由\(owner)负责"))
    } else {
      parts.append(Message(en: "from \(from)", zh: "\(from)起"))
    }
    if let replaced = assignment.replaces {
      parts.append(Message(en: "in the place of \(replaced)", zh: "接替\(replaced)"))
    }
    if let departments = assignment.departments {
      let list = NameList.full(departments)
      parts.append(Message(en: "departments: \(list)", zh: "责任处室：\(list)"))
    }
    return .joined(parts, separator: Message(en: ", ", zh: "，"))
  }

  /// An event that is about no duty.
  private var wholeFact: Message {
    switch action {
    case .score(let section, let year, let thousandths, let reason):
      let score = Thousandths.text(thousandths)
      return Message(
        en: "\(section), \(year), \(score), reason: \(reason)",
        zh: "\(section)，\(year)年，\(score)分，原因：\(reason)"
      )
    case .finding(let finding):
      return .joined([findingName(subject.event.id, finding)] + finding.details)
    case .findingUpdate(let id, let change):
      return .joined([findingName(id), change.words])
    case .findingClose(let id, let closure):
      var parts = [findingName(id), closure.on.echoed]
      if let name = closure.confirmedBy {
        parts.append(Message(en: "confirmed by \(name)", zh: "\(name)确认"))
      }
      return .joined(parts)
    case .findingReopen(let id, let reason):
      return Message(
        en: "\(findingName(id)), reason: \(reason)",
        zh: "\(findingName(id))，原因：\(reason)"
      )
    case .undo(let id, _):
      return .verbatim(id.short)
    case .unknown(let type):
      return Message(en: "of the type \(quoted: type)", zh: "类型\(quoted: type)")
    case .done, .note, .cause, .start, .waive, .reopen, .reschedule, .assign, .sign:
      return .empty
    }
  }

  private func status(_ id: EventID) -> FindingStatus? {
    after.findings.first { $0.id == id } ?? before.findings.first { $0.id == id }
  }

  private func findingName(_ id: EventID, _ finding: Finding? = nil) -> Message {
    let title = finding?.title ?? status(id)?.finding.title ?? ""
    // Without a record there is no id yet.
    if occasion == .dryRun, finding != nil, subject.reversal == nil { return .verbatim(title) }
    let short = FindingStatus.short(id)
    return .verbatim(title.isEmpty ? short : "\(short) \(title)")
  }
}

extension Finding {
  fileprivate var details: [Message] {
    var parts: [Message] = []
    if let owner { parts.append(.verbatim(owner)) }
    if let due { parts.append(Message(en: "due \(due.echoed)", zh: "期限\(due.echoed)")) }
    return parts
  }
}

// MARK: - How it stands

extension RecordedWording {
  /// How it stands after it: `now 4/4, done, 8d late (1 more)`.
  private var standing: Message {
    switch part {
    case .target(let target):
      after.account(of: target, on: action.on).map { standing(of: $0) } ?? .empty
    case .reference:
      .empty
    case .whole:
      findingStanding
    }
  }

  private func standing(of account: Account) -> Message {
    let isFuture = occasion == .dryRun
    guard let occurrence = account.occurrence else {
      let state = account.state.word
      let count = account.recordCount
      return isFuture
        ? Message(
          en: "would be \(count, "record", "records"), \(state)",
          zh: "将有\(count)条记录，\(state)"
        )
        : Message(
          en: "now \(count, "record", "records"), \(state)",
          zh: "现有\(count)条记录，\(state)"
        )
    }
    let isUnknown = occurrence.requirement.schedule.isCountUnknown
    let figures = "\(occurrence.done)/\(occurrence.owed)\(isUnknown ? "?" : "")"
    let days: Int? =
      switch occurrence.state {
      case .overdue, .dueSoon: occurrence.due - after.today
      case .done: occurrence.late
      case .inProgress, .pending, .ongoing, .future, .waived: nil
      }
    let state = Message.stateCell(occurrence.state, days: days)
    let surplus = occurrence.done - occurrence.owed
    let more =
      occurrence.state == .done && surplus > 0
      ? Message(en: " (\(surplus) more)", zh: "（多\(surplus)次）") : Message.empty
    return isFuture
      ? Message(en: "would be \(figures), \(state)\(more)", zh: "将为\(figures)，\(state)\(more)")
      : Message(en: "now \(figures), \(state)\(more)", zh: "现为\(figures)，\(state)\(more)")
  }

  private var findingStanding: Message {
    let id: EventID? =
      switch action {
      case .finding: subject.event.id
      case .findingUpdate(let id, _), .findingClose(let id, _), .findingReopen(let id, _): id
      default: nil
      }
    guard let id else { return .empty }
    guard let status = after.findings.first(where: { $0.id == id }) else {
      return subject.reversal == nil ? .empty : Message(en: "now gone", zh: "现已不在")
    }
    let isFuture = occasion == .dryRun
    let state = status.state.word
    return isFuture
      ? Message(en: "would be \(state)", zh: "将为\(state)")
      : Message(en: "now \(state)", zh: "现为\(state)")
  }
}
