internal import DutyModel
package import TerminalText

extension ImportDecision: Localizable {
  /// What was decided, in a few words; the subject, if there is one, stands before it.
  package var message: Message {
    guard let subject else { return what.message }
    return Message(en: "\(subject): \(what)", zh: "\(subject)：\(what)")
  }
}

extension ImportDecision.Certainty: Localizable {
  package var message: Message {
    switch self {
    case .sure: Message(en: "yes", zh: "确定")
    case .fillIn: Message(en: "fill in", zh: "待填")
    case .ask: Message(en: "ASK", zh: "请核")
    }
  }
}

extension ImportDecision.Decision: Localizable {
  package var message: Message {
    switch self {
    case .skipped(let part):
      Message(en: "\(part), skipped", zh: "\(part)，略去")
    case .datesTooEarly(let count, let year):
      Message(
        en: "\(count, "date", "dates") too early: \(command: "--from \(year)-01-01")",
        zh: "\(count)个日期早于生效日：\(command: "--from \(year)-01-01")"
      )
    case .titleMissing(let used):
      Message(en: "no title; called \(quoted: used)", zh: "没有标题，暂称\(quoted: used)")
    case .joined:
      Message(en: "joined (hard line break)", zh: "接上一行（硬换行）")
    case .paragraphAdded:
      Message(en: "paragraph added to the text", zh: "并入正文，另起一段")
    case .paragraphAsDuty:
      Message(en: "a duty without a number", zh: "没有编号，作为一项职责")
    case .heading:
      Message(en: "a heading without a number", zh: "没有编号，作为标题")
    case .split(let count):
      Message(
        en: "\(count, "item", "items") on one line, taken apart",
        zh: "一行里有 \(count) 条，拆开"
      )
    case .subItems(let count):
      Message(
        en: "\(count, "sub-item", "sub-items") kept in its text",
        zh: "\(count) 个分项留在正文里"
      )
    case .tier(let kind):
      Message(en: "duties of \(kind.words)", zh: "\(kind.words)的职责")
    case .tierUnknown(let kind):
      Message(
        en: "whose duties is not said; put with \(kind.words)",
        zh: "没有写明责任主体，暂归\(kind.words)"
      )
    case .flattened:
      Message(en: "a heading below a section; a section of its own", zh: "部分之下的标题，单列为部分")
    case .numberOutOfOrder(let expected, let found):
      Message(
        en: "number \(found) where \(expected) is expected; kept",
        zh: "编号 \(found)，应为 \(expected)，照原样"
      )
    case .notAnItem:
      Message(en: "looks like an item, read as text", zh: "像编号，按正文读")
    case .schedule(let schedule):
      Message(en: "\(schedule.description)", zh: "\(schedule.chinese)")
    case .timeInPart(let schedule):
      Message(
        en: "\(schedule.description) (says only part of the time stated)",
        zh: "\(schedule.chinese)（所写时间只读出一部分）"
      )
    case .once(let schedule):
      Message(
        en: "\(schedule.description) (no number: once)",
        zh: "\(schedule.chinese)（没写次数，按一次）"
      )
    case .inherited(let schedule):
      Message(
        en: "\(schedule.description) (the cycle stands earlier in the sentence)",
        zh: "\(schedule.chinese)（周期见前句）"
      )
    case .yearly(let schedule):
      Message(
        en: "\(schedule.description) (no cycle stated: yearly)",
        zh: "\(schedule.chinese)（没写周期，按年）"
      )
    case .countWithoutCycle:
      Message(en: "a number without a cycle; no schedule", zh: "有次数没有周期，不作为时间安排")
    case .masked(let schedule):
      Message(en: "\(schedule.description)", zh: "\(schedule.chinese)")
    case .maskedOwner(let label):
      Message(en: "\(label) is masked; nobody named", zh: "\(label)被隐去，未定人")
    case .noCycle(let word):
      Message(
        en: "\(quoted: word) states no cycle; none was set",
        zh: "\(quoted: word)没有周期，未设次数"
      )
    case .unsupportedCycle(let word, let used?):
      Message(
        en: "\(quoted: word) is no period here; \(used.description)",
        zh: "\(quoted: word)无法表示，暂作\(used.chinese)"
      )
    case .unsupportedCycle(let word, nil):
      Message(
        en: "\(quoted: word) is no period here; left out",
        zh: "\(quoted: word)无法表示，未列入"
      )
    case .reactionTime(let word):
      Message(
        en: "\(quoted: word) is a time to react, not a schedule; none was set",
        zh: "\(quoted: word)是办理时限，不是周期，未设时间安排"
      )
    case .upperLimit(let word):
      Message(
        en: "\(quoted: word) is an upper limit; none was set",
        zh: "\(quoted: word)是上限，未设次数"
      )
    case .eachMeeting:
      Message(en: "as needed (at every meeting)", zh: "按需（每次会议）")
    case .disagreement(let text, let annotation) where annotation.isDated:
      Message(
        en: "\(text.description), but the annotation says \(annotation.description): both are owed",
        zh: "\(text.chinese)，标注却是\(annotation.chinese)，两项都列"
      )
    case .disagreement(let text, let annotation):
      Message(
        en: "\(text.description), but the annotation says \(annotation.description)",
        zh: "\(text.chinese)，标注却是\(annotation.chinese)"
      )
    case .unreadableTime(let label):
      Message(
        en: "\(label): no time that can be read; kept in the text",
        zh: "\(label)：读不出时间，留在正文里"
      )
    case .unknownLabel(let label):
      Message(
        en: "unknown label \(quoted: label), kept in the text",
        zh: "不认得\(quoted: label)，留在正文里"
      )
    case .openList:
      Message(en: "等: departments not named in the list", zh: "有“等”字，其余未列名")
    case .severalOwners:
      Message(en: "several persons as one owner", zh: "责任人不止一个，照原样")
    case .eventReport(let addressees):
      Message(
        en: "as needed, reported to \(Message.list(addressees.map(Message.verbatim)))",
        zh: "按需，向\(Message.list(addressees.map(Message.verbatim)))报告"
      )
    case .columnSkipped(let name, let cells):
      Message(
        en: "no place for the column \(quoted: name); \(cells, "cell", "cells") skipped",
        zh: "\(quoted: name)一栏无处可放，略去\(cells)格"
      )
    }
  }
}

extension ImportDecision.SkippedPart: Localizable {
  package var message: Message {
    switch self {
    case .preamble: Message(en: "preamble", zh: "前言")
    case .notice: Message(en: "notice before the list", zh: "清单前的通知")
    case .lead: Message(en: "lead paragraph", zh: "引言")
    case .generalPart: Message(en: "general part without duties", zh: "总则，没有职责")
    case .pageNumber: Message(en: "page number", zh: "页码")
    case .siteJunk: Message(en: "junk", zh: "杂质")
    case .signature: Message(en: "signature", zh: "落款")
    case .date: Message(en: "date", zh: "日期")
    case .attachment: Message(en: "attachment", zh: "附件")
    case .tableHeader: Message(en: "head of a table", zh: "表头")
    }
  }
}

extension Tier.Kind {
  fileprivate var words: Message {
    switch self {
    case .partyGroup: Message(en: "the leading body", zh: "领导班子")
    case .secretary: Message(en: "the head", zh: "主要负责人")
    case .member: Message(en: "other members", zh: "其他成员")
    case .common: Message(en: "everybody", zh: "共同要求")
    }
  }
}
