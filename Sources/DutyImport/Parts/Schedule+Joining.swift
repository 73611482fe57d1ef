internal import DutyModel

// What a text and an annotation say together.

extension Schedule {
  /// Whether it is so many times in every period.
  var isCounted: Bool {
    if case .counted = self { true } else { false }
  }

  /// Whether it is so many times in every period, the last of which ends with the year.
  var isWholeYear: Bool {
    if case .counted(let counted) = self {
      counted.unit != .week && counted.by == nil
    } else {
      false
    }
  }

  /// Whether it is owed once by the end of a year.
  var isYearEnd: Bool {
    switch self {
    case .once(.year), .once(.month(_, 12)), .yearly([.month(12)]): true
    default: false
    }
  }

  /// What a text and an annotation say together; `nil` if they speak of different times.
  ///
  /// Joined are 每年一次 and 7月底前; 每年两次 and 每半年一次; 每半年一次 and 6月、12月; 每年两次 and
  /// 6月、12月; 每季度一次 and 年底前, which the last quarter says already.
  func joined(with annotation: Schedule) -> Schedule? {
    guard case .counted(let counted) = self, let count = counted.count, counted.by == nil else {
      return nil
    }
    switch annotation {
    case .yearly(let points):
      if counted.unit == .year {
        // 2次 and 6月底、12月底
        if count > 1, points.count == count, !annotation.isUnknown { return annotation }
        guard points.count == 1, let point = points.first, point != .unknown else { return nil }
        return .counted(Counted(count: count, unit: .year, by: .point(point)))
      }
      let ends: [YearPoint] =
        switch counted.unit {
        case .halfYear: [.month(6), .month(12)]
        case .quarter: [.month(3), .month(6), .month(9), .month(12)]
        default: []
        }
      return count == 1 && points == ends || annotation.isYearEnd ? self : nil
    case .once:
      return counted.unit != .year && annotation.isYearEnd ? self : nil
    case .counted(let other):
      guard other.count == 1 else { return nil }
      if other.unit == counted.unit { return with(other.by) }
      let parts: [PeriodUnit: Int] = [.halfYear: 2, .quarter: 4, .month: 12]
      return counted.unit == .year && parts[other.unit] == count ? annotation : nil
    default: return nil
    }
  }

  /// The same in a list of one year, where a month of the annotation is a date of that year.
  func joined(withYearly value: Reading) -> Schedule? {
    guard let (annotation, isWhole) = AnnotationTime.schedule(of: value, year: nil), isWhole else {
      return nil
    }
    return joined(with: annotation)
  }

  /// The same count with a date inside the period.
  private func with(_ date: PointInPeriod?) -> Schedule {
    guard case .counted(let counted) = self else { return self }
    return .counted(Counted(count: counted.count, unit: counted.unit, by: date))
  }

  /// Whether another schedule is owed at the same times.
  func isDue(as other: Schedule) -> Bool {
    if case .once(let deadline) = self, case .once(let otherDeadline) = other,
      !isUnknown, !other.isUnknown
    {
      return deadline.day == otherDeadline.day
    }
    return self == other
  }
}
