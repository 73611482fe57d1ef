import DutyImport
import DutyModel
import DutyReports
import StrictJSON
import TerminalText

/// What was decided while a document was read, for a person to look over.
struct ImportReport: Sendable {
  /// What the document is called.
  let source: String
  let checklist: ImportedChecklist
  /// One for every line, or clause, that needed a decision; by line.
  let decisions: [ImportDecision]
  let summary: ImportReview.Summary
  /// What `fill` will ask for.
  let open: [FillItem]
  /// The file of the checklist as messages name it, or `nil` if nothing was written.
  let written: String?
}

// MARK: - Screen

extension ImportReport: Report {
  func screen(in language: Language, for terminal: Terminal) -> [String] {
    func lines(_ message: Message) -> [String] {
      message.prose(in: language).lines(for: terminal, indentation: Indentation(rest: 2))
    }
    var result = lines(head)
    if !decisions.isEmpty { result += [""] + table(language).lines(for: terminal) }
    return result + [""] + lines(proof) + lines(end)
  }

  private func table(_ language: Language) -> TextTable {
    func text(_ message: Message) -> String { message.text(in: language) }
    return TextTable(
      columns: [
        .init("line", header: text(Message(en: "line", zh: "行")), alignment: .trailing),
        .init("what", header: text(Message(en: "what", zh: "原文"))),
        .init("decided", header: text(Message(en: "decided", zh: "处理"))),
        .init("sure", header: text(Message(en: "sure", zh: "把握"))),
      ],
      rows: rows(language),
      narrowing: [
        .cut("what", to: 28), .cut("decided", to: 40), .cut("what", to: 16),
        .cut("decided", to: 24), .cut("what", to: 8),
      ]
    )
  }

  /// A row a decision; persons masked under one label are one row, where the first of them is.
  private func rows(_ language: Language) -> [TextTable.Row] {
    var masked: [String: [String]] = [:]
    for decision in decisions {
      if case .maskedOwner(let label) = decision.what {
        masked[label, default: []].append(decision.subject ?? "")
      }
    }
    return decisions.compactMap { decision in
      var message = decision.message
      if case .maskedOwner(let label) = decision.what {
        guard let subjects = masked.removeValue(forKey: label) else { return nil }
        let ids = IDRanges.text(subjects)
        message = Message(en: "\(ids): \(decision.what)", zh: "\(ids)：\(decision.what)")
      }
      return .cells([
        Prose(String(decision.line)),
        Prose(decision.excerpt.visible),
        message.prose(in: language),
        decision.certainty.message.prose(in: language).with(role: decision.certainty.role),
      ])
    }
  }

  private var head: Message {
    let figures = Message.joined(
      [
        Message(
          en: "\(summary.tiers, "tier", "tiers")",
          zh: "\(summary.tiers)个责任主体"
        ),
        Message(
          en: "\(summary.sections, "section", "sections")",
          zh: "\(summary.sections)个部分"
        ),
        Message(
          en: "\(summary.duties, "duty", "duties")",
          zh: "\(summary.duties)项职责"
        ),
        Message(
          en: "\(summary.requirements, "requirement", "requirements")",
          zh: "\(summary.requirements)项要求"
        ),
        Message(
          en: "\(summary.schedulesFromText, "schedule", "schedules") read from the text",
          zh: "从正文读出\(summary.schedulesFromText)个时间安排"
        ),
      ]
    )
    return Message(en: "\(source): \(figures)", zh: "\(source)：\(figures)")
  }

  private var proof: Message {
    let lost = summary.lostCharacters
    return Message(
      en:
        "\(summary.duties, "duty", "duties") in, \(summary.numbered, "numbered item", "numbered items") in the text; \(lost == 0 ? "no character lost" : "\(lost) characters lost: please report it").",
      zh:
        "读入\(summary.duties)项职责，原文有编号的条目\(summary.numbered)条；\(lost == 0 ? "一字未丢" : "丢了\(lost)个字，请报告")。"
    )
  }

  private var end: Message {
    let parts = [
      open.isEmpty ? nil : toFill,
      decisions.contains { $0.certainty == .ask } ? toDecide : nil,
      written.map { Message(en: "Written: \($0)", zh: "已写入：\($0)") }
        ?? Message(en: "Nothing was written", zh: "没有写入任何内容"),
    ]
    return .joined(parts.compactMap { $0 }, separator: Message(en: ". ", zh: "。"))
  }

  private var toFill: Message {
    let figures = FillFigures(open)
    let asked = [
      figures.masked == 0
        ? nil
        : Message(
          en: "\(figures.masked, "masked value", "masked values")",
          zh: "隐去的数值\(figures.masked)个"
        ),
      figures.vague == 0
        ? nil
        : Message(en: "\(figures.vague, "cycle", "cycles")", zh: "周期\(figures.vague)项"),
      figures.owners == 0
        ? nil
        : Message(en: "\(figures.owners, "owner", "owners")", zh: "责任人\(figures.owners)项"),
    ]
    let list = Message.joined(asked.compactMap { $0 }, separator: Message(en: ", ", zh: "、"))
    let line = "duty fill \(checklist.id)"
    return Message(
      en: "To fill in with \(command: line): \(list)",
      zh: "用 \(command: line) 补填：\(list)"
    )
  }

  private var toDecide: Message {
    let all = decisions.count { $0.certainty == .ask }
    let asked = countOfAsked
    if asked == all {
      return Message(en: "\(all) to decide, asked by fill", zh: "请核\(all)处，填写时会问到")
    }
    let figures =
      asked > 0
      ? Message(
        en: "\(all) to decide, \(asked) of them asked by fill: see the lines marked ASK",
        zh: "请核\(all)处（其中\(asked)处填写时会问到）：见标有请核的各行"
      )
      : Message(
        en: "\(all) to decide: see the lines marked ASK",
        zh: "请核\(all)处：见标有请核的各行"
      )
    guard let example = exampleOfAnswer else { return figures }
    return Message(
      en: "\(figures), and correct a schedule as in \(command: example)",
      zh: "\(figures)，时间安排有误的这样改：\(command: example)"
    )
  }

  /// A command that answers one of the decisions about a schedule that `fill` does not ask for.
  private var exampleOfAnswer: String? {
    for decision in decisions where decision.certainty == .ask {
      guard let subject = decision.subject, let schedule = decision.what.schedule,
        let duty = checklist.duties.first(where: { $0.id == subject })
      else { continue }
      let requirement =
        duty.requirements.count > 1
        ? duty.requirements.first { $0.schedule == schedule } : duty.requirements.first
      guard let requirement else { continue }
      let letter = duty.requirements.count > 1 ? requirement.id : ""
      let value = "\(checklist.id)/\(duty.id)\(letter).schedule=\(requirement.schedule)"
      return "duty fill --set \(value.quotedForShell)"
    }
    return nil
  }

  /// How many decisions are settled by what `fill` asks.
  private var countOfAsked: Int {
    let vague = Set(
      open.lazy.compactMap { item in
        if case .vague = item.question { item.reference.duty } else { nil }
      }
    )
    return decisions.count { decision in
      guard decision.certainty == .ask else { return false }
      switch decision.what {
      case .noCycle, .unreadableTime: return decision.subject.map(vague.contains) ?? false
      default: return false
      }
    }
  }
}

extension ImportDecision.Decision {
  /// The schedule that somebody has to confirm.
  fileprivate var schedule: Schedule? {
    switch self {
    case .schedule(let schedule), .timeInPart(let schedule), .inherited(let schedule),
      .yearly(let schedule), .disagreement(_, let schedule):
      schedule
    default: nil
    }
  }
}

extension ImportDecision.Certainty {
  fileprivate var role: Role {
    switch self {
    case .sure: .quiet
    case .fillIn: .dueSoon
    case .ask: .warning
    }
  }

  /// The word for scripts.
  fileprivate var word: String {
    switch self {
    case .sure: "sure"
    case .fillIn: "fill-in"
    case .ask: "ask"
    }
  }
}

// MARK: - For machines

extension ImportReport {
  func writeJSON(_ json: inout JSONWriter) {
    json.object { json in
      json.member("format", "duty.import/1")
      json.member("source", source)
      json.member("checklist", checklist.id)
      json.member("title", checklist.title)
      json.member("file", written)
      json.object("summary") { json in
        json.member("tiers", summary.tiers)
        json.member("sections", summary.sections)
        json.member("duties", summary.duties)
        json.member("numberedItems", summary.numbered)
        json.member("requirements", summary.requirements)
        json.member("schedulesFromText", summary.schedulesFromText)
        json.member("schedulesFromAnnotations", summary.schedulesFromAnnotations)
        json.member("maskedCounts", summary.unknownCounts)
        json.member("maskedDates", summary.unknownDates)
        json.member("maskedOwners", summary.unknownOwners)
        json.member("skippedLines", summary.skippedLines)
        json.member("lostCharacters", summary.lostCharacters)
      }
      json.array("decisions", decisions) { json, decision in
        json.object { decision.writeMembers(to: &$0) }
      }
    }
  }

  func writeElements(_ lines: inout JSONLines) {
    for decision in decisions { lines.add("decision") { decision.writeMembers(to: &$0) } }
  }

  var table: DataTable {
    DataTable(
      columns: [
        .init("line", Message(en: "Line", zh: "行")),
        .init("text", Message(en: "Text", zh: "原文")),
        .init("subject", Message(en: "About", zh: "关于")),
        .init("decision", Message(en: "Decision", zh: "处理")),
        .init("certainty", Message(en: "Certainty", zh: "把握")),
      ],
      rows: decisions.map { decision in
        [
          .value(decision.line), .text(decision.excerpt), .optional(decision.subject),
          .value(decision.what.message.text(in: .english)), .value(decision.certainty.word),
        ]
      }
    )
  }
}

extension ImportDecision {
  fileprivate func writeMembers(to json: inout JSONWriter) {
    json.member("line", line)
    json.member("text", excerpt)
    json.member("subject", subject)
    json.member("decision", what.message.text(in: .english))
    json.member("certainty", certainty.word)
  }
}
