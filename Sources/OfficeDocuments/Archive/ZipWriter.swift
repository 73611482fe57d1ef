/// Makes a zip archive: the same entries always make the same bytes.
///
/// Every entry is dated 1 January 1980, the first day that the format knows.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  private static let version = 20
  private static let time = 0
  private static let date = 0x0021

  /// Adds an entry.
  ///
  /// - Parameters:
  ///   - name: The path, with slashes.
  ///   - contents: The bytes; they are compressed if that makes them fewer.
  mutating func add(_ name: String, _ contents: [UInt8]) {
    let compressed = Deflater.deflate(contents)
    let isSmaller = compressed.count < contents.count
    let data = isSmaller ? compressed : contents
    let name = Array(name.utf8)

    var common: [UInt8] = []
    common.append16(Self.version)
    common.append16(ZipFormat.hasUTF8Name)
    common.append16(isSmaller ? ZipFormat.deflated : ZipFormat.stored)
    common.append16(Self.time)
    common.append16(Self.date)
    common.append32(Int(CRC32.checksum(of: contents)))
    common.append32(data.count)
    common.append32(contents.count)
    common.append16(name.count)
    common.append16(0)

    directory.append32(ZipFormat.centralHeader)
    directory.append16(Self.version)
    directory += common
    // No comment, first disk, no attributes.
    directory += [UInt8](repeating: 0, count: 10)
    directory.append32(bytes.count)
    directory += name

    bytes.append32(ZipFormat.localHeader)
    bytes += common
    bytes += name
    bytes += data
    count += 1
  }

  /// The archive.
  ///
  /// - Throws: `OfficeError.unsupported` if it would be larger than 4 GB, or have more than 65,534
  ///   entries.
  func finished() throws(OfficeError) -> [UInt8] {
    guard count < 0xFFFF, bytes.count + directory.count < 0xFFFF_FFFF else {
      throw .unsupported(.zip64, entry: nil)
    }
    var result = bytes + directory
    result.append32(ZipFormat.endOfDirectory)
    result.append32(0)
    result.append16(count)
    result.append16(count)
    result.append32(directory.count)
    result.append32(bytes.count)
    result.append16(0)
    return result
  }
}
