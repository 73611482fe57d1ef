import DutyStore
import TerminalText

/// What `check` finds beyond the files themselves, by words that never change.
enum CheckCode: String, CaseIterable {
  case missingChecklist = "missing-checklist"
  case unknownDuty = "unknown-duty"
  case bareDuty = "bare-duty"
  case unknownPeriod = "unknown-period"
  case noPeriod = "no-period"
  case unknownPerson = "unknown-person"
  case unknownFinding = "unknown-finding"
  case unknownEvent = "unknown-event"
  case repeatedKey = "repeated-key"
  case futureDay = "future-day"
  case strayFile = "stray-file"
  case neverDue = "never-due"
  case masked
  case noCycle = "no-cycle"
  case noOwner = "no-owner"
  case unsigned
  case changedAfterSigning = "changed-after-signing"
}

extension CheckCode {
  /// What the code means, as the manual tells it.
  var meaning: Message {
    switch self {
    case .missingChecklist:
      Message(en: "Records name a checklist that is not here", zh: "记录所属的清单不在这里")
    case .unknownDuty:
      Message(en: "Records name a duty that does not exist", zh: "记录所指的职责不存在")
    case .bareDuty:
      Message(en: "A record names a duty, and none of its requirements", zh: "记录只写了职责，没写要求")
    case .unknownPeriod:
      Message(en: "A record names a period the duty does not have", zh: "记录所指的期间不存在")
    case .noPeriod:
      Message(en: "A record names no period", zh: "记录没有写明期间")
    case .unknownPerson:
      Message(en: "A record names a person who does not owe it", zh: "记录所指的人不负责这一项")
    case .unknownFinding:
      Message(en: "A record names a finding that does not exist", zh: "记录所指的问题不存在")
    case .unknownEvent:
      Message(en: "A record takes back one that does not exist", zh: "所撤销的记录不存在")
    case .repeatedKey:
      Message(en: "Two records have one key; the first counts", zh: "两条记录同键，以先记的为准")
    case .futureDay:
      Message(en: "A record is of a day after today", zh: "记录的日期在今天之后")
    case .strayFile:
      Message(en: "A file is not read", zh: "有不会读取的文件")
    case .neverDue:
      Message(
        en: "A date lies outside the days on which its checklist holds, so it is never due",
        zh: "日期不在清单的生效期内，永远不会到期"
      )
    case .masked:
      Message(en: "Values masked in the source are to be filled in", zh: "原文隐去的数值待填")
    case .noCycle:
      Message(
        en:
          "The text says regularly or often, or a time that was not read; the schedule has no cycle",
        zh: "正文写了定期、经常，或有读不出的完成时限，而时间安排没有周期"
      )
    case .noOwner: Message(en: "Nobody answers for a duty", zh: "职责没有责任人")
    case .unsigned:
      Message(en: "Work that is done asks for a signature", zh: "已完成，待签字")
    case .changedAfterSigning:
      Message(
        en: "Records were changed after the signature",
        zh: "签字后记录有变动"
      )
    }
  }

  /// Every code that `check` can print, with what it means.
  static var all: [(code: String, meaning: Message)] {
    ProblemCode.allCases.map { ($0.rawValue, $0.meaning) }
      + allCases.map { ($0.rawValue, $0.meaning) }
  }
}
