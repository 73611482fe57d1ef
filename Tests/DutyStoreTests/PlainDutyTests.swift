import DutyModel
import DutyStore
import TestSupport
import Testing

/// Duties that have nothing but texts are read in one pass, and by the general reader where a key
/// more stands in them that says nothing: both must read the same.
@Suite("A duty of plain texts")
struct PlainDutyTests {
  private static let duties = [
    "{\"id\":\"s1\",\"title\":\"学习\",\"text\":\"每月学习一次。\",\"owner\":\"王芳\",\"schedule\":\"1 per month\"}",
    "{\n  \"id\": \"s2\",\n  \"number\": \"二\",\n  \"title\": \"B\",\n  \"schedule\": \"ongoing\"\n}",
    "{\"schedule\" : \"1 per year\",\r\n\"title\":\"T\" , \"unit\":\"\",\"action\":\"做\",\"id\":\"s3\"}",
    "{\"text\":\"只有文字\",\"schedule\":\"as needed\",\"number\":\"7\"}",
    "{\"id\":\"s4\",\"title\":\"无安排\"}",
  ]

  private static let faulty = [
    "{\"id\":\"S5\",\"title\":\"T\",\"schedule\":\"ongoing\"}",
    "{\"id\":\"s5\",\"title\":\"\",\"schedule\":\"ongoing\"}",
    "{\"id\":\"s5\",\"title\":\"a\u{7F}\",\"schedule\":\"ongoing\"}",
    "{\"id\":\"s5\",\"title\":\"T\",\"owner\":\"\",\"schedule\":\"ongoing\"}",
    "{\"id\":\"s5\",\"title\":\"T\",\"schedule\":\"now and then\"}",
    "{\"id\":\"s5\",\"title\":\"T\",\"schedule\":\"ongoing\",\"id\":\"s6\"}",
    "{\"id\":\"s5\",\"title\":\"T\",\"schedule\":null}",
    "{\"id\":\"s5\",\"title\":\"T\",\"schedule\":\"ongoing\",\"portfoli\":\"x\"}",
    "{\"id\":\"s5\",\"title\":\"\\u0054\",\"schedule\":\"ongoing\",\"formerly\":[\"s9\"]}",
  ]

  /// What a file says whose second duty is given, and what is wrong with it.
  private static func reading(_ duty: [UInt8]) -> (said: [String], faults: [String]) {
    let start =
      "{\"format\":\"duty.checklist/1\",\"id\":\"l\",\"title\":\"L\",\"tiers\":[{\"kind\":\"secretary\","
      + "\"title\":\"S\",\"owner\":\"李强\",\"duties\":["
      + "{\"id\":\"s8\",\"title\":\"T\",\"schedule\":\"ongoing\"},"
    let bytes = Array(start.utf8) + duty + Array("]}]}                  ".utf8)
    let file = ChecklistFile(path: "checklists/l.json", bytes: bytes)
    let duties = file.checklist?.tiers.flatMap(\.sections).flatMap(\.duties) ?? []
    return (
      duties.map { duty in
        let requirements = duty.requirements.map {
          "\($0.id) \($0.title) \($0.schedule) \($0.unit ?? "-") \($0.action ?? "-") \($0.responsible)"
        }
        return "\(duty.id) \(duty.number) \(duty.title) \(duty.text) \(requirements)"
      },
      file.problems.map { "\($0.code) \($0.subject ?? "-")" }
    )
  }

  /// The duty with a key behind the others that nothing knows.
  private static func withFurtherKey(_ duty: [UInt8]) -> [UInt8] {
    duty.dropLast() + Array(",\"zz\":0}".utf8)
  }

  @Test("is read alike with a key more", arguments: duties + faulty)
  func agreement(_ duty: String) {
    let reading = PlainDutyTests.reading(Array(duty.utf8))
    let other = PlainDutyTests.reading(PlainDutyTests.withFurtherKey(Array(duty.utf8)))
    #expect(reading.said == other.said)
    #expect(reading.faults == other.faults)
    #expect(!reading.said.isEmpty || !reading.faults.isEmpty)
  }

  /// What stands between texts is remembered from the duty before, whatever that was.
  @Test("is read alike behind any other", arguments: duties + faulty)
  func agreementBehindOthers(_ duty: String) {
    for other in PlainDutyTests.duties + PlainDutyTests.faulty {
      let list = [duty, other, other, duty].map { Array($0.utf8) }
      let comma = [UInt8(ascii: ",")]
      let reading = PlainDutyTests.reading(Array(list.joined(separator: comma)))
      let further = list.map { PlainDutyTests.withFurtherKey($0) }
      let readingOfFurther = PlainDutyTests.reading(Array(further.joined(separator: comma)))
      #expect(reading.said == readingOfFurther.said)
      #expect(reading.faults == readingOfFurther.faults)
      // The same ids come twice.
      #expect(!reading.faults.isEmpty)
    }
  }

  @Test("is read alike however it is damaged")
  func agreementOfDamaged() {
    var random = SeededGenerator(seed: 5)
    let signs = Array("\"\"\\{}[],:01adns -\n\u{7F}学".utf8) + [0, 0x80, 0xC2, 0xE0, 0xFF]
    var readable = 0
    for _ in 0..<10_000 {
      var duty = Array((PlainDutyTests.duties.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 1..<(duty.count - 1), using: &random)
        let sign = signs.randomElement(using: &random) ?? 0
        switch Int.random(in: 0...3, using: &random) {
        case 0: duty[place] = sign
        case 1: duty.insert(sign, at: place)
        case 2: duty.remove(at: place)
        default:
          let end = Int.random(in: place...min(place + 20, duty.count - 1), using: &random)
          duty.insert(contentsOf: duty[place..<end], at: place)
        }
      }
      let reading = PlainDutyTests.reading(duty)
      let other = PlainDutyTests.reading(PlainDutyTests.withFurtherKey(duty))
      #expect(reading.said == other.said, "\(String(decoding: duty, as: UTF8.self))")
      // Where neither can be read, one may be told of another fault of the grammar.
      if !reading.said.isEmpty {
        readable += 1
        #expect(reading.faults == other.faults, "\(String(decoding: duty, as: UTF8.self))")
      }
    }
    // Both kinds must have come up, or nothing was tested.
    #expect((500...9500).contains(readable))
  }
}
