import DutyModel
import TerminalText
import Testing

@testable import DutyReports

/// Texts of many rows are written once and known by numbers: no two of them may share the numbers.
@Suite("The words of rows")
struct RowWordsTests {
  private static let schedules: [Schedule] = {
    let points =
      (1...12).map { YearPoint.month($0) } + [.unknown]
      + (1...12).flatMap { month in (1...28).map { YearPoint.day(month: month, day: $0) } }
    let days = (0..<800).compactMap { Day.firstDay(ofYear: 2026).adding(days: $0) }
    let once =
      (2024...2040).flatMap { year in
        [.year(year), .unknownMonth(year: year)]
          + (1...12).flatMap { [.month(year, $0), .unknownDay(year: year, month: $0)] }
      } + days.map(Deadline.day)
    let counted = PeriodUnit.allCases.flatMap { unit in
      [nil, 1, 2, 7, 8, 9, 64, 366].flatMap { count in
        [nil, 1, 2, 30].flatMap { gap in
          [
            Counted(count: count, unit: unit, gap: gap),
            Counted(count: count, unit: unit, by: .point(.month(6)), gap: gap),
          ]
        }
      }
    }
    return [.ongoing, .asNeeded] + once.map(Schedule.once) + counted.map(Schedule.counted)
      + points.map { Schedule.yearly([$0]) } + points.map { Schedule.yearly([.month(1), $0]) }
      + points.prefix(40).flatMap { from in
        points.prefix(40).map { Schedule.span(from: from, by: $0) }
      }
  }()

  @Test("of a schedule are its own, whichever were shown before", arguments: Language.allCases)
  func schedules(_ language: Language) {
    var cells = CellBuffer()
    // Twice, so that each is also taken from those that are known.
    let all = Self.schedules + Self.schedules.reversed()
    for schedule in all { cells.add(schedule, in: language) }
    let words = all.map { $0.words.text(in: language) }
    #expect(cells.strings(from: 0) == words)
  }

  @Test("of a state with its days are its own", arguments: Language.allCases)
  func states(_ language: Language) {
    var cells = CellBuffer()
    var words: [String] = []
    for _ in 0..<2 {
      for state in State.allCases {
        for days in [nil, 0, 1, 2, 31, 400, -1] as [Int?] {
          cells.add(state, days: days, role: .quiet, in: language)
          let isSilent = state == .ongoing && days != nil
          let cell =
            isSilent ? Message.silentCell(days: days ?? 0) : Message.stateCell(state, days: days)
          words.append(cell.text(in: language))
        }
      }
    }
    #expect(cells.strings(from: 0) == words)
  }
}
