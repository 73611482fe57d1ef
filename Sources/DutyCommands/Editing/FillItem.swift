import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// Something of a checklist that waits to be filled in.
struct FillItem {
  enum Question: Hashable {
    /// A value that the source masks.
    case masked(MaskedPart)
    /// A word that names no cycle, in the text of a duty without one.
    case vague(String)
    case owner
  }

  let question: Question
  /// The requirement; for an owner its duty.
  let reference: Reference
  /// The name as it is shown.
  let name: String
  let title: String
  /// The words of the document.
  let text: String
  /// The schedule as it is.
  let schedule: Schedule

  /// Everything that waits in all checklists or in one, in the order of the documents.
  static func all(in opened: Opened, checklist: String?) -> [FillItem] {
    all(in: opened.register, opened.names, checklist: checklist)
  }

  /// Everything that will wait in a checklist that is not part of a workspace yet.
  static func all(in checklist: Checklist, on today: Day) -> [FillItem] {
    let register = Register(checklists: [checklist], events: [], today: today)
    return all(in: register, Names(register), checklist: nil)
  }

  private static func all(
    in register: Register,
    _ names: Names,
    checklist: String?
  ) -> [FillItem] {
    var result: [FillItem] = []
    for item in register.items where item.isInEffect {
      let whole = register.reference(of: item)
      if let checklist, whole.checklist != checklist { continue }
      let word = UnsettledWords.first(in: item.duty)
      func add(_ question: Question, _ reference: Reference, _ requirement: Requirement) {
        result.append(
          FillItem(
            question: question,
            reference: reference,
            name: names.shortest(reference),
            title: reference.requirement == nil ? item.duty.title : requirement.title,
            text: item.duty.text,
            schedule: requirement.schedule
          )
        )
      }
      for number in item.obligations {
        let obligation = register.obligations[number]
        if let part = MaskedPart(obligation.requirement.schedule) {
          add(.masked(part), obligation.reference, obligation.requirement)
        } else if let word, number == item.obligations.first {
          add(.vague(word), obligation.reference, obligation.requirement)
        }
      }
      let first = item.obligations.first { number in
        let status = register.status(ofObligation: number)
        return status.owner == nil && status.each.isEmpty
      }
      if let first { add(.owner, whole, register.obligations[first].requirement) }
    }
    return result
  }
}

extension FillItem {
  /// The key of the file that answers the question.
  var key: FillKey {
    switch question {
    case .masked, .vague: .schedule
    case .owner: .owner
    }
  }

  /// One line that tells what is missing.
  var line: Message {
    switch question {
    case .masked(let part):
      Message(
        en: "\(name)  \(title)  \(schedule.words)  (\(part.word) masked)",
        zh: "\(name)  \(title)  \(schedule.words)（\(part.word)待填）"
      )
    case .vague(let word):
      Message(
        en: "\(name)  \(title)  \(schedule.words)  (\(quoted: word) without a cycle)",
        zh: "\(name)  \(title)  \(schedule.words)（\(quoted: word)没有周期）"
      )
    case .owner:
      Message(en: "\(name)  \(title)  (no owner)", zh: "\(name)  \(title)（没有责任人）")
    }
  }

  /// What a person is asked, after the words of the document.
  var prompt: Message {
    switch question {
    case .masked(.count):
      Message(
        en:
          "How often? A number, or a schedule (now \(quoted: schedule.description); Enter skips): ",
        zh: "几次？写数字，或写时间安排（现为\(quoted: schedule.chinese)；回车跳过）："
      )
    case .masked(.month):
      Message(
        en:
          "Which month? 1 to 12, or a schedule (now \(quoted: schedule.description); Enter skips): ",
        zh: "哪个月？写1到12，或写时间安排（现为\(quoted: schedule.chinese)；回车跳过）："
      )
    case .masked(.day):
      Message(
        en:
          "Which day? 1 to 31, or a schedule (now \(quoted: schedule.description); Enter skips): ",
        zh: "哪一日？写1到31，或写时间安排（现为\(quoted: schedule.chinese)；回车跳过）："
      )
    case .vague(let word):
      Message(
        en:
          "\(quoted: word): how often? A schedule, or 'none' if it has no cycle (now \(quoted: schedule.description); Enter skips): ",
        zh: "\(quoted: word)：多久一次？写时间安排，确无周期写'无'（现为\(quoted: schedule.chinese)；回车跳过）："
      )
    case .owner:
      Message(en: "Who answers for it? (Enter skips): ", zh: "由谁负责？（回车跳过）：")
    }
  }

  /// The value a person means: a bare number stands for what is masked, and a no for the schedule
  /// as it is.
  ///
  /// - Throws: An error about a number that does not fit there.
  func value(of answer: String) throws(CommandError) -> String {
    if case .vague = question, Identifier.folded(answer).meansNone { return schedule.description }
    guard case .masked(let part) = question else { return answer }
    if let number = FillItem.number(answer) {
      if let schedule = schedule.filled(part, with: number) { return schedule.description }
      throw part.refusal(
        code: "out-of-range",
        Message(en: "\(number) does not fit there", zh: "\(number)不合适")
      )
    }
    do throws(ScheduleError) {
      return try Schedule(answer).description
    } catch {
      throw part.refusal(code: "bad-schedule", error.message)
    }
  }

  /// A number, in Chinese numerals as well, with what it counts: 6, 六月, 两次, 15号.
  private static func number(_ text: String) -> Int? {
    var rest = DayExpressionScanner(Identifier.folded(text))
    guard let number = rest.take("两", "兩") ? 2 : rest.number() else { return nil }
    rest.take("次", "月份", "月", "日", "号")
    return rest.isAtEnd ? number : nil
  }

  /// What the document's words mask where a schedule is filled in, if they mask one number and only
  /// that is new in the schedule.
  func mask(filledBy value: String, in duty: Duty) -> FilledMask? {
    guard case .masked(let part) = question, let new = try? Schedule(value),
      duty.requirements.count(where: { MaskedPart($0.schedule) == part }) == 1,
      let number = (1...part.most).first(where: { schedule.filled(part, with: $0) == new })
    else { return nil }
    return FilledMask(part: part, number: number)
  }
}

extension MaskedPart {
  /// The refusal of what cannot stand in the place of the part.
  fileprivate func refusal(code: String, _ message: Message) -> CommandError {
    .refused(
      .usage,
      code: code,
      message,
      advice: [
        Message(
          en: "Write a number from 1 to \(most), or a whole schedule.",
          zh: "请写1到\(most)的数字，或写完整的时间安排。"
        )
      ]
    )
  }
}

extension Schedule {
  /// The schedule with a number in the place of what is masked; `nil` if it does not fit.
  func filled(_ part: MaskedPart, with number: Int) -> Schedule? {
    switch (self, part) {
    case (.counted(let counted), .count) where (1...366).contains(number):
      return .counted(
        Counted(count: number, unit: counted.unit, by: counted.by, gap: counted.gap)
      )
    case (.counted(let counted), .month) where (1...12).contains(number):
      return .counted(
        Counted(
          count: counted.count,
          unit: counted.unit,
          by: .point(.month(number)),
          gap: counted.gap
        )
      )
    case (.yearly(let points), .month) where (1...12).contains(number):
      // Only one number is given, so only one place may be open.
      guard points.count(where: { $0 == .unknown }) == 1 else { return nil }
      return .yearly(points.map { $0 == .unknown ? .month(number) : $0 })
    case (.once(.unknownMonth(let year)), .month) where (1...12).contains(number):
      return .once(.month(year, number))
    case (.once(.unknownDay(let year, let month)), .day):
      return Day(year: year, month: month, day: number).map { .once(.day($0)) }
    default:
      return nil
    }
  }
}

/// How much waits to be filled in, by what is asked.
struct FillFigures {
  private(set) var masked = 0
  /// Duties with words that name no cycle.
  private(set) var vague = 0
  /// Duties without an owner.
  private(set) var owners = 0

  init(_ items: [FillItem]) {
    for item in items {
      switch item.question {
      case .masked: masked += 1
      case .vague: vague += 1
      case .owner: owners += 1
      }
    }
  }
}
