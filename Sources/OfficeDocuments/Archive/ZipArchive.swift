/// The entries of a zip archive, read from its central directory.
///
/// Everything the directory says is checked against the bytes: places, names, sizes, checksums. An
/// entry's bytes are decompressed when they are asked for.
struct ZipArchive: Sendable {
  /// What the central directory says of one entry.
  struct Entry: Equatable, Sendable {
    /// The path, with slashes, without one at the start.
    let name: String

    /// The decompressed size in bytes.
    let size: Int

    fileprivate let method: Int
    fileprivate let checksum: Int

    /// Where the compressed bytes are.
    fileprivate let place: Range<Int>
  }

  /// The entries, in the order of the central directory.
  let entries: [Entry]

  private let bytes: [UInt8]
  private let limits: ArchiveLimits
  private let indexes: [String: Int]

  /// Reads the directory of an archive.
  init(reading bytes: [UInt8], limits: ArchiveLimits = .standard) throws(OfficeError) {
    var directory = try ZipDirectory(bytes, limits)
    entries = try directory.readEntries()
    self.bytes = bytes
    self.limits = limits
    var indexes: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      // Part names differ by more than the case of their letters.
      guard indexes.updateValue(index, forKey: entry.name.lowercased()) == nil else {
        throw .damaged(.duplicateName, entry: entry.name)
      }
    }
    self.indexes = indexes
  }

  /// Whether there is an entry of a name.
  func contains(_ name: String) -> Bool {
    indexes[name.lowercased()] != nil
  }

  /// Whether there is an entry in a folder; its name is in small letters.
  func hasFolder(_ name: String) -> Bool {
    indexes.keys.contains { $0.hasPrefix(name + "/") }
  }

  /// The decompressed bytes of the entry of a name; nil if there is none.
  ///
  /// - Throws: `OfficeError` if the entry is larger than the limits allow, compressed in an
  ///   unknown way, or not what its size and checksum say.
  func contents(of name: String) throws(OfficeError) -> [UInt8]? {
    guard let index = indexes[name.lowercased()] else { return nil }
    let entry = entries[index]
    guard entry.size <= limits.entrySize else {
      throw .limitExceeded(.entrySize, limit: limits.entrySize)
    }
    let isLarge = entry.size > limits.ratioFloor
    guard !isLarge || entry.size / limits.ratio <= entry.place.count else {
      throw .limitExceeded(.ratio, limit: limits.ratio)
    }
    let contents = try decompressed(entry)
    guard Int(CRC32.checksum(of: contents)) == entry.checksum else {
      throw .damaged(.checksum, entry: entry.name)
    }
    return contents
  }

  private func decompressed(_ entry: Entry) throws(OfficeError) -> [UInt8] {
    switch entry.method {
    case ZipFormat.stored:
      guard entry.place.count == entry.size else { throw .damaged(.size, entry: entry.name) }
      return Array(bytes[entry.place])
    case ZipFormat.deflated:
      // No stream makes more of itself than this, so nothing is reserved for one that claims it.
      guard entry.size / 1033 <= entry.place.count else {
        throw .damaged(.size, entry: entry.name)
      }
      do throws(DeflateFault) {
        return try Inflater.inflate(bytes, in: entry.place, size: entry.size)
      } catch .tooLong, .tooShort {
        throw .damaged(.size, entry: entry.name)
      } catch {
        throw .damaged(.compressedData, entry: entry.name)
      }
    default:
      throw .unsupported(.compressionMethod(entry.method), entry: entry.name)
    }
  }
}

/// The numbers of the zip format that this program knows.
enum ZipFormat {
  static let localHeader = 0x0403_4B50
  static let centralHeader = 0x0201_4B50
  static let endOfDirectory = 0x0605_4B50
  static let zip64Locator = 0x0706_4B50
  static let localHeaderSize = 30
  static let centralHeaderSize = 46
  static let endOfDirectorySize = 22
  static let stored = 0
  static let deflated = 8

  /// The flag of sizes that follow the bytes instead of going before them.
  static let hasDescriptor = 1 << 3

  /// The flag of names in UTF-8.
  static let hasUTF8Name = 1 << 11

  /// The flags of the ways to encrypt: the entry, strongly, and the directory.
  static let isEncrypted = 1 << 0 | 1 << 6 | 1 << 13
}

/// Reads the central directory of a zip archive.
private struct ZipDirectory {
  private let bytes: [UInt8]
  private let limits: ArchiveLimits
  private let count: Int
  private let start: Int
  private let end: Int
  private var position: Int

  init(_ bytes: [UInt8], _ limits: ArchiveLimits) throws(OfficeError) {
    self.bytes = bytes
    self.limits = limits
    let place = try Self.endOfDirectory(in: bytes)
    guard let disk = bytes.number16(at: place + 4),
      let firstDisk = bytes.number16(at: place + 6),
      let countHere = bytes.number16(at: place + 8),
      let count = bytes.number16(at: place + 10),
      let size = bytes.number32(at: place + 12),
      let start = bytes.number32(at: place + 16)
    else { throw .damaged(.structure, entry: nil) }
    let hasLocator = bytes.number32(at: place - 20) == ZipFormat.zip64Locator
    guard !hasLocator, count != 0xFFFF, size != 0xFFFF_FFFF, start != 0xFFFF_FFFF else {
      throw .unsupported(.zip64, entry: nil)
    }
    guard disk == 0, firstDisk == 0, countHere == count else {
      throw .unsupported(.severalDisks, entry: nil)
    }
    guard start + size == place else { throw .damaged(.structure, entry: nil) }
    guard count <= limits.entryCount else {
      throw .limitExceeded(.entryCount, limit: limits.entryCount)
    }
    self.count = count
    self.start = start
    end = place
    position = start
  }

  /// The offset of the record that ends an archive; a comment may follow it.
  private static func endOfDirectory(in bytes: [UInt8]) throws(OfficeError) -> Int {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw .compoundFile
    }
    var place = bytes.count - ZipFormat.endOfDirectorySize
    let lowest = max(0, place - 0xFFFF)
    while place >= lowest {
      if bytes.number32(at: place) == ZipFormat.endOfDirectory,
        let comment = bytes.number16(at: place + 20),
        place + ZipFormat.endOfDirectorySize + comment == bytes.count
      {
        return place
      }
      place -= 1
    }
    if bytes.number32(at: 0) == ZipFormat.localHeader {
      throw .damaged(.structure, entry: nil)
    }
    throw .notAnArchive
  }

  mutating func readEntries() throws(OfficeError) -> [ZipArchive.Entry] {
    var entries: [ZipArchive.Entry] = []
    var places: [(range: Range<Int>, name: String)] = []
    var total = 0
    for _ in 0..<count {
      let (entry, header) = try readEntry()
      places.append((header..<entry.place.upperBound, entry.name))
      total += entry.size
      guard total <= limits.totalSize else {
        throw .limitExceeded(.totalSize, limit: limits.totalSize)
      }
      // A folder has no bytes.
      guard !entry.name.hasSuffix("/") else { continue }
      entries.append(entry)
    }
    guard position == end else { throw .damaged(.structure, entry: nil) }
    places.sort { $0.range.lowerBound < $1.range.lowerBound }
    for (one, next) in zip(places, places.dropFirst())
    where one.range.upperBound > next.range.lowerBound {
      throw .damaged(.overlap, entry: next.name)
    }
    return entries
  }

  private mutating func readEntry() throws(OfficeError) -> (ZipArchive.Entry, header: Int) {
    guard position <= end - ZipFormat.centralHeaderSize,
      bytes.number32(at: position) == ZipFormat.centralHeader,
      let flags = bytes.number16(at: position + 8),
      let method = bytes.number16(at: position + 10),
      let checksum = bytes.number32(at: position + 16),
      let compressedSize = bytes.number32(at: position + 20),
      let size = bytes.number32(at: position + 24),
      let nameLength = bytes.number16(at: position + 28),
      let extraLength = bytes.number16(at: position + 30),
      let commentLength = bytes.number16(at: position + 32),
      let disk = bytes.number16(at: position + 34),
      let header = bytes.number32(at: position + 42)
    else { throw .damaged(.structure, entry: nil) }
    let nameStart = position + ZipFormat.centralHeaderSize
    let next = nameStart + nameLength + extraLength + commentLength
    guard next <= end else { throw .damaged(.structure, entry: nil) }
    let rawName = bytes[nameStart..<nameStart + nameLength]
    let name = Self.name(rawName)
    guard flags & ZipFormat.isEncrypted == 0 else { throw .unsupported(.encryption, entry: name) }
    guard compressedSize != 0xFFFF_FFFF, size != 0xFFFF_FFFF, header != 0xFFFF_FFFF else {
      throw .unsupported(.zip64, entry: name)
    }
    guard disk == 0 else { throw .unsupported(.severalDisks, entry: name) }
    position = next

    guard let data = dataStart(header: header, method: method, name: rawName),
      data + compressedSize <= start
    else { throw .damaged(.structure, entry: name) }
    if flags & ZipFormat.hasDescriptor == 0, !sizesAgree(header, checksum, compressedSize, size) {
      throw .damaged(.size, entry: name)
    }
    let entry = ZipArchive.Entry(
      name: name,
      size: size,
      method: method,
      checksum: checksum,
      place: data..<data + compressedSize
    )
    return (entry, header)
  }

  /// Where the bytes of an entry start, if its own header is there and agrees with the directory.
  private func dataStart(header: Int, method: Int, name: ArraySlice<UInt8>) -> Int? {
    guard bytes.number32(at: header) == ZipFormat.localHeader,
      bytes.number16(at: header + 8) == method,
      let nameLength = bytes.number16(at: header + 26),
      let extraLength = bytes.number16(at: header + 28)
    else { return nil }
    let nameStart = header + ZipFormat.localHeaderSize
    guard nameStart + nameLength + extraLength <= start,
      bytes[nameStart..<nameStart + nameLength] == name
    else { return nil }
    return nameStart + nameLength + extraLength
  }

  /// Whether an entry's own header gives the sizes of the directory, or leaves them to ZIP64.
  private func sizesAgree(
    _ header: Int,
    _ checksum: Int,
    _ compressedSize: Int,
    _ size: Int
  ) -> Bool {
    let isExtended = 0xFFFF_FFFF
    return bytes.number32(at: header + 14) == checksum
      && [compressedSize, isExtended].contains(bytes.number32(at: header + 18) ?? -1)
      && [size, isExtended].contains(bytes.number32(at: header + 22) ?? -1)
  }

  /// The path that stands in a header.
  ///
  /// Part names are ASCII, so the old encodings of zip need not be known: bytes that are not
  /// UTF-8 can only belong to a part that nobody asks for.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let slashes = bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    return String(decoding: slashes.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
  }
}
