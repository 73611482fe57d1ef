package import CommandLineKit
import TerminalText

/// Prints the manual page, made from what the commands declare.
package struct Manual: SettingsIndependentCommand {
  package static let name = "manual"

  package static let declaration = Declaration(
    Message(en: "Print the manual page", zh: "输出手册"),
    group: .setUp,
    examples: [
      Example("duty manual | man -l -", Message(en: "read it", zh: "阅读")),
      Example(
        "duty manual > /usr/local/share/man/man1/duty.1",
        Message(en: "install it", zh: "安装")
      ),
    ],
    as: Manual.init
  )

  /// The day of the release, as mdoc(7) writes it.
  private static let date = "November 20, 2026"

  package func run(in context: Context) -> Outcome {
    let page = ManualPage(
      Program.tool,
      sections: ManualText.sections,
      introduction: ManualText.introduction,
      date: Manual.date,
      language: context.language
    )
    return Outcome(.bytes(Array(page.text.utf8)))
  }
}
