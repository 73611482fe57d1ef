import DutyModel
import Testing

@Suite("What a duty asks for")
struct RequirementsTests {
  @Test("is listed in order, however much it is", arguments: [0, 1, 2, 5])
  func order(_ count: Int) {
    let letters = "abcde".prefix(count).map { String($0) }
    let duty = Duty(
      id: "d1",
      number: nil,
      title: "学习",
      requirements: letters.map { Requirement(id: $0, title: "读书", schedule: .ongoing) }
    )
    #expect(duty.requirements.count == count)
    #expect(duty.requirements.isEmpty == letters.isEmpty)
    #expect(duty.requirements.map(\.id) == letters)
    #expect(duty.requirements.last?.id == letters.last)
  }

  @Test("says what it was told, with and without additions")
  func additions() {
    let plain = Requirement(id: "a", title: "读书", schedule: .ongoing)
    #expect(plain.title == "读书")
    #expect(plain.unit == nil)
    #expect(plain.action == nil)
    #expect(plain.points == nil)
    #expect(plain.covers == nil)
    let full = Requirement(
      id: "a",
      title: "报告",
      schedule: .ongoing,
      reportTo: ["县委"],
      covers: .previousYear,
      unit: "次",
      action: "报告工作",
      points: 2500,
      responsible: .owner("王芳"),
      departments: ["办公室"],
      signOff: true,
      effective: DayRange(from: .first, to: nil)
    )
    #expect(full.reportTo == ["县委"])
    #expect(full.covers == .previousYear)
    #expect(full.unit == "次")
    #expect(full.action == "报告工作")
    #expect(full.points == 2500)
    #expect(full.responsible == .owner("王芳"))
    #expect(full.departments == ["办公室"])
    #expect(full.signOff)
    #expect(full.effective.from == .first)
  }

  @Test("is shown without a copy of its title")
  func title() {
    let duty = Duty(id: "d1", number: nil, title: "学习Ⅱ", requirements: [])
    var bytes: [UInt8] = []
    duty.withTitle { title in
      for index in title.indices { bytes.append(title[index]) }
    }
    #expect(bytes == Array(duty.title.utf8))
    #expect(duty.title == "学习Ⅱ")
  }
}
