import TerminalText
import Testing

@Suite struct LanguageTests {
  @Test(
    "The language comes from the first variable that decides",
    arguments: [
      ([:], .english),
      (["LANG": "zh_CN.UTF-8"], .chinese),
      (["LANG": "zh_TW"], .chinese),
      (["LANG": "en_GB.UTF-8"], .english),
      (["LANG": "fr_FR.UTF-8"], .english),
      (["LANG": "C"], .english),
      (["LANG": ""], .english),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], .english),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": ""], .chinese),
      (["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US"], .english),
      (["LC_MESSAGES": "en_US", "LC_ALL": "zh_CN"], .chinese),
      (["LANG": "en_US", "LANGUAGE": "zh:en"], .chinese),
      (["LANG": "zh_CN", "LANGUAGE": "fr:en:zh"], .english),
      (["LANG": "zh_CN", "LANGUAGE": "fr"], .chinese),
      (["LANG": "C", "LANGUAGE": "zh"], .english),
      (["LANG": "C.UTF-8", "LANGUAGE": "zh"], .english),
      (["LC_ALL": "POSIX", "LANG": "zh_CN", "LANGUAGE": "zh"], .english),
      (["LANGUAGE": "zh"], .english),
      (["DUTY_LANG": "zh", "LC_ALL": "C"], .chinese),
      (["DUTY_LANG": "en", "LANG": "zh_CN"], .english),
      (["DUTY_LANG": "fr", "LANG": "zh_CN"], .english),
      (["DUTY_LANG": "", "LANG": "zh_CN"], .chinese),
    ] as [([String: String], Language)]
  )
  func choice(environment: [String: String], language: Language) {
    #expect(Language(environment: environment) == language)
  }
}

@Suite struct MessageTests {
  @Test func wordings() {
    let message = Message(
      en: "\(2, "duty", "duties") for \(quoted: "王芳")",
      zh: "\(quoted: "王芳")有\(2)项"
    )
    #expect(message.text(in: .english) == "2 duties for '王芳'")
    #expect(message.text(in: .chinese) == "'王芳'有2项")
  }

  @Test func nestedMessagesKeepTheirLanguage() {
    let inner = Message(en: "late", zh: "逾期")
    let outer = Message(en: "is \(inner)", zh: "已\(inner)")
    #expect(outer.text(in: .english) == "is late")
    #expect(outer.text(in: .chinese) == "已逾期")
  }

  @Test(
    "Lists",
    arguments: [
      ([], .or, "", ""),
      (["a"], .or, "a", "a"),
      (["a", "b"], .or, "a or b", "a或b"),
      (["a", "b", "c"], .or, "a, b or c", "a、b或c"),
      (["a", "b", "c"], .and, "a, b and c", "a、b和c"),
      (["a", "b", "c"], .none, "a, b, c", "a、b、c"),
    ] as [([String], Conjunction, String, String)]
  )
  func lists(elements: [String], conjunction: Conjunction, english: String, chinese: String) {
    let list = Message.list(elements.map(Message.verbatim), conjunction)
    #expect(list.text(in: .english) == english)
    #expect(list.text(in: .chinese) == chinese)
  }

  @Test func quotations() {
    let list = Message.list(quoted: ["s2", "s11", "s12"], .or)
    #expect(list.text(in: .english) == "'s2', 's11' or 's12'")
    #expect(list.text(in: .chinese) == "'s2''s11'或's12'")
  }

  @Test func quotationsCannotEndTheirLine() {
    let long = String(repeating: "王", count: 1_000_000)
    let start = String(repeating: "王", count: 500)
    #expect(Message(en: "\(quoted: long)", zh: "").text(in: .english) == "'\(start)...'")
    #expect(Message(en: "\(quoted: start)", zh: "").text(in: .english) == "'\(start)'")
    let message = Message(en: "No \(quoted: "a\nb")", zh: "没有\(Message.list(quoted: ["a\u{1B}"]))")
    #expect(message.text(in: .english) == "No 'a\\u{a}b'")
    #expect(message.text(in: .chinese) == "没有'a\\u{1b}'")
  }

  @Test func commandsAndRolesSurviveNesting() {
    let inner = Message(en: "see \(command: "a b")", zh: "见\(command: "a b")")
    let outer = Message(en: "\(inner), \("late", role: .late)", zh: "\(inner)")
    #expect(
      outer.prose(in: .english)
        == "see " + Prose.unbreakable("a b") + ", " + Prose("late", role: .late)
    )
  }

  @Test func messagesCompareByTheirWords() {
    #expect(Message(en: "a \("b")", zh: "c") == Message(en: "a b", zh: "c"))
    #expect(Message(en: "a", zh: "c") != Message(en: "a", zh: "d"))
    #expect(Message.empty.isEmpty)
    #expect(!Message.verbatim("a").isEmpty)
  }
}
