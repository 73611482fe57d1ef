import CommandLineKit
import DutyModel

extension DayExpression.Form {
  /// Reads a word that is not a plain `YYYY-MM-DD`.
  init(reading word: String) throws(DayFault) {
    let text = word.foldedToASCII
    if let form = Self.named[text] {
      self = form
    } else if let form = try Self.shift(text) {
      self = form
    } else if let form = try Self.labelledPeriod(text) {
      self = form
    } else if let form = try Self.numerals(text) {
      self = form
    } else if let form = try Self.chinese(text) {
      self = form
    } else {
      throw Self.fault(of: text)
    }
  }

  /// Why a word of no known form is refused.
  private static func fault(of text: String) -> DayFault {
    var squeezed = text
    squeezed.unicodeScalars.removeAll { $0.properties.isWhitespace }
    // Once without spaces, it cannot come here again for the same reason.
    if squeezed.unicodeScalars.count < text.unicodeScalars.count,
      Day(squeezed) != nil || (try? Self(reading: squeezed)) != nil
    {
      return .spaces(without: squeezed)
    }
    return .notADay(meant: names.closest(to: text))
  }
}

// MARK: - Words

extension DayExpression.Form {
  /// The names that may have been meant by a mistyped word.
  private static let names =
    ["today", "yesterday", "tomorrow"] + weekdays.map(\.name)

  private static let weekdays: [(name: String, short: [String], weekday: Weekday)] = [
    ("monday", ["mon"], .monday),
    ("tuesday", ["tue", "tues"], .tuesday),
    ("wednesday", ["wed"], .wednesday),
    ("thursday", ["thu", "thur", "thurs"], .thursday),
    ("friday", ["fri"], .friday),
    ("saturday", ["sat"], .saturday),
    ("sunday", ["sun"], .sunday),
  ]

  /// The words that stand for a day by themselves.
  private static let named: [String: Self] = {
    var forms: [String: Self] = [
      "today": .days(0), "yesterday": .days(-1), "tomorrow": .days(1),
      "大前天": .days(-3), "前天": .days(-2), "昨天": .days(-1), "昨日": .days(-1),
      "今天": .days(0), "今日": .days(0), "明天": .days(1), "明日": .days(1),
      "后天": .days(2), "後天": .days(2), "大后天": .days(3), "大後天": .days(3),
      "som": .dayOfMonth(.number(1), month: nil), "eom": .dayOfMonth(.last, month: nil),
      "soq": .edgeOfQuarter(.start, quarter: nil), "eoq": .edgeOfQuarter(.end, quarter: nil),
      "soy": .date(month: 1, .number(1), year: nil), "eoy": .date(month: 12, .last, year: nil),
    ]
    for (name, short, weekday) in weekdays {
      for word in [name] + short { forms[word] = .weekday(weekday, week: nil) }
    }
    return forms
  }()
}

// MARK: - Shifts and labels

extension DayExpression.Form {
  /// Reads `+7d`, `-2w`, `+1m`, `-1q` and `+1y`; `nil` if the word is of another kind.
  private static func shift(_ text: String) throws(DayFault) -> Self? {
    var number = text[...]
    let sign = number.first
    if sign == "+" || sign == "-" { number.removeFirst() }
    let unit = number.popLast()
    if let unit, unit.isDigit, sign == "+" || sign == "-", number.utf8.allSatisfy(\.isDigit) {
      throw .unfinished(["d", "w", "m"].map { text + $0 })
    }
    guard let unit, "dwmqy".contains(unit), !number.isEmpty, number.utf8.allSatisfy(\.isDigit)
    else { return nil }
    guard sign == "+" || sign == "-" else { throw .unfinished(["+\(text)", "-\(text)"]) }
    // The calendar has fewer days than this number has digits for.
    guard let count = Int(number), count < 10_000_000 else { throw .outsideCalendar }
    let signed = sign == "-" ? -count : count
    return switch unit {
    case "d": .days(signed)
    case "w": .days(signed * 7)
    case "m": .months(signed)
    case "q": .months(signed * 3)
    default: .months(signed * 12)
    }
  }

  /// Reads `2026-W27`, `2026-Q2` and `2026-H1`, also without the hyphen.
  private static func labelledPeriod(_ text: String) throws(DayFault) -> Self? {
    let units: [UInt8: (unit: PeriodUnit, letter: String)] = [
      UInt8(ascii: "w"): (.week, "W"),
      UInt8(ascii: "q"): (.quarter, "Q"),
      UInt8(ascii: "h"): (.halfYear, "H"),
    ]
    let bytes = Array(text.utf8)
    guard bytes.count >= 6, bytes.count <= 8, bytes[..<4].allSatisfy(\.isDigit) else { return nil }
    let place = bytes[4] == UInt8(ascii: "-") ? 5 : 4
    let number = bytes[(place + 1)...]
    guard let (unit, letter) = units[bytes[place]], !number.isEmpty, number.count <= 2,
      number.allSatisfy(\.isDigit)
    else { return nil }
    let year = try checked(year: bytes[..<4].decimal)
    let digits = unit == .week ? number.decimal.padded : String(number.decimal)
    guard let period = Period("\(year.padded(to: 4))-\(letter)\(digits)") else {
      throw .noPeriod(unit, year: year)
    }
    return .period(period)
  }
}

// MARK: - Characters

extension String {
  /// The text with full-width letters, digits and signs and the dashes that look like a minus
  /// made ASCII, and with ASCII letters in lower case.
  fileprivate var foldedToASCII: String {
    var result = ""
    for scalar in unicodeScalars {
      let folded: UInt32 =
        switch scalar.value {
        case 0xFF01...0xFF5E: scalar.value - 0xFEE0
        case 0x2010...0x2013, 0x2212: 0x2D
        default: scalar.value
        }
      let isCapital = (0x41...0x5A).contains(folded)
      result.unicodeScalars.append(
        Unicode.Scalar(isCapital ? folded + 0x20 : folded) ?? scalar
      )
    }
    return result
  }
}

extension Character {
  fileprivate var isDigit: Bool { asciiValue?.isDigit ?? false }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension Collection<UInt8> {
  /// The value of up to eight ASCII digits.
  var decimal: Int {
    reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }
}

extension Int {
  /// The number with at least two digits.
  var padded: String { padded(to: 2) }

  fileprivate func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }
}
