/// Reads an XML text step by step, as strictly as office documents are written.
///
/// It knows elements, attributes, namespaces, comments, CDATA sections and references to
/// characters. It refuses document type declarations, and with them every entity but the five
/// of the standard: an office document has none, and they are the way to make a small text huge.
struct XMLReader {
  /// The most elements inside one another.
  static let deepest = 256

  /// The most attributes of a tag, and the most namespaces declared at a place.
  static let mostAttributes = 512

  /// The name of the part, for errors.
  let part: String

  /// How many elements are open.
  var depth: Int { open.count }

  let bytes: [UInt8]
  var position = 0
  var open: [OpenElement] = []

  /// The namespaces that are declared where the reader stands, the innermost last.
  var bindings: [(prefix: [UInt8], namespace: XMLNamespace)] = [
    ([], .none), (Array("xml".utf8), .xml),
  ]

  /// The prefixes that were looked up since the declarations last changed.
  private var known: [(prefix: [UInt8], namespace: XMLNamespace)] = []

  /// The sets of alternatives that are open, and the depths of those chosen from them.
  var alternatives: [Alternatives] = []
  var transparent: [Int] = []

  /// Whether the start tag just told was also an end tag.
  private var isEndPending = false

  private var hasRoot = false

  struct OpenElement {
    let rawName: Range<Int>
    let bindingCount: Int
  }

  /// Creates a reader of a part's bytes, in UTF-8 or UTF-16.
  init(_ bytes: [UInt8], part: String) throws(OfficeError) {
    self.part = part
    do throws(XMLFault) {
      self.bytes = try XMLEncoding.utf8(bytes)
    } catch {
      throw .invalidXML(error, part: part, line: 1)
    }
  }

  /// The next step.
  mutating func next() throws(OfficeError) -> XMLEvent {
    do throws(XMLFault) {
      return try step()
    } catch {
      throw .invalidXML(error, part: part, line: line)
    }
  }

  /// The line of the place the reader has come to, from 1.
  private var line: Int {
    1 + bytes.prefix(position).count { $0 == 0x0A }
  }

  private mutating func step() throws(XMLFault) -> XMLEvent {
    if isEndPending {
      isEndPending = false
      close()
      return .end
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let text = try readText()
        if open.isEmpty {
          guard text.utf8.allSatisfy(\.isXMLSpace) else { throw .malformed }
          continue
        }
        return .text(text)
      }
      guard position + 1 < bytes.count else { throw .unexpectedEnd }
      switch bytes[position + 1] {
      case UInt8(ascii: "/"):
        try readEndTag()
        return .end
      case UInt8(ascii: "?"):
        try readInstruction()
      case UInt8(ascii: "!"):
        if let text = try readDeclaration() {
          return .text(text)
        }
      default:
        return .start(try readStartTag())
      }
    }
    guard open.isEmpty, hasRoot else { throw .unexpectedEnd }
    return .endOfDocument
  }

  // MARK: - Tags

  private mutating func readStartTag() throws(XMLFault) -> XMLElement {
    guard !open.isEmpty || !hasRoot else { throw .malformed }
    guard open.count < Self.deepest else { throw .tooDeep }
    hasRoot = true
    position += 1
    let rawName = try readName()
    let bindingCount = bindings.count
    var raw: [(name: Range<Int>, value: String)] = []
    while true {
      let hadSpace = skipSpace()
      guard position < bytes.count else { throw .unexpectedEnd }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        break
      }
      if bytes[position] == UInt8(ascii: "/") {
        guard position + 1 < bytes.count else { throw .unexpectedEnd }
        guard bytes[position + 1] == UInt8(ascii: ">") else { throw .malformed }
        position += 2
        isEndPending = true
        break
      }
      guard hadSpace else { throw .malformed }
      let name = try readName()
      skipSpace()
      try expect(UInt8(ascii: "="))
      skipSpace()
      let value = try readAttributeValue()
      if !declares(name, value) {
        raw.append((name, value))
      }
      guard raw.count <= Self.mostAttributes, bindings.count <= Self.mostAttributes else {
        throw .malformed
      }
    }
    var attributes: [XMLAttribute] = []
    attributes.reserveCapacity(raw.count)
    for (name, value) in raw {
      attributes.append(XMLAttribute(name: try resolve(name, isAttribute: true), value: value))
    }
    for (index, (name, _)) in raw.enumerated() {
      for (other, _) in raw[..<index] where bytes[other] == bytes[name] {
        throw .duplicateAttribute
      }
    }
    open.append(OpenElement(rawName: rawName, bindingCount: bindingCount))
    return XMLElement(name: try resolve(rawName, isAttribute: false), attributes: attributes)
  }

  private mutating func readEndTag() throws(XMLFault) {
    position += 2
    let name = try readName()
    skipSpace()
    try expect(UInt8(ascii: ">"))
    guard let last = open.last, bytes[last.rawName] == bytes[name] else { throw .mismatchedTag }
    close()
  }

  private mutating func close() {
    guard let last = open.popLast() else { return }
    if bindings.count > last.bindingCount {
      bindings.removeLast(bindings.count - last.bindingCount)
      known.removeAll()
    }
  }

  // MARK: - Names

  private static let declaration = Array("xmlns".utf8)

  /// Takes an attribute as the declaration of a namespace, if it is one.
  private mutating func declares(_ name: Range<Int>, _ value: String) -> Bool {
    let raw = bytes[name]
    guard raw.starts(with: Self.declaration) else { return false }
    let rest = raw.dropFirst(Self.declaration.count)
    guard rest.isEmpty || rest.first == UInt8(ascii: ":") else { return false }
    bindings.append((Array(rest.dropFirst()), XMLNamespace(uri: value)))
    known.removeAll()
    return true
  }

  private mutating func resolve(_ name: Range<Int>, isAttribute: Bool) throws(XMLFault) -> XMLName {
    let raw = bytes[name]
    let colon = raw.firstIndex(of: UInt8(ascii: ":"))
    let prefix = colon.map { raw[..<$0] } ?? []
    let local = colon.map { raw[($0 + 1)...] } ?? raw
    guard !local.isEmpty, !local.contains(UInt8(ascii: ":")), colon != raw.startIndex else {
      throw .malformed
    }
    let text = String(decoding: local, as: UTF8.self)
    // An attribute without a prefix is in no namespace, whatever the default is.
    if isAttribute, colon == nil {
      return XMLName(.none, text)
    }
    if let binding = known.first(where: { $0.prefix[...] == prefix }) {
      return XMLName(binding.namespace, text)
    }
    guard let binding = bindings.last(where: { $0.prefix[...] == prefix }) else {
      throw .undeclaredPrefix
    }
    known.append(binding)
    return XMLName(binding.namespace, text)
  }
}
