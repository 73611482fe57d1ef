package import CommandLineKit
import DutyModel
import DutyReports
import DutyStore
import TerminalText

/// `duty finding show`: everything about a finding.
package struct FindingShow: Command {
  let ids: [String]
  let output: OutputOptions.Typed

  package static let name = "finding show"

  package static let declaration = Declaration(
    Message(en: "Show all about a finding", zh: "看一个问题的全部情况"),
    group: .look,
    examples: [Example("duty finding show f8wv8jy")],
    Arguments<String>(
      Message(en: "id", zh: "编号"),
      isOptional: false,
      help: Message(
        en: "Findings: f8wv8jy, the id in full, or the office's own number",
        zh: "问题的编号，如 f8wv8jy，或完整编号、本单位编号"
      ),
      completion: .source("findings")
    ),
    OutputOptions.parameters,
    as: FindingShow.init
  )

  package func run(in context: Context) throws -> Outcome {
    let output = try output.resolved()
    let opened = try context.open()
    let resolver = FindingResolver(opened.register)
    var findings: [FindingStatus] = []
    for id in ids {
      let finding = try resolver.finding(id)
      if !findings.contains(where: { $0.id == finding.id }) { findings.append(finding) }
    }
    let wanted = Set(findings.flatMap(\.events))
    let events = opened.workspace.journal.events.filter { wanted.contains($0.id) }
    let report = FindingPages(
      findings,
      events: opened.stored(events),
      in: opened.register,
      names: opened.names,
      unreadableLines: opened.unreadableLines
    )
    return Outcome(
      .report(report, output.format, isRaw: output.isRaw),
      opened: opened
    )
  }
}
