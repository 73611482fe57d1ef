import Testing

@testable import OfficeDocuments

@Suite struct CRC32Tests {
  @Test(arguments: [
    ("", 0), ("a", 0xE8B7_BE43), ("123456789", 0xCBF4_3926), ("职责清单", 0x4147_EC31),
  ])
  func isThatOfZip(text: String, expected: UInt32) {
    #expect(CRC32.checksum(of: Array(text.utf8)) == expected)
  }
}
