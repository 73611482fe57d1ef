import DutyModel
import Testing

/// What holds of every register, whatever was recorded: tried on a thousand random years.
@Suite("Every register")
struct RegisterPropertyTests {
  /// Random years in parts, so that they are tried side by side.
  ///
  /// What is dear to try is tried on fewer of them, and each thing on others.
  static func parts(_ first: UInt64, count: UInt64) -> [Range<UInt64>] {
    let length = count / 4
    return (0..<4).map { first + $0 * length..<first + ($0 + 1) * length }
  }

  @Test("adds up in every group", arguments: parts(0, count: 1040))
  func addsUp(seeds: Range<UInt64>) {
    for seed in seeds {
      let register = RandomYear(seed: seed).register()
      let all = register.obligations.indices.flatMap {
        register.occurrences(of: $0, year: register.year)
      }
      let some: [Progress.Grouping] = seed % 2 == 0 ? [.checklist, .tier] : [.section, .month]
      for grouping in some + [.owner, .department] {
        let progress = register.progress(by: grouping)
        let total = progress.total.occurrences
        #expect(total.owedYear + total.waived == all.count, "seed \(seed)")
        for figures in progress.groups.map(\.figures) + [progress.total] {
          let some = figures.occurrences
          #expect(
            some.owedSoFar == some.fulfilledSoFar + some.overdue + some.dueToday,
            "seed \(seed)"
          )
          #expect(some.late <= some.fulfilledSoFar, "seed \(seed)")
          #expect(some.fulfilledSoFar <= some.fulfilledYear, "seed \(seed)")
          #expect(some.fulfilledYear <= some.owedYear, "seed \(seed)")
          #expect(figures.ongoing.recorded <= figures.ongoing.total, "seed \(seed)")
        }
        let sum = progress.groups.reduce(Figures()) { $0 + $1.figures }
        switch grouping {
        case .department:
          #expect(sum.occurrences.owedYear >= total.owedYear, "seed \(seed)")
          #expect(sum.ongoing.total >= progress.total.ongoing.total, "seed \(seed)")
          #expect((sum == progress.total) == (progress.shared == 0), "seed \(seed)")
        case .month:
          #expect(sum.occurrences == total, "seed \(seed)")
          #expect(progress.groups.count == 12, "seed \(seed)")
        case .checklist, .tier, .section, .owner:
          #expect(sum == progress.total, "seed \(seed) \(grouping)")
        }
      }
    }
  }

  @Test(
    "is the same whether all is filed at once or the last behind the others",
    arguments: parts(600, count: 600)
  )
  func filesBehind(seeds: Range<UInt64>) {
    var filed = 0
    for seed in seeds {
      var year = RandomYear(seed: seed)
      let before = year.register()
      let place = Event.Place(file: 0, line: 1, bytes: 0..<0)
      let keys = year.events.compactMap(\.key) + ["new"]
      let new = (0..<3).map { number in
        let id = year.nextID()
        let key = number == 1 ? year.pick(keys) : nil
        return Event(id: id, place: place, key: key, action: year.action(of: id))
      }
      for event in new {
        guard let register = before.filing([event]) else { continue }
        filed += 1
        let whole = year.register(events: year.events + [event])
        #expect(RegisterSnapshot(register) == RegisterSnapshot(whole), "seed \(seed) \(event)")
        #expect(register.effects.events.map(\.id) == whole.effects.events.map(\.id))
      }
    }
    #expect(filed > seeds.count / 4)
  }

  @Test("is as before when what was recorded last is taken back", arguments: parts(200, count: 320))
  func undoTakesBack(seeds: Range<UInt64>) {
    for seed in seeds {
      var year = RandomYear(seed: seed)
      let before = RegisterSnapshot(year.register())
      let place = Event.Place(file: 0, line: 1, bytes: 0..<0)
      let id = year.nextID()
      let action = year.action(of: id)
      let more =
        year.events + [
          Event(id: id, place: place, action: action),
          Event(id: year.nextID(), place: place, action: .undo(id, reason: nil)),
        ]
      #expect(RegisterSnapshot(year.register(events: more)) == before, "seed \(seed) \(action)")
    }
  }

  @Test("forgets a line that is taken back, wherever it stands", arguments: parts(0, count: 120))
  func undoForgets(seeds: Range<UInt64>) {
    for seed in seeds {
      var year = RandomYear(seed: seed)
      let targeted = Set(
        year.events.compactMap { if case .undo(let id, _) = $0.action { id.line } else { nil } }
      )
      let free = year.events.filter { !targeted.contains($0.id.line) }
      guard !free.isEmpty else { continue }
      let line = year.pick(free).id.line
      let without = year.events.filter { $0.id.line != line }
      let undo = Event(
        id: year.nextID(),
        place: Event.Place(file: 0, line: 1, bytes: 0..<0),
        action: .undo(line, reason: nil)
      )
      let undone = year.register(events: year.events + [undo])
      #expect(
        RegisterSnapshot(undone) == RegisterSnapshot(year.register(events: without)),
        "seed \(seed) \(line)"
      )
      #expect(undone.effects.undo(of: line) == undo.id)
      #expect(!undone.effects.holds(line))
      // And taking the undo back brings everything again.
      let redo = Event(id: year.nextID(), place: undo.place, action: .undo(undo.id, reason: nil))
      let redone = year.register(events: year.events + [undo, redo])
      #expect(RegisterSnapshot(redone) == RegisterSnapshot(year.register()), "seed \(seed)")
    }
  }

  @Test("never unmakes by time alone what is fulfilled", arguments: parts(500, count: 520))
  func timeUnmakesNothing(seeds: Range<UInt64>) {
    struct Key: Hashable {
      let obligation: Int
      let period: Period
      let seat: String?
    }
    for seed in seeds {
      var year = RandomYear(seed: seed)
      let other = year.day()
      let earlier = year.register(on: min(year.today, other))
      let later = year.register(on: max(year.today, other))
      #expect(Set(earlier.unmatched) == Set(later.unmatched), "seed \(seed)")
      #expect(earlier.obligations.map(\.reference) == later.obligations.map(\.reference))
      for number in earlier.obligations.indices {
        for each in earlier.year - 1...earlier.year + 1 {
          let past = earlier.occurrences(of: number, year: each)
          let now = later.occurrences(of: number, year: each)
          let keys = now.map { Key(obligation: number, period: $0.period, seat: $0.seat) }
          #expect(keys == past.map { Key(obligation: number, period: $0.period, seat: $0.seat) })
          #expect(Set(keys).count == keys.count, "seed \(seed)")
          for (old, new) in zip(past, now) {
            #expect(old.done <= new.done, "seed \(seed)")
            if old.state == .done { #expect(new.state == .done, "seed \(seed)") }
            #expect((old.state == .waived) == (new.state == .waived), "seed \(seed)")
            if let day = old.fulfilledOn { #expect(new.fulfilledOn == day, "seed \(seed)") }
          }
        }
      }
    }
  }

  @Test("lists the same occurrences everywhere", arguments: parts(100, count: 100))
  func listsAgree(seeds: Range<UInt64>) throws {
    for seed in seeds {
      let register = RandomYear(seed: seed).register()
      let today = register.today
      let overdue = register.overdue()
      for occurrence in overdue {
        #expect(occurrence.state == .overdue && occurrence.due < today, "seed \(seed)")
        #expect(occurrence.missing > 0, "seed \(seed)")
        try expectToFind(occurrence, register, seed)
      }
      #expect(overdue.map(\.due) == overdue.map(\.due).sorted(), "seed \(seed)")
      let last = today.adding(days: 90) ?? .last
      let due = register.due(through: last)
      for occurrence in due {
        #expect(occurrence.state.isOpen && occurrence.state != .overdue, "seed \(seed)")
        #expect((today...last).contains(occurrence.due), "seed \(seed)")
        try expectToFind(occurrence, register, seed)
      }
      for number in register.obligations.indices {
        // What is due is complete: whatever is open and due in these days is there.
        for year in today.year...last.year {
          for occurrence in register.occurrences(of: number, year: year)
          where occurrence.state.isOpen && (today...last).contains(occurrence.due) {
            #expect(
              due.contains {
                $0.obligation == number && $0.period == occurrence.period
                  && $0.seat == occurrence.seat
              },
              "seed \(seed)"
            )
          }
        }
        let status = register.status(ofObligation: number)
        let seats = status.currents.map(\.seat)
        #expect(Set(seats).count == seats.count, "seed \(seed)")
        for occurrence in status.currents { try expectToFind(occurrence, register, seed) }
        // Whoever is in the list of what is overdue is overdue as a state.
        let late = Set(overdue.lazy.filter { $0.obligation == number }.map(\.seat))
        let states = Set(status.currents.lazy.filter { $0.state == .overdue }.map(\.seat))
        #expect(late.isSubset(of: states), "seed \(seed) \(register.obligations[number].reference)")
      }
    }
  }

  @Test("tells of persons what is theirs", arguments: parts(100, count: 100))
  func personsHaveTheirOwn(seeds: Range<UInt64>) throws {
    for seed in seeds {
      let register = RandomYear(seed: seed).register()
      let overdue = register.overdue()
      let groups = register.progress(by: .owner).groups
      for group in groups where !group.key.isEmpty {
        let people = People(owners: [group.key], departments: [])
        let own = register.progress(by: .owner, for: people)
        #expect(own.total == group.figures, "seed \(seed) \(group.key)")
        #expect(own.groups.map(\.key) == [group.key], "seed \(seed)")
        for item in register.items.indices {
          let numbers = Set(register.items[item].obligations)
          let missed = overdue.filter { numbers.contains($0.obligation) && $0.owner == group.key }
          let status = register.status(of: item, for: [group.key])
          #expect(missed.isEmpty || status?.state == .overdue, "seed \(seed) \(group.key)")
          let shown = register.status(of: item).currents
          for current in status?.currents ?? [] {
            #expect(current.owner == group.key, "seed \(seed)")
            // What is overdue outside the window is shown where nothing else is left.
            #expect(
              current.state != .overdue
                || (missed + shown).contains {
                  $0.obligation == current.obligation && $0.period == current.period
                    && $0.seat == current.seat
                },
              "seed \(seed) \(group.key)"
            )
          }
        }
      }
    }
  }

  /// Expects that an occurrence is the one found under its label and person.
  private func expectToFind(_ occurrence: Occurrence, _ register: Register, _ seed: UInt64) throws {
    let sameLabel = register.occurrences(of: occurrence.obligation, year: occurrence.year)
      .filter { $0.period == occurrence.period && $0.seat == occurrence.seat }
    #expect(sameLabel.count == 1, "seed \(seed)")
    let found = try #require(sameLabel.first)
    #expect(found.state == occurrence.state && found.due == occurrence.due, "seed \(seed)")
    #expect(found.done == occurrence.done && found.events == occurrence.events, "seed \(seed)")
    #expect(found.owner == occurrence.owner, "seed \(seed)")
  }

  @Test("bears the ends of the calendar and absurd rules")
  func bearsExtremes() {
    for seed in [UInt64(7), 36, 65, 94, 3, 4] {
      let year = RandomYear(seed: seed)
      for today in [Day.first, .last, .first.dayAfter, .last.dayBefore] {
        for named in [nil, 1, 9999, 0, 10_000, Int.max, Int.min] {
          var rules = Rules()
          rules.dueSoonDays = seed % 2 == 0 ? .max : .min
          rules.silentDays = seed % 3 == 0 ? .max : .min
          let register = Register(
            checklists: year.checklists,
            events: year.events,
            rules: rules,
            today: today,
            year: named
          )
          let states = register.items.indices.map { register.status(of: $0).state }
          #expect(states.count == register.items.count)
          for occurrence in register.overdue() { #expect(occurrence.due < today) }
          let last = today.adding(days: 400) ?? .last
          for occurrence in register.due(through: last) { #expect(occurrence.due >= today) }
          for grouping in Progress.Grouping.allCases {
            let total = register.progress(by: grouping).total.occurrences
            #expect(total.owedSoFar <= total.owedYear)
          }
        }
      }
    }
  }
}
