internal import DutyModel

// What a duty asks for, by its text and by the annotation of its time.

extension DutyBuilder {
  mutating func requirements(
    of duty: ImportedDuty,
    time: StatedTime?
  ) -> [ImportedRequirement] {
    var result: [ImportedRequirement] = []
    var isOnlyEvents = true
    for paragraph in paragraphs {
      for clause in ClauseReader.clauses(in: paragraph) {
        note(clause, paragraph)
        guard let schedule = schedule(of: clause, in: paragraph) else { continue }
        if clause.basis != .event { isOnlyEvents = false }
        if let time, schedule.isDated || time.schedule.isDated, !schedule.isDue(as: time.schedule),
          clause.basis == .dateOnly
        {
          note(clause, paragraph, .disagreement(text: schedule, annotation: time.schedule), .ask)
        }
        guard result.count < DutyBuilder.most else {
          note(clause, paragraph, .unsupportedCycle(word: "…", used: nil), .ask)
          break
        }
        result.append(requirement(clause, schedule, paragraph))
      }
    }
    if let time {
      add(time, to: &result, titled: duty.title, isOnlyEvents: isOnlyEvents)
    }
    if result.isEmpty {
      result.append(
        ImportedRequirement(
          id: "",
          title: duty.title,
          schedule: .ongoing,
          origin: .unstated,
          reportTo: [],
          covers: nil,
          unit: nil,
          action: nil,
          phrase: "",
          line: duty.line
        )
      )
    }
    for index in result.indices { result[index].id = DutyBuilder.letters(index) }
    return result
  }

  /// Adds what an annotation asks for to what the text does, which is not owed twice.
  private mutating func add(
    _ time: StatedTime,
    to result: inout [ImportedRequirement],
    titled title: String,
    isOnlyEvents: Bool
  ) {
    let stated = result.indices.filter { result[$0].schedule.isCounted }
    if stated.count == 1, let only = stated.first,
      let joined = result[only].schedule.joined(with: time.schedule)
        ?? result[only].schedule.joined(withYearly: time.annotation.value)
    {
      settle(result[only].schedule, as: joined)
      note(time, used: joined, isSaid: joined == result[only].schedule && isOfList(time.schedule))
      result[only].schedule = joined
      return
    }
    if says(time.schedule, time.annotation, in: result) {
      note(
        time,
        used: isOfList(time.schedule) ? nil : result.first?.schedule,
        isSaid: isOfList(time.schedule)
      )
      return
    }
    guard time.schedule.isDated || result.isEmpty || isOnlyEvents else {
      note(time)
      return
    }
    let isTold = decisions.contains { if case .disagreement = $0.what { true } else { false } }
    if time.isWhole, !isTold, !time.schedule.isUnknown, let only = stated.first,
      !result[only].schedule.isUnknown
    {
      let text = result[only].schedule
      note(time.annotation, .disagreement(text: text, annotation: time.schedule), .ask)
    } else {
      note(time)
    }
    let value = DutyBuilder.trimmed(time.annotation.value)
    result.append(
      ImportedRequirement(
        id: "",
        title: title,
        schedule: time.schedule,
        origin: .annotation,
        reportTo: [],
        covers: nil,
        unit: nil,
        action: nil,
        phrase: document.oneLine(value.stretches(in: document)),
        line: time.annotation.line
      )
    )
  }

  /// Tells what was decided about a clause by the schedule that it has in the end; a line that says
  /// nothing else is told with the annotation.
  private mutating func settle(_ schedule: Schedule, as joined: Schedule) {
    guard schedule != joined else { return }
    decisions = decisions.compactMap { note in
      var note = note
      switch note.what {
      case .schedule(schedule): return nil
      case .once(schedule): note.what = .once(joined)
      case .yearly(schedule): note.what = .yearly(joined)
      case .inherited(schedule): note.what = .inherited(joined)
      default: break
      }
      return note
    }
  }

  /// Whether a date is of every year, or of the year that the list is of.
  private func isOfList(_ schedule: Schedule) -> Bool {
    if case .once(let deadline) = schedule { deadline.day.year == year } else { true }
  }

  /// Whether the text says already what an annotation says: the same time, in a list of one year
  /// the same month of every year, so many times in every period by the end of the year, or any
  /// number of times where the annotation says that it is all the year.
  private func says(
    _ schedule: Schedule,
    _ annotation: OutlineNode.Annotation,
    in stated: [ImportedRequirement]
  ) -> Bool {
    let yearly = AnnotationTime.schedule(of: annotation.value, year: nil)?.schedule
    let value = DutyBuilder.trimmed(annotation.value)
    let isAllYear =
      value.count <= 6 && ["全年", "年内", "年度内"].contains { value.hasPrefix($0) }
    return stated.contains { requirement in
      requirement.schedule.isDue(as: schedule)
        || yearly.map { requirement.schedule.isDue(as: $0) } ?? false
        || requirement.schedule.isCounted && isAllYear
        || requirement.schedule.isWholeYear && schedule.isYearEnd
    }
  }

  /// The schedule of a clause; a month without a cycle in a list of one year is of that year.
  func schedule(of clause: Clause, in words: Reading) -> Schedule? {
    guard clause.basis == .dateOnly, let year, case .yearly(let points) = clause.schedule,
      let point = points.first, points.count == 1,
      !words[clause.range].containsAny(["年底", "年终", "年末"])
    else { return clause.schedule }
    return AnnotationTime.schedule(.point(point), year) ?? clause.schedule
  }

  private func requirement(
    _ clause: Clause,
    _ schedule: Schedule,
    _ words: Reading
  ) -> ImportedRequirement {
    var action = Reading()
    var isFirst = true
    for part in clause.action {
      var part = part
      // The number of a sub-item is no word.
      if part.lowerBound == 0, let marker = Marker(words, at: 0) {
        part = min(marker.end, part.upperBound)..<part.upperBound
      }
      if isFirst {
        for word in DutyBuilder.fillers
        where words.has(word, at: part.lowerBound)
          && words.word(at: part.lowerBound, of: DutyBuilder.noFillers) == nil
        {
          part = min(part.lowerBound + word.count, part.upperBound)..<part.upperBound
        }
        isFirst = part.isEmpty
      }
      action.append(words[part])
    }
    let full = document.oneLine(action.stretches(in: document))
    let title = TitleWords.shortened(action, in: document)
    let phrase = document.oneLine(words.stretches(clause.range, in: document))
    return ImportedRequirement(
      id: "",
      title: title.isEmpty ? phrase : title,
      schedule: schedule,
      origin: .text,
      reportTo: clause.reportTo.map { document.oneLine(words.stretches($0, in: document)) },
      covers: clause.covers,
      unit: clause.unit,
      action: title == full ? nil : full,
      phrase: phrase,
      line: document.line(of: words.place(clause.range.lowerBound))
    )
  }

  private static let fillers = Word.list("要 应当 应 须 必须 并 还要 分别 按规定")

  /// Words that only begin as one of those does.
  private static let noFillers = Word.list(
    """
    要求 要点 要情 要事 要素 要害 要件 要案 要务 应急 应对 应用 应届 应诉 应邀 应收 应付 应知 应会 应变 须知 \
    并购 并轨 并网 并联 并案
    """
  )

  private static let most = 26 * 27

  /// The letters of the n-th requirement: a … z, aa … zz.
  private static func letters(_ index: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    if index < 26 { return String(alphabet[index]) }
    let rest = min(index - 26, 675)
    return String([alphabet[rest / 26], alphabet[rest % 26]])
  }
}
