package import DutyModel
package import TerminalText

extension YearlyReport {
  /// What report is wanted, of what.
  package struct Request: Sendable {
    package var kind: Kind
    /// The id of the checklist.
    package var checklist: String
    /// Whose report it is, for `accountability`; the secretary's if nobody is named.
    package var person: String?
    /// Whether the three lists of problems, tasks and responsibilities are annexed.
    package var hasLists: Bool

    package init(
      kind: Kind = .annual,
      checklist: String,
      person: String? = nil,
      hasLists: Bool = false
    ) {
      self.kind = kind
      self.checklist = checklist
      self.person = person
      self.hasLists = hasLists
    }
  }

  /// What the settings of a workspace say of reports.
  ///
  /// A pattern may name `{year}`, `{organization}`, `{short}`, `{subject}`, `{checklist}`,
  /// `{duties}`, `{post}`, `{name}`, `{date}`, `{score}` and `{figures}`; anything else in braces
  /// stays as it is.
  package struct Style: Sendable {
    /// The name of the office; a checklist's own goes before it.
    package var organization: String?
    /// The name the text uses for the office.
    package var short: String?
    package var addressee: String?
    package var signature: String?
    /// The patterns of the titles.
    package var titles: [Kind: String] = [:]
    /// The pattern of the opening: with `{figures}` in it the whole paragraph, otherwise the first
    /// sentence.
    package var opening: String?
    /// The pattern of the closing sentence.
    package var closing: String?
    /// The share of its points that a time done late earns, in thousandths: 0...1000.
    package var late = 500
    /// The step that losses are rounded to, in thousandths of a point: 1...1000.
    package var step = 100
    /// The units that are summed over a year; none that counts what is there at one time.
    package var flowUnits: Set<String> = Set(Particulars.Quantity.unitsOfFlow)
    /// The language of a checklist that names none.
    package var language = Language.chinese

    package init() {}
  }

  /// Why a report cannot be written.
  package enum Refusal: Error, Hashable, Sendable {
    case unknownChecklist(String, known: [String])
    /// The checklist names nobody whose report it could be.
    case nobodyReports
    /// The person answers for nothing in the checklist; these do.
    case unknownPerson(String, known: [String])
    /// The year has not begun on the day looked at.
    case notBegun(year: Int, today: Day)
  }

  /// Writes a report.
  ///
  /// - Parameters:
  ///   - request: What is wanted.
  ///   - register: The state on the day of the report; its year is the report's, so it must have
  ///     been made for that year.
  ///   - style: What the settings say.
  ///   - particulars: Gives the words of an event; asked once for each event of the report.
  /// - Throws: Why it cannot be written.
  package init(
    _ request: Request,
    from register: Register,
    style: Style,
    particulars: @escaping (Event) -> Particulars
  ) throws(Refusal) {
    if register.year > register.today.year {
      throw .notBegun(year: register.year, today: register.today)
    }
    let facts = try ReportFacts(request, register, style, particulars)
    switch facts.language {
    case .chinese:
      var composer = ChineseReport(facts)
      self = composer.report()
    case .english:
      var composer = EnglishReport(facts)
      self = composer.report()
    }
  }
}

extension YearlyReport.Refusal: Localizable {
  package var message: Message {
    switch self {
    case .unknownChecklist(let id, let known):
      if known.isEmpty {
        Message(en: "There is no checklist to report on.", zh: "没有可以报告的清单。")
      } else {
        Message(
          en: "There is no checklist \(quoted: id). There is \(Message.list(quoted: known, .and)).",
          zh: "没有清单\(quoted: id)，有\(Message.list(quoted: known, .and))。"
        )
      }
    case .nobodyReports:
      Message(
        en:
          "The checklist names no secretary whose report it could be: name a person with --owner.",
        zh: "清单没有写明书记是谁，请用 --owner 指明由谁述责。"
      )
    case .unknownPerson(let name, let known):
      Message(
        en:
          "\(quoted: name) answers for nothing in the checklist. These do: \(Message.list(quoted: known)).",
        zh: "\(quoted: name)在清单中没有负责的事项，有负责事项的是\(Message.list(quoted: known))。"
      )
    case .notBegun(let year, let today):
      Message(
        en:
          "\(String(year)) has not begun: the day looked at is \(today.description). The latest year to report on: \(command: "--year \(today.year)")",
        zh:
          "\(String(year))年度尚未开始（今天按\(today.description)计），最近可报告的年度：\(command: "--year \(today.year)")"
      )
    }
  }
}

extension YearlyReport.Kind: Localizable {
  /// What the kind is called.
  package var message: Message {
    switch self {
    case .annual: Message(en: "annual report", zh: "年度情况报告")
    case .accountability: Message(en: "accountability report", zh: "述责述廉报告")
    case .selfAssessment: Message(en: "self-assessment", zh: "自评报告")
    }
  }
}
