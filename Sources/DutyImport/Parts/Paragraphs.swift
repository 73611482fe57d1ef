extension DocumentText {
  /// Lines without markers as paragraphs: a line goes on if the one before it is not over.
  func paragraphs(_ lines: [Segment]) -> [[Segment]] {
    var result: [[Segment]] = []
    for line in lines {
      if let last = result.last?.last, goesOn(last.body, isFullLine: last.isFullLine, in: line) {
        result[result.count - 1].append(line)
      } else {
        result.append([line])
      }
    }
    return result
  }

  /// Whether a line goes on from the words before it: a hard line break inside a sentence.
  func goesOn(_ before: Reading, isFullLine: Bool, in line: Segment) -> Bool {
    if !before.isTerminated { return true }
    // In a document of lines of one length a sentence may happen to end with a line.
    return wrapWidth != nil && isFullLine && !line.isBlankBefore && !startsParagraph(line)
  }

  /// Whether a line is indented, as the first one of a paragraph is.
  private func startsParagraph(_ line: Segment) -> Bool {
    guard line.body.count > 0 else { return false }
    let place = line.body.place(0)
    return place > 0 && Folding.isSpace(scalars[place - 1])
      && !Folding.isLineEnd(scalars[place - 1])
  }
}
