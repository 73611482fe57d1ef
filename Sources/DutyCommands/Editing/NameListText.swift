/// Names that are typed in one word, with commas between them.
enum NameListText {
  /// The names, each once, without spaces at their ends.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    for part in text.split(whereSeparator: { ",，、".contains($0) }) {
      let name = String(part).trimmed
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names
  }
}
