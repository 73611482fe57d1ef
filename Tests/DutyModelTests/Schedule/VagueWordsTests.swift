import DutyModel
import Testing

/// Words that name no cycle: where a schedule is not understood, and in the text of a duty.
@Suite struct VagueWordsTests {
  @Test(arguments: [
    ("定期研究", "定期"), ("不定期抽查", "不定期"), ("经常性教育", "经常"),
    ("Meet regularly.", "regularly"), ("Inspect irregularly", "irregularly"),
    ("Often, and well", "often"), ("look in from time to time", "from time to time"),
    ("a softened tone", nil), ("每季度研究", nil), ("", nil),
  ])
  func areFoundInTexts(_ text: String, _ word: String?) {
    #expect(VagueWords.first(in: text) == word)
  }

  @Test(arguments: [
    "不定期", "定期", "经常", "适时", "irregularly", "regularly", "periodically", "frequently", "often",
    "from time to time",
  ])
  func areTheSameInSchedules(_ word: String) {
    #expect(VagueWords.first(in: word) == word)
    #expect(throws: ScheduleError.self) { try Schedule(word) }
    do {
      _ = try Schedule(word)
    } catch {
      #expect("\(error)".contains(word))
    }
  }
}
