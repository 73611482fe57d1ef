package import CommandLineKit
import DutyReports
import DutyStore
import TerminalText

/// Tells everything that is wrong or unsettled in a workspace.
package struct Check: Command {
  package let isStrict: Bool
  package let output: OutputOptions.Typed

  package static let name = "check"

  package static let declaration = Declaration(
    Message(en: "Find every problem of the workspace at once", zh: "一次查出工作区的全部问题"),
    group: .look,
    examples: [
      Example("duty check"),
      Example(
        "duty check --strict --plain",
        Message(en: "for scripts", zh: "供脚本使用")
      ),
    ],
    discussion: Message(
      en:
        "Errors come first, then warnings, then what is to be settled: values to be filled in, missing owners, missing signatures. Each tells where it is and what to do. The codes are explained in the manual.",
      zh: "先列错误，再列警告，最后列待定事项：待填的数值、没有的责任人、待签的字。每一条都写明在哪里、怎么办。代码的含义见手册。"
    ),
    exitStatus: Message(
      en: "0 without errors; 1 if there is anything and --strict is given; 65 with errors",
      zh: "0 没有错误；1 有任何问题且用了 --strict；65 有错误"
    ),
    Flag(
      "strict",
      help: Message(
        en: "End with 1 if there is anything at all",
        zh: "只要有任何问题就以 1 结束"
      )
    ),
    OutputOptions.parameters,
    as: Check.init
  )

  package func run(in context: Context) throws -> Outcome {
    let output = try output.resolved()
    let list = try CheckFindings(context).list(on: context.today)
    let status: ExitStatus =
      if list.count(.error) > 0 {
        .data
      } else if isStrict, !list.entries.isEmpty {
        .negative
      } else {
        .success
      }
    return Outcome(.report(list, output.format, isRaw: output.isRaw), status: status)
  }
}
