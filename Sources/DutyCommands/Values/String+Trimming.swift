extension String {
  /// Whether there is nothing but white space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text without white space and byte order marks around it, as people and files leave them.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar else { return false }
      return scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
    while isBlank(scalars.first) { scalars.removeFirst() }
    while isBlank(scalars.last) { scalars.removeLast() }
    return String(scalars)
  }
}
