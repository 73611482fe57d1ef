extension WordDocument {
  /// Reads a `.docx` file.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - limits: What the archive may contain at most.
  /// - Throws: `OfficeError` if the bytes are no such document or damaged.
  package init(
    reading bytes: [UInt8],
    limits: ArchiveLimits = .standard
  ) throws(OfficeError) {
    let archive = try ZipArchive(reading: bytes, limits: limits)
    let package = try PackageReader(archive)
    guard let main = package.mainPart else {
      throw .notAWordDocument(package.kind)
    }
    guard package.kind == .unknown || main.hasSuffix("/document.xml") else {
      throw .notAWordDocument(package.kind)
    }
    guard let body = try archive.contents(of: main) else { throw .missingPart(main) }
    let related = try package.relatedParts(of: main)
    var styles = WordStyles()
    if let part = related["styles"], let bytes = try archive.contents(of: part) {
      styles = try WordStyles(bytes, part: part)
    }
    var numbering = WordNumbering()
    if let part = related["numbering"], let bytes = try archive.contents(of: part) {
      numbering = try WordNumbering(bytes, part: part)
    }
    var reader = try WordBodyReader(body, part: main, styles: styles, numbering: numbering)
    blocks = try reader.read()
  }
}
