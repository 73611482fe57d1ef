internal import DutyModel

extension Settings {
  /// What is given, each by the kind of value that its key takes.
  init(_ given: [GivenSetting]) {
    self.init()
    for setting in given {
      switch setting.value {
      case .text(let text): set(setting.name, to: text)
      case .number(let thousandths): set(setting.name, to: thousandths)
      case .texts(let texts): set(setting.name, to: texts)
      }
    }
  }

  private mutating func set(_ name: String, to text: String) {
    switch name {
    case "organization": organization = text
    case "language": language = text
    case "carryUntil": carryUntil = YearPoint(date: text) ?? carryUntil
    case "report.addressee": report.addressee = text
    case "report.signature": report.signature = text
    case "report.opening": report.opening = text
    case "report.closing": report.closing = text
    case "report.short": report.short = text
    default:
      if name.hasPrefix("report.titles.") {
        report.titles[String(name.dropFirst("report.titles.".count))] = text
      }
    }
  }

  private mutating func set(_ name: String, to thousandths: Int) {
    switch name {
    case "dueSoonDays": dueSoonDays = thousandths / 1000
    case "silentDays": silentDays = thousandths / 1000
    case "backdateDays": backdateDays = thousandths / 1000
    case "report.scoring.late": report.late = thousandths
    case "report.scoring.step": report.step = thousandths
    default: break
    }
  }

  private mutating func set(_ name: String, to texts: [String]) {
    if name == "report.flowUnits" { report.flowUnits = texts }
    if name.hasPrefix("colors.") { colors[String(name.dropFirst("colors.".count))] = texts }
  }
}

extension UserSettings {
  init(_ given: [GivenSetting]) {
    self.init()
    for setting in given {
      guard case .text(let text) = setting.value else { continue }
      switch setting.name {
      case "dir": dir = text
      case "name": name = text
      case "writer": writer = text
      case "language": language = text
      case "color": color = text
      default: break
      }
    }
  }
}

extension YearPoint {
  /// Reads `MM-DD`: a day that at least leap years have.
  init?(date: String) {
    let bytes = Array(date.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: "-"),
      let month = twoDigits(bytes.span, 0), let day = twoDigits(bytes.span, 3),
      Day(year: 2000, month: month, day: day) != nil
    else { return nil }
    self = .day(month: month, day: day)
  }
}
