import Bytes
import Testing

@testable import TerminalText

@Suite("A cell buffer")
struct CellBufferTests {
  @Test("writes the text of a key once, and shows it in every cell with its own role")
  func sharedText() {
    var cells = CellBuffer()
    var written = 0
    for role in [Role.late, nil, .quiet] {
      cells.add(CellKey(kind: 1, 7), role: role) { text in
        written += 1
        text.append("逾期 7d")
      }
      cells.add("other")
    }
    #expect(written == 1)
    #expect(cells.strings(from: 0) == ["逾期 7d", "other", "逾期 7d", "other", "逾期 7d", "other"])
    #expect(cells.cells.map(\.width) == [7, 5, 7, 5, 7, 5])
    #expect(cells.cells.map(\.role) == [.late, nil, nil, nil, .quiet, nil])
  }

  @Test("tells many keys apart")
  func manyKeys() {
    var cells = CellBuffer()
    var expected: [String] = []
    for round in 0..<2 {
      for number in 0..<2000 {
        cells.add(CellKey(kind: number % 3, number, -number)) { $0.append(decimal: number) }
        if round == 0 || number % 7 == 0 { cells.add("x") }
        expected.append(String(number))
        if round == 0 || number % 7 == 0 { expected.append("x") }
      }
    }
    #expect(cells.strings(from: 0) == expected)
  }

  @Test("shares the text of a short name, and keeps names apart")
  func names() {
    let names = [
      "", " ", "王芳", "王芳 ", "王伟国", "Chen", "Chen  ", "组织人事处", "abcdefghijklmnopq", "\u{1b}",
    ]
    var cells = CellBuffer()
    for name in names + names { cells.add(repeated: name, role: .quiet) }
    let shown = names.map(\.visible)
    #expect(cells.strings(from: 0) == shown + shown)
    let own = Set(cells.cells.map(\.start)).count
    // Only the longest was written twice; the empty one takes no room.
    #expect(own == names.count)
  }

  @Test("forgets what was written and not finished before a known text")
  func unfinished() {
    var cells = CellBuffer()
    cells.text.append("lost")
    cells.add(CellKey(kind: 0, 0)) { $0.append("kept") }
    cells.text.append("lost")
    cells.add(CellKey(kind: 0, 0)) { $0.append("kept") }
    cells.add("end")
    #expect(cells.strings(from: 0) == ["kept", "kept", "end"])
  }

  @Test(
    "measures what a terminal is shown",
    arguments: [
      ("", "", 0), ("g12", "g12", 3), ("责任（一）", "责任（一）", 10), ("\u{1b}[2J", "\\u{1b}[2J", 9),
      ("über", "über", 4), ("中", "中", 2), ("e\u{301}", "e\u{301}", 1),
    ] as [(String, String, Int32)]
  )
  func widths(text: String, shown: String, width: Int32) {
    var cells = CellBuffer()
    cells.add("before")
    cells.add(text)
    cells.add(Prose(text))
    cells.add("after")
    #expect(cells.strings(from: 1) == [shown, shown, "after"])
    #expect(cells.cells.map(\.width) == [6, width, width, 5])
  }

  @Test("keeps the parts of a cell that differ")
  func parts() {
    var cells = CellBuffer()
    cells.text.append("2026-12-31")
    cells.addPart("?", role: .soon)
    cells.endCell(role: .late)
    cells.add("next")
    #expect(cells.strings(from: 0) == ["2026-12-31?", "next"])
    #expect(cells.cells[0].width == 11)
    #expect(
      cells.prose(of: cells.cells[0])
        == Prose("2026-12-31", role: .late) + Prose("?", role: .soon)
    )
  }
}
