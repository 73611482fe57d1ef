internal import DutyModel

// What is owed by the words of a unit.

extension ClauseReader {
  mutating func emit(_ unit: Unit, _ basis: Clause.Basis) {
    if let first = unit.cycle, let last = unit.others.last {
      // 每季度、每半年各一次: one after the other.
      for cycle in [first] + unit.others {
        var part = unit
        part.cycle = cycle
        part.others = []
        part.list = first.range.lowerBound..<last.range.upperBound
        emit(part, .likely)
      }
      return
    }
    let kind = unit.cycle?.kind ?? (basis == .dateOnly ? nil : governing)
    var period = PeriodUnit.year
    if case .unit(let unit) = kind { period = unit }
    if case .unsupported(let word) = kind {
      add(unit, .unsupported(word), nil)
      return
    }
    let masked = unit.count.map { $0.number == nil } ?? false
    var count: Int? = masked ? nil : unit.count?.number ?? 1
    // 每周一、三、五各巡查1次
    if count == 1, let days = unit.cycle?.days { count = days }
    var schedule = Schedule.counted(Counted(count: count, unit: period))
    var unit = unit
    var basis = basis
    if isListOfDays(unit) {
      add(unit, .unsupported(text[unit.range].description), nil)
      return
    }
    if let dated = dated(unit, count: count, period: period) {
      schedule = dated
    } else if !unit.dates.isEmpty {
      // 每季度末月25日前: the day stays with what is to be done, and a person has to look at it.
      unit.dates = []
      basis = .inPart
    }
    if replacesLast(unit, schedule) { return }
    // 每周一, 每月初: the cycle is read, the part of it is not.
    if let cycle = unit.cycle,
      cycle.isInPart || cycle.range.count == 1 && period != .year && basis == .implied
    {
      basis = .inPart
    }
    if let date = unit.dates.first, date.isBare, basis != .dateOnly || schedule.isOnce {
      // 每月10日报送: by that day, most likely.
      basis = .likely
    } else if case .counted = schedule, basis == .stated || basis == .implied || basis == .yearly,
      unit.count?.isAbout ?? false
        || action(of: unit).contains(where: { TimeWords.saysMore(in: text, $0) })
    {
      basis = .inPart
    }
    // What the rules of schedules refuse is not forced on them.
    guard let valid = try? Schedule(schedule.description), valid == schedule else {
      add(unit, .unsupported(text[unit.range].description), nil)
      return
    }
    add(unit, basis, schedule)
  }

  /// Whether days of the month are listed, of which only the last one is a date: 5日、20日前.
  private func isListOfDays(_ unit: Unit) -> Bool {
    guard let first = unit.dates.first, case .day = first.value else { return false }
    return unit.dates.count > 1
      || first.range.lowerBound >= 2
        && "、和及".unicodeScalars.contains(text[first.range.lowerBound - 1])
        && text[first.range.lowerBound - 2] == "日"
  }

  /// 每月检查一次，每月10日前完成: the date of what the clause before says; `true` if it was put there.
  private mutating func replacesLast(_ unit: Unit, _ schedule: Schedule) -> Bool {
    guard unit.count == nil, unit.cycle != nil, let last = clauses.last,
      last.range == clauseBefore, case .counted(let before) = last.schedule, before.by == nil,
      case .counted(let counted) = schedule, counted.by != nil, counted.unit == before.unit
    else { return false }
    let words = action(of: unit).map { text[$0].description }.joined()
    guard ["完成", "前完成", "落实", "报送", "上报"].contains(words) else { return false }
    clauses[clauses.count - 1] = Clause(
      basis: last.basis,
      schedule: .counted(Counted(count: before.count, unit: before.unit, by: counted.by)),
      range: last.range.lowerBound..<unit.range.upperBound,
      action: last.action,
      reportTo: last.reportTo,
      covers: last.covers,
      unit: last.unit
    )
    return true
  }

  private func dated(_ unit: Unit, count: Int?, period: PeriodUnit) -> Schedule? {
    guard let first = unit.dates.first else { return nil }
    switch first.value {
    case .deadline(let deadline):
      return .once(deadline)
    case .day(let day):
      guard period == .month else { return nil }
      return .counted(Counted(count: count, unit: .month, by: .dayOfMonth(day)))
    case .span(let from, let by):
      return .span(from: from, by: by)
    case .point(let point):
      guard period == .year else { return nil }
      if unit.count != nil, unit.dates.count == 1 {
        return .counted(Counted(count: count, unit: .year, by: .point(point)))
      }
      var points: [YearPoint] = []
      for date in unit.dates {
        if case .point(let point) = date.value { points.append(point) }
      }
      return .yearly(points)
    }
  }

  mutating func add(
    _ unit: Unit,
    _ basis: Clause.Basis,
    _ schedule: Schedule?,
    reportTo: [Range<Int>]? = nil
  ) {
    let addressees = reportTo ?? ReportWords.addressees(in: text, unit.range)
    if !addressees.isEmpty { reportedTo = addressees }
    let isTimed = schedule != nil
    clauses.append(
      Clause(
        basis: basis,
        schedule: schedule,
        range: unit.range,
        action: isTimed ? action(of: unit) : [],
        reportTo: isTimed ? addressees : [],
        covers: isTimed ? ReportWords.coverage(in: text, unit.range) : nil,
        unit: unit.count?.unit
      )
    )
  }
}

extension Schedule {
  /// Whether it is owed once, and never again.
  fileprivate var isOnce: Bool {
    if case .once = self { true } else { false }
  }
}
