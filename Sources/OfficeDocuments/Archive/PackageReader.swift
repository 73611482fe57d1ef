/// The references between the parts of an office document.
struct PackageReader {
  /// The name of the part that the document starts with; nil if the archive names none.
  let mainPart: String?

  private let archive: ZipArchive

  /// Reads where the document starts.
  init(_ archive: ZipArchive) throws(OfficeError) {
    self.archive = archive
    mainPart = try Self.targets(in: archive, of: "")["officeDocument"]
  }

  /// What kind of document the archive holds, judged by the folder that its parts are in.
  ///
  /// The parts themselves have other names in other forms of a kind, such as `.xlsb`.
  var kind: DocumentKind {
    if archive.hasFolder("xl") { return .workbook }
    if archive.hasFolder("ppt") { return .presentation }
    return archive.contains("content.xml") ? .openDocument : .unknown
  }

  /// The parts that a part refers to, by the last word of the reference's type.
  func relatedParts(of part: String) throws(OfficeError) -> [String: String] {
    try Self.targets(in: archive, of: part)
  }

  private static func targets(
    in archive: ZipArchive,
    of part: String
  ) throws(OfficeError) -> [String: String] {
    let folders = part.split(separator: "/").dropLast()
    let file = part.split(separator: "/").last ?? ""
    let name = (folders + ["_rels", "\(file).rels"]).joined(separator: "/")
    guard let bytes = try archive.contents(of: name) else { return [:] }
    var reader = try XMLReader(bytes, part: name)
    _ = try reader.readRoot()
    var result: [String: String] = [:]
    while let child = try reader.nextChild() {
      try reader.skipElement()
      guard child.name == XMLName(.packageRelationships, "Relationship"),
        child.attribute(.none, "TargetMode") != "External",
        let type = child.attribute(.none, "Type")?.split(separator: "/").last,
        let target = child.attribute(.none, "Target")
      else { continue }
      if result[String(type)] == nil {
        result[String(type)] = resolved(target, in: Array(folders))
      }
    }
    return result
  }

  /// The name of a part that is written relative to a folder.
  private static func resolved(_ target: String, in folders: [Substring]) -> String {
    var parts = target.hasPrefix("/") ? [] : folders
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(step)
      }
    }
    return parts.joined(separator: "/")
  }
}
