import TestSupport
import Testing

@testable import DutyModel

@Suite("Values filed under numbers")
struct FiledTests {
  @Test("are found by number, in the order of filing", arguments: 0..<60)
  func findsByNumber(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...12, using: &generator)
    var filed = Filed<Int>()
    var expected = [[Int]](repeating: [], count: count)
    for round in 0..<3 {
      for step in 0..<Int.random(in: 0...20, using: &generator) {
        let number = Int.random(in: 0..<count, using: &generator)
        filed.add(round * 100 + step, under: number)
        expected[number].append(round * 100 + step)
      }
      filed.sort(count: count)
      for number in 0..<count { #expect(Array(filed[number]) == expected[number]) }
      let rest = Int.random(in: 0..<4, using: &generator)
      filed.removeAll { number, value in (number + value) % 4 == rest }
      for number in 0..<count {
        expected[number].removeAll { (number + $0) % 4 == rest }
        #expect(Array(filed[number]) == expected[number])
        #expect(filed.isEmpty(number) == expected[number].isEmpty)
      }
    }
  }

  @Test func knowsNothingOfOtherNumbers() {
    var filed = Filed<Int>()
    #expect(filed.isEmpty(0) && filed[7].isEmpty)
    filed.add(1, under: 2)
    filed.sort(count: 3)
    #expect(filed[-1].isEmpty && filed[3].isEmpty && Array(filed[2]) == [1])
    filed.removeAll { _, _ in true }
    #expect(filed[2].isEmpty)
  }
}
