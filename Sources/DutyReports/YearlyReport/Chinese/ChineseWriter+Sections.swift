import DutyModel

extension ChineseWriter {
  /// A duty: its title as the lead, unless its only sentence begins with the same words, and what
  /// there is to say of each requirement.
  mutating func tell(_ duty: DutyFacts) -> [Sentence] {
    var sentences: [Sentence] = []
    var namesAll = true
    let isAlone = duty.requirements.count == 1
    for requirement in duty.requirements {
      var told = tell(requirement)
      guard let first = told.sentences.first else { continue }
      if !told.namesIt {
        namesAll = false
        if !isAlone { told.sentences[0] = "\(requirement.action)：\(first)" }
      }
      sentences += told.sentences
    }
    guard !sentences.isEmpty else { return [] }
    sentences += handovers(duty)
    let isTitleTold =
      isAlone && namesAll && duty.requirements[0].action == duty.duty.title
      && !sentences[0].endsInGap
    return isTitleTold ? sentences : ["\(duty.duty.title)。"] + sentences
  }

  /// The figures of a section in one sentence; its form follows from what it says.
  ///
  /// - Parameters:
  ///   - figures: What was counted.
  ///   - isLast: Whether it closes the section: 以上….
  ///   - isOngoingTold: Whether a section that owes nothing tells of its ongoing duties.
  /// - Returns: The sentence; empty if there is nothing to count.
  mutating func figures(
    _ figures: YearFigures,
    isLast: Bool,
    isOngoingTold: Bool = true
  ) -> Sentence {
    let owed = figures.owed
    if owed == 0, figures.notYetDue == 0 {
      guard figures.ongoing > 0, isOngoingTold else { return Sentence() }
      return ongoing(figures)
    }
    let head = isLast ? "以上" : ""
    if owed == 0 {
      let all = figures.notYetDue == 1 ? "" : "均"
      return "\(head)应办事项\(figures.notYetDue)项，\(all)尚未到期。"
    }
    let rest = figures.notYetDue > 0 ? "，另有\(figures.notYetDue)项尚未到期" : ""
    return Sentence(head + core(figures, owed) + rest + "。")
  }

  /// The figures of a section that owes nothing on a day.
  private mutating func ongoing(_ figures: YearFigures) -> Sentence {
    let count = figures.ongoingRequirements
    if count == 1 || figures.ongoingRecorded < figures.ongoing {
      return "本部分长期推进的职责\(ChineseWriter.ongoing(figures))。"
    }
    return switch rotation.next(.allOngoing, of: 3) {
    case 0: "本部分长期推进的职责\(count)项，均有工作记录。"
    case 1: "\(count)项长期推进的职责年内均有工作记录。"
    default: "长期推进的职责\(count)项，各有工作记录。"
    }
  }

  /// How many ongoing duties there are and how many of them have a record: 3项，有工作记录的2项.
  static func ongoing(_ figures: YearFigures) -> String {
    let (count, recorded) = (figures.ongoingRequirements, figures.ongoingRecorded)
    let head = "\(count)项，"
    if recorded == 0 { return head + (count == 1 ? "无工作记录" : "均无工作记录") }
    if recorded == figures.ongoing { return head + (count == 1 ? "有工作记录" : "均有工作记录") }
    let persons = figures.isOngoingByPersons ? "按人计\(figures.ongoing)项，" : ""
    return "\(head)\(persons)有工作记录的\(recorded)项"
  }

  private mutating func core(_ figures: YearFigures, _ owed: Int) -> String {
    if figures.waived == owed {
      return owed == 1 ? "应办事项1项，本年度免办" : "应办事项\(owed)项，本年度均免办"
    }
    if figures.done == 0, figures.waived == 0 {
      if owed == 1 { return "应办事项1项，无完成记录" }
      return "应办事项\(owed)项，" + ["均无完成记录", "均未见完成记录"][rotation.next(.noneDone, of: 2)]
    }
    if figures.open == 0, figures.waived == 0 {
      if figures.late > 0 {
        return owed == 1
          ? "应办事项1项，已完成但逾期" : "应办事项\(owed)项均已完成，其中逾期完成\(figures.late)项"
      }
      if owed == 1 { return "应办事项1项，已按期完成" }
      return switch rotation.next(.allOnTime, of: 3) {
      case 0: "应办事项\(owed)项均已按期完成"
      case 1: "应办事项\(owed)项，全部按期完成"
      default: "应办事项\(owed)项，按期完成\(owed)项"
      }
    }
    if figures.waived == 0, figures.late == 0, figures.done > 0 {
      return switch rotation.next(.someOpen, of: 3) {
      case 0: "应办事项\(owed)项，完成\(figures.done)项，未完成\(figures.open)项"
      case 1: "\(owed)项应办事项完成\(figures.done)项，尚有\(figures.open)项未完成"
      default:
        "应办事项\(owed)项，除\(figures.open)项未完成外，其余\(figures.done)项\(figures.done == 1 ? "" : "均")按期完成"
      }
    }
    return ChineseWriter.plain(figures)
  }

  /// All the figures in their order, those that are 0 left out.
  static func plain(_ figures: YearFigures) -> String {
    var parts = ["应办事项\(figures.owed)项"]
    if figures.done > 0 {
      parts.append(
        "完成\(figures.done)项" + (figures.late > 0 ? "（其中逾期完成\(figures.late)项）" : "")
      )
    } else if figures.owed > figures.waived {
      parts.append(figures.owed == 1 ? "无完成记录" : "均无完成记录")
    }
    if figures.waived > 0 { parts.append("免办\(figures.waived)项") }
    if figures.open > 0, figures.done + figures.waived > 0 {
      parts.append("未完成\(figures.open)项")
    }
    return parts.joined(separator: "，")
  }
}
