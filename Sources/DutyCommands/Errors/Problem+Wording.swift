internal import DutyReports
import DutyStore
import TerminalText

extension FilePlace {
  /// The place as editors read it: `checklists/civil.json:31:18`.
  var text: String {
    guard let line else { return path }
    guard let column else { return "\(path):\(line)" }
    return "\(path):\(line):\(column)"
  }
}

// MARK: - What is wrong

extension Problem {
  /// What is wrong: a phrase without a full stop.
  var message: Message {
    switch code {
    case .unreadableFile:
      Message(en: "the file cannot be read: \(reason)", zh: "文件无法读取：\(reason)")
    case .badJSON:
      detailed ?? Message(en: "this is not JSON", zh: "这不是 JSON")
    case .duplicateKey:
      Message(en: "the key stands here twice\(first)", zh: "同一个键写了两次\(first)")
    case .byteOrderMark:
      Message(
        en: "a byte order mark stands at the start of the file",
        zh: "文件开头有字节顺序标记（BOM）"
      )
    case .badFormat:
      Message(
        en: "\(quoted: "format") does not say \(quoted: values["expected"] ?? "")",
        zh: "\(quoted: "format")不是\(quoted: values["expected"] ?? "")"
      )
    case .newerFormat:
      Message(
        en: "the file was made by a newer duty (\(subject ?? ""))",
        zh: "文件由更新版本的 duty 写成（\(subject ?? "")）"
      )
    case .badType:
      detailed ?? expected(or: Message(en: "a value of the wrong kind", zh: "值的类型不对"))
    case .badValue:
      badValue
    case .missingKey:
      Message(
        en: "\(quoted: values["key"] ?? subject ?? "") is missing\(owning)",
        zh: "\(owning)缺少\(quoted: values["key"] ?? subject ?? "")"
      )
    case .unknownKey:
      values["reason"] == "other-level"
        ? Message(
          en: "the key \(quoted: subject ?? "") says nothing here",
          zh: "键\(quoted: subject ?? "")写在这里不起作用"
        )
        : Message(
          en: "unknown key \(quoted: subject ?? "")",
          zh: "不认识的键\(quoted: subject ?? "")"
        )
    case .controlCharacter:
      Message(en: "a control character in the text", zh: "文字里有控制字符")
    case .badID:
      Message(en: "\(quoted: subject ?? "") is no id", zh: "\(quoted: subject ?? "")不能作编号")
    case .duplicateID:
      Message(
        en: "duplicate id \(quoted: subject ?? "")\(first)",
        zh: "编号\(quoted: subject ?? "")重复\(first)"
      )
    case .reusedID:
      Message(
        en: "the id \(quoted: subject ?? "") was another duty's and must not come back",
        zh: "编号\(quoted: subject ?? "")曾属于别的职责，不能再用"
      )
    case .badSchedule, .vagueSchedule:
      detailed
        ?? Message(
          en: "the schedule \(quoted: subject ?? "") is not understood",
          zh: "时间安排\(quoted: subject ?? "")看不懂"
        )
    case .scheduleTwice:
      Message(
        en: "both 'schedule' and 'requirements'\(owning)",
        zh: "\(owning)既有'schedule'又有'requirements'"
      )
    case .noRequirement:
      Message(en: "no schedule\(owning)", zh: "\(owning)没有时间安排")
    case .badDate:
      detailed
        ?? Message(
          en: "\(quoted: subject ?? "") is no date",
          zh: "\(quoted: subject ?? "")不是日期"
        )
    case .ownerAndEach:
      Message(en: "both 'owner' and 'each'", zh: "既有'owner'又有'each'")
    case .effectiveEmpty:
      Message(
        en:
          "in effect from \(values["from"] ?? "?") to \(values["to"] ?? "?"), which is no day\(owning)",
        zh: "\(owning)生效期从\(values["from"] ?? "?")到\(values["to"] ?? "?")，一天也没有"
      )
    case .editionsOverlap:
      Message(
        en: "two editions of \(quoted: subject ?? "") are in effect on the same days\(elsewhere)",
        zh: "清单\(quoted: subject ?? "")的两版生效期重叠\(elsewhere)"
      )
    case .tornLine:
      Message(en: "torn line, not counted", zh: "这一行写断了，未计入")
    case .nulBytes:
      Message(en: "NUL bytes, as a crash leaves them; not counted", zh: "有空字节（崩溃所致），未计入")
    case .conflictMarker:
      isOfJournal
        ? Message(en: "the mark of a merge conflict, not counted", zh: "合并冲突的标记，未计入")
        : Message(en: "the mark of a merge conflict", zh: "合并冲突的标记")
    case .badEvent:
      Message(
        en: "no record: the value of \(quoted: subject ?? "") cannot be used; not counted",
        zh: "不是有效记录：\(quoted: subject ?? "")的值无法使用，未计入"
      )
    case .newerEvent:
      Message(en: "a record made by a newer duty", zh: "由更新版本的 duty 写成的记录")
    case .unknownType:
      Message(
        en:
          "\(number, "record", "records") of an unknown type \(quoted: subject ?? ""), not counted",
        zh: "\(number)条记录的类型\(quoted: subject ?? "")不认识，未计入"
      )
    case .conflictingID:
      Message(
        en: "two different records have the id \(subject ?? ""); neither is counted\(elsewhere)",
        zh: "两条不同的记录编号都是 \(subject ?? "")，都未计入\(elsewhere)"
      )
    case .futureID:
      Message(
        en: "record \(subject ?? "") was made more than a day in the future",
        zh: "记录 \(subject ?? "") 的时间比现在晚一天以上"
      )
    case .missingPrevious:
      Message(
        en: "the record before this one (\(subject ?? "?")) is not in the journal",
        zh: "这条之前的记录（\(subject ?? "?")）不在台账里"
      )
    }
  }

  /// The words of what a smaller reader said.
  private var detailed: Message? {
    switch detail {
    case .json(let reason): reason.message
    case .schedule(let error): error.message
    case .none: nil
    }
  }

  private func expected(or other: Message) -> Message {
    guard let expected = values["expected"] else { return other }
    let key = subject.map { Message(en: "\(quoted: $0): ", zh: "\(quoted: $0)：") } ?? .empty
    let kind: Message = isOfSettings ? .settingKind(expected) : .noun(ofKind: expected)
    guard let found = values["found"] else {
      return Message(en: "\(key)expected \(kind)", zh: "\(key)此处应为\(kind)")
    }
    return Message(
      en: "\(key)expected \(kind), found \(Message.noun(ofKind: found))",
      zh: "\(key)此处应为\(kind)，实际是\(Message.noun(ofKind: found))"
    )
  }

  /// Whether it is about `duty.json` or a person's own settings.
  private var isOfSettings: Bool { !place.path.hasPrefix("checklists/") && !isOfJournal }

  private var isOfJournal: Bool { place.path.hasPrefix("journal/") }

  private var badValue: Message {
    switch values["reason"] {
    case "empty": return Message(en: "an empty text", zh: "文字是空的")
    case "repeated":
      return Message(
        en: "\(quoted: subject ?? "") is named twice",
        zh: "\(quoted: subject ?? "")写了两次"
      )
    default: break
    }
    switch values["expected"] {
    case "points":
      return Message(
        en: "points are 0 to 100000 with at most three decimals",
        zh: "分值应为0到100000，最多三位小数"
      )
    case "year": return Message(en: "a year is a whole number from 1 to 9999", zh: "年份应为1到9999的整数")
    default:
      if isOfSettings, let expected = values["expected"] {
        return Message(
          en: "\(quoted: subject ?? "") takes \(Message.settingKind(expected))",
          zh: "\(quoted: subject ?? "")应为\(Message.settingKind(expected))"
        )
      }
      return Message(
        en: "the value \(quoted: subject ?? values["found"] ?? "") cannot be used",
        zh: "值\(quoted: subject ?? values["found"] ?? "")无法使用"
      )
    }
  }

  /// Where the first of two stands, if it is in the same file.
  private var first: Message {
    guard let other, let line = other.line else { return .empty }
    guard other.path == place.path else { return elsewhere }
    return Message(en: " (first at line \(line))", zh: "（先在第\(line)行）")
  }

  private var elsewhere: Message {
    guard let other else { return .empty }
    return Message(en: " (the other: \(other.text))", zh: "（另一处：\(other.text)）")
  }

  /// Whose it is, after an English phrase and before a Chinese one.
  private var owning: Message {
    guard let subject, values["key"] != nil || code != .missingKey else { return .empty }
    return Message(en: " (in \(subject))", zh: "\(subject) ")
  }

  private var number: Int { values["count"].flatMap { Int($0) } ?? 1 }

  private var reason: Message {
    switch values["reason"] {
    case "not-found": FileError.Reason.notFound.words
    case "permission": FileError.Reason.permission.words
    case "not-a-regular-file": FileError.Reason.notARegularFile.words
    case "symbolic-link": FileError.Reason.symbolicLink.words
    case "outside-workspace": FileError.Reason.outsideWorkspace.words
    case "invalid-path": FileError.Reason.invalidPath.words
    case "name-not-utf-8": Message(en: "its name is not UTF-8", zh: "文件名不是 UTF-8 编码")
    case "dangling-link":
      Message(en: "it is a link to what is not there", zh: "是链接，所指的文件不存在")
    case "utf-16": Message(en: "it is UTF-16", zh: "它是 UTF-16 编码")
    case "not-utf-8": Message(en: "it is not UTF-8 (GBK?)", zh: "它不是 UTF-8 编码（是 GBK 吗？）")
    case "too-large":
      Message(en: "it is too large", zh: "文件太大")
    case let reason?: .verbatim(reason)
    case nil: Message(en: "no reason is known", zh: "原因不明")
    }
  }
}

// MARK: - What to do

extension Problem {
  /// What to do about it: a phrase.
  var fix: Message? {
    switch code {
    case .unreadableFile: unreadableFix
    case .badJSON, .badType, .badSchedule, .vagueSchedule:
      detailedFix ?? Message(en: "correct the value", zh: "改正这个值")
    case .duplicateKey: Message(en: "keep one of the two", zh: "两处只留一处")
    case .byteOrderMark: Message(en: "save the file as UTF-8 without it", zh: "存成不带 BOM 的 UTF-8")
    case .badFormat:
      Message(
        en: "write \"format\": \"\(values["expected"] ?? "")\"",
        zh: "写 \"format\": \"\(values["expected"] ?? "")\""
      )
    case .newerFormat, .newerEvent:
      Message(en: "install a newer duty", zh: "安装新版 duty")
    case .badValue:
      suggestion
        ?? values["expected"].flatMap { expected in
          expected.contains(" ")
            ? Message(en: "write one of: \(expected)", zh: "写其中之一：\(expected)") : nil
        } ?? Message(en: "correct the value", zh: "改正这个值")
    case .missingKey:
      isOfJournal
        ? Message(
          en: "take the line out, or restore the file",
          zh: "移走这一行，或恢复文件"
        ) : Message(en: "add it", zh: "补上")
    case .unknownKey:
      suggestion ?? Message(en: "move it to where it belongs, or remove it", zh: "移到该写的地方，或删去")
    case .controlCharacter:
      Message(en: "remove it, or write a line break as \\n in 'text'", zh: "删去它；换行只能在'text'里写 \\n")
    case .badID:
      suggestion
        ?? Message(
          en:
            "lower-case letters and digits, with a digit at the end (s11); checklists need no digit",
          zh: "用小写字母和数字，以数字结尾（s11）；只有清单编号不必"
        )
    case .duplicateID:
      Message(
        en: "give the second one an id of its own; records name duties by id",
        zh: "给后一个换编号；记录是按编号认职责的"
      )
    case .reusedID:
      Message(en: "give the new duty a new id", zh: "给新职责一个新编号")
    case .scheduleTwice:
      Message(en: "keep one of the two", zh: "两个只留一个")
    case .noRequirement:
      Message(
        en: "add \"schedule\", such as \"4 per year\" or \"ongoing\"",
        zh: "加上 \"schedule\"，如\"每季度1次\"或\"持续推进\""
      )
    case .badDate:
      detailedFix ?? Message(en: "write it as 2026-06-30", zh: "写成 2026-06-30 这样")
    case .ownerAndEach:
      Message(
        en: "'owner' if one person answers, 'each' if every one of several owes it",
        zh: "一人负责写'owner'，几人各自完成写'each'"
      )
    case .effectiveEmpty:
      Message(en: "correct 'from' or 'to'", zh: "改正'from'或'to'")
    case .editionsOverlap where values["reason"] == "copy":
      Message(
        en: "is one a copy of the other? Compare them, and move one away",
        zh: "其中一份是不是副本？请比较两份，移走一份"
      )
    case .editionsOverlap:
      Message(
        en: "end the earlier edition the day before the later one begins",
        zh: "让前一版在后一版生效的前一天结束"
      )
    case .conflictMarker where !isOfJournal:
      Message(
        en: "finish the merge: keep what is right of both sides, and remove the marks",
        zh: "请完成合并：两边取其正确的，并删去标记"
      )
    case .tornLine, .nulBytes, .conflictMarker:
      Message(en: "\(command: "duty repair")", zh: "\(command: "duty repair")")
    case .badEvent:
      Message(
        en: "correct the line, or take it out: \(command: "duty repair")",
        zh: "改正这一行，或移走：\(command: "duty repair")"
      )
    case .unknownType:
      Message(
        en: "install a newer duty if a newer one wrote it",
        zh: "若由新版写成，请安装新版 duty"
      )
    case .conflictingID:
      Message(
        en: "see who changed a line that was written, and restore it",
        zh: "查明谁改动了已写的行，并恢复"
      )
    case .futureID:
      Message(
        en: "set the clock of the computer that wrote it",
        zh: "校准写它的那台电脑的时钟"
      )
    case .missingPrevious:
      Message(
        en: "was a line lost or removed? Look in version control",
        zh: "是否丢了或删了一行？请查版本库"
      )
    }
  }

  private var unreadableFix: Message {
    switch values["reason"] {
    case "name-not-utf-8":
      Message(
        en: "rename it, or move it away",
        zh: "请改名，或移走"
      )
    case "dangling-link":
      Message(
        en: "put the file itself there instead of a link, or remove the link",
        zh: "请放文件本身，不要放链接；或删去链接"
      )
    case "utf-16", "not-utf-8":
      Message(
        en: "save it as UTF-8, with the same text; or restore it from version control",
        zh: "原样存成 UTF-8 编码；或从版本库恢复"
      )
    default:
      Message(
        en: "see that it is an ordinary file that you may read",
        zh: "确认它是您有权读取的普通文件"
      )
    }
  }

  private var detailedFix: Message? {
    switch detail {
    case .json(let reason): reason.fix
    case .schedule(let error): error.fix
    case .none: nil
    }
  }

  private var suggestion: Message? {
    guard !nearest.isEmpty else { return nil }
    return Message(
      en: "did you mean \(Message.list(quoted: nearest, .or))?",
      zh: "是否想写\(Message.list(quoted: nearest, .or))？"
    )
  }
}

extension Problem.Severity {
  /// The word as compilers print it, so that editors find the place.
  var word: Message {
    switch self {
    case .error: Message(en: "error", zh: "错误")
    case .warning: Message(en: "warning", zh: "警告")
    }
  }

  var role: Role {
    switch self {
    case .error: .error
    case .warning: .warning
    }
  }
}

// MARK: - What the codes mean

extension ProblemCode {
  /// What the code means, as the manual tells it.
  var meaning: Message {
    switch self {
    case .unreadableFile: Message(en: "A file cannot be read", zh: "文件无法读取")
    case .badJSON: Message(en: "The text is not JSON", zh: "内容不是 JSON")
    case .duplicateKey: Message(en: "An object has a key twice", zh: "对象里同一个键写了两次")
    case .byteOrderMark: Message(en: "A file begins with a byte order mark", zh: "文件开头有字节顺序标记")
    case .badFormat:
      Message(en: "The format is missing, or is another one", zh: "没有写明格式，或是别的格式")
    case .newerFormat: Message(en: "A newer version wrote the file", zh: "文件由更新的版本写成")
    case .badType: Message(en: "A value is of the wrong kind", zh: "值的类型不对")
    case .badValue: Message(en: "A value is out of range", zh: "值超出范围")
    case .missingKey: Message(en: "A key that is needed is missing", zh: "缺少必需的键")
    case .unknownKey: Message(en: "A key is not known, or not here", zh: "键不认识，或不该写在这里")
    case .controlCharacter: Message(en: "A text has a control character", zh: "文字里有控制字符")
    case .badID: Message(en: "An id does not follow the grammar of ids", zh: "编号不合规则")
    case .duplicateID: Message(en: "Two things have one id", zh: "编号重复")
    case .reusedID: Message(en: "The id of a removed duty is used again", zh: "用了已删职责的编号")
    case .badSchedule: Message(en: "A schedule is not understood", zh: "时间安排看不懂")
    case .vagueSchedule: Message(en: "A schedule names no cycle", zh: "时间安排没有写明多久一次")
    case .scheduleTwice:
      Message(en: "A duty has both a schedule and requirements", zh: "职责既有时间安排又有要求")
    case .noRequirement: Message(en: "A duty has no schedule", zh: "职责没有时间安排")
    case .badDate: Message(en: "A date does not exist", zh: "日期不存在")
    case .ownerAndEach: Message(en: "A level has both owner and each", zh: "同一级既有 owner 又有 each")
    case .effectiveEmpty:
      Message(en: "Something is in effect on no day", zh: "生效期一天也没有")
    case .editionsOverlap:
      Message(en: "Two editions of a checklist overlap", zh: "清单的两版生效期重叠")
    case .tornLine: Message(en: "A write was interrupted", zh: "写入中断，行不完整")
    case .nulBytes: Message(en: "A crash left NUL bytes", zh: "崩溃留下了空字节")
    case .conflictMarker: Message(en: "A merge left its marks", zh: "合并冲突留下了标记")
    case .badEvent: Message(en: "A line is JSON but no record", zh: "一行是 JSON 但不是记录")
    case .newerEvent: Message(en: "A newer version made the record", zh: "记录由更新的版本写成")
    case .unknownType: Message(en: "A record is of an unknown type", zh: "记录的类型不认识")
    case .conflictingID: Message(en: "Two different records have one id", zh: "两条不同的记录同号")
    case .futureID: Message(en: "A record was made in the future", zh: "记录的时间在将来")
    case .missingPrevious:
      Message(en: "A record that another one follows is missing", zh: "缺少前一条记录")
    }
  }
}
