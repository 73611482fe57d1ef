import DutyModel
import Testing

@Suite("What levels hand down")
struct InheritanceTests {
  private func statement(
    _ edit: (inout Inheritance.Statement) -> Void
  ) -> Inheritance.Statement {
    var statement = Inheritance.Statement()
    edit(&statement)
    return statement
  }

  @Test("is nothing at first")
  func nothing() {
    let inheritance = Inheritance().stating(Inheritance.Statement())
    #expect(inheritance.responsible == .nobody)
    #expect(inheritance.departments == [])
    #expect(!inheritance.signOff)
    #expect(inheritance.reportTo == [])
    #expect(inheritance.effective == .always)
  }

  @Test("stays where a level says nothing, and is replaced whole where it does")
  func replacement() {
    let outer = Inheritance().stating(
      statement {
        $0.responsible = .owner("张明")
        $0.departments = ["纪委", "机关党委"]
        $0.signOff = true
        $0.reportTo = ["县委"]
      }
    )
    let silent = outer.stating(Inheritance.Statement())
    #expect(silent.responsible == .owner("张明"))
    #expect(silent.departments == ["纪委", "机关党委"])
    #expect(silent.signOff)
    #expect(silent.reportTo == ["县委"])

    let inner = outer.stating(
      statement {
        $0.responsible = .each(["李强", "赵敏"])
        $0.departments = ["组织办"]
        $0.signOff = false
        $0.reportTo = []
      }
    )
    #expect(inner.responsible == .each(["李强", "赵敏"]))
    #expect(inner.departments == ["组织办"])
    #expect(!inner.signOff)
    #expect(inner.reportTo == [])
  }

  @Test("is cleared by an empty value")
  func clearing() {
    let outer = Inheritance().stating(
      statement {
        $0.responsible = .owner("张明")
        $0.departments = ["纪委"]
      }
    )
    let inner = outer.stating(
      statement {
        $0.responsible = .nobody
        $0.departments = []
      }
    )
    #expect(inner.responsible == .nobody)
    #expect(inner.departments == [])
  }

  @Test(
    "is narrowed, never widened, in its effective range",
    arguments: [
      ("", "", "2026-01-01", "2026-12-31"),
      ("2026-03-01", "", "2026-03-01", "2026-12-31"),
      ("2025-01-01", "2027-12-31", "2026-01-01", "2026-12-31"),
      ("", "2026-06-30", "2026-01-01", "2026-06-30"),
      ("2027-01-01", "", "2027-01-01", "2026-12-31"),
    ]
  )
  func effective(from: String, to: String, resultFrom: String, resultTo: String) {
    let outer = Inheritance().stating(
      statement { $0.effective = DayRange(from: Day("2026-01-01"), to: Day("2026-12-31")) }
    )
    let inner = outer.stating(
      statement { $0.effective = DayRange(from: Day(from), to: Day(to)) }
    )
    #expect(inner.effective == DayRange(from: Day(resultFrom), to: Day(resultTo)))
  }
}
