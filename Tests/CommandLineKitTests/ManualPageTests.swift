import CommandLineKit
import TerminalText
import Testing

@Suite struct ManualPageTests {
  private func page(_ language: Language) -> String {
    ManualPage(
      Sample.tool,
      sections: [
        ManualSection("EXIT STATUS", [.items([.init("0", Message(en: "fine", zh: "正常"))])]),
        ManualSection(
          "PROBLEM CODES",
          [.items([.init("bad-date", Message(en: "a date", zh: "日期"))])]
        ),
        ManualSection(
          "FILES",
          [
            .paragraph(
              Message(
                en: ".A dot first. 'Quotes', \"more\" \\ and - dashes. A second sentence.\nMore.",
                zh: "文件。"
              )
            ), .literal([".dot", "", "  'x'"]),
          ]
        ),
        ManualSection(
          "ENVIRONMENT",
          [.items([.init("CLERK DIR \"x\"", Message(en: "x", zh: "x"))])]
        ),
      ],
      introduction: [Message(en: "Lists are files.", zh: "清单是文件。")],
      date: "June 30, 2026",
      language: language
    ).text
  }

  @Test(arguments: Language.allCases)
  func sections(language: Language) {
    let headings = page(language).split(separator: "\n").filter { $0.hasPrefix(".Sh") }
    #expect(
      headings == [
        ".Sh NAME", ".Sh SYNOPSIS", ".Sh DESCRIPTION", ".Sh PROBLEM CODES", ".Sh ENVIRONMENT",
        ".Sh FILES", ".Sh EXIT STATUS", ".Sh EXAMPLES",
      ]
    )
  }

  @Test(arguments: Language.allCases)
  func everyOptionIsThere(language: Language) {
    let lines = page(language).split(separator: "\n")
    for command in Sample.tool.visibleDescriptions {
      #expect(lines.contains(".Ss clerk \(command.name)"))
      for entry in command.entries where entry.isNamed {
        #expect(lines.contains { $0.hasPrefix(".It") && $0.contains("Fl -\(entry.name)") })
      }
    }
    for entry in Sample.tool.globals.entries {
      #expect(lines.contains { $0.hasPrefix(".It") && $0.contains("Fl -\(entry.name)") })
    }
    #expect(!lines.contains { $0.contains("complete") })
    #expect(lines.first == ".Dd June 30, 2026")
  }

  @Test func markupIsEscaped() {
    let lines = page(.english).split(separator: "\n")
    #expect(lines.contains("\\&.A dot first."))
    #expect(lines.contains("\\&'Quotes', \"more\" \\e and \\- dashes."))
    #expect(lines.contains("A second sentence."))
    #expect(lines.contains("\\&.dot"))
    #expect(lines.contains("\\&  'x'"))
  }

  @Test(arguments: Language.allCases)
  func lint(language: Language) throws {
    try expectClean(page(language), ["mandoc", "-T", "lint", "-W", "warning"])
  }
}
