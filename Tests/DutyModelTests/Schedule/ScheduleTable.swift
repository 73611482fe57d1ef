import DutyModel

/// Schedules to try a rule on.
enum ScheduleTable {
  /// Texts of every kind, in both languages.
  static let pairs = [
    ("ongoing", "持续推进"),
    ("as needed", "按需"),
    ("by 2023", "2023年底前"),
    ("by 0005", "5年底前"),
    ("by 9999", "9999年底前"),
    ("by 2023-06", "2023年6月底前"),
    ("by 2023-06-30", "2023年6月30日前"),
    ("by 2024-02-29", "2024年2月29日前"),
    ("by 2023-?", "2023年*月底前"),
    ("by 2023-06-?", "2023年6月*日前"),
    ("by 06 each year", "每年6月底前"),
    ("by 06-30 each year", "每年6月30日前"),
    ("by 02-29 each year", "每年2月29日前"),
    ("by ? each year", "每年*月底前"),
    ("by 01-31 and 07-31 each year", "每年1月31日前、7月31日前"),
    ("by 06 and 12 each year", "每年6月底前、12月底前"),
    ("by 03 and ? each year", "每年3月底前、*月底前"),
    ("by 02-28 and 02 each year", "每年2月28日前、2月底前"),
    ("from 03 by 06 each year", "每年3月至6月"),
    ("from 03 by 03 each year", "每年3月至3月"),
    ("from 03-01 by 06-30 each year", "每年3月1日至6月30日"),
    ("from ? by 06 each year", "每年*月至6月"),
    ("from 03 by ? each year", "每年3月至*月"),
    ("1 per week", "每周1次"),
    ("1 per month", "每月1次"),
    ("2 per quarter", "每季度2次"),
    ("1 per half-year", "每半年1次"),
    ("4 per year", "每年4次"),
    ("366 per year", "每年366次"),
    ("? per half-year", "每半年*次"),
    ("4 per year by 11", "每年11月底前4次"),
    ("4 per year by 11-30", "每年11月30日前4次"),
    ("? per year by ?", "每年*月底前*次"),
    ("1 per month by 05", "每月5日前1次"),
    ("1 per month by 31", "每月31日前1次"),
    ("2 per year, 60 days apart", "每年2次，间隔60天以上"),
    ("2 per year, 364 days apart", "每年2次，间隔364天以上"),
    ("2 per year, 1 days apart", "每年2次，间隔1天以上"),
    ("4 per year by 11-30, 60 days apart", "每年11月30日前4次，间隔60天以上"),
    ("2 per month by 25, 10 days apart", "每月25日前2次，间隔10天以上"),
    ("3 per week, 3 days apart", "每周3次，间隔3天以上"),
  ]

  /// Every date of the year: the ends of months, all days, and the masked one, in order.
  static let points: [YearPoint] =
    (1...12).flatMap { month -> [YearPoint] in
      let days = (1...Day.count(inMonth: month, of: 2000)).map {
        YearPoint.day(month: month, day: $0)
      }
      return days + [.month(month)]
    } + [.unknown]

  /// Every schedule with few dates and small numbers, each of them once.
  static let everySmallSchedule: [Schedule] = {
    var schedules: [Schedule] = [.ongoing, .asNeeded]
    for year in [1, 12, 999, 2023, 2024, 9999] {
      schedules += [.once(.year(year)), .once(.unknownMonth(year: year))]
      for month in 1...12 {
        schedules += [.once(.month(year, month)), .once(.unknownDay(year: year, month: month))]
        schedules += (1...31).compactMap { day in
          Day(year: year, month: month, day: day).map { .once(.day($0)) }
        }
      }
    }
    schedules += points.map { .yearly([$0]) }
    for (first, second) in ascendingPairs(of: points, step: 5) {
      schedules += [.yearly([first, second]), .span(from: first, by: second)]
    }
    schedules.append(.yearly([.month(1), .month(2), .day(month: 11, day: 30), .unknown]))
    let counts: [Int?] = [nil, 1, 2, 3, 4, 5, 10, 12, 52, 365, 366]
    for count in counts {
      for unit in PeriodUnit.allCases {
        for by in dates(in: unit) {
          for gap in gaps(of: unit, count: count) {
            schedules.append(.counted(Counted(count: count, unit: unit, by: by, gap: gap)))
          }
        }
      }
    }
    return schedules
  }()

  private static func ascendingPairs(
    of points: [YearPoint],
    step: Int
  ) -> [(YearPoint, YearPoint)] {
    points.indices.flatMap { first in
      stride(from: first + 1, to: points.count, by: step).compactMap { second in
        let pair = (points[first], points[second])
        return pair.0.lastDay(in: 2000) < pair.1.lastDay(in: 2000) ? pair : nil
      }
    }
  }

  private static func dates(in unit: PeriodUnit) -> [PointInPeriod?] {
    switch unit {
    case .year: [nil] + points.map { .point($0) }
    case .month: [nil] + (1...31).map { .dayOfMonth($0) }
    case .week, .quarter, .halfYear: [nil]
    }
  }

  private static func gaps(of unit: PeriodUnit, count: Int?) -> [Int?] {
    let days =
      switch unit {
      case .week: 7
      case .month: 28
      case .quarter: 90
      case .halfYear: 181
      case .year: 365
      }
    return [nil]
      + [1, 2, 3, 30, 60, 180].filter { gap in
        count.map { $0 >= 2 && gap * ($0 - 1) < days } ?? false
      }
  }
}
