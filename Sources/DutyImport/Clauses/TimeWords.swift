internal import DutyModel

/// The words of a text that state how often and by when.
enum TimeWords {
  /// A word for a cycle.
  struct Cycle {
    enum Kind: Equatable {
      case unit(PeriodUnit)
      /// 全年, 年内: the year of the list, but a cycle only with a count.
      case wholeYear
      case unsupported(String)
    }

    let kind: Kind
    let range: Range<Int>
    /// Whether words that belong to it say more than the kind.
    var isInPart = false
    /// How many days of the week are listed: 每周一、三、五.
    var days: Int?
  }

  /// A number of times.
  struct Count {
    /// `nil` if it is masked.
    let number: Int?
    /// Whether 至少, 不少于 or 以上 stands with it.
    let isLeast: Bool
    let unit: String
    let range: Range<Int>
    /// The words of an upper limit, of which nothing is owed: 至多1次, 不超过3次.
    var limit: String?
    /// Whether the number is not exact: 三四次.
    var isAbout = false
  }

  /// A date of the year.
  struct Date {
    enum Value: Equatable {
      case point(YearPoint)
      case day(Int)
      case deadline(Deadline)
      case span(YearPoint, YearPoint)
    }

    let value: Value
    let range: Range<Int>
    /// Whether it is 年底 or the like, which may be only an expression.
    var isYearEnd = false
    /// Whether it is a month or a quarter that begins a clause, with neither 前 nor 底.
    var isLeading = false
    /// Whether it is a day, or a third of a month, without 前.
    var isBare = false
  }
}
