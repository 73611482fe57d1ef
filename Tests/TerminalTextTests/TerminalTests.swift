import TerminalText
import Testing

@Suite struct ColorTests {
  /// Every combination of what decides on colour, checked against the rule written as a list of
  /// questions.
  @Test func truthTable() {
    let noColor: [String?] = [nil, "", "1"]
    let force: [[String: String]] = [
      [:], ["CLICOLOR_FORCE": ""], ["CLICOLOR_FORCE": "0"], ["CLICOLOR_FORCE": "1"],
      ["FORCE_COLOR": "0"], ["FORCE_COLOR": "false"], ["FORCE_COLOR": "3"],
    ]
    let cliColor: [String?] = [nil, "0", "1"]
    let term: [String?] = [nil, "", "dumb", "xterm"]
    var cases = 0
    for choice in ColorChoice.allCases {
      for noColor in noColor {
        for force in force {
          for cliColor in cliColor {
            for term in term {
              for isTerminal in [true, false] {
                var environment = force
                environment["NO_COLOR"] = noColor
                environment["CLICOLOR"] = cliColor
                environment["TERM"] = term
                let isForced =
                  force == ["CLICOLOR_FORCE": "1"] || force == ["FORCE_COLOR": "3"]
                let expected =
                  if choice != .auto {
                    choice == .always
                  } else if noColor == "1" {
                    false
                  } else if isForced {
                    true
                  } else {
                    cliColor != "0" && term == "xterm" && isTerminal
                  }
                let color = choice.hasColor(environment: environment, isTerminal: isTerminal)
                #expect(color == expected, "\(choice) \(environment) \(isTerminal)")
                cases += 1
              }
            }
          }
        }
      }
    }
    #expect(cases == 3 * 3 * 7 * 3 * 4 * 2)
  }
}

@Suite struct ColumnsTests {
  @Test(
    "Columns",
    arguments: [
      // COLUMNS, is a terminal, window, result
      (nil, true, 120, 120),
      (nil, true, 0, 80),
      (nil, true, nil, 80),
      (nil, false, 120, nil),
      (nil, false, nil, nil),
      ("100", true, 120, 100),
      ("100", false, nil, 100),
      ("1", true, 120, 20),
      ("19", true, 120, 20),
      ("501", true, 120, 500),
      ("20", true, 120, 20),
      ("0", true, 120, 120),
      ("-5", true, 120, 120),
      ("+50", true, 120, 120),
      ("abc", true, nil, 80),
      ("", true, 90, 90),
      (" 90", true, nil, 80),
      ("99999999999999999999999", true, 120, 120),
      ("abc", false, nil, nil),
      (nil, true, 7, 20),
      (nil, true, 1000, 500),
      (nil, true, -1, 80),
    ] as [(String?, Bool, Int?, Int?)]
  )
  func columns(variable: String?, isTerminal: Bool, window: Int?, expected: Int?) {
    var environment: [String: String] = [:]
    environment["COLUMNS"] = variable
    let columns = Terminal.columns(
      environment: environment,
      isTerminal: isTerminal,
      windowColumns: window
    )
    #expect(columns == expected)
  }
}

@Suite struct BarTests {
  @Test(
    "Bars",
    arguments: [
      (0, 4, "▯▯▯▯▯▯▯▯"),
      (2, 4, "▮▮▮▮▯▯▯▯"),
      (6, 7, "▮▮▮▮▮▮▯▯"),
      (8, 11, "▮▮▮▮▮▯▯▯"),
      (1, 1, "▮▮▮▮▮▮▮▮"),
      (1, 1000, "▮▯▯▯▯▯▯▯"),
      (999, 1000, "▮▮▮▮▮▮▮▯"),
      (5, 4, "▮▮▮▮▮▮▮▮"),
      (0, 0, "▯▯▯▯▯▯▯▯"),
      (-1, 4, "▯▯▯▯▯▯▯▯"),
      (Int.max - 1, Int.max, "▮▮▮▮▮▮▮▯"),
      (Int.max, Int.min, "▯▯▯▯▯▯▯▯"),
    ]
  )
  func bars(done: Int, total: Int, text: String) {
    #expect(Bar(done, of: total, cells: 8).text(for: Terminal()) == text)
  }

  @Test func inASCII() {
    #expect(Bar(2, of: 4, cells: 8).text(for: Terminal(usesASCII: true)) == "####....")
  }

  @Test func withoutCells() {
    #expect(Bar(2, of: 4, cells: 0).text(for: Terminal()).isEmpty)
    #expect(Bar(2, of: 4, cells: -3).text(for: Terminal()).isEmpty)
    #expect(Bar(2, of: 4, cells: 1).text(for: Terminal()) == "▯")
  }

  @Test func fullOnlyAtTheEndAndNeverEmptyAfterTheStart() {
    for cells in 2...20 {
      for total in 1...40 {
        for done in 0...total {
          let bar = Bar(done, of: total, cells: cells)
          #expect((bar.filled == bar.cells) == (done == total))
          #expect((bar.filled == 0) == (done == 0))
        }
      }
    }
  }
}
