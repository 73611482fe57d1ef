/// Makes an office document of its parts, with the lists that tell what they are.
struct PackageWriter {
  private var parts: [(name: String, type: String, contents: [UInt8])] = []
  private var references: [String: [(id: String, type: String, target: String)]] = [:]

  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// Adds a part.
  ///
  /// - Parameters:
  ///   - name: The path.
  ///   - type: The content type.
  ///   - contents: The XML.
  mutating func add(_ name: String, type: String, _ contents: XMLWriter) {
    parts.append((name, type, contents.bytes))
  }

  /// Adds a reference from a part, or from the document if the name of the part is empty, and
  /// gives back its identifier.
  @discardableResult
  mutating func refer(from part: String, to target: String, _ type: String) -> String {
    let id = "rId\((references[part]?.count ?? 0) + 1)"
    let type = type.contains(":") ? type : Self.relationships + type
    references[part, default: []].append((id, type, target))
    return id
  }

  /// Adds the properties that a file manager shows.
  mutating func addProperties(title: String, author: String?) {
    let name = "docProps/core.xml"
    var xml = XMLWriter()
    let names: KeyValuePairs = [
      "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    ]
    xml.element("cp:coreProperties", names) { xml in
      xml.element("dc:title") { $0.text(title) }
      if let author {
        xml.element("dc:creator") { $0.text(author) }
      }
    }
    add(name, type: "application/vnd.openxmlformats-package.core-properties+xml", xml)
    refer(
      from: "",
      to: name,
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    )
  }

  /// The document.
  func finished() throws(OfficeError) -> [UInt8] {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", contentTypes.bytes)
    for source in references.keys.sorted() {
      zip.add(Self.referencesName(of: source), referenceList(of: source).bytes)
    }
    for part in parts {
      zip.add(part.name, part.contents)
    }
    return try zip.finished()
  }

  private var contentTypes: XMLWriter {
    var xml = XMLWriter()
    let names: KeyValuePairs = [
      "xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"
    ]
    xml.element("Types", names) { xml in
      let lists = "application/vnd.openxmlformats-package.relationships+xml"
      xml.element("Default", ["Extension": "rels", "ContentType": lists])
      xml.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
      for part in parts {
        xml.element("Override", ["PartName": "/" + part.name, "ContentType": part.type])
      }
    }
    return xml
  }

  private func referenceList(of part: String) -> XMLWriter {
    var xml = XMLWriter()
    let names: KeyValuePairs = [
      "xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"
    ]
    xml.element("Relationships", names) { xml in
      for (id, type, target) in references[part] ?? [] {
        xml.element("Relationship", ["Id": id, "Type": type, "Target": target])
      }
    }
    return xml
  }

  private static func referencesName(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    let file = part[part.index(after: slash)...]
    return "\(part[..<slash])/_rels/\(file).rels"
  }
}
