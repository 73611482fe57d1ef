internal import DutyModel

// By when a duty is to be done, as an annotation says it.

extension DutyBuilder {
  /// The time that an annotation states.
  struct StatedTime {
    let schedule: Schedule
    /// Whether the schedule is all that the words say.
    let isWhole: Bool
    let annotation: OutlineNode.Annotation
  }

  /// Words that stay in the text of a duty.
  struct KeptWords {
    /// The name of their column, where the label does not stand with them.
    let label: [Unicode.Scalar]
    let words: Reading
    /// Whether other duties have the same words.
    let isShared: Bool
  }

  /// Reads the time of an annotation; `false` if a schedule does not say all of its words.
  mutating func readTime(
    _ value: Reading,
    _ annotation: OutlineNode.Annotation,
    _ time: inout StatedTime?
  ) -> Bool {
    // A mark in an empty cell is no word.
    if value.scalars.allSatisfy({ "/\\-—–无".unicodeScalars.contains($0) }) { return true }
    let label = annotation.label.name
    guard let (schedule, isWhole) = AnnotationTime.schedule(of: value, year: year) else {
      if let word = TimeWords.reaction(in: value, value.indices) {
        note(annotation, .reactionTime(word: word), .ask)
      } else if let word = ClauseReader.limit(in: value) {
        note(annotation, .upperLimit(word: word), .ask)
      } else {
        note(annotation, .unreadableTime(label: label), .ask)
      }
      return false
    }
    guard time == nil else {
      note(annotation, .unreadableTime(label: label), .ask)
      return false
    }
    time = StatedTime(schedule: schedule, isWhole: isWhole, annotation: annotation)
    return isWhole
  }

  /// Says what had to be decided about the time of an annotation, or nothing if the text says it; if
  /// the text says a part of it, the schedule that is used is what both say.
  mutating func note(_ time: StatedTime, used: Schedule? = nil, isSaid: Bool = false) {
    let value = DutyBuilder.trimmed(time.annotation.value)
    let schedule = used ?? time.schedule
    if !time.isWhole {
      note(time.annotation, .timeInPart(schedule), .ask)
    } else if isSaid {
      return
    } else if schedule.isUnknown {
      note(time.annotation, .masked(schedule), .fillIn)
    } else if used != nil || isYearAssumed(value, schedule) {
      note(time.annotation, .schedule(schedule), .ask)
    }
  }

  /// Whether a date is one of the list's year, or of every year, only because it names none.
  private func isYearAssumed(_ value: Reading, _ schedule: Schedule) -> Bool {
    guard schedule.isDated, !schedule.isCounted, !value.contains("每"),
      !AnnotationTime.statesYear(value)
    else { return false }
    return !value.contains("年") || year == nil && !value.contains("全年")
  }

  // MARK: Words

  /// Sets the words of an annotation apart from the text.
  mutating func use(_ annotation: OutlineNode.Annotation) {
    guard !annotation.isShared else { return }
    for reading in [annotation.head, annotation.value] {
      annotationRanges += reading.stretches(in: document)
    }
  }

  /// Keeps the words of an annotation in the text, on a line of their own with their label.
  mutating func keep(_ annotation: OutlineNode.Annotation) {
    let head = annotation.head
    let value = annotation.value
    var start = head.index(of: Word(annotation.label.name)) ?? head.count
    if start > 0, start < head.count, head[start - 1] == "【" { start -= 1 }
    let end = DutyBuilder.trimmed(value).count
    var words = head.from(start)
    words.append(value[0..<end])
    let label = start < head.count ? "" : annotation.label.name + "："
    kept.append(
      KeptWords(
        label: Array(label.unicodeScalars),
        words: words,
        isShared: annotation.isShared
      )
    )
    guard !annotation.isShared else { return }
    for rest in [head[0..<start], value.from(end)] {
      annotationRanges += rest.stretches(in: document)
    }
  }
}
