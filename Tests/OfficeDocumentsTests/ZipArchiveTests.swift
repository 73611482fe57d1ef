import Testing

@testable import OfficeDocuments

@Suite struct ZipArchiveTests {
  private static let text = Array(String(repeating: "每季度通报一次。", count: 20).utf8)

  private static func archive() throws -> [UInt8] {
    var zip = ZipWriter()
    zip.add("word/document.xml", text)
    zip.add("职责.bin", [1, 2, 3])
    zip.add("empty", [])
    return try zip.finished()
  }

  @Test func readsWhatItWrites() throws {
    let bytes = try Self.archive()
    let archive = try ZipArchive(reading: bytes)
    #expect(archive.entries.map(\.name) == ["word/document.xml", "职责.bin", "empty"])
    #expect(try archive.contents(of: "word/document.xml") == Self.text)
    #expect(try archive.contents(of: "WORD/Document.XML") == Self.text)
    #expect(try archive.contents(of: "职责.bin") == [1, 2, 3])
    #expect(try archive.contents(of: "empty") == [])
    #expect(try archive.contents(of: "other") == nil)
    #expect(try Self.archive() == bytes)
  }

  @Test func readsSizesThatFollowTheBytesAndAComment() throws {
    let archive = try ZipArchive(reading: try Fixture.bytes("streamed.zip"))
    #expect(archive.entries.map(\.name) == ["职责/一.txt", "empty.txt"])
    let text = try #require(try archive.contents(of: "职责/一.txt"))
    #expect(String(decoding: text, as: UTF8.self) == String(repeating: "第一项", count: 40))
  }

  @Test func refusesEveryTruncation() throws {
    for bytes in [try Self.archive(), try Fixture.bytes("streamed.zip")] {
      for count in 0..<bytes.count {
        #expect(throws: OfficeError.self) {
          try ZipArchive(reading: Array(bytes.prefix(count)))
        }
      }
    }
  }

  @Test func tellsRightBytesOrAnErrorForEveryFlippedBit() throws {
    for bytes in [try Self.archive(), try Fixture.bytes("streamed.zip")] {
      let whole = try ZipArchive(reading: bytes)
      var refusals = 0
      for bit in 0..<bytes.count * 8 {
        var changed = bytes
        changed[bit / 8] ^= 1 << UInt8(bit % 8)
        do throws(OfficeError) {
          let archive = try ZipArchive(reading: changed)
          for entry in archive.entries {
            let contents = try archive.contents(of: entry.name)
            #expect(try contents == whole.contents(of: entry.name), "bit \(bit)")
          }
        } catch {
          refusals += 1
        }
      }
      #expect(refusals > bytes.count)
    }
  }

  @Test(
    arguments: [
      ([], OfficeError.notAnArchive),
      (Array("职责清单".utf8), .notAnArchive),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .compoundFile),
      ([0x50, 0x4B, 0x03, 0x04, 0, 0], .damaged(.structure, entry: nil)),
    ] as [([UInt8], OfficeError)]
  )
  func refusesWhatIsNoArchive(bytes: [UInt8], error: OfficeError) {
    #expect(throws: error) { try ZipArchive(reading: bytes) }
  }

  /// Changes bytes of the list of contents and of the headers.
  private static func changed(
    _ bytes: [UInt8],
    header signature: Int,
    at offset: Int,
    to value: [UInt8]
  ) -> [UInt8] {
    var result = bytes
    for place in bytes.indices where bytes.number32(at: place) == signature {
      for (index, byte) in value.enumerated() {
        result[place + offset + index] = byte
      }
    }
    return result
  }

  @Test func refusesWhatItDoesNotRead() throws {
    let bytes = try Self.archive()
    let name = "word/document.xml"
    let central = ZipFormat.centralHeader
    let end = ZipFormat.endOfDirectory
    let cases: [([UInt8], OfficeError)] = [
      (
        Self.changed(bytes, header: central, at: 8, to: [1]),
        .unsupported(.encryption, entry: name)
      ),
      (
        Self.changed(bytes, header: central, at: 24, to: [255, 255, 255, 255]),
        .unsupported(.zip64, entry: name)
      ),
      (Self.changed(bytes, header: end, at: 10, to: [255, 255]), .unsupported(.zip64, entry: nil)),
      (Self.changed(bytes, header: end, at: 4, to: [1]), .unsupported(.severalDisks, entry: nil)),
      (Self.changed(bytes, header: end, at: 10, to: [2]), .unsupported(.severalDisks, entry: nil)),
      (
        Self.changed(bytes, header: central, at: 42, to: [0]), .damaged(.structure, entry: "职责.bin")
      ),
    ]
    for (bytes, error) in cases {
      #expect(throws: error) { try ZipArchive(reading: bytes) }
    }
    let method = Self.changed(
      Self.changed(bytes, header: central, at: 10, to: [12]),
      header: ZipFormat.localHeader,
      at: 8,
      to: [12]
    )
    let archive = try ZipArchive(reading: method)
    #expect(throws: OfficeError.unsupported(.compressionMethod(12), entry: "empty")) {
      try archive.contents(of: "empty")
    }
  }

  @Test func refusesDuplicateNames() throws {
    var zip = ZipWriter()
    zip.add("word/a.xml", [1])
    zip.add("Word/A.xml", [2])
    let bytes = try zip.finished()
    #expect(throws: OfficeError.damaged(.duplicateName, entry: "Word/A.xml")) {
      try ZipArchive(reading: bytes)
    }
  }

  /// An archive within an archive, whose entry the outer list names too.
  @Test func refusesEntriesThatOverlap() throws {
    var inner: [UInt8] = []
    var first = ZipWriter()
    first.add("b", [1, 2, 3, 4])
    inner = Array(try first.finished().prefix(30 + 1 + 4))
    // Bytes that deflate only makes more of, so that the copy stays as it is.
    inner += (0..<100).map { UInt8(255 - $0) }
    var outer = ZipWriter()
    outer.add("a", inner)
    outer.add("b", [1, 2, 3, 4])
    var bytes = try outer.finished()
    // The second entry of the list is sent to the copy inside the first.
    let places = bytes.indices.filter { bytes.number32(at: $0) == ZipFormat.centralHeader }
    let second = try #require(places.last)
    bytes[second + 42] = 31
    #expect(throws: OfficeError.damaged(.overlap, entry: "b")) { try ZipArchive(reading: bytes) }
  }

  @Test func refusesWhatIsMadeToFillTheMemory() throws {
    var zip = ZipWriter()
    zip.add("a", [UInt8](repeating: 0, count: 100_000))
    zip.add("b", [UInt8](repeating: 0, count: 100_000))
    let bytes = try zip.finished()
    var limits = ArchiveLimits.standard
    #expect(try ZipArchive(reading: bytes, limits: limits).contents(of: "a")?.count == 100_000)

    limits.ratioFloor = 10_000
    limits.ratio = 20
    #expect(throws: OfficeError.limitExceeded(.ratio, limit: 20)) {
      try ZipArchive(reading: bytes, limits: limits).contents(of: "a")
    }
    limits.entrySize = 99_999
    #expect(throws: OfficeError.limitExceeded(.entrySize, limit: 99_999)) {
      try ZipArchive(reading: bytes, limits: limits).contents(of: "a")
    }
    limits.totalSize = 150_000
    #expect(throws: OfficeError.limitExceeded(.totalSize, limit: 150_000)) {
      try ZipArchive(reading: bytes, limits: limits)
    }
    limits.entryCount = 1
    #expect(throws: OfficeError.limitExceeded(.entryCount, limit: 1)) {
      try ZipArchive(reading: bytes, limits: limits)
    }
  }

  @Test func doesNotReserveWhatAnEntryOnlyClaims() throws {
    var zip = ZipWriter()
    zip.add("a", [UInt8](repeating: 0, count: 1000))
    let size: [UInt8] = [0, 0, 0, 3]
    let bytes = Self.changed(
      Self.changed(try zip.finished(), header: ZipFormat.centralHeader, at: 24, to: size),
      header: ZipFormat.localHeader,
      at: 22,
      to: size
    )
    let archive = try ZipArchive(reading: bytes)
    #expect(throws: OfficeError.limitExceeded(.ratio, limit: 250)) {
      try archive.contents(of: "a")
    }
  }
}
