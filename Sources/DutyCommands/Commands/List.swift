package import CommandLineKit
import DutyModel
package import DutyReports
import DutyStore
import TerminalText

/// `duty list`: what is owed, by checklist and tier.
package struct List: Command {
  let selection: Selection
  let isAll: Bool
  let order: DutyList.Order?
  let columns: [DutyList.Column]
  let limit: Int?
  /// Whether headings are wanted; what was chosen decides if nothing was typed.
  let isGrouped: Bool?
  let output: OutputOptions.Typed

  package static let name = "list"

  package static let declaration = Declaration(
    Message(en: "Show what is owed", zh: "看清单"),
    group: .look,
    examples: [
      Example(
        Message(
          en: "duty list --owner 王芳 --state overdue,due-soon",
          zh: "duty list --owner 王芳 --state 逾期,临期"
        ),
        Message(en: "what a person must see to now", zh: "一个人眼下要办的")
      ),
      Example(
        "duty list --checklist township --tier secretary",
        Message(en: "a tier with its sections", zh: "一个责任主体，连同各部分")
      ),
      Example(
        "duty list --sort due --limit 10",
        Message(en: "the ten that are due first", zh: "最先到期的十项")
      ),
      Example(
        "duty list --plain | cut -f 1,2",
        Message(en: "ids and states for a script", zh: "供脚本用的编号和状态")
      ),
    ],
    discussion: Message(
      en: """
        Without filters, what asks for nothing now is folded into a line for each tier: ongoing \
        duties with records, done and waived ones. Filters by place keep the headings; other \
        filters and sorting give rows with full ids.
        A row begins with ! if overdue, * if due soon, ? if the document masks a value; a ? behind \
        a value marks a stand-in.
        The forms json, jsonl, plain, tsv, csv and markdown always hold every duty chosen; plain, \
        tsv and csv have a row for each requirement. With --limit, the counts of json are still \
        those of all that were chosen.
        """,
      zh: """
        不加筛选时，眼下无事的（有记录的长期职责、已完成的、免办的）按责任主体折成一行。\
        按清单、责任主体、部分筛选时保留标题；按其他条件筛选或排序时，逐行列出完整编号。
        行首 ! 表示逾期，* 表示临期，? 表示原文有遮盖待填的内容；值后的 ? 表示暂以此代替。
        json、jsonl、plain、tsv、csv、markdown 始终含全部选中的职责；plain、tsv、csv 每项要求一行。\
        加 --limit 时，json 的计数仍是全部选中的。
        """
    ),
    Selection.parameters,
    Flag("all", help: Message(en: "Fold nothing", zh: "全部列出，不折叠")),
    Option<DutyList.Order>.rowOrder(
      ownOrder: Message(en: "the document's order", zh: "原文顺序")
    ),
    Options<DutyList.Column>.rowColumns(),
    Option<Int>.rowLimit,
    Switch(
      "group",
      help: Message(
        en: "Show headings, or leave them out and show full ids",
        zh: "显示标题，或不要标题、显示完整编号"
      )
    ),
    OutputOptions.parameters,
    as: List.init
  )

  package func run(in context: Context) throws -> Outcome {
    let output = try self.output.resolved(namesColumns: !columns.isEmpty)
    let limit = try limit.validRowLimit()
    let opened = try context.open(year: selection.validYear())
    let choice = try selection.choose(from: opened, on: context.today, line: context.line)
    let report = DutyList(
      choice.statuses,
      in: opened.register,
      names: opened.names,
      head: AnswerHead(
        today: context.today,
        year: opened.register.namedYear,
        unreadableLines: opened.workspace.journal.unreadableLines
      ),
      layout: layout,
      columns: columns.isEmpty ? nil : columns,
      order: order,
      limit: limit,
      scope: scope(of: choice, in: opened)
    )
    return Outcome(
      .report(report, output.format, isRaw: output.isRaw),
      opened: opened
    )
  }

  /// Headings tell the place; other filters and sorting take duties out of their places.
  private var layout: DutyList.Layout {
    if order != nil || isGrouped == false || !selection.isByPlaceOnly { return .flat }
    let isPlain = selection.isEverything && !isAll && columns.isEmpty && limit == nil
    return isPlain ? .folded : .grouped
  }
}

// MARK: - What was chosen, in words

extension List {
  private func scope(of choice: Choice, in opened: Opened) -> DutyList.Scope {
    let hasWider = !selection.owners.isEmpty && choice.countByPeople > choice.items.count
    return DutyList.Scope(
      filter: choice.description,
      labelledFilter: choice.labelledDescription,
      wider: hasWider ? wider(than: choice) : nil,
      suggestions: choice.items.isEmpty && !hasWider
        ? selection.suggestions(in: opened.register) : [],
      isIncomplete: opened.workspace.hasUnreadableChecklist || !opened.missingChecklists.isEmpty
    )
  }

  /// The same choice by people alone.
  private func wider(than choice: Choice) -> DutyList.Wider {
    let wider = selection.byPeople
    return DutyList.Wider(
      filter: wider.shortDescription,
      count: choice.countByPeople,
      command: wider.line("duty list")
    )
  }
}

extension DutyList.Order: ArgumentValue {}
extension DutyList.Column: ArgumentValue {}
