import DutyModel
package import DutyStore
import TerminalText

extension StoreError: Diagnosable {
  package var diagnosis: Diagnosis {
    switch self {
    case .noWorkspace(let searched):
      Diagnosis(
        .noInput,
        "no-workspace",
        Message(en: "No workspace found", zh: "找不到工作区"),
        advice: [
          Message(
            en: "Looked for duty.json or Data/duty.json in \(searched.listed(.english)).",
            zh: "找过：\(searched.listed(.chinese)) 里的 duty.json 或 Data/duty.json"
          ),
          Message(
            en: "Start one here: \(command: "duty init")",
            zh: "在此新建：\(command: "duty init")"
          ),
          Message(
            en: "Use another: \(command: "duty list --dir <folder>")",
            zh: "指定别处：\(command: "duty list --dir <文件夹>")"
          ),
        ]
      )
    case .badSettings(let problems):
      StoreError.diagnosis(ofSettings: problems)
    case .file(let error):
      error.diagnosis
    case .unreadableJournal(let problem):
      Diagnosis(
        .data,
        problem.code.rawValue,
        problem.message,
        advice: (problem.fix.map { [Message(en: "fix: \($0)", zh: "修正：\($0)")] } ?? []) + [
          Message(
            en: "Until then nothing is written to the journal.",
            zh: "在此之前，台账不会改动。"
          )
        ],
        place: problem.place
      )
    case .unconfirmed(let id, let error):
      Diagnosis(
        .inputOutput,
        "unconfirmed",
        Message(
          en:
            "The disk did not confirm record \(id.description) in \(quoted: error.path): it may be there or not",
          zh: "磁盘没有确认 \(quoted: error.path) 中的记录 \(id.description)：可能已写入，也可能没有"
        ),
        advice: [
          Message(
            en: "See whether it is there before recording it again: \(command: "duty history")",
            zh: "重新记录之前先看它在不在：\(command: "duty history")"
          ),
          error.reason.whyUnconfirmed,
        ],
        subject: id.description
      )
    case .badDraft(let error):
      error.diagnosis
    }
  }

  /// The settings cannot be used: the first error in full, and the others one below the other.
  private static func diagnosis(ofSettings problems: [Problem]) -> Diagnosis {
    let errors = problems.filter { $0.severity == .error }
    guard let first = errors.first ?? problems.first else {
      return Diagnosis(
        .configuration,
        "bad-settings",
        Message(en: "The settings cannot be used", zh: "设置无法使用")
      )
    }
    var advice = first.fix.map { [Message(en: "fix: \($0)", zh: "修正：\($0)")] } ?? []
    advice += errors.dropFirst().prefix(4).map { problem in
      Message(
        en: "\(problem.place.text): \(problem.message)",
        zh: "\(problem.place.text): \(problem.message)"
      )
    }
    if errors.count > 5 {
      advice.append(
        Message(
          en: "\(errors.count - 5, "more error", "more errors") in the settings.",
          zh: "设置中还有\(errors.count - 5)个错误。"
        )
      )
    }
    return Diagnosis(
      .configuration,
      first.code.rawValue,
      first.message,
      advice: advice,
      place: first.place,
      subject: first.subject,
      nearest: first.nearest
    )
  }
}

extension [String] {
  /// The paths, cut in the middle where there are many: the first and the last say enough.
  fileprivate func listed(_ language: Language) -> String {
    let separator = language == .english ? ", " : "、"
    guard count > 6 else { return joined(separator: separator) }
    return (prefix(3) + ["…"] + suffix(2)).joined(separator: separator)
  }
}

// MARK: - Files

extension FileError: Diagnosable {
  package var diagnosis: Diagnosis {
    switch reason {
    case .busy(let holder, let milliseconds):
      return busy(holder, milliseconds)
    case .unconfirmed:
      return Diagnosis(
        .inputOutput,
        "unconfirmed",
        Message(
          en: "\(quoted: path) was written, but the disk did not confirm it",
          zh: "\(quoted: path) 已写入，但磁盘没有确认"
        ),
        advice: [
          Message(
            en: "Look at the file before going on.",
            zh: "请先查看这个文件再继续。"
          ),
          reason.whyUnconfirmed,
        ],
        subject: path
      )
    case .changedSinceRead:
      return Diagnosis(
        .temporary,
        reason.code,
        Message(
          en: "\(quoted: path) was changed by somebody else meanwhile; it was left as it is",
          zh: "\(quoted: path) 同时被别人改动，没有写入它"
        ),
        advice: [Message(en: "Try again.", zh: "请重试。")],
        subject: path
      )
    default:
      return Diagnosis(
        status,
        reason.code,
        Message(
          en: "Cannot \(action.verb) \(quoted: path): \(reason.words)",
          zh: "无法\(action.verb)\(quoted: path)：\(reason.words)"
        ),
        advice: advice,
        subject: path
      )
    }
  }

  private func busy(_ holder: LockHolder?, _ milliseconds: Int) -> Diagnosis {
    let seconds = max(1, (milliseconds + 500) / 1000)
    let message =
      if let holder {
        Message(
          en:
            "The workspace is busy: \(holder.name) (process \(holder.process)) has held it for \(seconds) s",
          zh: "工作区正被占用：\(holder.name)（进程\(holder.process)）已占用\(seconds)秒"
        )
      } else {
        Message(
          en: "The workspace is busy: another program has held it for \(seconds) s",
          zh: "工作区正被占用：另一个程序已占用\(seconds)秒"
        )
      }
    return Diagnosis(
      .temporary,
      reason.code,
      message,
      advice: [
        Message(
          en: "Try again, or wait longer: \(command: "--lock-timeout 60")",
          zh: "请重试，或多等一会：\(command: "--lock-timeout 60")"
        )
      ],
      subject: holder?.name
    )
  }

  private var status: ExitStatus {
    switch reason {
    case .notFound:
      switch action {
      case .create, .write, .rename: .cannotCreate
      case .read, .list, .synchronize, .remove, .lock: .noInput
      }
    case .exists: .cannotCreate
    case .permission, .readOnlyFileSystem, .symbolicLink, .outsideWorkspace: .permission
    case .notARegularFile, .notADirectory, .tooLarge: .data
    case .invalidPath: .usage
    case .noSpace, .mismatch, .unconfirmed, .io: .inputOutput
    case .busy, .locksUnsupported, .changedSinceRead, .replaced, .interrupted: .temporary
    }
  }

  private var advice: [Message] {
    switch reason {
    case .notFound, .invalidPath:
      [Message(en: "Check the name.", zh: "请检查名称。")]
    case .exists:
      [Message(en: "Choose another name, or move it away.", zh: "请换个名字，或先把它移开。")]
    case .permission:
      [Message(en: "Ask its owner for access.", zh: "请向文件的所有者申请权限。")]
    case .readOnlyFileSystem:
      [
        Message(
          en: "Reading works all the same; write where the disk allows it.",
          zh: "查看不受影响；要写入，请换到可写的磁盘。"
        )
      ]
    case .notARegularFile, .notADirectory:
      [Message(en: "Move away what stands there.", zh: "请把那里的东西移开。")]
    case .symbolicLink, .outsideWorkspace:
      [
        Message(
          en: "Put the file itself there instead of a link.",
          zh: "请放文件本身，不要放链接。"
        )
      ]
    case .tooLarge:
      [Message(en: "Split the file.", zh: "请把文件分开。")]
    case .noSpace:
      [
        Message(
          en: "Free some space, then try again. The file is as it was.",
          zh: "请腾出空间后重试。文件保持原样。"
        )
      ]
    case .mismatch:
      [
        Message(
          en: "It was taken back. Is the folder on a network drive? Try a local one.",
          zh: "已经撤回。文件夹在网络盘上吗？请改用本地磁盘。"
        )
      ]
    case .locksUnsupported:
      [
        Message(
          en: "Without locks two writers could spoil each other's records. Use a local disk.",
          zh: "没有锁，两人同时写会互相破坏。请改用本地磁盘。"
        )
      ]
    case .replaced, .interrupted:
      [Message(en: "Try again.", zh: "请重试。")]
    case .io:
      [
        Message(
          en: "Is the folder on a network drive that is gone? Is the disk failing?",
          zh: "文件夹是不是在已断开的网络盘上？磁盘是不是坏了？"
        )
      ]
    case .busy, .changedSinceRead, .unconfirmed:
      []
    }
  }
}

extension FileError.Action {
  fileprivate var verb: Message {
    switch self {
    case .read: Message(en: "read", zh: "读取")
    case .list: Message(en: "list", zh: "列出")
    case .create: Message(en: "create", zh: "创建")
    case .write: Message(en: "write", zh: "写入")
    case .synchronize: Message(en: "save", zh: "保存")
    case .rename: Message(en: "put in place", zh: "替换")
    case .remove: Message(en: "remove", zh: "删除")
    case .lock: Message(en: "lock", zh: "锁定")
    }
  }
}

extension FileError.Reason {
  /// The stable word for the reason.
  var code: String {
    switch self {
    case .notFound: "file-not-found"
    case .exists: "exists"
    case .permission: "permission"
    case .readOnlyFileSystem: "read-only"
    case .notARegularFile: "not-a-file"
    case .notADirectory: "not-a-folder"
    case .symbolicLink: "symbolic-link"
    case .outsideWorkspace: "outside-workspace"
    case .invalidPath: "bad-path"
    case .tooLarge: "too-large"
    case .noSpace: "no-space"
    case .busy: "busy"
    case .locksUnsupported: "no-locks"
    case .changedSinceRead: "changed"
    case .replaced: "replaced"
    case .mismatch: "mismatch"
    case .unconfirmed: "unconfirmed"
    case .interrupted: "interrupted"
    case .io: "input-output"
    }
  }

  /// Why the disk did not confirm what was written, as a sentence.
  fileprivate var whyUnconfirmed: Message {
    let reason: FileError.Reason = if case .unconfirmed(let reason) = self { reason } else { self }
    return switch reason {
    case .io:
      Message(
        en: "Reason: \(reason.words). The disk may be failing.",
        zh: "原因：\(reason.words)。磁盘可能快要坏了。"
      )
    default: Message(en: "Reason: \(reason.words).", zh: "原因：\(reason.words)。")
    }
  }

  /// What stood in the way, as a phrase.
  var words: Message {
    switch self {
    case .notFound: Message(en: "it does not exist", zh: "不存在")
    case .exists: Message(en: "it exists already", zh: "已经存在")
    case .permission: Message(en: "permission denied", zh: "没有权限")
    case .readOnlyFileSystem: Message(en: "the file system is read-only", zh: "文件系统只读")
    case .notARegularFile: Message(en: "it is no ordinary file", zh: "不是普通文件")
    case .notADirectory: Message(en: "a part of the path is no folder", zh: "路径中有一段不是文件夹")
    case .symbolicLink: Message(en: "it is a symbolic link", zh: "是符号链接")
    case .outsideWorkspace:
      Message(en: "it is a link that leads out of the workspace", zh: "是指向工作区外的链接")
    case .invalidPath: Message(en: "that is no path", zh: "路径无效")
    case .tooLarge(let limit):
      Message(
        en: "it is larger than \(limit.mebibytes) MiB",
        zh: "超过 \(limit.mebibytes) MiB"
      )
    case .noSpace:
      Message(en: "no space is left on the disk, or the quota is used up", zh: "磁盘已满，或配额已用完")
    case .busy: Message(en: "it is in use", zh: "正被占用")
    case .locksUnsupported:
      Message(en: "the file system knows no locks", zh: "文件系统不支持锁")
    case .changedSinceRead: Message(en: "it was changed meanwhile", zh: "同时被改动")
    case .replaced:
      Message(en: "it was replaced again and again meanwhile", zh: "同时被反复替换")
    case .mismatch:
      Message(en: "what was read back is not what was written", zh: "读回的与写入的不一致")
    case .unconfirmed(let reason):
      Message(
        en: "the disk did not confirm it (\(reason.words))",
        zh: "磁盘没有确认（\(reason.words)）"
      )
    case .interrupted: Message(en: "a signal came in between", zh: "被信号打断")
    case .io(let code):
      Message(
        en: "input or output failed (system error \(Int(code)))",
        zh: "读写失败（系统错误\(Int(code))）"
      )
    }
  }
}

extension Int {
  /// A number of bytes in whole mebibytes, at least 1.
  fileprivate var mebibytes: Int { Swift.max(1, self >> 20) }
}

// MARK: - Drafts

extension DraftError: Diagnosable {
  package var diagnosis: Diagnosis {
    switch self {
    case .empty:
      Diagnosis(.usage, "empty", Message(en: "There is nothing to record", zh: "没有要记录的内容"))
    case .controlCharacter(let key):
      Diagnosis(
        .usage,
        "control-character",
        Message(
          en: "The text of \(quoted: key) has a control character",
          zh: "\(quoted: key)的文字里有控制字符"
        ),
        advice: [
          Message(en: "Write it on one line, without tabs.", zh: "请写成一行，不用制表符。")
        ],
        subject: key
      )
    case .textTooLong(let key, let limit):
      Diagnosis(
        .usage,
        "text-too-long",
        Message(
          en: "The text of \(quoted: key) has more than \(limit) bytes",
          zh: "\(quoted: key)的文字超过\(limit)字节"
        ),
        advice: [
          Message(
            en: "Put long texts into a file, and name it: \(command: "--document")",
            zh: "长文字请放进文件，用 \(command: "--document") 写明文件名。"
          )
        ],
        subject: key
      )
    case .lineTooLong(let limit):
      Diagnosis(
        .usage,
        "line-too-long",
        Message(
          en: "All of it together has more than \(limit) bytes",
          zh: "合起来超过\(limit)字节"
        ),
        advice: [Message(en: "Record it in several parts.", zh: "请分几次记录。")]
      )
    case .missing(let key):
      Diagnosis(
        .usage,
        "missing-text",
        Message(en: "\(quoted: key) says nothing", zh: "\(quoted: key)是空的"),
        advice: [Message(en: "Write something there.", zh: "请写上内容。")],
        subject: key
      )
    case .repeated(let key, let value):
      Diagnosis(
        .usage,
        "repeated",
        Message(
          en: "\(quoted: value) is given twice in \(quoted: key)",
          zh: "\(quoted: key)里\(quoted: value)写了两次"
        ),
        advice: [Message(en: "Name it once.", zh: "请只写一次。")],
        subject: value
      )
    case .notRecordable:
      Diagnosis(
        .software,
        "not-recordable",
        Message(en: "Such an event cannot be recorded", zh: "这种记录不能写入")
      )
    case .noIDLeft:
      Diagnosis(
        .data,
        "no-id-left",
        Message(
          en: "The journal holds a record of the end of time, after which there is none",
          zh: "台账里有一条时间在尽头的记录，其后不能再记"
        ),
        advice: [
          Message(
            en: "See it with \(command: "duty check") and take its line out of the file.",
            zh: "用 \(command: "duty check") 查看，并把那一行从文件中移走。"
          )
        ]
      )
    }
  }
}
