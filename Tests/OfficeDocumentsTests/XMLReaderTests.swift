import Testing

@testable import OfficeDocuments

@Suite struct XMLReaderTests {
  /// What a reader tells of a text, in short.
  private static func told(_ bytes: [UInt8], isChosen: Bool = false) throws(OfficeError) -> String {
    var reader = try XMLReader(bytes, part: "p")
    var result = ""
    while true {
      let event = isChosen ? try reader.nextChosen() : try reader.next()
      switch event {
      case .start(let element):
        let attributes = element.attributes.map { " \($0.name.local)=\($0.value)" }
        result += "<\(element.name.local)\(attributes.joined())>"
      case .end: result += "</>"
      case .text(let text): result += text
      case .endOfDocument: return result
      }
    }
  }

  @Test(arguments: [
    ("<a/>", "<a></>"),
    ("<?xml version=\"1.0\" encoding='UTF-8'?>\n<a>x</a>\n<!-- c -->", "<a>x</>"),
    ("<a b='1' c=\"&lt;&#x4E00;&#20108;\"/>", "<a b=1 c=<一二></>"),
    ("<a>&amp;&lt;&gt;&quot;&apos;</a>", "<a>&<>\"'</>"),
    ("<a>x<!-- <b> -->y<?p i?>z</a>", "<a>xyz</>"),
    ("<a><![CDATA[<b>&amp;]]]></a>", "<a><b>&amp;]</>"),
    ("<a>1\r\n2\r3\n</a>", "<a>1\n2\n3\n</>"),
    ("<a b='1\r\n2\t3'/>", "<a b=1 2 3></>"),
    ("<职责 名='一'>二</职责>", "<职责 名=一>二</>"),
    ("<a xmlns='u' xmlns:p='v'><p:b p:c='1' c='2'/></a>", "<a><b c=1 c=2></></>"),
    ("\u{FEFF}<a/>", "<a></>"),
    ("<a></a >", "<a></>"),
    ("<a>\u{1F600}</a>", "<a>\u{1F600}</>"),
  ])
  func reads(text: String, expected: String) throws {
    #expect(try Self.told(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    ("", XMLFault.unexpectedEnd), ("  ", .unexpectedEnd), ("<a>", .unexpectedEnd),
    ("<a", .unexpectedEnd), ("<a b", .unexpectedEnd), ("<a b='", .unexpectedEnd),
    ("<a><!--", .unexpectedEnd), ("<a>&am", .unexpectedEnd), ("<", .unexpectedEnd),
    ("<a></b>", .mismatchedTag), ("</a>", .mismatchedTag), ("<a/></a>", .mismatchedTag),
    ("<!DOCTYPE a><a/>", .documentType),
    ("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", .documentType),
    ("<a>&e;</a>", .unknownEntity), ("<a>&nbsp;</a>", .unknownEntity),
    ("<a>&#0;</a>", .forbiddenCharacter), ("<a>&#xFFFE;</a>", .forbiddenCharacter),
    ("<a>&#xD800;</a>", .forbiddenCharacter), ("<a>\u{0B}</a>", .forbiddenCharacter),
    ("<a>\u{FFFF}</a>", .forbiddenCharacter), ("<a>&#x110000;</a>", .forbiddenCharacter),
    ("<a>&#+65;</a>", .malformed), ("<a>&#;</a>", .malformed), ("<a>&#x;</a>", .malformed),
    ("<a b=1/>", .malformed), ("<a b='1'c='2'/>", .malformed), ("<a b='<'/>", .malformed),
    ("<a/><b/>", .malformed), ("x<a/>", .malformed), ("<a/>x", .malformed), ("<1/>", .malformed),
    ("<a:/>", .malformed), ("<:a/>", .malformed), ("<!x><a/>", .malformed),
    ("<a><!-- -- --></a>", .malformed), (" <?xml version='1.0'?><a/>", .malformed),
    ("<a b='1' b='2'/>", .duplicateAttribute), ("<p:a/>", .undeclaredPrefix),
    ("<a p:b='1'/>", .undeclaredPrefix), ("<a><b xmlns:p='u'/><p:c/></a>", .undeclaredPrefix),
    ("<?xml version='1.0' encoding='GB2312'?><a/>", .unsupportedEncoding),
  ])
  func refuses(text: String, fault: XMLFault) {
    #expect(throws: OfficeError.invalidXML(fault, part: "p", line: 1)) {
      try Self.told(Array(text.utf8))
    }
  }

  @Test func tellsTheLine() {
    #expect(throws: OfficeError.invalidXML(.mismatchedTag, part: "p", line: 3)) {
      try Self.told(Array("<a>\n<b>\n</c>".utf8))
    }
  }

  @Test func readsUTF16() throws {
    let text = "<?xml version='1.0' encoding='UTF-16'?><a>职责\u{1F600}</a>"
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [[0xFF, 0xFE] + little, little, [0xFE, 0xFF] + big, big] {
      #expect(try Self.told(bytes) == "<a>职责\u{1F600}</>")
    }
    #expect(throws: OfficeError.invalidXML(.invalidEncoding, part: "p", line: 1)) {
      try Self.told(little + [0])
    }
    #expect(throws: OfficeError.invalidXML(.invalidEncoding, part: "p", line: 1)) {
      try Self.told([0xFF, 0xFE] + [0x00, 0xD8, 0x3C, 0x00])
    }
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE4, 0xB8], [0xFF], [0xF5, 0x80, 0x80, 0x80],
  ])
  func refusesBrokenUTF8(bytes: [UInt8]) {
    #expect(throws: OfficeError.invalidXML(.invalidEncoding, part: "p", line: 1)) {
      try Self.told(Array("<a>".utf8) + bytes + Array("</a>".utf8))
    }
  }

  @Test func refusesDepthsAndWidthsThatNoDocumentHas() throws {
    let deep = String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)
    #expect(try Self.told(Array(deep.utf8)).count == deep.count - 256)
    #expect(throws: OfficeError.invalidXML(.tooDeep, part: "p", line: 1)) {
      try Self.told(Array(String(repeating: "<a>", count: 100_000).utf8))
    }
    let attributes = (0..<600).map { " a\($0)='1'" }.joined()
    #expect(throws: OfficeError.invalidXML(.malformed, part: "p", line: 1)) {
      try Self.told(Array("<a\(attributes)/>".utf8))
    }
  }

  @Test func choosesOneOfTheAlternatives() throws {
    let space = "xmlns:m='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    let text = """
      <a \(space)>1<m:AlternateContent><m:Choice Requires='x'><b>2</b></m:Choice>\
      <m:Choice Requires='y'>3</m:Choice><m:Fallback><c>4</c></m:Fallback></m:AlternateContent>5\
      <m:AlternateContent><m:Fallback>6<m:AlternateContent><m:Choice>7</m:Choice>\
      <m:Fallback>8</m:Fallback></m:AlternateContent></m:Fallback></m:AlternateContent>9</a>
      """
    #expect(try Self.told(Array(text.utf8), isChosen: true) == "<a>1<b>2</>5679</>")
  }

  @Test func survivesEveryFlippedBit() throws {
    let text =
      "<?xml version='1.0'?><a xmlns:p='u' p:b=\"&lt;\">一<p:c/>&#x41;<![CDATA[x]]><!--y--></a>"
    let bytes = Array(text.utf8)
    var refusals = 0
    for bit in 0..<bytes.count * 8 {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      do throws(OfficeError) {
        #expect(try !Self.told(changed).isEmpty)
      } catch {
        refusals += 1
      }
    }
    for count in 0..<bytes.count {
      #expect(throws: OfficeError.self) { try Self.told(Array(bytes.prefix(count))) }
    }
    #expect(refusals > 100)
  }
}
