extension Schedule {
  /// Reads a schedule in English or Chinese.
  ///
  /// The canonical English form is read as it stands. In any other text width, case and spaces
  /// are folded first; it is read as Chinese if it holds a Chinese character.
  ///
  /// - Throws: ``ScheduleError``, with the place of the fault in the text as it was given.
  package init(_ text: String) throws(ScheduleError) {
    // Every start of the program reads every schedule, and most of them are plain: they cost one
    // pass, other canonical ones a small array, and only the rest is folded.
    if let plain = Schedule(plain: text) {
      self = plain
      return
    }
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

// MARK: - Plain schedules

extension Schedule {
  /// Reads `ongoing`, `as needed` and a number of times per unit, and nothing else.
  private init?(plain text: String) {
    var count = 0
    var word = PackedWord()
    for byte in text.utf8 {
      if word.isEmpty, byte >= 0x30, byte <= 0x39 {
        guard count < 100, count > 0 || byte > 0x30 else { return nil }
        count = count * 10 + Int(byte - 0x30)
      } else {
        guard word.append(byte) else { return nil }
      }
    }
    if count == 0 {
      switch word {
      case .ongoing: self = .ongoing
      case .asNeeded: self = .asNeeded
      default: return nil
      }
    } else {
      guard count <= 366, let unit = word.unit else { return nil }
      self = .counted(Counted(count: count, unit: unit))
    }
  }
}

/// Up to 16 bytes in one number, so that comparing words is comparing numbers.
private struct PackedWord: Equatable {
  private var bytes: UInt128 = 0

  var isEmpty: Bool { bytes == 0 }

  init() {}

  /// Packs a word of at most 16 bytes.
  private init(_ word: String) {
    for byte in word.utf8 { _ = append(byte) }
  }

  /// Adds a byte; returns `false` if there is no room, or for a NUL, which would leave no trace.
  mutating func append(_ byte: UInt8) -> Bool {
    guard byte != 0, bytes >> 120 == 0 else { return false }
    bytes = bytes << 8 | UInt128(byte)
    return true
  }

  /// The unit of ` per year` and its like.
  var unit: PeriodUnit? {
    switch self {
    case .perYear: .year
    case .perMonth: .month
    case .perQuarter: .quarter
    case .perHalfYear: .halfYear
    case .perWeek: .week
    default: nil
    }
  }

  static let ongoing = PackedWord("ongoing")
  static let asNeeded = PackedWord("as needed")
  private static let perYear = PackedWord(" per year")
  private static let perMonth = PackedWord(" per month")
  private static let perQuarter = PackedWord(" per quarter")
  private static let perHalfYear = PackedWord(" per half-year")
  private static let perWeek = PackedWord(" per week")
}

extension [YearPoint] {
  /// The points in words, with a text between each two.
  ///
  /// Every list has such a schedule in one of its rows; to join an array of texts would have the
  /// conformances of the whole program looked through first.
  func list(_ separator: String, _ words: (YearPoint) -> String) -> String {
    var list = ""
    for index in indices {
      if index > 0 { list += separator }
      list += words(self[index])
    }
    return list
  }
}
