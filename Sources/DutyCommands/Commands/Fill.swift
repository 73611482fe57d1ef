package import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import StrictJSON
import TerminalText

/// Fills in what a checklist leaves open: masked values, words without a cycle, missing owners.
package struct Fill: Command {
  package let checklist: String?
  let changes: [FillChange]
  package let asks: Bool?
  let options: WritingOptions

  package static let name = "fill"

  package static let declaration = Declaration(
    Message(en: "Fill in masked values, cycles and owners", zh: "补填隐去的数值、周期和责任人"),
    group: .setUp,
    examples: [
      Example("duty fill civil", Message(en: "asks one thing at a time", zh: "逐项提问")),
      Example(
        Message(
          en: "duty fill --set civil/g2.schedule=\"2 per half-year\" --set civil/g3.owner=徐亮",
          zh: "duty fill --set civil/g2.schedule=每半年2次 --set civil/g3.owner=徐亮"
        )
      ),
    ],
    discussion: Message(
      en:
        "On a terminal it shows the words of the document and asks; Enter skips, and the end of input keeps what was answered. In a script it lists what is open, or sets what --set says. A duty whose text says regularly or often, or keeps a time that import could not read, and that has no cycle is asked about until it gets one or somebody sets 'ongoing', which is kept as \"noCycle\": true in the file. A number that the text of a duty masks is put into the text as well, if it is the only one there. Every file is written once, and the rest of it stays byte for byte.",
      zh:
        "在终端上逐项显示原文并提问，回车跳过，输入结束则保留已答的。在脚本里列出待填的，或按 --set 填写。正文写了定期、经常，或留有读不出的完成时限，而没有周期的职责会一直列出，直到写明周期，或设为“持续推进”：文件里记作 \"noCycle\": true，以后不再问。正文里只有一处隐去的数字时，补填后正文也一并写上。每个文件只写一次，其余部分一字不动。"
    ),
    OptionalArgument<String>(
      Message(en: "checklist", zh: "清单"),
      help: Message(en: "Only this checklist", zh: "只填这份清单"),
      completion: .source("checklists")
    ),
    Options<FillChange>(
      "set",
      value: Message(en: "id.key=value", zh: "编号.键=值"),
      help: Message(
        en: "Set a key: schedule, owner, departments, each or title",
        zh: "填写一个键：schedule、owner、departments、each 或 title"
      )
    ),
    Switch("input", help: Message(en: "Ask for what is missing, or never ask", zh: "缺什么就问，或一概不问")),
    WritingOptions.parameters,
    as: Fill.init(checklist:changes:asks:options:)
  )

  package func run(in context: Context) throws -> Outcome {
    let wait = try context.lockMilliseconds(options.lockTimeout)
    let workspace = try context.openWorkspace()
    let opened = Opened(workspace, today: context.today)
    let id = try checklist.map { try opened.checklistID($0) }
    let open = FillItem.all(in: opened, checklist: id)
    let isAsking = changes.isEmpty && context.surroundings.isInteractive && asks != false
    if changes.isEmpty, !isAsking, asks == true, let first = open.first {
      throw Fill.nobody(toAnswer: first)
    }
    if changes.isEmpty, !isAsking {
      return Outcome(.prose(Fill.left(open)), opened: opened)
    }
    var files: [Int: FillEdits] = [:]
    if isAsking {
      try ask(open, in: opened, context, &files)
    } else {
      for change in changes { try apply(change, answering: open, in: opened, id, &files) }
    }
    return try write(files, opened, id, wait, isAsking: isAsking, context)
  }

  // MARK: - What was typed

  /// Enters what was typed or answered; for a schedule that is asked for, what its question takes
  /// as well.
  private func apply(
    _ change: FillChange,
    answering open: [FillItem],
    in opened: Opened,
    _ checklist: String?,
    _ files: inout [Int: FillEdits]
  ) throws {
    let typed =
      checklist != nil && !change.name.contains("/")
      ? "\(checklist ?? "")/\(change.name)" : change.name
    if let (number, path, name) = try level(change, typed, in: opened, &files) {
      guard change.key != .schedule else {
        throw CommandError.refused(
          .usage,
          code: "no-schedule-here",
          Message(
            en: "\(quoted: typed) has no schedule of its own",
            zh: "\(quoted: typed)没有自己的时间安排"
          ),
          advice: [Message(en: "Name a duty or a requirement.", zh: "请写职责或要求的编号。")]
        )
      }
      try files[number]?.set(change.key, of: name, at: path, to: change.value)
      return
    }
    let resolver = Resolver(opened, line: nil, isRecording: true)
    let reference = try naming(change) { try resolver.reference(typed) }
    let item = opened.register.items[try resolver.item(typed)]
    guard let number = Fill.file(item.edition, in: opened.workspace) else {
      throw CommandError.noDuty(typed, nearest: [], known: nil)
    }
    let editing = try edits(number, in: opened, &files).editing
    let own = opened.register.reference(of: item)
    let path: [JSONPathStep]?
    var question: FillItem?
    if change.key == .schedule {
      let numbers = try naming(change) { try resolver.requirements(typed, acceptsAll: false) }
      let requirement = numbers.first.map { opened.register.obligations[$0].reference }
      path = requirement.flatMap { editing.path(ofRequirement: $0) }
      question = open.first { $0.key == .schedule && $0.reference == requirement }
    } else if let letter = reference.requirement {
      path = editing.path(
        ofRequirement: Reference(checklist: own.checklist, duty: own.duty, requirement: letter)
      )
    } else {
      path = editing.path(ofDuty: own.duty)
    }
    guard let path else { throw CommandError.noDuty(typed, nearest: [], known: nil) }
    let name = opened.names.shortest(reference)
    let value = try question?.value(of: change.value) ?? change.value
    try files[number]?.set(change.key, of: name, at: path, to: value)
    if change.key == .schedule, let duty = editing.path(ofDuty: own.duty) {
      let ownName = opened.names.shortest(own)
      let isConfirmed = Fill.confirms(value, of: reference, in: item.duty)
      files[number]?.confirm(isConfirmed, of: ownName, at: duty)
      if let mask = question?.mask(filledBy: value, in: item.duty) {
        files[number]?.fill(mask, of: ownName, at: duty)
      }
    }
  }

  /// Whether a schedule that somebody sets, and that is no cycle, answers the question which cycle
  /// a word of the duty's text means.
  private static func confirms(_ value: String, of reference: Reference, in duty: Duty) -> Bool {
    guard let schedule = try? Schedule(value), !schedule.isDated,
      UnsettledWords.first(in: duty.text) != nil
    else { return false }
    let letter = reference.requirement ?? duty.requirements.first?.id
    return duty.requirements.allSatisfy { $0.id == letter || !$0.schedule.isDated }
  }

  /// Finds what a change is about; where several things may be meant, tells how to name one here.
  private func naming<Value>(_ change: FillChange, _ find: () throws -> Value) throws -> Value {
    do {
      return try find()
    } catch CommandError.ambiguous(let id, let places, _, let candidates) {
      throw Fill.several(
        Message(
          en: "\(quoted: id) is in \(places) checklists",
          zh: "\(quoted: id)在\(places)份清单里都有"
        ),
        change,
        candidates
      )
    } catch CommandError.severalRequirements(let id, _, let candidates) {
      throw Fill.several(
        Message(
          en: "\(quoted: id) has \(candidates.count) requirements",
          zh: "\(quoted: id)有\(candidates.count)项要求"
        ),
        change,
        candidates
      )
    }
  }

  private static func several(
    _ message: Message,
    _ change: FillChange,
    _ candidates: [CommandError.Candidate]
  ) -> CommandError {
    .refused(
      .usage,
      code: "ambiguous-id",
      message,
      advice: [Message(en: "Name one:", zh: "请写明是哪一个：")]
        + candidates.map { candidate in
          let named = FillChange(name: candidate.name, key: change.key, value: change.value)
          let option = named.option
          return Message(
            en: "  \(command: option)\(candidate.title.isEmpty ? "" : "  " + candidate.title)",
            zh: "  \(command: option)\(candidate.title.isEmpty ? "" : "  " + candidate.title)"
          )
        }
    )
  }

  /// The object of a tier or a section, by its full name or, where one checklist has it, its id.
  private func level(
    _ change: FillChange,
    _ typed: String,
    in opened: Opened,
    _ files: inout [Int: FillEdits]
  ) throws(CommandError) -> (file: Int, path: [JSONPathStep], name: String)? {
    let id = Identifier.folded(typed)
    let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
    let today = opened.register.today
    var found: [(Int, [JSONPathStep], String)] = []
    for (number, file) in opened.workspace.files.enumerated() {
      guard let checklist = file.checklist, checklist.effective.contains(today) else { continue }
      guard parts.count == 1 || parts[0] == checklist.id, let last = parts.last,
        checklist.hasLevel(last),
        let path = try edits(number, in: opened, &files).editing.path(ofLevel: last)
      else { continue }
      found.append((number, path, "\(checklist.id)/\(last)"))
    }
    guard found.count > 1 else { return found.first }
    throw Fill.several(
      Message(
        en: "\(quoted: typed) is in \(found.count) checklists",
        zh: "\(quoted: typed)在\(found.count)份清单里都有"
      ),
      change,
      found.map { CommandError.Candidate(name: $0.2, title: "") }
    )
  }

  /// What is changed in a file so far; each file is taken apart once.
  private func edits(
    _ number: Int,
    in opened: Opened,
    _ files: inout [Int: FillEdits]
  ) throws(CommandError) -> FillEdits {
    if let known = files[number] { return known }
    let new = try FillEdits(opened.workspace.files[number])
    files[number] = new
    return new
  }

  /// The place of an edition's file among those of the workspace.
  private static func file(_ edition: Int, in workspace: Workspace) -> Int? {
    let readable = workspace.readableFiles
    return readable.indices.contains(edition) ? readable[edition] : nil
  }

  // MARK: - Questions

  private func ask(
    _ items: [FillItem],
    in opened: Opened,
    _ context: Context,
    _ files: inout [Int: FillEdits]
  ) throws {
    let language = context.language
    for (place, item) in items.enumerated() {
      var lead = place == 0 ? Fill.howToAnswer.text(in: language) + "\n" : ""
      lead += "\n[\(place + 1)/\(items.count)] \(item.name)  \(item.title)\n".visibleLines
      if !item.text.isEmpty {
        lead +=
          Prose(item.text).lines(for: context.terminal, indentation: .all(2), maximum: 80)
          .joined(separator: "\n") + "\n"
      }
      var question = lead + item.prompt.text(in: language)
      while true {
        guard let answer = context.surroundings.ask(question) else { return }
        guard !answer.isBlank else { break }
        do {
          let name = item.reference.description
          try apply(
            FillChange(name: name, key: item.key, value: answer.trimmed),
            answering: items,
            in: opened,
            nil,
            &files
          )
          break
        } catch {
          let words = Speaker.diagnosis(of: error)
          question =
            ([words.message] + words.advice).map { "  " + $0.text(in: language) }
            .joined(separator: "\n") + "\n" + item.prompt.text(in: language)
        }
      }
    }
  }

  /// The error where a person is to be asked, and there is none.
  private static func nobody(toAnswer item: FillItem) -> CommandError {
    let key = item.key.rawValue
    return .wouldAsk(
      Message(en: "What is the \(key) of \(item.name)?", zh: "\(item.name) 的 \(key) 是什么？"),
      option: "--set"
    )
  }

  private static let howToAnswer = Message(
    en: "Enter leaves a value out. Ctrl-D ends and keeps what was answered; Ctrl-C drops it.",
    zh: "直接回车则跳过这一项。按 Ctrl-D 结束并保留已答的；按 Ctrl-C 则全部放弃。"
  )

  // MARK: - Writing

  private func write(
    _ files: [Int: FillEdits],
    _ opened: Opened,
    _ checklist: String?,
    _ wait: Int,
    isAsking: Bool,
    _ context: Context
  ) throws -> Outcome {
    let workspace = opened.workspace
    let named = files.filter { !$0.value.changes.isEmpty }
    let changed = try named.sorted { $0.key < $1.key }.map { number, edits in
      (old: workspace.files[number], edits: edits, new: try edits.editing.applying(edits.edits))
    }
    if options.isDryRun {
      let lines = changed.flatMap {
        LineDifference.lines($0.old.path, from: $0.old.bytes, to: $0.new.bytes)
      }
      return Outcome(.prose(lines.map { Message(verbatim: $0) }))
    }
    for (place, file) in changed.enumerated() where file.new.bytes != file.old.bytes {
      do {
        try Workspace.write(
          file.new.bytes,
          to: file.old.path,
          in: workspace.location.folder,
          .unchanged(since: file.old.bytes),
          as: context.author(nil),
          lockMilliseconds: wait,
          files: context.files
        )
      } catch {
        var written = changed[..<place]
        if case .file(let fault) = error, case .unconfirmed = fault.reason {
          written = changed[...place]
        }
        guard isAsking || place > 0 else { throw error }
        var refusal = error.diagnosis
        refusal.advice += Fill.rest(changed[written.endIndex...].flatMap(\.edits.changes))
        let words = written.flatMap(\.edits.words)
        return Outcome(options.isQuiet ? .nothing : .prose(words), refusal: refusal)
      }
    }
    guard !options.isQuiet else { return Outcome(.nothing) }
    let now = Opened(try context.openWorkspace(), today: context.today)
    let left = FillItem.all(in: now, checklist: checklist)
    var words = changed.flatMap(\.edits.words)
    if workspace.location.source == .walk { words.append(.workspace(workspace.location.folder)) }
    return Outcome(.prose(words + [Fill.count(left)]))
  }

  // MARK: - Words

  /// What was not written, as a command that writes it: answers should not be lost.
  private static func rest(_ changes: [FillChange]) -> [Message] {
    guard !changes.isEmpty else { return [] }
    let line = "duty fill \(changes.map(\.option).joined(separator: " "))"
    return [
      Message(en: "This was not written: \(command: line)", zh: "这些没有写入：\(command: line)")
    ]
  }

  /// What is open, a line each.
  private static func left(_ items: [FillItem]) -> [Message] {
    items.map(\.line) + [count(items)]
  }

  private static func count(_ items: [FillItem]) -> Message {
    guard !items.isEmpty else {
      return Message(en: "Nothing is left to be filled in.", zh: "没有待填的内容了。")
    }
    let left = FillFigures(items)
    return Message(
      en:
        "Left: \(left.masked, "masked value", "masked values"), \(left.vague, "duty", "duties") without a cycle, \(left.owners, "duty", "duties") without an owner.",
      zh: "待填：隐去的数值\(left.masked)个，没有周期的职责\(left.vague)项，没有责任人的职责\(left.owners)项。"
    )
  }
}

extension String {
  /// The text with its controls written out, line by line.
  fileprivate var visibleLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible }
      .joined(separator: "\n")
  }
}
