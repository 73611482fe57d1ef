import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Finds the occurrences that a command is about.
struct TargetFinder {
  let opened: Opened
  let options: TargetOptions
  /// What was named, on standard input too.
  let ids: [TypedTarget]
  /// Who records: where each of several persons owes it, the one who records is meant if nobody
  /// else is named.
  let author: Author
  /// What was typed, for advice that can be pasted.
  let line: TypedLine

  private var register: Register { opened.register }

  /// A requirement that was named.
  private struct Named {
    let number: Int
    /// By which word.
    let typed: TypedTarget
    /// The numbers of all that the word names.
    let siblings: [Int]
  }

  /// The requirements, in the order they were named.
  ///
  /// - Throws: An error about the first id that names none, or several without `--all`.
  private func named() throws(CommandError) -> [Named] {
    var named: [Named] = []
    for typed in ids {
      let resolver = Resolver(opened, line: line, suffix: typed.suffix, isRecording: true)
      let numbers = try resolver.requirements(typed.id, acceptsAll: options.isAll)
      named += numbers.map { Named(number: $0, typed: typed, siblings: numbers) }
    }
    return named
  }

  /// What work of a day is recorded for.
  func works(on day: Day) throws(CommandError) -> [Target] {
    var targets: [Target] = []
    for named in try named() { targets.append(try work(named, on: day)) }
    try refuseRepeated(targets)
    return targets
  }

  /// What decisions are recorded for: the occurrence named, else the current one.
  func decisions() throws(CommandError) -> [(target: Target, account: Account)] {
    var result: [(Target, Account)] = []
    for named in try named() {
      let target = try current(named.number, for: try period(of: named))
      result.append((target, try account(of: target)))
    }
    try refuseRepeated(result.map(\.0))
    return result
  }

  /// What decisions about every occurrence of a year are recorded for.
  func decisions(inYear year: Int) throws(CommandError) -> [(target: Target, account: Account)] {
    var result: [(Target, Account)] = []
    for named in try named() {
      let number = named.number
      if named.typed.period != nil {
        throw TargetFinder.conflict(named.typed.word, inYear: year)
      }
      let reference = register.obligations[number].reference
      var periods: [Period] = []
      for occurrence in register.occurrences(of: number, year: year)
      where !periods.contains(occurrence.period) { periods.append(occurrence.period) }
      if periods.isEmpty, register.hasPlace(for: .year(year), of: number) {
        periods = [.year(year)]
      }
      guard !periods.isEmpty else { throw nothingOwed(number, in: .year(year)) }
      for period in periods {
        let owner = try person(number, for: period, on: register.today)
        let target = Target(to: reference, period: period, owner: owner)
        result.append((target, try account(of: target)))
      }
    }
    try refuseRepeated(result.map(\.0))
    return result
  }

  /// How it stands with what a decision is about.
  private func account(of target: Target) throws(CommandError) -> Account {
    if let account = register.account(of: target) { return account }
    throw .noOccurrence(
      target.period?.description ?? "",
      opened.names.shortest(target.to),
      labels: []
    )
  }

  private func refuseRepeated(_ targets: [Target]) throws(CommandError) {
    var seen: Set<Target> = []
    for target in targets where !seen.insert(target).inserted {
      throw TargetFinder.repeated(opened.names.shortest(target.to))
    }
  }

  /// The refusal of something that is named twice: recorded twice it would count twice.
  static func repeated(_ name: String) -> CommandError {
    .refused(
      .usage,
      code: "repeated",
      Message(en: "\(quoted: name) is named twice", zh: "\(quoted: name)写了两次"),
      advice: [Message(en: "Name it once.", zh: "请只写一次。")]
    )
  }
}

// MARK: - Which occurrence

extension TargetFinder {
  private func work(_ named: Named, on day: Day) throws(CommandError) -> Target {
    let number = named.number
    let reference = register.obligations[number].reference
    if let period = try period(of: named) {
      try check(period, of: number, on: day)
      let owner = try person(number, for: period, on: day)
      return Target(to: reference, period: period, owner: owner)
    }
    let person = try person(number, for: nil, on: day)
    switch register.placement(of: number, on: day, by: person) {
    case .occurrence(let period):
      // The edition of the occurrence says whether each of several persons owes it.
      let owner = try self.person(number, for: period, on: day)
      return Target(to: reference, period: period, owner: owner)
    case .several(let periods):
      throw .severalOccurrences(
        opened.names.shortest(reference),
        reference,
        day,
        labels: periods.map(\.description),
        commands: periods.map { command(for: named, $0) }
      )
    case .nowhere:
      throw nothingOwed(number, in: .due(day))
    }
  }

  /// The occurrence that was named, if one was.
  ///
  /// - Throws: A refusal where a word without a year may mean one of this year or of last year.
  private func period(of named: Named) throws(CommandError) -> Period? {
    guard let argument = named.typed.period else { return nil }
    let possible = try named.typed.periods(on: register.today)
    let owed = possible.filter { register.hasPlace(for: $0, of: named.number) }
    guard owed.count > 1 else { return owed.first ?? possible.first }
    let labels = Message.list(quoted: owed.map(\.description), .or)
    throw .refused(
      .usage,
      code: "several-occurrences",
      Message(
        en: "\(quoted: argument.typed) may be of this year or of last year",
        zh: "\(quoted: argument.typed)可能是今年的，也可能是去年的"
      ),
      advice: [Message(en: "Write \(labels).", zh: "请写\(labels)。")]
    )
  }

  private func current(
    _ number: Int,
    for named: Period?
  ) throws(CommandError) -> Target {
    let reference = register.obligations[number].reference
    let today = register.today
    let period: Period
    if let named {
      try check(named, of: number, on: nil)
      period = named
    } else {
      let person = try person(number, for: nil, on: today)
      let currents = register.currentOccurrences(of: number)
      if let occurrence = currents.first(where: { register.concerns($0, person) }) {
        period = occurrence.period
      } else if register.hasPlace(for: .year(today.year), of: number) {
        period = .year(today.year)
      } else {
        throw nothingOwed(number, in: .due(today))
      }
    }
    let owner = try person(number, for: period, on: today)
    return Target(to: reference, period: period, owner: owner)
  }

  /// Makes sure that a requirement has the occurrence that was named.
  private func check(_ period: Period, of number: Int, on day: Day?) throws(CommandError) {
    guard !register.hasPlace(for: period, of: number, on: day) else { return }
    let year = day?.year ?? register.today.year
    var labels: [String] = []
    for occurrence in register.occurrences(of: number, year: year)
    where !labels.contains(occurrence.period.description) {
      labels.append(occurrence.period.description)
    }
    if labels.isEmpty, register.hasPlace(for: .year(year), of: number) { labels = [String(year)] }
    throw .noOccurrence(
      period.description,
      opened.names.shortest(register.obligations[number].reference),
      labels: labels
    )
  }

  /// The command line that means an occurrence of what was named, and the same of all else.
  private func command(for named: Named, _ period: Period) -> String {
    let word = named.typed.word
    let names = named.siblings.map { number in
      let name = opened.names.shortest(register.obligations[number].reference)
      return number == named.number ? "\(name)@\(period)" : name
    }
    guard let command = line.replacing(argument: word, by: names) else {
      return names.joined(separator: " ")
    }
    let isAlone = ids.count == 1 && named.siblings.count == 1
    return isAlone ? line.adding("for", period.description) : command
  }

  private static func conflict(
    _ word: String,
    inYear year: Int
  ) -> CommandError {
    .refused(
      .usage,
      code: "two-periods",
      Message(
        en: "\(quoted: word) names an occurrence, and \(command: "--year \(year)") means all",
        zh: "\(quoted: word)写明了一期，而 \(command: "--year \(year)") 指全年各期"
      ),
      advice: [Message(en: "Name one of them.", zh: "请只写其中一个。")]
    )
  }

  /// The refusal of what is not owed in a year or on a day.
  private func nothingOwed(_ number: Int, in time: Period) -> CommandError {
    let preposition = if case .due = time { "on" } else { "in" }
    let name = opened.names.shortest(register.obligations[number].reference)
    return .refused(
      .usage,
      code: "nothing-owed",
      Message(
        en: "\(name) is not owed \(preposition) \(time.description)",
        zh: "\(name) 在 \(time.description) 没有应办的"
      ),
      advice: [
        Message(
          en: "See when it is: \(command: "duty show \(name)")",
          zh: "查看何时应办：\(command: "duty show \(name)")"
        )
      ]
    )
  }
}

// MARK: - Who

extension TargetFinder {
  /// The person a record is for, where each of several owes it; `nil` where one person answers.
  private func person(
    _ number: Int,
    for period: Period?,
    on day: Day
  ) throws(CommandError) -> String? {
    let reference = register.obligations[number].reference
    var names = register.persons(of: number, on: day)
    if let period {
      let owing = register.persons(of: number, for: period)
      if owing.isEmpty { names = [] }
      for name in owing where !names.contains(name) { names.append(name) }
    }
    if names.isEmpty {
      if let owner = options.owner { try refuse(owner, number, period, on: day) }
      return nil
    }
    if let owner = options.owner {
      guard names.contains(owner) else {
        throw .notAnOwner(owner, opened.names.shortest(reference), names)
      }
      return owner
    }
    guard names.contains(author.name) else {
      throw .ownerNeeded(opened.names.shortest(reference), reference, names)
    }
    return author.name
  }

  /// Refuses to record for a person what another one answers for.
  private func refuse(
    _ name: String,
    _ number: Int,
    _ period: Period?,
    on day: Day
  ) throws(CommandError) {
    let reference = register.obligations[number].reference
    let target = Target(to: reference, period: period)
    let occurrence = period == nil ? nil : register.account(of: target, on: day)?.occurrence
    let owner = occurrence?.owner ?? register.owner(of: number, on: day)
    guard owner != name else { return }
    let id = opened.names.shortest(reference)
    throw .refused(
      .usage,
      code: "not-an-owner",
      Message(
        en: "\(id) is not owed by each of several persons, so it takes no --owner",
        zh: "\(id) 不是由几个人各自完成的，不用 --owner"
      ),
      advice: owner.map { owner in
        [
          Message(
            en: "\(owner) answers for it. Who records is said with \(command: "--as").",
            zh: "由\(owner)负责。由谁记录用 \(command: "--as") 写明。"
          )
        ]
      } ?? []
    )
  }
}

// MARK: - Waived

extension TargetFinder {
  /// Refuses to record work for what is waived.
  func refuseWaived(_ targets: [Target], on day: Day? = nil) throws(CommandError) {
    for target in targets {
      guard let account = register.account(of: target, on: day), let reason = account.waivedFor
      else { continue }
      let name = opened.names.shortest(target.to)
      let owner = target.owner.map { " --owner \($0.quotedForShell)" } ?? ""
      let line = "duty reopen \(name) --for \(account.period)\(owner) --reason"
      throw .refused(
        .usage,
        code: "waived",
        Message(
          en: "\(name) is waived for \(account.period.description): \(reason)",
          zh: "\(name) 的\(account.period.description)已免办：\(reason)"
        ),
        advice: [
          Message(
            en: "If it is owed after all, first: \(command: "\(line) <text>")",
            zh: "若仍要办，先：\(command: "\(line) <文字>")"
          )
        ]
      )
    }
  }
}
