package import TerminalText

/// How the program ended: the one list of its exit statuses.
///
/// The numbers from 64 on are those of `sysexits.h`. They are stable; a number that is not in the
/// list must be taken for a failure.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Done; also if a list is empty, or if work is late.
  case success = 0
  /// The answer is no: asked for with `--exit-code` or `--strict`, or nothing to undo.
  case negative = 1
  /// The command line cannot be understood, or names more than one thing.
  case usage = 64
  /// A file of the workspace is malformed, or made by a newer version.
  case data = 65
  /// There is no such workspace, duty or event.
  case noInput = 66
  /// A fault of the program itself.
  case software = 70
  /// The output exists already or cannot be made.
  case cannotCreate = 73
  /// The disk is full, or reading or writing failed.
  case inputOutput = 74
  /// The workspace is busy, or a file changed meanwhile: trying again makes sense.
  case temporary = 75
  /// The file system refuses.
  case permission = 77
  /// The settings are wrong.
  case configuration = 78
}

extension ExitStatus {
  /// What the status means, as the manual tells it.
  package var meaning: Message {
    switch self {
    case .success:
      Message(en: "Done; also if a list is empty or if work is late", zh: "成功；列表为空、工作逾期也是成功")
    case .negative:
      Message(
        en: "The answer is no: asked for with --exit-code or --strict, or nothing to undo",
        zh: "答案为否：由 --exit-code 或 --strict 询问，或没有可撤销的记录"
      )
    case .usage:
      Message(
        en: "The command line cannot be understood, or names more than one thing",
        zh: "命令行无法理解，或所指不止一项"
      )
    case .data:
      Message(
        en: """
          A file of the workspace is malformed, made by a newer version, or missing: records \
          belong to a checklist that is not here
          """,
        zh: "工作区的文件有错、由更新的版本写成，或缺少：有记录所属的清单不在这里"
      )
    case .noInput:
      Message(en: "There is no such workspace, duty or event", zh: "没有这样的工作区、职责或记录")
    case .software:
      Message(en: "A fault of the program itself", zh: "程序自身的错误")
    case .cannotCreate:
      Message(en: "The output exists already or cannot be made", zh: "输出文件已存在或无法创建")
    case .inputOutput:
      Message(
        en: "The disk is full, or reading or writing failed",
        zh: "磁盘已满，或读写失败"
      )
    case .temporary:
      Message(
        en: "The workspace is busy, or a file changed meanwhile; try again",
        zh: "工作区正被占用，或文件同时被改动；请重试"
      )
    case .permission:
      Message(en: "The file system refuses", zh: "文件系统拒绝访问")
    case .configuration:
      Message(en: "The settings are wrong", zh: "设置有误")
    }
  }
}
