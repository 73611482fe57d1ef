import DutyImport
import Testing

/// Expects that every character of a text went somewhere, that the duties' texts are the text's
/// own words in order, and that nothing stands in them that the text does not have.
func expectVerbatim(
  _ document: ImportedDocument,
  of text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(document.ledger.lost == 0, sourceLocation: sourceLocation)
  #expect(document.review.summary.lostCharacters == 0, sourceLocation: sourceLocation)
  // The ledger, put together again, is the document without spaces.
  let together = document.ledger.entries.map(\.text).joined()
  #expect(words(together) == words(text), sourceLocation: sourceLocation)
  // The texts of the duties are the stretches of the document that the ledger gives them.
  var texts = [String](repeating: "", count: document.checklist.duties.count)
  for entry in document.ledger.entries {
    if case .text(let duty) = entry.use { texts[duty] += entry.text }
  }
  for (duty, text) in zip(document.checklist.duties, texts) {
    let own = withoutColumns(duty.text, of: document)
    #expect(own.filter { $0 != "\n" } == text, sourceLocation: sourceLocation)
  }
  // Headings, markers, annotations and what was skipped are all that is missing from the texts.
  let rest = document.ledger.entries.filter { entry in
    if case .text = entry.use { false } else { true }
  }
  let restLength = rest.reduce(0) { $0 + words($1.text).count }
  let textLength = document.checklist.duties.reduce(0) {
    $0 + words(withoutColumns($1.text, of: document)).count
  }
  #expect(restLength + textLength == words(text).count, sourceLocation: sourceLocation)
}

/// The text of a duty of a table without the names of the columns before the words that were kept.
private func withoutColumns(_ text: String, of document: ImportedDocument) -> String {
  let heads = document.ledger.entries.filter { $0.use == .skipped(.tableHeader) }.map(\.text)
  guard !heads.isEmpty else { return text }
  return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    guard let colon = line.firstIndex(of: "："),
      heads.contains(where: { $0.contains(line[..<colon]) })
    else { return String(line) }
    return String(line[line.index(after: colon)...])
  }
  .joined(separator: "\n")
}

/// The characters of a text that are no spaces of any kind.
func words(_ text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.filter { scalar in
    !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
      && scalar.properties.generalCategory != .control
      && scalar.properties.generalCategory != .format
  }
}
