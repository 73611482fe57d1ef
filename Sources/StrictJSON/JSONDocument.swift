/// A JSON text that can be changed here and there, and otherwise stays as it is byte for byte.
///
/// ```swift
/// let document = try JSONDocument(bytes)
/// let changed = try document.applying([
///   .replace([.key("tiers"), .index(0), .key("title")], with: JSONFragment("镇")),
///   .addMember(key: "owner", JSONFragment("王芳"), to: [.key("tiers"), .index(0)], after: "id"),
/// ])
/// ```
///
/// Unknown members, the order of keys, the spelling of numbers and strings, indentation, line ends
/// and a byte order mark stay. What is new follows the layout around it.
package struct JSONDocument: Sendable {
  /// The text.
  package let bytes: [UInt8]

  /// The value it holds.
  package let root: JSONValue

  /// Whether the text begins with a byte order mark.
  package var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - policy: What is accepted. Duplicate keys are refused whatever it says: a path would not
  ///     tell them apart.
  /// - Throws: What `JSONCursor` throws.
  package init(_ bytes: [UInt8], policy: JSONPolicy = .strict) throws(JSONError) {
    var exact = policy
    exact.allowsDuplicateKeys = false
    root = try JSONValue(bytes.span, policy: exact)
    self.bytes = bytes
  }

  /// Makes all edits in one pass, and returns the new text.
  ///
  /// - Parameter edits: The edits, with paths in this document; several elements inserted at the
  ///   same place, and members added behind the same one, come in the order given.
  /// - Returns: The new text; the same bytes if there are no edits.
  /// - Throws: An error about the first edit that cannot be made.
  package func applying(_ edits: [JSONEdit]) throws(JSONEditError) -> [UInt8] {
    var changes = JSONChanges(root: root)
    for edit in edits { try changes.add(edit) }
    var output = JSONEditOutput(
      bytes: bytes,
      style: JSONLayout(of: root, in: bytes),
      changes: changes
    )
    output.copy(0..<root.range.lowerBound)
    output.emit(root, isMultiline: output.style.isMultiline)
    output.copy(root.range.upperBound..<bytes.count)
    return output.result
  }
}
