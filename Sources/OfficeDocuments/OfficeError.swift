/// Why bytes are not the office document that was asked for, or a document cannot be written.
package enum OfficeError: Error, Equatable, Sendable {
  /// The bytes are no zip archive, and so no document of this century.
  case notAnArchive

  /// A file of the older container, which holds a `.doc` or `.xls`, or a document that a password
  /// protects.
  case compoundFile

  /// The archive is damaged.
  case damaged(ArchiveFault, entry: String?)

  /// The archive uses what this program does not read.
  case unsupported(ArchiveFeature, entry: String?)

  /// A limit that protects from archives made to fill the memory.
  case limitExceeded(ArchiveLimit, limit: Int)

  /// A document of another kind.
  case notAWordDocument(DocumentKind)

  /// A part that the document cannot do without is missing.
  case missingPart(String)

  /// A part is not well-formed XML; `line` counts from 1.
  case invalidXML(XMLFault, part: String, line: Int)

  /// More rows or columns than a sheet can hold.
  case sheetTooLarge(sheet: String)
}

/// What can be wrong with a zip archive.
package enum ArchiveFault: Equatable, Sendable {
  /// The archive, or its list of entries, is cut off or contradicts itself.
  case structure

  /// Two entries with one name.
  case duplicateName

  /// Two entries that share bytes.
  case overlap

  /// The compressed bytes cannot be decompressed.
  case compressedData

  /// The bytes have another size than was written down.
  case size

  /// The bytes have another checksum than was written down.
  case checksum
}

/// What a zip archive may use and this program does not read.
package enum ArchiveFeature: Equatable, Sendable {
  /// A password.
  case encryption

  /// The extension for archives of more than 4 GB.
  case zip64

  /// An archive in several files.
  case severalDisks

  /// A way of compressing other than deflate, by its number.
  case compressionMethod(Int)
}

/// What is counted in an archive before its bytes are believed.
package enum ArchiveLimit: Equatable, Sendable {
  /// The number of entries.
  case entryCount

  /// The decompressed bytes of one entry.
  case entrySize

  /// The decompressed bytes of all entries.
  case totalSize

  /// How many times larger an entry becomes.
  case ratio
}

/// What kind of document an archive holds.
package enum DocumentKind: Equatable, Sendable {
  /// A workbook (`.xlsx`).
  case workbook

  /// Slides (`.pptx`).
  case presentation

  /// A document of OpenDocument (`.odt`, `.ods`).
  case openDocument

  /// An archive that is no document known here.
  case unknown
}

/// What can be wrong with an XML text.
package enum XMLFault: Error, Equatable, Sendable {
  /// The text stops in the middle.
  case unexpectedEnd

  /// The text is not in the encoding it is said to be in.
  case invalidEncoding

  /// An encoding other than UTF-8 and UTF-16.
  case unsupportedEncoding

  /// A document type declaration, which an office document must not have.
  case documentType

  /// An entity other than the five that XML defines.
  case unknownEntity

  /// A character that XML forbids.
  case forbiddenCharacter

  /// Tags, attributes or other markup that are not well-formed.
  case malformed

  /// An end tag that does not match its start tag.
  case mismatchedTag

  /// A prefix that no namespace was declared for.
  case undeclaredPrefix

  /// An attribute that stands twice in a tag.
  case duplicateAttribute

  /// Elements nested deeper than any document needs.
  case tooDeep
}
