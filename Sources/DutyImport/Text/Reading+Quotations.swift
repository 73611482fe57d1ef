extension Reading {
  /// What stands inside quotation marks or titles, marks included: names, not statements.
  ///
  /// - Parameter bracketed: Whether what stands in round brackets counts as well.
  /// - Returns: For every character, whether it does.
  func quotations(bracketed: Bool = false) -> [Bool] {
    var result = [Bool](repeating: false, count: count)
    var open: [Int] = []
    for index in indices {
      switch scalars[index] {
      case "(" where bracketed: open.append(index)
      case ")" where bracketed: close()
      case "“", "《", "‘", "「", "『", "〈", "【": open.append(index)
      case "”", "》", "’", "」", "』", "〉", "】": close()
      case "。", ";":
        // A mark that was never closed quotes nothing.
        if let first = open.first, index - first > 60 { open = [] }
      default: break
      }
      func close() {
        guard let start = open.popLast(), open.isEmpty, index - start <= 60 else { return }
        for place in start...index { result[place] = true }
      }
    }
    return result
  }
}
