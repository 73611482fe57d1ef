package import DutyReports
package import DutyStore
import TerminalText

extension YearlyReport.Style {
  /// What the settings of a workspace say of reports.
  package init(_ settings: Settings) {
    self.init()
    organization = settings.organization
    short = settings.report.short
    addressee = settings.report.addressee
    signature = settings.report.signature
    for (name, pattern) in settings.report.titles {
      if let kind = YearlyReport.Kind(rawValue: name) { titles[kind] = pattern }
    }
    opening = settings.report.opening
    closing = settings.report.closing
    late = settings.report.late
    step = settings.report.step
    flowUnits = Set(settings.report.flowUnits)
    language = Language(rawValue: settings.language) ?? language
  }
}
