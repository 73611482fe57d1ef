extension String {
  /// The text as it stands between quotation marks: without its own around the whole of it, and
  /// those inside it single.
  var quotable: String {
    let inner = dropFirst().dropLast()
    let isQuoted =
      hasPrefix("“") && hasSuffix("”") && !inner.isEmpty && !inner.contains { "“”".contains($0) }
    if isQuoted { return String(inner) }
    return replacing("“", with: "‘").replacing("”", with: "’")
  }
}
