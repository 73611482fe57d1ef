import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Sets the score of a section by hand, with the reason.
struct ScoreCommand: RecordingCommand {
  let section: String
  let points: String
  let reason: String
  let year: Int?
  let recording: RecordingOptions

  static let name = "score"

  static let declaration = Declaration(
    Message(en: "Set a section's score by hand", zh: "评分：人工确定某部分的得分"),
    group: .record,
    examples: [
      Example(
        Message(
          en: "duty score township/g0-2 --points 8.5 --reason \"Agreed at the meeting\"",
          zh: "duty score township/g0-2 --points 8.5 --reason 经会议研究"
        )
      )
    ],
    discussion: Message(
      en: """
        The self-assessment works the score out from the journal. A score that is set replaces \
        that of the section; the report shows the difference and the reason.
        """,
      zh: "自评报告按台账计算得分。人工确定的得分代替该部分的计算结果，报告写明差额和理由。"
    ),
    Argument<String>(
      Message(en: "section", zh: "部分"),
      help: Message(
        en: "The section, such as township/g0-3",
        zh: "部分的编号，如 township/g0-3"
      )
    ),
    Option<String>(
      "points",
      value: Message(en: "number", zh: "分数"),
      help: Message(
        en: "The score, from 0 to the points of the section",
        zh: "得分，从0到该部分的分值"
      )
    ).required,
    Option<String>(
      "reason",
      value: Message(en: "text", zh: "文字"),
      help: Message(en: "Why", zh: "理由")
    ).required,
    Option<Int>(
      "year",
      value: Message(en: "year", zh: "年份"),
      help: Message(en: "The year of the score", zh: "哪一年的得分"),
      fallback: Message(en: "this year", zh: "今年")
    ),
    RecordingOptions.parameters,
    as: ScoreCommand.init(section:points:reason:year:recording:)
  )

  func run(in context: Context) throws -> Outcome {
    guard let thousandths = ScoreCommand.thousandths(points) else {
      throw UsageError.invalidValue(
        points,
        ParameterReference(name: "--points", placeholder: Message(en: "number", zh: "分数")),
        InvalidValue(
          Message(
            en: "not a number with at most three decimal places",
            zh: "应为数字，最多三位小数"
          )
        )
      )
    }
    let year = try year.validYear() ?? context.today.year
    let recorder = try Recorder(context, recording)
    return try recorder.record { opened in
      let found = try ScoreCommand.find(section, in: opened, line: context.line)
      guard let points = found.points else {
        throw CommandError.refused(
          .usage,
          code: "no-points",
          Message(
            en: "\(quoted: found.name) carries no points",
            zh: "\(quoted: found.name)没有分值"
          ),
          advice: [
            Message(
              en: "Give the section its points in the checklist first.",
              zh: "请先在清单里写明该部分的分值。"
            )
          ]
        )
      }
      guard thousandths <= points else {
        let most = Thousandths.text(points)
        throw CommandError.refused(
          .usage,
          code: "out-of-range",
          Message(
            en: "\(quoted: found.name) carries \(most) points at most",
            zh: "\(quoted: found.name)的分值是\(most)分"
          ),
          advice: []
        )
      }
      return Decision([
        Draft(
          .score(
            section: found.name,
            year: year,
            thousandths: thousandths,
            reason: reason
          )
        )
      ])
    }
  }

  /// A decimal number from 0, in thousandths.
  static func thousandths(_ text: String) -> Int? {
    let folded = Identifier.folded(text)
    let parts = folded.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    func isNumber(_ part: Substring, _ lengths: ClosedRange<Int>) -> Bool {
      lengths.contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard isNumber(parts[0], 1...6), parts.count == 1 || isNumber(parts[1], 1...3),
      let whole = Int(parts[0])
    else { return nil }
    let fraction = parts.count == 1 ? "" : String(parts[1])
    let filled = fraction + String(repeating: "0", count: 3 - fraction.utf8.count)
    return whole * 1000 + (Int(filled) ?? 0)
  }

  /// A section, or a tier whose duties stand directly under it.
  private static func find(
    _ typed: String,
    in opened: Opened,
    line: TypedLine
  ) throws -> (name: String, points: Int?) {
    let id = Identifier.folded(typed)
    var known: [(name: String, title: String, points: Int?)] = []
    for checklist in opened.register.checklists
    where checklist.effective.contains(opened.register.today) {
      for tier in checklist.tiers {
        for section in tier.sections {
          let name = "\(checklist.id)/\(section.id ?? tier.id)"
          known.append((name, section.title, section.points))
        }
      }
    }
    let found = known.filter { $0.name == id || $0.name.hasSuffix("/\(id)") }
    if let only = found.first, found.count == 1 { return (only.name, only.points) }
    if found.count > 1 {
      throw CommandError.ambiguous(
        typed,
        places: found.count,
        several: [],
        candidates: found.map { section in
          CommandError.Candidate(
            name: section.name,
            title: section.title,
            command: line.replacing(argument: typed, by: [section.name])
          )
        }
      )
    }
    let nearest = known.map(\.name).nearest(to: id, limit: 3)
    throw CommandError.refused(
      .noInput,
      code: "unknown-section",
      Message(en: "No section \(quoted: typed)", zh: "没有部分\(quoted: typed)").suggesting(nearest),
      advice: []
    )
  }
}
