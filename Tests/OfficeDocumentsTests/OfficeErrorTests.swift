import TerminalText
import Testing

@testable import OfficeDocuments

@Suite struct OfficeErrorTests {
  private static let errors: [OfficeError] =
    [
      .notAnArchive, .compoundFile, .missingPart("word/document.xml"),
      .sheetTooLarge(sheet: "清单\u{1B}"), .notAWordDocument(.workbook),
      .notAWordDocument(.presentation), .notAWordDocument(.openDocument),
      .notAWordDocument(.unknown),
    ]
    + [ArchiveFault.structure, .duplicateName, .overlap, .compressedData, .size, .checksum]
    .flatMap { [.damaged($0, entry: nil), .damaged($0, entry: "a\u{1B}[2J")] }
    + [ArchiveFeature.encryption, .zip64, .severalDisks, .compressionMethod(12)]
    .flatMap { [.unsupported($0, entry: nil), .unsupported($0, entry: "a")] }
    + [ArchiveLimit.entryCount, .entrySize, .totalSize, .ratio]
    .map { .limitExceeded($0, limit: 250) }
    + [
      XMLFault.unexpectedEnd, .invalidEncoding, .unsupportedEncoding, .documentType,
      .unknownEntity, .forbiddenCharacter, .malformed, .mismatchedTag, .undeclaredPrefix,
      .duplicateAttribute, .tooDeep,
    ].map { .invalidXML($0, part: "word/document.xml", line: 3) }

  @Test(arguments: errors)
  func isWordedInBothLanguages(error: OfficeError) {
    let english = error.message.text(in: .english)
    let chinese = error.message.text(in: .chinese)
    #expect(english.contains(" ") && !english.hasSuffix("."))
    #expect(chinese.unicodeScalars.contains { $0.value >= 0x4E00 } && chinese != english)
    for text in [english, chinese] {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 })
    }
  }

  @Test func saysSomethingElseForEveryError() {
    let texts = Set(Self.errors.map { $0.message.text(in: .english) })
    // Two ways to be no document read the same.
    #expect(texts.count == Self.errors.count - 1)
  }
}
