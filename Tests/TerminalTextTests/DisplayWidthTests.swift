import Foundation
import Testing

@testable import TerminalText

@Suite struct DisplayWidthTests {
  @Test(
    "Widths",
    arguments: [
      ("", 0),
      ("duty", 4),
      ("廉政教育", 8),
      ("（一）", 6),
      ("２０２６", 8),
      ("s11b 主持", 9),
      ("…", 1),
      ("“x”", 3),
      ("▮▯", 2),
      ("ｱｲｳ", 3),
      ("é", 1),
      ("e\u{301}", 1),
      ("n\u{303}\u{323}", 1),
      ("が", 2),
      ("か\u{3099}", 2),
      ("한국어", 6),
      ("\u{1112}\u{1161}\u{11AB}", 2),
      ("กำ", 2),
      ("a\u{200B}b", 2),
      ("a\u{AD}b", 3),
      ("😀", 2),
      ("👍🏽", 2),
      ("👩‍👩‍👧‍👦", 2),
      ("🏳️‍🌈", 2),
      ("🇨🇳", 2),
      ("🇨🇳🇫🇷", 4),
      ("❤", 1),
      ("❤️", 2),
      ("1️⃣", 2),
      ("#️⃣", 2),
      ("1", 1),
      ("a\u{FE0F}", 1),
      ("字\u{E0100}", 2),
      ("𠮷", 2),
      ("㈱", 2),
      ("⼈", 2),
      ("①", 1),
      ("🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", 2),
    ]
  )
  func widths(text: String, width: Int) {
    #expect(text.displayWidth == width)
    // A text is as wide as its characters: cutting between them loses no column.
    #expect(text.reduce(0) { $0 + String($1).displayWidth } == width)
  }

  @Test(
    "Ambiguous characters",
    arguments: [("…", 2), ("“x”", 5), ("①", 2), ("▮▯", 2), ("é", 2), ("中…", 4), ("a", 1)]
  )
  func ambiguous(text: String, width: Int) {
    #expect(text.displayWidth(ambiguousIsWide: true) == width)
  }

  @Test func simpleTextsAreMeasuredAlike() {
    var differences: [String] = []
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      guard let width = text.simpleWidth else { continue }
      let isAlike =
        width == text.displayWidth(ambiguousIsWide: true)
        && width == text.displayWidth(ambiguousIsWide: false) && text.visible == text
      if !isAlike { differences.append(String(value, radix: 16)) }
    }
    #expect(differences.isEmpty)
    #expect("abc，中文（％）▮▯".simpleWidth == 17)
    #expect("e\u{301}".simpleWidth == nil)
    #expect("中\u{FE0F}".simpleWidth == nil)
    #expect("".simpleWidth == 0)
  }

  @Test func tablesAreOrdered() {
    for table in [WidthTables.zero, WidthTables.wide, WidthTables.ambiguous] {
      #expect(table.count.isMultiple(of: 2))
      for index in table.indices.dropFirst() {
        // A range may be one scalar; two ranges never touch.
        #expect(
          index.isMultiple(of: 2)
            ? table[index - 1] + 1 < table[index] : table[index - 1] <= table[index]
        )
      }
    }
  }

  private static let unicodeData = URL(filePath: "/usr/share/unicode/EastAsianWidth.txt")

  @Test(.enabled(if: FileManager.default.fileExists(atPath: unicodeData.path)))
  func tablesMatchTheUnicodeData() throws {
    let text = try String(contentsOf: Self.unicodeData, encoding: .utf8)
    try #require(text.hasPrefix("# EastAsianWidth-15.0.0.txt"))
    var differences: [String] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.prefix { $0 != "#" }.split(separator: ";")
      let bounds = fields[0].split(separator: ".", omittingEmptySubsequences: true)
        .compactMap { UInt32($0.trimmingCharacters(in: .whitespaces), radix: 16) }
      let width = fields[1].trimmingCharacters(in: .whitespaces)
      let first = try #require(bounds.first)
      let last = try #require(bounds.last)
      for value in first...last where !WidthTables.zero.rangesContain(value) {
        let isWide = WidthTables.wide.rangesContain(value)
        let isAmbiguous = WidthTables.ambiguous.rangesContain(value)
        if isWide != (width == "W" || width == "F") || isAmbiguous != (width == "A") {
          differences.append(String(value, radix: 16))
        }
      }
    }
    #expect(differences.isEmpty)
  }

  @Test func marksTakeNoColumn() {
    // The standard library knows the categories too, of its own version of Unicode.
    var differences: [String] = []
    for value in UInt32(0x300)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major <= 15
      else { continue }
      let isMark =
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
      if isMark, age != (15, 1), !WidthTables.zero.rangesContain(value) {
        differences.append(String(value, radix: 16))
      }
    }
    #expect(differences.isEmpty)
  }
}

@Suite struct CuttingTests {
  @Test(
    "Cutting",
    arguments: [
      ("廉政教育", 8, "廉政教育"),
      ("廉政教育", 7, "廉政教…"),
      ("廉政教育", 6, "廉政…"),
      ("廉政教育", 2, "…"),
      ("廉政教育", 1, "…"),
      ("廉政教育", 0, ""),
      ("廉政教育", -4, ""),
      ("abcdef", 4, "abc…"),
      ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, "👩‍👩‍👧‍👦…"),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ]
  )
  func cut(text: String, columns: Int, expected: String) {
    let short = Terminal().cut(text, to: columns)
    #expect(short == expected)
    #expect(short.displayWidth <= max(columns, 0))
  }

  @Test func otherEllipses() {
    #expect(Terminal(usesASCII: true).cut("abcdef", to: 4) == "ab..")
    #expect(Terminal(ambiguousIsWide: true).cut("abcdef", to: 4) == "ab…")
    #expect(Terminal(usesASCII: true).cut("abcdef", to: 1) == ".")
  }
}

@Suite struct VisibleTests {
  @Test(
    "Controls are written out",
    arguments: [
      ("廉政教育", "廉政教育"),
      ("a\u{1B}[2Jb", "a\\u{1b}[2Jb"),
      ("\u{1B}]0;x\u{7}", "\\u{1b}]0;x\\u{7}"),
      ("\u{1B}]8;;http://x\u{1B}\\y", "\\u{1b}]8;;http://x\\u{1b}\\y"),
      ("a\rb", "a\\u{d}b"),
      ("a\nb", "a\\u{a}b"),
      ("a\r\nb", "a\\u{d}\\u{a}b"),
      ("a\tb", "a\\u{9}b"),
      ("\0", "\\u{0}"),
      ("\u{7F}\u{80}\u{9B}\u{9F}", "\\u{7f}\\u{80}\\u{9b}\\u{9f}"),
      ("\u{202E}x\u{2066}y\u{2069}", "\\u{202e}x\\u{2066}y\\u{2069}"),
      ("\u{200E}\u{200F}\u{61C}", "\\u{200e}\\u{200f}\\u{61c}"),
      ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
      ("¡é\u{A0}", "¡é\u{A0}"),
      ("“…”", "“…”"),
      ("👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"),
    ]
  )
  func visible(text: String, expected: String) {
    #expect(text.visible == expected)
    #expect(text.visible.visible == expected)
  }
}
