extension Schedule {
  /// Reads a schedule in English or Chinese.
  ///
  /// The canonical English form is read as it stands. In any other text width, case and spaces
  /// are folded first; it is read as Chinese if it holds a Chinese character.
  ///
  /// - Throws: ``ScheduleError``, with the place of the fault in the text as it was given.
  package init(_ text: String) throws(ScheduleError) {
    // Most schedules of a workspace are canonical: this way costs one small array.
    if let canonical = try? Schedule(canonical: text) {
      self = canonical
      return
    }
    let folded = FoldedSchedule(text)
    guard !folded.isBlank else { throw .empty }
    if folded.isChinese {
      var reader = ChineseScheduleReader(folded)
      self = try reader.schedule()
    } else {
      var reader = EnglishScheduleReader(folded)
      self = try reader.schedule()
    }
  }

  /// Reads a schedule from any kind of string, as ``init(_:)-(String)`` does.
  package init(_ text: some StringProtocol) throws(ScheduleError) {
    try self.init(String(text))
  }

  private init(canonical text: String) throws(ScheduleError) {
    guard let first = text.utf8.first, first < 0x80 else { throw .empty }
    var reader = EnglishScheduleReader(bytes: Array(text.utf8))
    self = try reader.schedule()
  }
}
