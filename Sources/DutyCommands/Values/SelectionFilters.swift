package import CommandLineKit
import TerminalText

// The filters, each declared once: they are the same on every command that has them.

extension Options<String> {
  package static var checklists: Options<String> {
    Options<String>(
      "checklist",
      value: Message(en: "id", zh: "编号"),
      help: Message(en: "Only these checklists", zh: "只看这份清单"),
      completion: .source("checklists")
    )
  }

  package static var tiers: Options<String> {
    Options<String>(
      "tier",
      value: Message(en: "tier", zh: "主体"),
      help: Message(
        en: "Only this tier: party-group, secretary, member, common, an id or a title",
        zh: "只看这个责任主体：party-group、secretary、member、common、编号或标题"
      ),
      completion: .source("tiers")
    )
  }

  package static var sections: Options<String> {
    Options<String>(
      "section",
      value: Message(en: "section", zh: "部分"),
      help: Message(en: "Only this section: an id or part of a title", zh: "只看这个部分：编号或标题的一部分"),
      completion: .source("sections")
    )
  }

  package static var owners: Options<String> {
    Options<String>(
      "owner",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Only what this person answers for", zh: "只看这个人负责的"),
      completion: .source("owners")
    )
  }

  package static var departments: Options<String> {
    Options<String>(
      "department",
      value: Message(en: "name", zh: "名称"),
      help: Message(en: "Only what this department answers for", zh: "只看这个处室的"),
      completion: .source("departments")
    )
  }

  package static var texts: Options<String> {
    Options<String>(
      "text",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "Only duties whose title or text has this", zh: "只看标题或正文含此文字的")
    )
  }
}

extension Option<DayExpression> {
  package static var dueBefore: Option<DayExpression> {
    Option<DayExpression>(
      "due-before",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "Only what is due before this day", zh: "只看这天之前到期的")
    )
  }

  package static var dueAfter: Option<DayExpression> {
    Option<DayExpression>(
      "due-after",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "Only what is due after this day", zh: "只看这天之后到期的")
    )
  }
}
