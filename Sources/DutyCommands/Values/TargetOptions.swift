package import CommandLineKit
import DutyModel
import TerminalText

/// What a command that records about occurrences is about.
package struct TargetOptions: Sendable, Hashable {
  /// The ids as typed; `-` stands for those on standard input.
  package let ids: [String]
  package let period: PeriodArgument?
  /// The person, where each of several owes it.
  package let owner: String?
  /// Whether every requirement of a duty is meant.
  package let isAll: Bool

  package static let parameters = Parameters(
    Arguments<String>(
      Message(en: "id", zh: "编号"),
      isOptional: false,
      help: Message(
        en: """
          Requirements, such as s11b, township/s11b or, with the occurrence, g25@2026-07-31; - reads \
          ids from standard input
          """,
        zh: "要求的编号，如 s11b、township/s11b，连同一期写作 g25@2026-07-31；- 表示从标准输入读编号"
      ),
      completion: .source("duties")
    ),
    Option<PeriodArgument>(
      "for",
      value: Message(en: "period", zh: "期间"),
      help: Message(
        en: "The occurrence it belongs to, such as 2026-Q2 or a due day",
        zh: "属于哪一期，如 2026-Q2 或到期日"
      )
    ),
    Option<String>(
      "owner",
      value: Message(en: "name", zh: "姓名"),
      help: Message(
        en: "Whose it is, where each of several persons owes it",
        zh: "由几个人各自完成时，是谁的"
      ),
      completion: .source("owners")
    ),
    Flag(
      "all",
      help: Message(en: "Every requirement of a duty", zh: "职责下的每项要求")
    ),
    as: TargetOptions.init
  )

  package init(
    ids: [String],
    period: PeriodArgument? = nil,
    owner: String? = nil,
    isAll: Bool = false
  ) {
    self.ids = ids
    self.period = period
    self.owner = owner
    self.isAll = isAll
  }
}
