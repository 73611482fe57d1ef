/// The text of a schedule in half width, lower case and simplified characters, with the place
/// every scalar had before.
struct FoldedSchedule {
  private(set) var scalars: [Unicode.Scalar] = []
  /// The place in the given text of every folded scalar, and the text's length at the end.
  private var offsets: [Int] = []
  let isChinese: Bool
  private let original: String.UnicodeScalarView

  var isBlank: Bool { scalars.isEmpty }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  init(_ text: String) {
    original = text.unicodeScalars
    isChinese = text.unicodeScalars.contains {
      (0x3400...0x9FFF).contains($0.value)
    }
    var length = 0
    var isSpaceOwed = false
    for scalar in text.unicodeScalars {
      let folded = FoldedSchedule.fold(scalar)
      if folded == " " {
        isSpaceOwed = true
      } else {
        // English keeps one space between words, none before a comma and one after it.
        let isFirst = scalars.isEmpty || folded == ","
        if !isChinese, !isFirst, isSpaceOwed || scalars.last == "," { append(" ", at: length) }
        append(folded, at: length)
        isSpaceOwed = false
      }
      length += 1
    }
    offsets.append(length)
  }

  /// The place in the given text of a folded scalar; of the end, its length.
  func offset(_ place: Int) -> Int {
    offsets[min(place, offsets.count - 1)]
  }

  /// The given text from a folded scalar on, short enough for a message.
  func excerpt(from place: Int) -> String {
    String(String.UnicodeScalarView(original.dropFirst(offset(place)).prefix(40)))
  }

  private mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    scalars.append(scalar)
    offsets.append(offset)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09...0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20) ?? scalar
    case 0xFF21...0xFF3A: Unicode.Scalar(scalar.value - 0xFEE0 + 0x20) ?? scalar
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x80...: simplified[scalar] ?? scalar
    default: scalar
    }
  }

  /// The traditional characters that schedules are written with.
  private static let simplified: [Unicode.Scalar: Unicode.Scalar] = [
    "週": "周", "長": "长", "堅": "坚", "續": "续", "進": "进", "時": "时", "隨": "随",
    "間": "间", "兩": "两", "於": "于", "與": "与", "發": "发", "現": "现", "經": "经",
    "屆": "届", "適": "适",
  ]
}
