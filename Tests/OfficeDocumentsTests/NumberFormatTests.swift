import Testing

@testable import OfficeDocuments

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      ("decimal", [(0, "0"), (12, "12")]),
      ("decimalZero", [(3, "03"), (12, "12"), (123, "123")]),
      ("decimalFullWidth", [(10, "１０")]),
      ("upperRoman", [(4, "IV"), (1999, "MCMXCIX"), (0, "0"), (40_000, "40000")]),
      ("lowerRoman", [(9, "ix")]),
      ("upperLetter", [(1, "A"), (26, "Z"), (27, "AA"), (53, "AAA"), (781, "A"), (0, "0")]),
      ("lowerLetter", [(28, "bb")]),
      ("ordinal", [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (112, "112th")]),
      (
        "chineseCounting",
        [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一○○"), (0, "○")]
      ),
      (
        "chineseCountingThousand",
        [
          (10, "十"), (19, "十九"), (30, "三十"), (100, "一百"), (101, "一百零一"), (110, "一百一十"),
          (1001, "一千零一"), (1010, "一千零一十"), (10_000, "一万"), (10_010, "一万零一十"), (0, "零"),
        ]
      ),
      ("taiwaneseCounting", [(21, "二十一"), (105, "一○五")]),
      ("taiwaneseCountingThousand", [(120, "一百二十")]),
      ("japaneseCounting", [(10, "十"), (21, "二十一"), (100, "百"), (111, "百十一"), (10_000, "一万")]),
      ("ideographDigital", [(1, "一"), (10, "一〇"), (205, "二〇五")]),
      ("chineseLegalSimplified", [(1, "壹"), (10, "壹拾"), (25, "贰拾伍")]),
      ("ideographLegalTraditional", [(12, "壹拾貳")]),
      ("ideographTraditional", [(1, "甲"), (10, "癸"), (11, "甲")]),
      ("ideographZodiac", [(12, "亥"), (13, "子")]),
      ("ideographZodiacTraditional", [(1, "甲子"), (13, "丙子")]),
      ("decimalEnclosedCircle", [(1, "①"), (20, "⑳"), (21, "21"), (0, "0")]),
      ("decimalEnclosedParen", [(2, "⑵")]),
      ("decimalEnclosedFullstop", [(3, "⒊")]),
      ("ideographEnclosedCircle", [(10, "㊉"), (11, "11")]),
      ("numberInDash", [(7, "- 7 -")]),
      ("none", [(5, "")]),
      ("bullet", [(5, "")]),
      ("someday", [(5, "5")]),
    ] as [(String, [(Int, String)])]
  )
  func writes(name: String, numbers: [(Int, String)]) {
    for (number, text) in numbers {
      #expect(NumberFormat(name: name).text(number) == text)
    }
  }

  @Test func padsAsACustomFormatShows() {
    #expect(NumberFormat(name: "custom", pattern: "001, 002, 003, ...").text(7) == "007")
    #expect(NumberFormat(name: "custom").text(7) == "7")
  }

  @Test(arguments: [Int.min, -1, 32_767, 99_999_999, 100_000_000, Int.max])
  func survivesEveryNumber(number: Int) {
    for name in [
      "decimal", "decimalFullWidth", "decimalZero", "ordinal", "upperRoman", "upperLetter",
      "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital",
      "chineseLegalSimplified", "ideographZodiacTraditional", "decimalEnclosedCircle",
    ] {
      #expect(!NumberFormat(name: name).text(number).isEmpty)
    }
  }
}
