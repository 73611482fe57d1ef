import CommandLineKit

/// The command line as it was typed, so that advice can repeat it with a word changed: what else
/// was typed must not be lost when the advice is pasted.
struct TypedLine: Sendable, Hashable {
  /// The words without the name of the program.
  let words: [String]

  init(_ words: [String]) {
    self.words = words
  }

  /// The line with others in place of an argument.
  ///
  /// - Parameters:
  ///   - argument: The argument as it was typed.
  ///   - others: What stands in its place.
  /// - Returns: The line, quoted for a shell; `nil` if it has no such argument, because that stood
  ///   on standard input.
  func replacing(argument: String, by others: [String]) -> String? {
    let places = Program.tool.argumentPlaces(in: words).filter { words[$0] == argument }
    guard !places.isEmpty else { return nil }
    return TypedLine.text(
      words.indices.flatMap { places.contains($0) ? others : [words[$0]] }
    )
  }

  /// The line with another value in place of one of an option.
  ///
  /// - Parameters:
  ///   - value: The value as it was typed.
  ///   - option: The long name of the option, without dashes.
  ///   - other: What stands in its place.
  /// - Returns: The line, quoted for a shell; `nil` if it has no such value.
  func replacing(_ value: String, of option: String, by other: String) -> String? {
    var result = words
    var isFound = false
    for place in words.indices.prefix(while: { words[$0] != "--" }) {
      if words[place] == "--\(option)=\(value)" {
        result[place] = "--\(option)=\(other)"
      } else if place > 0, words[place - 1] == "--\(option)", words[place] == value {
        result[place] = other
      } else {
        continue
      }
      isFound = true
    }
    return isFound ? TypedLine.text(result) : nil
  }

  /// The line with an option more.
  func adding(_ option: String, _ value: String) -> String {
    var result = words
    result.insert(
      contentsOf: ["--\(option)", value],
      at: words.firstIndex(of: "--") ?? words.endIndex
    )
    return TypedLine.text(result)
  }

  /// A word as it is typed; of an option with its value only the value is quoted, so that the option
  /// is seen.
  private static func quoted(_ word: String) -> String {
    guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else {
      return word.quotedForShell
    }
    let value = String(word[word.index(after: equals)...])
    return "\(String(word[..<equals]).quotedForShell)=\(value.quotedForShell)"
  }

  private static func text(_ words: [String]) -> String {
    ([Program.tool.name] + words.map(quoted)).joined(separator: " ")
  }
}
