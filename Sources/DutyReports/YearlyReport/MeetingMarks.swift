extension String {
  /// The text without the mark it begins with, if that would stand beside the mark that ends a text
  /// before it: 吗？ and 。, “Done!” and a full stop.
  ///
  /// - Parameter before: The text before it.
  /// - Returns: What may be put behind that.
  func dropping(markAfter before: String) -> Substring {
    let scalars = unicodeScalars
    guard let first = scalars.first, String.innerMarks.contains(first) else { return self[...] }
    var rest = before.unicodeScalars[...]
    while let last = rest.last, String.closingQuotes.contains(last) { rest.removeLast() }
    let isDropped =
      switch rest.last {
      case "！", "？", "!", "?", "。": true
      // An ellipsis stands for the full stop; a comma may follow it.
      case "…": first == "。" || first == "."
      // So does an abbreviation at the end, but not before an ellipsis.
      case ".": first == "." && scalars.dropFirst().first != "."
      default: false
      }
    return isDropped ? self[scalars.index(after: scalars.startIndex)...] : self[...]
  }

  private static let innerMarks: [Unicode.Scalar] = ["。", "，", "；", "、", "：", ".", ",", ";", ":"]
  private static let closingQuotes: [Unicode.Scalar] = ["”", "’", "」", "』", "\"", "'"]
}
