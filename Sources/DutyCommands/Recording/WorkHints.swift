import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// What is said of a record of work, or of a signature under it, that is recorded all the same, in
/// case it was not meant so.
struct WorkHints {
  let opened: Opened
  let clock: Clock
  let draft: Draft
  var evidence = EvidenceOptions()

  /// The hints, the most likely slip first.
  var notes: [Note] {
    (quantities + [repetition, gap, distance].compactMap { $0 }).map { .hint($0) }
  }

  private var count: Int? {
    if case .done(_, _, let count) = draft.action { count } else { nil }
  }

  private var day: Day? {
    switch draft.action {
    case .done(_, let on, _), .note(_, let on), .cause(_, let on), .start(_, let on): on
    case .sign(_, let signature): signature.on
    default: nil
    }
  }

  /// A quantity such as `2次` looks like a count, and is none.
  private var quantities: [Message] {
    guard let count else { return [] }
    return evidence.quantities.compactMap { argument in
      guard argument.quantity.countsTimes, argument.quantity.thousandths != count * 1000 else {
        return nil
      }
      let typed = argument.typed
      guard let amount = argument.quantity.wholeAmount, (1...Done.mostTimes).contains(amount) else {
        return Message(
          en: "the quantity \(quoted: typed) is evidence only, this record counts \(count)",
          zh: "数量\(quoted: typed)只作佐证，这条记录计\(count)次"
        )
      }
      let option = "--count \(amount)"
      return Message(
        en: """
          the quantity \(quoted: typed) is evidence only, this record counts \(count). To count \
          \(amount), undo it and add \(command: option)
          """,
        zh: """
          数量\(quoted: typed)只作佐证，这条记录计\(count)次；要计\(amount)次，请先撤销，再加 \
          \(command: option)
          """
      )
    }
  }

  /// The same was recorded a moment ago: perhaps the line was typed twice.
  private var repetition: Message? {
    let now = UInt64(max(0, clock.now.milliseconds))
    let first = now > 60_000 ? now - 60_000 : 0
    let targets = Set(draft.action.targets)
    for event in opened.register.effects.events.reversed() {
      guard event.id.milliseconds >= first else { return nil }
      guard event.id.milliseconds <= now, Set(event.action.targets) == targets else { continue }
      switch (event.action, draft.action) {
      case (.done(_, let day, let count), .done(_, let newDay, let newCount)):
        guard day == newDay, count == newCount else { continue }
      case (.note(_, let day), .note(_, let newDay)), (.cause(_, let day), .cause(_, let newDay)),
        (.start(_, let day), .start(_, let newDay)):
        guard day == newDay else { continue }
      default: continue
      }
      let particulars = opened.workspace.journal.particulars(of: event)
      guard particulars.note == draft.note, particulars.cause == draft.cause else { continue }
      let name = event.id.shortest(among: opened.workspace.journal.events)
      return Message(
        en: "the same was recorded less than a minute ago: \(name)",
        zh: "一分钟内已有一条同样的记录 \(name)"
      )
    }
    return nil
  }

  /// Where records must lie apart, each counts once.
  private var gap: Message? {
    guard let count, count > 1 else { return nil }
    let register = opened.register
    let target = draft.action.targets.first { target in
      guard let number = register.obligation(target.to) else { return false }
      return register.obligations[number].requirement.schedule.gap != nil
    }
    guard let target else { return nil }
    let name = opened.names.shortest(target.to)
    return Message(
      en: "\(name) must lie days apart, so that a record of it counts once, not \(count) times",
      zh: "\(name) 须间隔办理，一条记录只计1次，不计\(count)次"
    )
  }

  /// A day that lies far back may be a slip.
  private var distance: Message? {
    guard let day else { return nil }
    let days = clock.now.day - day
    guard days > opened.workspace.settings.backdateDays else { return nil }
    return Message(
      en: "\(day.echoed) is \(days, "day", "days") ago",
      zh: "\(day.echoed)是\(days)天前"
    )
  }
}
