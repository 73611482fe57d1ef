import CommandLineKit
import TerminalText

/// What the manual says beyond the declarations of the commands.
enum ManualText {
  static let introduction: [Message] = [
    Message(
      en:
        "A duty checklist says who owes what by when. Checklists are files that people edit; what was done is recorded in a journal to which lines are only ever added. How things stand is worked out from both for any day.",
      zh: "责任清单写明谁、到何时、该办什么。清单是供人编辑的文件；办了什么记在台账里，台账只增不改。任何一天的进展都由两者算出。"
    ),
    Message(
      en:
        "A duty is named by its id, such as s11, a requirement by the letter after it, such as s11b, and either across checklists by township/s11b.",
      zh: "职责用编号指称，如 s11；其中一项要求加字母，如 s11b；跨清单写 township/s11b。"
    ),
  ]

  static var sections: [ManualSection] {
    [dates, schedules, problems, environment, files, exitStatus]
  }

  // MARK: - Words that are typed

  private static let dates = ManualSection(
    "DATES",
    [
      .paragraph(
        Message(
          en:
            "Options that take a date understand these forms. A date without a year is looked for backwards where something has happened and forwards where something is due.",
          zh: "日期可以这样写。不写年份时，已发生的事往回找，将要到期的往后找。"
        )
      ),
      .items([
        .init("2026-05-06, 20260506, 2026年5月6日", Message(en: "A day", zh: "某一天")),
        .init("05-06, 5月6日", Message(en: "A date of the year", zh: "当年某日")),
        .init(
          "today, yesterday, tomorrow, 今天, 昨天, 明天",
          Message(en: "A day near today", zh: "今天前后的一天")
        ),
        .init(
          "-3d, +2w, -1m",
          Message(en: "So many days, weeks or months from today", zh: "从今天起若干天、周、月")
        ),
        .init("mon, 周三, 上周五", Message(en: "A weekday", zh: "星期几")),
        .init("月底, 年底, 6月底", Message(en: "The end of a month or year", zh: "月末或年末")),
      ]),
    ]
  )

  private static let schedules = ManualSection(
    "SCHEDULES",
    [
      .paragraph(
        Message(
          en:
            "A schedule says when something is owed. Each form can be written in English or Chinese; a question mark stands for what the document masks.",
          zh: "时间安排写明何时该办。中英文写法通用；问号代表文件里隐去的数值。"
        )
      ),
      .items([
        .init("ongoing, 持续推进", Message(en: "Always owed and never late", zh: "一直要做，不会逾期")),
        .init("as needed, 按需", Message(en: "Owed when something happens", zh: "有事才做")),
        .init("by 2026-06-30, 2026年6月30日前", Message(en: "Owed once", zh: "只做一次")),
        .init(
          "by 01-31 and 07-31 each year, 每年1月31日前、7月31日前",
          Message(en: "Owed on dates of every year", zh: "每年的固定日期")
        ),
        .init(
          "from 03 by 06 each year, 每年3月至6月",
          Message(en: "Owed within a part of every year", zh: "每年的一段时间内")
        ),
        .init("4 per year, 每年4次", Message(en: "Owed so often in every period", zh: "每个周期若干次")),
        .init(
          "2 per year, 60 days apart, 每年2次，间隔60天以上",
          Message(en: "Owed so often, with time between", zh: "若干次，并有间隔")
        ),
      ]),
    ]
  )

  private static var problems: ManualSection {
    ManualSection(
      "PROBLEMS",
      [
        .paragraph(
          Message(
            en: "These are the codes that check prints. They never change.",
            zh: "check 输出的代码如下，永不改变。"
          )
        ),
        .items(CheckCode.all.map { ManualSection.Item($0.code, $0.meaning) }),
      ]
    )
  }

  // MARK: - The surroundings

  private static let environment = ManualSection(
    "ENVIRONMENT",
    [
      .items([
        .init("DUTY_DIR", Message(en: "The workspace", zh: "工作区")),
        .init("DUTY_USER", Message(en: "The name that is recorded", zh: "记录用的姓名")),
        .init("DUTY_WRITER", Message(en: "The name of the journal's file", zh: "台账的文件名")),
        .init("DUTY_LANG", Message(en: "The language of messages: en or zh", zh: "提示用的语言：en 或 zh")),
        .init(
          "DUTY_NOW",
          Message(en: "The moment to take for now, by RFC 3339", zh: "以哪一刻为现在，按 RFC 3339 书写")
        ),
        .init(
          "DUTY_LOCK_TIMEOUT",
          Message(en: "How many seconds to wait for other writers", zh: "等待其他写入者的秒数")
        ),
        .init(
          "NO_COLOR, CLICOLOR, CLICOLOR_FORCE, FORCE_COLOR",
          Message(en: "Whether to use colour", zh: "是否用颜色")
        ),
        .init("COLUMNS", Message(en: "The width of tables", zh: "表格的宽度")),
        .init(
          "LANGUAGE, LC_ALL, LC_MESSAGES, LANG",
          Message(en: "The language of messages if nothing else says it", zh: "没有另外指定时提示用的语言")
        ),
      ])
    ]
  )

  private static let files = ManualSection(
    "FILES",
    [
      .items([
        .init(
          "duty.json",
          Message(en: "Marks a workspace and holds its settings", zh: "工作区的标记和设置")
        ),
        .init("checklists/*.json", Message(en: "What is owed", zh: "该办什么")),
        .init(
          "journal/*.jsonl",
          Message(en: "What was recorded, one file for each writer", zh: "记录，每个写入者一个文件")
        ),
        .init(
          "$XDG_CONFIG_HOME/duty/config.json, ~/.config/duty/config.json",
          Message(en: "A person's own settings", zh: "个人设置")
        ),
      ])
    ]
  )

  private static var exitStatus: ManualSection {
    ManualSection(
      "EXIT STATUS",
      [.items(ExitStatus.allCases.map { .init(String($0.rawValue), $0.meaning) })]
    )
  }
}
