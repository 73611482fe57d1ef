/// A number for the place in a document's words where a mask such as `*` stands for it.
struct FilledMask: Hashable {
  let part: MaskedPart
  let number: Int

  /// Words with the number in the place of their mask; `nil` if they have none, or several, or one
  /// of another part: behind a month stands 月.
  func filling(_ words: String) -> String? {
    let scalars = Array(words.unicodeScalars)
    let masks = scalars.indices.split { !FilledMask.isMask(scalars[$0]) }
    guard masks.count == 1, let mask = masks.first else { return nil }
    let next = mask.endIndex < scalars.count ? scalars[mask.endIndex] : " "
    let found: MaskedPart =
      switch next {
      case "月": .month
      case "日", "号": .day
      default: .count
      }
    guard found == part else { return nil }
    var filled = String.UnicodeScalarView(scalars[..<mask.startIndex])
    filled.append(contentsOf: String(number).unicodeScalars)
    filled.append(contentsOf: scalars[mask.endIndex...])
    return String(filled)
  }

  private static func isMask(_ scalar: Unicode.Scalar) -> Bool {
    "*＊×".unicodeScalars.contains(scalar)
  }
}
