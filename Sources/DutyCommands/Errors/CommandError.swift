import CommandLineKit
package import DutyModel
import DutyReports
package import DutyStore
package import TerminalText

/// A command that cannot do what it was asked.
package enum CommandError: Error, Sendable {
  /// No checklist has the id; the candidates are full names, nearest first.
  case noDuty(String, nearest: [String], known: KnownIDs?)
  /// The id is in several checklists; with those of the duties that have several requirements,
  /// where one of them must be named.
  case ambiguous(
    String,
    places: Int,
    several: [(duty: String, count: Int)],
    candidates: [Candidate]
  )
  /// The duty asks for several things, and none was named.
  case severalRequirements(String, duty: String, candidates: [Candidate])
  /// No checklist has the name; with the ids there are.
  case noChecklist(String, known: [String])
  /// The checklist is there and cannot be used.
  case brokenChecklist(String, Problem)
  /// No checklist has the name that can be read, and these files cannot.
  case uncertainChecklist(String, unreadable: [String])
  case noEvent(String)
  /// Several events end in the same characters.
  case ambiguousEvent(String, [EventID])
  case noFinding(String, nearest: [String])
  /// The requirement, by its shortest name, has no such occurrence.
  case noOccurrence(String, String, labels: [String])
  /// What should be the label of an occurrence is none at all.
  case badLabel(String)
  /// The day fits more than one open occurrence of the requirement, which is named in the shortest
  /// way and in full; with a command line for each.
  case severalOccurrences(String, Reference, Day, labels: [String], commands: [String])
  /// Each of several persons owes the requirement, named both ways, and no person was named.
  case ownerNeeded(String, Reference, [String])
  /// The person named is not among those who owe the requirement, by its shortest name.
  case notAnOwner(String, String, [String])
  /// The day lies after today; what is only begun can be recorded as that.
  case dayInFuture(Day, today: Day, canStart: Bool)
  /// There is nothing to undo, and what was recorded last.
  case nothingToUndo(by: String, last: EventID?, days: Int?)
  /// Events that only a later version understands.
  case newerEvents(Int)
  /// A bare id while a checklist cannot be read, which may have the same id.
  case unreadableChecklists([String])
  /// A question that only a person could answer.
  case wouldAsk(Message, option: String)
  /// The output exists already.
  case exists(String)
  /// What was asked for does not fit what is there, in words of the command.
  case refused(ExitStatus, code: String, Message, advice: [Message])

  /// Something that may have been meant.
  package struct Candidate: Sendable, Hashable {
    /// The shortest name that works.
    package let name: String
    package let title: String
    /// Such as `3/4`; empty where there is nothing to count.
    package let count: String
    /// The command line that means it; `nil` where there is none to repeat.
    package let command: String?

    package init(name: String, title: String, count: String = "", command: String? = nil) {
      self.name = name
      self.title = title
      self.count = count
      self.command = command
    }
  }

  /// The ids of a checklist that begin with the same letters.
  package struct KnownIDs: Sendable, Hashable {
    package let checklist: String
    /// In ranges, such as `s1-s13`.
    package let ranges: String

    package init(checklist: String, ranges: String) {
      self.checklist = checklist
      self.ranges = ranges
    }
  }
}

// MARK: - Wording

extension CommandError {
  private static let whereIDsAre = Message(
    en: "See the ids: \(command: "duty list")",
    zh: "查看编号：\(command: "duty list")"
  )
}

extension CommandError: Diagnosable {
  package var diagnosis: Diagnosis {
    switch self {
    case .noDuty(let id, let nearest, let known):
      return Diagnosis(
        .noInput,
        "unknown-duty",
        Message(en: "No duty \(quoted: id)", zh: "没有职责\(quoted: id)").suggesting(nearest),
        advice: known.map { known in
          [
            Message(
              en: "\(known.checklist) has \(known.ranges).",
              zh: "\(known.checklist) 有 \(known.ranges)。"
            )
          ]
        } ?? (nearest.isEmpty ? [CommandError.whereIDsAre] : []),
        subject: id,
        nearest: nearest
      )
    case .ambiguous(let id, let places, let several, let candidates):
      let parts = several.map { duty, count in
        Message(
          en: ", and \(duty) has \(count) requirements",
          zh: "，\(duty) 有\(count)项要求"
        )
      }
      let parted = Message.joined(parts, separator: .empty)
      return Diagnosis(
        .usage,
        "ambiguous-id",
        Message(
          en:
            "\(quoted: id) is in \(places) checklists\(parted): \(CommandError.list(candidates))",
          zh: "\(quoted: id)在\(places)份清单里都有\(parted)：\(CommandError.list(candidates))"
        ),
        advice: [Message(en: "Type one of:", zh: "请输入其中一个：")]
          + candidates.map { candidate in
            let line = candidate.command ?? candidate.name
            return Message(en: "  \(command: line)", zh: "  \(command: line)")
          },
        subject: id,
        nearest: candidates.map(\.name)
      )
    case .severalRequirements(let id, let duty, let candidates):
      return Diagnosis(
        .usage,
        "several-requirements",
        Message(
          en: "\(quoted: id) has \(candidates.count) requirements:",
          zh: "\(quoted: id)有\(candidates.count)项要求："
        ),
        advice: candidates.map {
          Message(
            en: "\($0.name) \($0.title) \($0.count)",
            zh: "\($0.name) \($0.title) \($0.count)"
          )
        } + [
          Message(
            en: "Name one, or mean each of them with \(command: "--all").",
            zh: "请写明是哪一项；若每项都是，则加 \(command: "--all")。"
          )
        ],
        subject: duty,
        nearest: candidates.map(\.name)
      )
    case .noChecklist(let id, let known):
      let nearest = known.nearest(to: Identifier.folded(id), limit: 3)
      let all = Message.list(known.map { .verbatim($0) })
      return Diagnosis(
        .noInput,
        "unknown-checklist",
        Message(en: "No checklist \(quoted: id)", zh: "没有清单\(quoted: id)").suggesting(nearest),
        advice: nearest.isEmpty && !known.isEmpty
          ? [Message(en: "Checklists: \(all).", zh: "现有清单：\(all)。")] : [],
        subject: id,
        nearest: nearest
      )
    case .brokenChecklist(let id, let problem):
      return Diagnosis(
        .data,
        "unreadable-checklist",
        Message(
          en: "the checklist \(quoted: id) cannot be used: \(problem.message)",
          zh: "清单\(quoted: id)无法使用：\(problem.message)"
        ),
        advice: (problem.fix.map { [Message(en: "fix: \($0)", zh: "修正：\($0)")] } ?? [])
          + [.seeAllProblems],
        place: problem.place,
        subject: id
      )
    case .uncertainChecklist(let id, let paths):
      return Diagnosis(
        .data,
        "unreadable-checklist",
        Message(
          en:
            "Cannot be sure whether there is a checklist \(quoted: id): \(paths.joined(separator: ", ")) cannot be read",
          zh: "无法确定有没有清单\(quoted: id)：\(paths.joined(separator: "、")) 无法读取"
        ),
        advice: [.seeAllProblems],
        subject: id
      )
    case .noEvent(let id):
      return Diagnosis(
        .noInput,
        "unknown-event",
        Message(en: "No record \(quoted: id)", zh: "没有记录\(quoted: id)"),
        advice: [
          Message(
            en: "See the records: \(command: "duty history")",
            zh: "查看记录：\(command: "duty history")"
          )
        ],
        subject: id
      )
    case .ambiguousEvent(let text, let ids):
      let names = ids.map(\.description)
      return Diagnosis(
        .usage,
        "ambiguous-event",
        Message(
          en: "\(quoted: text) is the end of \(names.count) records:",
          zh: "有\(names.count)条记录以\(quoted: text)结尾："
        ),
        advice: names.prefix(10).map { .verbatim($0) },
        subject: text,
        nearest: names
      )
    case .noFinding(let id, let nearest):
      return Diagnosis(
        .noInput,
        "unknown-finding",
        Message(en: "No finding \(quoted: id)", zh: "没有问题\(quoted: id)").suggesting(nearest),
        advice: [
          Message(
            en: "See the findings: \(command: "duty finding list --all")",
            zh: "查看问题：\(command: "duty finding list --all")"
          )
        ],
        subject: id,
        nearest: nearest
      )
    case .noOccurrence(let label, let name, let labels):
      return Diagnosis(
        .usage,
        "unknown-period",
        Message(
          en: "\(name) has no occurrence \(quoted: label)",
          zh: "\(name) 没有\(quoted: label)这一期"
        ),
        advice: labels.isEmpty
          ? []
          : [
            Message(
              en: "This year's: \(labels.joined(separator: " "))",
              zh: "今年有：\(labels.joined(separator: " "))"
            )
          ],
        subject: label,
        nearest: labels
      )
    case .badLabel(let label):
      return Diagnosis(
        .usage,
        "bad-period",
        Message(en: "\(quoted: label) is no period", zh: "\(quoted: label)不是一个期间"),
        advice: [
          Message(
            en: "Write 2026, 2026-H1, 2026-Q2, 2026-06, 2026-W27, or the due day 2026-07-31.",
            zh: "请写 2026、2026-H1、2026-Q2、2026-06、2026-W27，或到期日 2026-07-31。"
          )
        ],
        subject: label
      )
    case .severalOccurrences(let name, let reference, let day, let labels, let commands):
      return Diagnosis(
        .usage,
        "several-occurrences",
        Message(
          en:
            "\(name) on \(day.description) may be for any of \(labels.count) occurrences",
          zh: "\(name) 在 \(day.description) 办的，可能属于\(labels.count)期中的任何一期"
        ),
        advice: [Message(en: "Say which:", zh: "请写明是哪一期：")]
          + commands.map { Message(en: "  \(command: $0)", zh: "  \(command: $0)") },
        subject: reference.description,
        nearest: labels
      )
    case .ownerNeeded(let name, let reference, let names):
      let option = "--owner \((names.first ?? "").quotedForShell)"
      return Diagnosis(
        .usage,
        "owner-needed",
        Message(
          en:
            "Each of \(names.count) persons owes \(name): \(NameList.full(names))",
          zh: "\(name) 由\(names.count)人各自完成：\(NameList.full(names))"
        ),
        advice: [
          Message(
            en: "Say whose it is: \(command: option)",
            zh: "请写明是谁的：\(command: option)"
          )
        ],
        subject: reference.description,
        nearest: names
      )
    case .notAnOwner(let name, let requirement, let names):
      return Diagnosis(
        .usage,
        "not-an-owner",
        Message(
          en: "\(quoted: name) does not owe \(requirement)",
          zh: "\(requirement) 不由\(quoted: name)完成"
        ),
        advice: [
          Message(
            en: "Those who do: \(NameList.full(names)).",
            zh: "由这些人各自完成：\(NameList.full(names))。"
          )
        ],
        subject: name,
        nearest: names
      )
    case .dayInFuture(let day, let today, let canStart):
      return Diagnosis(
        .usage,
        "day-in-future",
        Message(
          en: "\(day.description) is after today (\(today.description))",
          zh: "\(day.description) 在今天（\(today.description)）之后"
        ),
        advice: [
          canStart
            ? Message(
              en: "Record it then, or use \(command: "duty start").",
              zh: "请到时再记，或用 \(command: "duty start")。"
            ) : Message(en: "Record it then.", zh: "请到时再记。")
        ],
        subject: day.description
      )
    case .nothingToUndo(let name, nil, _):
      return Diagnosis(
        .negative,
        "nothing-to-undo",
        Message(
          en: "Nothing to undo: \(name) has no record here that holds",
          zh: "没有可撤销的记录：\(name)在此没有仍有效的记录"
        )
      )
    case .nothingToUndo(let name, let last?, let days):
      return Diagnosis(
        .negative,
        "nothing-to-undo",
        Message(
          en:
            "Nothing to undo: \(name)'s last record here is \(last.short), \(days ?? 0, "day", "days") ago",
          zh: "没有可撤销的记录：\(name)在这里最近的记录是 \(last.short)，\(days ?? 0)天前"
        ),
        advice: [
          Message(
            en: "If you mean that one: \(command: "duty undo \(last.short)")",
            zh: "若确要撤销它：\(command: "duty undo \(last.short)")"
          )
        ],
        subject: last.description
      )
    case .newerEvents(let count):
      return Diagnosis(
        .data,
        "newer-event",
        Message(
          en:
            "\(count, "record", "records") of the journal \(count == 1 ? "needs" : "need") a newer duty",
          zh: "有\(count)条记录由更新版本的 duty 写成"
        ),
        advice: [
          Message(
            en: "Figures without them would be wrong. See them: \(command: "duty check")",
            zh: "不计入它们，数字就不对。查看：\(command: "duty check")"
          )
        ]
      )
    case .unreadableChecklists(let paths):
      return Diagnosis(
        .data,
        "unreadable-checklist",
        Message(
          en: "Cannot be sure which duty is meant: \(paths.joined(separator: ", ")) cannot be read",
          zh: "无法确定指哪项职责：\(paths.joined(separator: "、")) 无法读取"
        ),
        advice: [
          Message(
            en:
              "Name the checklist too, such as \(quoted: "township/s11b"), or mend the file: \(command: "duty check")",
            zh: "请连清单一起写明，如\(quoted: "township/s11b")，或修正文件：\(command: "duty check")"
          )
        ],
        subject: paths.first
      )
    case .wouldAsk(let question, let option):
      return Diagnosis(
        .usage,
        "would-ask",
        Message(
          en: "\(question) There is nobody to ask",
          zh: "\(question)此处无人可问"
        ),
        advice: [
          Message(
            en: "Answer with \(command: option).",
            zh: "请用 \(command: option) 回答。"
          )
        ],
        subject: option
      )
    case .exists(let path):
      return Diagnosis(
        .cannotCreate,
        "exists",
        Message(en: "\(quoted: path) exists already", zh: "\(quoted: path)已经存在"),
        advice: [
          Message(
            en: "Choose another name, or overwrite it with \(command: "--force").",
            zh: "请换个名字，或用 \(command: "--force") 覆盖。"
          )
        ],
        subject: path
      )
    case .refused(let status, let code, let message, let advice):
      return Diagnosis(status, code, message, advice: advice)
    }
  }

  private static func list(_ candidates: [Candidate]) -> Message {
    .list(
      candidates.map { candidate in
        let words = [candidate.name, candidate.title, candidate.count].filter { !$0.isEmpty }
        return .verbatim(words.joined(separator: " "))
      }
    )
  }
}
