package import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import StrictJSON
import TerminalText

/// Starts a workspace: its settings, a first checklist, and room for the journal.
package struct Init: Command {
  package let folder: String?
  package let organization: String?
  package let documentLanguage: DocumentLanguage?
  package let id: ChecklistID?
  package let title: String?
  package let owner: OwnerName?
  package let from: DayExpression?
  package let asks: Bool?
  package let isDryRun: Bool
  package let isQuiet: Bool

  /// The language of the documents, which need not be that of messages.
  package enum DocumentLanguage: String, CaseIterable, ArgumentValue {
    case chinese = "zh"
    case english = "en"
  }

  package static let name = "init"

  package static let declaration = Declaration(
    Message(en: "Start a workspace", zh: "新建工作区"),
    group: .setUp,
    examples: [
      Example("duty init"),
      Example(
        Message(
          en: "duty init Data --organization \"Harbour Office\" --language en --no-input",
          zh: "duty init Data --organization 某乡党委 --no-input"
        )
      ),
    ],
    discussion: Message(
      en:
        "Makes duty.json, a first small checklist and the folder of the journal. A folder that is a workspace already is left as it is, and so is one whose commands use another workspace, in its Data or, unless the folder is named, above it.",
      zh:
        "建立 duty.json、一份小清单和台账的文件夹。已是工作区的文件夹保持原样；其中的命令已在用别的工作区的（在它的 Data 里，或没有写明文件夹而在它的上层），也不新建。"
    ),
    exitStatus: Message(
      en: "0 made; 64 usage; 73 a workspace is there already; 74 disk; 77 no permission",
      zh: "0 已建立；64 用法；73 已有工作区；74 磁盘；77 没有权限"
    ),
    OptionalArgument<String>(
      Message(en: "folder", zh: "文件夹"),
      help: Message(
        en: "Where, if not here; made if it is missing",
        zh: "在哪里（不写则为当前文件夹）；没有就新建"
      ),
      completion: .files
    ),
    Option<String>(
      "organization",
      value: Message(en: "name", zh: "名称"),
      help: Message(en: "The office", zh: "单位名称")
    ),
    Option<DocumentLanguage>(
      "language",
      value: Message(en: "lang", zh: "语言"),
      help: Message(
        en: "The language of the documents",
        zh: "文件用的语言"
      ),
      fallback: Message(en: "that of messages", zh: "与提示相同")
    ),
    Option<ChecklistID>(
      "id",
      value: Message(en: "id", zh: "编号"),
      help: Message(en: "The id of the first checklist", zh: "第一份清单的编号"),
      fallback: .verbatim("main")
    ),
    Option<String>(
      "title",
      value: Message(en: "title", zh: "标题"),
      help: Message(en: "The title of the first checklist", zh: "第一份清单的标题")
    ),
    Option<OwnerName>(
      "owner",
      value: Message(en: "name", zh: "姓名"),
      help: Message(en: "Who answers for its duties", zh: "由谁负责")
    ),
    Option<DayExpression>(
      "from",
      value: Message(en: "date", zh: "日期"),
      help: Message(en: "From when it holds", zh: "从哪天起生效"),
      fallback: Message(en: "today", zh: "今天")
    ),
    Switch("input", help: Message(en: "Ask for what is missing, or never ask", zh: "缺什么就问，或一概不问")),
    Flag.dryRun,
    Flag.quiet,
    as: Init.init(
      folder:
      organization:
      documentLanguage:
      id:
      title:
      owner:
      from:
      asks:
      isDryRun:
      isQuiet:
    )
  )

  package func run(in context: Context) throws -> Outcome {
    let target = try folder(in: context)
    let checklistID = id?.text ?? "main"
    let marker = Path.join(target, Workspace.marker)
    guard try context.files.status(of: marker, followingLinks: false) == nil else {
      throw alreadyThere(marker)
    }
    try refuseHiding(from: target, in: context)
    let path = "checklists/\(checklistID).json"
    let language = documentLanguage ?? (context.language == .english ? .english : .chinese)
    let first = FirstChecklist(
      id: checklistID,
      title: title,
      organization: try organizationOrAnswer(in: context),
      language: language,
      owner: owner?.text,
      from: try from?.day(on: context.today, facing: .past, for: "from")
        ?? context.today
    )
    let new = NewWorkspace(
      organization: first.organization,
      language: language,
      checklist: (path, try checked(first.checklist, path))
    )
    // What an interrupted start left is finished; any other checklist is somebody's.
    let own = Path.join(target, path)
    guard
      try context.files.status(of: own, followingLinks: false) == nil
        || new.holds(own, new.checklist.bytes, context.files)
    else { throw alreadyThere(own) }
    if isDryRun {
      let lines = new.files.flatMap {
        LineDifference.lines(Path.join(target, $0.path), from: [], to: $0.bytes)
      }
      return Outcome(.prose(lines.map { Message(verbatim: $0) }))
    }
    try new.write(in: target, context.files)
    return isQuiet
      ? Outcome(.nothing) : Outcome(.prose(Init.words(target, checklistID, path, context)))
  }

  // MARK: - What is made

  /// The folder that is meant, as an absolute path where that can be known.
  private func folder(in context: Context) throws -> String {
    let asked = folder ?? context.globals.folder ?? "."
    guard let current = context.surroundings.workingDirectory else {
      guard asked.utf8.first == UInt8(ascii: "/") else {
        throw StoreError.file(FileError(asked, .create, .notFound))
      }
      return Path.normalized(asked)
    }
    return Path.normalized(Path.join(current, asked))
  }

  private func organizationOrAnswer(in context: Context) throws -> String? {
    if let organization { return organization }
    if asks == true, !isDryRun, !context.surroundings.isInteractive {
      throw CommandError.wouldAsk(
        Message(en: "What is the name of the office?", zh: "单位名称是什么？"),
        option: "--organization"
      )
    }
    guard context.surroundings.isInteractive, asks != false, !isDryRun else { return nil }
    let question = Message(
      en: "Name of the office (Enter leaves it out): ",
      zh: "单位名称（直接回车则不写）："
    )
    guard let answer = context.surroundings.ask(question.text(in: context.language)) else {
      throw CommandError.refused(
        .negative,
        code: "unanswered",
        Message(en: "There was no answer, so nothing was made", zh: "没有回答，因此没有新建"),
        advice: []
      )
    }
    return answer.isBlank ? nil : answer.trimmed
  }

  /// The bytes, if they can be read back: titles and names come from outside.
  private func checked(_ bytes: [UInt8], _ path: String) throws -> [UInt8] {
    let problems = ChecklistFile(path: path, bytes: bytes).problems
    if let problem = problems.first(where: { $0.severity == .error }) {
      throw CommandError.refused(
        .usage,
        code: problem.code.rawValue,
        problem.message,
        advice: problem.fix.map { [$0] } ?? []
      )
    }
    return bytes
  }

  private func alreadyThere(_ path: String) -> CommandError {
    .refused(
      .cannotCreate,
      code: "exists",
      Message(
        en: "\(quoted: path) exists already; nothing was changed",
        zh: "\(quoted: path)已经存在，没有改动"
      ),
      advice: [
        Message(
          en: "Start in another folder: \(command: "duty init <folder>")",
          zh: "换一个文件夹：\(command: "duty init <文件夹>")"
        )
      ]
    )
  }

  /// Refuses to start a workspace that would hide one in use: commands typed here would find the
  /// new one, and what is recorded would be out of sight.
  ///
  /// A folder that is named is meant, and may lie inside another workspace.
  private func refuseHiding(from target: String, in context: Context) throws {
    let isNamed = folder != nil || context.globals.folder != nil
    let other = try Workspace.inUse(
      in: target,
      walksUp: !isNamed,
      environment: context.surroundings.environment,
      files: context.files
    )
    guard let other else { return }
    throw CommandError.refused(
      .cannotCreate,
      code: "exists",
      Message(
        en: "Commands here use the workspace in \(quoted: other), and a second one would hide it",
        zh: "此处的命令已在用 \(quoted: other) 里的工作区，再建一个会把它遮住"
      ),
      advice: [
        Message(
          en: "See what is in it: \(command: "duty list --dir \(other.quotedForShell)")",
          zh: "查看其内容：\(command: "duty list --dir \(other.quotedForShell)")"
        ),
        Message(
          en: "Start in another folder: \(command: "duty init <folder>")",
          zh: "换一个文件夹：\(command: "duty init <文件夹>")"
        ),
      ]
    )
  }

  private static func words(
    _ target: String,
    _ id: String,
    _ path: String,
    _ context: Context
  ) -> [Message] {
    let isHere = context.surroundings.workingDirectory.map { Path.normalized($0) } == target
    let option = isHere ? "" : " --dir \(target.quotedForShell)"
    return [
      Message(en: "Started a workspace in \(target)", zh: "已在 \(target) 建立工作区"),
      .empty,
      Message(
        en: "Next: edit \(path), or add to it:",
        zh: "接下来：编辑 \(path)，或逐项添加："
      ),
      Message(
        en:
          "\(command: "  duty add \(id) --title \"Training\" --tier s0 --schedule \"2 per year\"\(option)")",
        zh: "\(command: "  duty add \(id) --title 集中学习 --tier s0 --schedule 每年2次\(option)")"
      ),
      Message(
        en: "\(command: "  duty list\(option)")",
        zh: "\(command: "  duty list\(option)")"
      ),
    ]
  }
}

/// The checklist of a new workspace, to begin with.
private struct FirstChecklist {
  let id: String
  let title: String?
  let organization: String?
  let language: Init.DocumentLanguage
  let owner: String?
  let from: Day

  var checklist: [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("format", "duty.checklist/1")
      json.member("id", id)
      json.member("title", title ?? word(en: "Duty checklist", zh: "责任清单"))
      json.memberIfPresent("organization", organization)
      json.member("language", language.rawValue)
      json.object("effective") { $0.member("from", from.description) }
      json.memberIfPresent("owner", owner)
      json.array("tiers", duties) { json, tier in
        json.object { json in
          json.member("id", tier.id)
          json.member("kind", tier.kind.rawValue)
          json.member("title", tier.title)
          json.array("duties", tier.duties) { json, duty in
            json.object { json in
              json.member("id", duty.id)
              json.member("number", String(duty.id.dropFirst()))
              json.member("title", duty.title)
              json.member("schedule", duty.schedule)
            }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  private func word(en english: String, zh chinese: String) -> String {
    language == .english ? english : chinese
  }

  private var duties:
    [(
      id: String, kind: Tier.Kind, title: String,
      duties: [(id: String, title: String, schedule: String)]
    )]
  {
    [
      (
        "g0", .partyGroup, word(en: "The board", zh: "领导班子责任"),
        [
          ("g1", word(en: "Discuss the year's work", zh: "专题研究工作"), "1 per half-year"),
          ("g2", word(en: "Report to the superior office", zh: "向上级书面报告"), "by 12-31 each year"),
        ]
      ),
      (
        "s0", .secretary, word(en: "The head", zh: "主要负责人责任"),
        [
          ("s1", word(en: "Talk with those in charge", zh: "开展廉政谈话"), "4 per year"),
          ("s2", word(en: "Deal with what is reported", zh: "办理反映的问题"), "as needed"),
        ]
      ),
    ]
  }
}
