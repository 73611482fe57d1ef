/// One change of a JSON text.
///
/// All paths of a set of edits are those of the text before.
package enum JSONEdit: Equatable, Sendable {
  /// Puts another value in the place of the one at a path.
  case replace([JSONPathStep], with: JSONFragment)

  /// Adds a member to the object at a path, behind the one with the key `after`, or at the end.
  case addMember(key: String, JSONFragment, to: [JSONPathStep], after: String? = nil)

  /// Puts an element into the array at a path, before the one at an index, or at the end.
  case insertElement(JSONFragment, into: [JSONPathStep], at: Int? = nil)

  /// Removes the member or element at a path.
  case remove([JSONPathStep])
}

/// A value to be put into a text, as JSON of any layout: it is laid out anew where it comes.
package struct JSONFragment: Equatable, Sendable {
  /// The JSON.
  package let bytes: [UInt8]

  /// Takes a value that is JSON already.
  package init(json bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Takes what a value writes: a string, an integer, an array and the like.
  package init<Value: JSONWritable>(_ value: Value) {
    var json = JSONWriter()
    value.write(to: &json)
    bytes = json.bytes
  }

  /// Takes one value that the closure writes.
  package init(_ write: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    write(&json)
    bytes = json.bytes
  }
}

/// Why edits cannot be made.
package enum JSONEditError: Error, Equatable, Sendable {
  /// Nothing is at the path.
  case notFound([JSONPathStep])

  /// The value at the path is not an object or array, as the edit needs.
  case wrongKind([JSONPathStep], expected: JSONKind, found: JSONKind)

  /// The object at the path has a member with the key already, or is to get two.
  case keyExists(String, [JSONPathStep])

  /// The value at the path is changed by more than one edit, or within one that is replaced or
  /// removed.
  case conflict([JSONPathStep])

  /// A fragment is not JSON.
  case invalidFragment(JSONError)
}
