/// A namespace that office documents use; each has two names, an older one and that of the strict
/// edition of the standard.
enum XMLNamespace: Equatable, Sendable {
  /// No namespace.
  case none

  /// The prefix `xml`, which is always there.
  case xml

  /// The text of a document.
  case word

  /// References to other parts.
  case relationships

  /// The list of a part's references.
  case packageRelationships

  /// Alternatives for programs of different age.
  case compatibility

  /// Formulas.
  case math

  /// Any other.
  case other

  /// The namespace that a name stands for.
  init(uri: String) {
    switch uri {
    case "": self = .none
    case "http://www.w3.org/XML/1998/namespace": self = .xml
    case "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main":
      self = .word
    case "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships":
      self = .relationships
    case "http://schemas.openxmlformats.org/package/2006/relationships":
      self = .packageRelationships
    case "http://schemas.openxmlformats.org/markup-compatibility/2006": self = .compatibility
    case "http://schemas.openxmlformats.org/officeDocument/2006/math",
      "http://purl.oclc.org/ooxml/officeDocument/math":
      self = .math
    default: self = .other
    }
  }
}

/// The name of an element or attribute.
struct XMLName: Equatable, Sendable {
  var namespace: XMLNamespace
  var local: String

  init(_ namespace: XMLNamespace, _ local: String) {
    self.namespace = namespace
    self.local = local
  }
}

/// A start tag.
struct XMLElement: Equatable, Sendable {
  var name: XMLName
  var attributes: [XMLAttribute]

  /// The value of an attribute; nil if the tag has none of that name.
  func attribute(_ namespace: XMLNamespace, _ local: String) -> String? {
    attributes.first { $0.name.namespace == namespace && $0.name.local == local }?.value
  }

  /// The value of an attribute of the namespace of texts.
  func word(_ local: String) -> String? {
    attribute(.word, local)
  }

  /// The local name of an element of the namespace of texts; nil for any other element.
  var wordName: String? {
    name.namespace == .word ? name.local : nil
  }
}

/// An attribute of a start tag.
struct XMLAttribute: Equatable, Sendable {
  var name: XMLName
  var value: String
}

/// One step through an XML text.
enum XMLEvent: Equatable, Sendable {
  case start(XMLElement)
  case end
  case text(String)
  case endOfDocument
}
