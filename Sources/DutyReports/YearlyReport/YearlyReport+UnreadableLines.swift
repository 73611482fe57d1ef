import TerminalText

extension YearlyReport {
  /// The report as it is to be read if lines of the journal could not be read: with a gap at its
  /// head, because what it does not tell of may have been recorded in them.
  ///
  /// - Parameter count: The number of lines.
  /// - Returns: The report; the same if there are none.
  package func stating(unreadableLines count: Int) -> YearlyReport {
    guard count > 0 else { return self }
    let gap: Sentence =
      switch language {
      case .chinese: .gap("【待核实：台账有\(count)行无法读取，未计入】")
      case .english:
        .gap(
          "[To be checked: \(count) \(count == 1 ? "line" : "lines") of the journal cannot be read and \(count == 1 ? "is" : "are") not counted]"
        )
      }
    return YearlyReport(
      kind: kind,
      language: language,
      year: year,
      asOf: asOf,
      letterhead: letterhead,
      title: title,
      subtitle: subtitle,
      addressee: addressee,
      body: [.paragraph(Paragraph([gap]))] + body,
      signature: signature,
      annexes: annexes,
      charts: charts
    )
  }
}
