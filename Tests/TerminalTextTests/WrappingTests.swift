import TerminalText
import TestSupport
import Testing

@Suite struct WrappingTests {
  private func lines(_ prose: Prose, _ columns: Int) -> [String] {
    prose.wrapped(to: columns).map(\.text)
  }

  @Test func chinese() {
    let prose: Prose = """
      把廉政教育抓在平时，主持班子学习不少于4次（含警示教育2次），并留下签到表、小结和照片；全部列出：\
      \(command: "duty list --all")
      """
    #expect(
      lines(prose, 30) == [
        "把廉政教育抓在平时，主持班子学",
        "习不少于4次（含警示教育2次），",
        "并留下签到表、小结和照片；全部",
        "列出：duty list --all",
      ]
    )
  }

  @Test(
    "Where lines break",
    arguments: [
      // Spaces at a break disappear; others stay.
      ("one two  three", 7, ["one two", "three"]),
      ("one  two three", 8, ["one  two", "three"]),
      ("one two ", 80, ["one two "]),
      ("", 10, [""]),
      // Nothing narrow is broken within.
      ("see checklists/civil.json:31:18 now", 10, ["see", "checklists/civil.json:31:18", "now"]),
      ("到2026-07-10已到期", 6, ["到2026-07-10已", "到期"]),
      // Closing marks do not start a line, opening ones do not end it.
      ("清单责任，事项", 8, ["清单责", "任，事项"]),
      ("清单责任（事项）", 10, ["清单责任", "（事项）"]),
      ("清单“责任”事项", 6, ["清单", "“责任”", "事项"]),
      ("清单责任…事项", 8, ["清单责", "任…事项"]),
      ("清单责任）」》，事项", 8, ["清单责", "任）」》，", "事项"]),
      ("（（（清单", 4, ["（（（清", "单"]),
      // A number stays with the characters on both sides.
      ("共有事项14项和更多", 10, ["共有事", "项14项和更", "多"]),
      // Beside Latin letters there is a break.
      ("清单duty说明", 6, ["清单", "duty说", "明"]),
      // ASCII quotation marks stay with what they quote.
      ("没有职责'town'，请改", 9, ["没有职责", "'town'，", "请改"]),
      ("没有'王芳'的记录", 5, ["没有", "'王", "芳'的", "记录"]),
      ("刘文's last 'x'", 6, ["刘文's", "last", "'x'"]),
      // Line feeds end lines.
      ("一\n二三\n", 4, ["一", "二三", ""]),
      ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 4, ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]),
    ]
  )
  func breaks(text: String, columns: Int, expected: [String]) {
    #expect(lines(Prose(text), columns) == expected)
  }

  @Test func commandsMoveDownWhole() {
    let prose: Prose = "All rows: \(command: "duty list --all"), or '\(command: "duty help x")'."
    #expect(lines(prose, 20) == ["All rows:", "duty list --all, or", "'duty help x'."])
    #expect(lines(prose, 5) == ["All", "rows:", "duty list --all,", "or", "'duty help x'."])
  }

  @Test func indentation() {
    let prose = Prose("one two three four")
    let indentation = Indentation(first: 1, rest: 3)
    #expect(
      prose.lines(for: Terminal(columns: 9), indentation: indentation)
        == [" one two", "   three", "   four"]
    )
    #expect(
      prose.lines(for: .unlimited, indentation: indentation) == [" one two three four"]
    )
    #expect(
      prose.lines(for: Terminal(columns: 200), maximum: 10) == ["one two", "three four"]
    )
  }

  @Test func narrowerThanAnything() {
    #expect(lines("清单 duty", 0) == ["清", "单", "duty"])
    #expect(lines("清单 duty", -7) == ["清", "单", "duty"])
  }

  @Test func ambiguousWidth() {
    #expect(Prose("①②③").wrapped(to: 3, ambiguousIsWide: false).count == 1)
    #expect(
      Prose("清①单").wrapped(to: 5, ambiguousIsWide: true).map(\.text) == ["清①", "单"]
    )
  }

  @Test func coloursEndWithTheirLine() {
    let prose: Prose = "a \("late and long", role: .late) b"
    let lines = prose.lines(for: Terminal(columns: 10, palette: .testing))
    #expect(
      lines == ["a \u{1B}[1;31mlate and\u{1B}[0m", "\u{1B}[1;31mlong\u{1B}[0m b"]
    )
  }

  @Test func controlsAreMeasuredAsTheyAreShown() {
    let prose = Prose("ab\u{1B}cd ef")
    #expect(prose.lines(for: Terminal(columns: 12)) == ["ab\\u{1b}cd", "ef"])
    #expect(prose.lines(for: .unlimited) == ["ab\\u{1b}cd ef"])
  }

  /// Unwrapping gives the text back; no line is too long without need; the marks stand where they
  /// may; colour changes nothing.
  @Test func properties() {
    var random = SeededGenerator(seed: 42)
    let parts: [Prose] = [
      "清", "单责任", "，", "。", "（", "）", "“", "”", "14", "项", "g19", " ", "  ", "a", "'x'", "…",
      "2026-07-10", "é", "👍🏽", Prose("逾期3", role: .late), .unbreakable("duty list --all"),
      Prose(" red text ", role: .error), "'", "[", "]",
    ]
    for _ in 0..<3000 {
      let prose = (0..<Int.random(in: 1...20, using: &random))
        .reduce(into: Prose()) { prose, _ in
          prose += parts.randomElement(using: &random) ?? Prose()
        }
      let columns = Int.random(in: 1...40, using: &random)
      let lines = prose.wrapped(to: columns)
      let text = prose.text
      #expect(
        lines.map(\.text).joined().filter { $0 != " " } == text.filter { $0 != " " }
      )
      var rest = text[...]
      for (index, line) in lines.enumerated() {
        if index > 0 { rest = rest.drop { $0 == " " } }
        #expect(rest.hasPrefix(line.text), "\(text) at \(columns)")
        rest = rest.dropFirst(line.text.count)
        guard index > 0 else { continue }
        if let first = line.text.first {
          #expect(
            !"，。）”…".contains(first) || lines[index - 1].text.isEmpty || text.contains(" \(first)"),
            "\(text) at \(columns)"
          )
        }
        if let last = lines[index - 1].text.last {
          #expect(!"（“".contains(last) || text.contains("\(last) "), "\(text) at \(columns)")
        }
      }
      #expect(rest.allSatisfy { $0 == " " })
      let plain = prose.lines(for: Terminal(columns: columns))
      let colored = prose.lines(for: Terminal(columns: columns, palette: .testing))
      #expect(colored.map(\.withoutColor) == plain)
      for line in colored where line.contains("\u{1B}") {
        #expect(line.components(of: "\u{1B}[0m") * 2 == line.components(of: "\u{1B}["))
      }
    }
  }

  @Test(arguments: [
    ("tool undo 9", "tool undo 9 --at x"),
    ("tool help", "tool help"),
    ("tool helping", "tool helping --at x"),
    ("tool list --at y", "tool list --at y"),
    ("tool list --at=y", "tool list --at=y"),
    ("  tool list", "  tool list --at x"),
    ("--lock-timeout 60", "--lock-timeout 60"),
    ("tools list", "tools list"),
    ("tool", "tool"),
  ])
  func commandsToCopyGetTheirOptions(_ command: String, _ expected: String) {
    var terminal = Terminal(columns: 20)
    terminal.commandOptions = CommandOptions(
      "--at x",
      for: "tool",
      except: ["help"],
      excluding: ["--at"]
    )
    let prose: Prose = "Said tool list \(command: command)"
    // What is no command to copy is left alone, and a command is never broken.
    let lines = prose.lines(for: terminal)
    #expect(lines.joined(separator: " ").hasPrefix("Said tool list "))
    #expect(lines.last?.hasSuffix(expected) == true, "\(lines)")
  }
}
