import DutyImport
import Testing

@Suite struct StepsTests {
  @Test func everyStepIsShown() {
    let text = "某局责任清单\n一、党组责任\n1.每季度召开一次会议。\n2.支持监督。\n"
    let steps = ImportedDocument.steps(of: text, options: ImportOptions(id: "bureau"))
    for step in ["== lines", "== junk", "== segments", "== outline"] {
      #expect(steps.contains(step))
    }
  }

  @Test func controlsDoNotReachTheTerminal() {
    let steps = ImportedDocument.steps(
      of: "一、\u{1B}[2J标题\n1.甲\u{7}乙。\n",
      options: ImportOptions(id: "b")
    )
    #expect(steps.allSatisfy { !$0.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" } })
  }
}
