import DutyModel
import DutyReports
import TerminalText
import Testing

/// What holds for the list of any workspace.
@Suite struct DutyListPropertyTests {
  @Test(arguments: 1...60)
  func rowsAndFoldedDutiesAreAll(seed: UInt64) throws {
    let register = try SampleRegister.random(seed: seed)
    let lines = DutyList(of: register).screen(in: .chinese, for: .unlimited)
    let rows = lines.count { $0.contains(#/^[!*? ] g[0-9.]+  /#) }
    let folded = lines.reduce(0) { sum, line in
      line.matches(of: #/(?:长期|未开始|已完成|免办)([0-9]+)项 g/#).reduce(sum) {
        $0 + (Int($1.output.1) ?? 0)
      }
    }
    #expect(rows + folded == register.items.count)
    if folded > 0, rows > 0 {
      #expect(lines.contains { $0.hasPrefix("列出\(rows)项，其余\(folded)项") })
    }
  }

  @Test(arguments: 1...60)
  func everyDutyHasARowUnfolded(seed: UInt64) throws {
    let register = try SampleRegister.random(seed: seed)
    for layout in [DutyList.Layout.grouped, .flat] {
      let lines = DutyList(of: register, layout: layout).screen(in: .english, for: .unlimited)
      let rows = lines.count { $0.contains(#/^[!*? ] (list[0-9]/)?g[0-9.]+  /#) }
      #expect(rows == register.items.count)
    }
  }

  @Test(arguments: 1...60)
  func lastLineNamesTheOverdue(seed: UInt64) throws {
    let register = try SampleRegister.random(seed: seed)
    let names = Names(register)
    let overdue = register.items.indices.filter { register.status(of: $0).state == .overdue }
    let last = try #require(DutyList(of: register).screen(in: .english, for: .unlimited).last)
    for number in overdue.prefix(5) {
      #expect(last.contains(names.shortest(register.reference(of: register.items[number]))))
    }
    #expect(last.hasPrefix("Overdue: ") == !overdue.isEmpty)
    #expect(last.contains("and \(overdue.count - 5) more") == (overdue.count > 5))
  }

  @Test(arguments: 1...10)
  func neverEndsInSpacesNorFails(seed: UInt64) throws {
    let register = try SampleRegister.random(seed: seed)
    for layout in [DutyList.Layout.folded, .grouped, .flat] {
      for columns in [20, 33, 47, 64, 80, 139, 140, 200] {
        let list = DutyList(of: register, layout: layout)
        for language in Language.allCases {
          let lines = list.screen(in: language, for: Terminal(columns: columns))
          #expect(!lines.contains { $0.hasSuffix(" ") })
        }
      }
    }
  }
}
