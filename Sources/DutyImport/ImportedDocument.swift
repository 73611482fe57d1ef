/// A document, read step by step into a checklist.
///
/// Reading is a pure function of the text and the options, in time linear in the text's length.
/// Every step is a value that can be printed.
package struct ImportedDocument: Sendable {
  /// The first step: characters, lines, junk.
  package let text: DocumentText
  /// The second step: items, headings, annotations and paragraphs in order.
  package let segments: [Segment]
  /// The third step: which item stands under which.
  package let outline: Outline
  /// The last step.
  package let checklist: ImportedChecklist
  /// What had to be decided, by line, and the figures.
  package let review: ImportReview
  /// What became of every character of the document, in order.
  package let ledger: CharacterLedger

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - text: The text; tables as lines of cells with tabs between them.
  ///   - options: What the document does not say of itself.
  /// - Throws: ``ImportError`` if the document is no checklist, or is longer than one can be.
  package init(reading text: String, options: ImportOptions) throws(ImportError) {
    guard text.utf8.count <= DocumentText.longest else {
      throw .tooLong(bytes: text.utf8.count, most: DocumentText.longest)
    }
    let text = DocumentText(text)
    let segments = SegmentReader.segments(of: text)
    let outline = OutlineReader.outline(of: segments, in: text)
    if let error = Genre.refusal(of: outline, in: text) { throw error }
    var arranger = Arranger(outline: outline, text: text, options: options)
    let checklist = try arranger.checklist()
    if let (line, bytes) = checklist.oversized {
      throw .textTooLong(line: line, bytes: bytes, most: ImportedChecklist.longestText)
    }
    self.text = text
    self.segments = segments
    self.outline = outline
    self.checklist = checklist
    ledger = CharacterLedger(text: text, uses: arranger.uses)
    review = ImportReview(
      decisions: arranger.decisions,
      checklist: checklist,
      text: text,
      ledger: ledger
    )
  }
}
