/// A day as a workbook holds it.
struct SheetDay {
  let year: Int
  let month: Int
  let day: Int

  /// The day as ISO 8601 writes it.
  var text: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// The days since 30 December 1899; nil for what is no day and for days before March 1900.
  ///
  /// Workbooks count a 29 February 1900 that never was, so numbers below 61 mean other days in
  /// other programs.
  var serial: Int? {
    guard (1900...9999).contains(year), (1...12).contains(month),
      (1...Self.lastDay(year, month)).contains(day)
    else { return nil }
    // Years that start in March, so that the leap day is the last.
    let shifted = month > 2 ? year : year - 1
    let monthIndex = (month + 9) % 12
    let dayOfYear = (153 * monthIndex + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
    let serial = days - 693_899
    return serial >= 61 ? serial : nil
  }

  private static func lastDay(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(width - text.count, 0)) + text
  }
}
