import DutyModel
import Testing

@Suite("The text of a schedule")
struct ScheduleTextTests {
  @Test("is one in each language", arguments: ScheduleTable.pairs)
  func pair(english: String, chinese: String) throws {
    let schedule = try Schedule(english)
    #expect(schedule.description == english)
    #expect(schedule.chinese == chinese)
    #expect(try Schedule(chinese) == schedule)
  }

  @Test("reads back as the same schedule, and no two schedules share one")
  func roundTrip() throws {
    let schedules = ScheduleTable.everySmallSchedule
    #expect(schedules.count > 10_000)
    var english: Set<String> = []
    var chinese: Set<String> = []
    for schedule in schedules {
      let texts = (schedule.description, schedule.chinese)
      let read = (try? Schedule(texts.0), try? Schedule(texts.1))
      if read.0 != schedule { Issue.record("\(texts.0) is read as \(String(describing: read.0))") }
      if read.1 != schedule { Issue.record("\(texts.1) is read as \(String(describing: read.1))") }
      if !english.insert(texts.0).inserted { Issue.record("\(texts.0) stands for two") }
      if !chinese.insert(texts.1).inserted { Issue.record("\(texts.1) stands for two") }
    }
    #expect(english.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(english.count == schedules.count)
  }

  @Test(
    "is read whatever its width, case and spaces",
    arguments: [
      ("  Ongoing ", "ongoing"),
      ("AS  NEEDED", "as needed"),
      ("４　per year", "4 per year"),
      ("4\tPer\u{A0}Year", "4 per year"),
      ("2 per year,60 days apart", "2 per year, 60 days apart"),
      ("2 per year ， 60 days apart", "2 per year, 60 days apart"),
      ("？ per half－year", "? per half-year"),
      ("ＢＹ ２０２３－０６－３０", "by 2023-06-30"),
      ("by  01-31  and 07-31 each year", "by 01-31 and 07-31 each year"),
      ("每 年 ４ 次", "4 per year"),
      ("每年２次,间隔60天以上", "2 per year, 60 days apart"),
    ]
  )
  func folding(text: String, canonical: String) throws {
    #expect(try Schedule(text).description == canonical)
  }

  @Test(
    "is read in the words of documents",
    arguments: [
      ("长期坚持", "ongoing"),
      ("及时", "as needed"),
      ("随时", "as needed"),
      ("发现问题线索时", "as needed"),
      ("每月一次", "1 per month"),
      ("每季1次", "1 per quarter"),
      ("每季度两次", "2 per quarter"),
      ("每星期一次", "1 per week"),
      ("每半年", "1 per half-year"),
      ("半年一次", "1 per half-year"),
      ("每年不少于4次", "4 per year"),
      ("每年至少一次", "1 per year"),
      ("每年四次以上", "4 per year"),
      ("每年完成4次", "4 per year"),
      ("每年至少十二次", "12 per year"),
      ("每年二十次", "20 per year"),
      ("每年一百二十次", "120 per year"),
      ("每年三百六十六次", "366 per year"),
      ("每年11月底前不少于4次", "4 per year by 11"),
      ("每年11月底前完成4次", "4 per year by 11"),
      ("每年11月30日前至少四次", "4 per year by 11-30"),
      ("每年年底前完成", "by 12 each year"),
      ("每年底前", "by 12 each year"),
      ("每年年底前4次", "4 per year by 12"),
      ("每年1月31日前和7月31日前", "by 01-31 and 07-31 each year"),
      ("每年1月31日前及7月31日前", "by 01-31 and 07-31 each year"),
      ("每年1月31日与7月31日前", "by 01-31 and 07-31 each year"),
      ("每年6月、12月底前完成", "by 06 and 12 each year"),
      ("每年三月至六月", "from 03 by 06 each year"),
      ("每年3月至6月底前完成", "from 03 by 06 each year"),
      ("2023年年底前", "by 2023"),
      ("2023年6月底前完成", "by 2023-06"),
      ("二〇二三年六月三十日前", "by 2023-06-30"),
      ("2023年X月底前", "by 2023-?"),
      ("2023年？月底前", "by 2023-?"),
      ("2023年6月×日前", "by 2023-06-?"),
      ("每年＊月底前", "by ? each year"),
      ("每半年X次", "? per half-year"),
      ("每月底前", "1 per month"),
      ("每月5日前", "1 per month by 05"),
      ("每年2次，间隔不少于六十天", "2 per year, 60 days apart"),
      ("每年2次间隔60天", "2 per year, 60 days apart"),
      ("長期堅持", "ongoing"),
      ("每週兩次", "2 per week"),
    ]
  )
  func documentWords(text: String, canonical: String) throws {
    #expect(try Schedule(text).description == canonical)
  }

  @Test("is read from any kind of string")
  func substring() throws {
    let line = "schedule: 4 per year"
    #expect(try Schedule(line.dropFirst(10)) == .counted(Counted(count: 4, unit: .year)))
  }
}
