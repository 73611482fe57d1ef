import DutyImport
import Testing

@Suite struct StepsTests {
  @Test func everyStepIsShown() throws {
    let text = "某局责任清单\n一、党组责任\n1.每季度召开一次会议。\n2.支持监督。\n"
    let options = ImportOptions(id: "bureau")
    let steps = try ImportedDocument(reading: text, options: options).steps
    for step in ["== lines", "== junk", "== segments", "== outline", "== checklist"] {
      #expect(steps.contains(step))
    }
    #expect(steps.starts(with: ImportedDocument.stepsBeforeRefusal(of: text)))
  }

  @Test func controlsDoNotReachTheTerminal() {
    let steps = ImportedDocument.stepsBeforeRefusal(of: "一、\u{1B}[2J标题\n1.甲\u{7}乙。\n")
    #expect(steps.allSatisfy { !$0.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" } })
  }
}
