/// The measures of GB/T 9704-2012, in twentieths of a point unless said otherwise.
///
/// The paper is A4, the margins 37 mm above and 28 mm at the left, and the area of the text
/// 156 mm × 225 mm with 22 lines of 28 characters.
enum PageLayout {
  static let width = 11_906
  static let height = 16_838

  /// 37 mm.
  static let top = 2098

  /// 28 mm.
  static let left = 1587

  /// What is left over: 26 mm.
  static let right = 1474

  /// What is left over: 35 mm.
  static let bottom = 1984

  /// The width of the text: 156 mm.
  static let textWidth = width - left - right

  /// The width of the text: that of a page that stands or of one that lies on its long side.
  static func textWidth(isLandscape: Bool) -> Int {
    isLandscape ? height - top - bottom : textWidth
  }

  static let charactersPerLine = 28
  static let linesPerPage = 22

  /// From one line to the next: 225 mm / 22.
  static let linePitch = (height - top - bottom) / linesPerPage

  /// From one character to the next: 156 mm / 28.
  static let characterPitch = 316

  /// How much closer than their size characters of 16 points stand, so that 28 of them fit into
  /// 156 mm.
  ///
  /// The grid of the page could say so too, but not all programs lay a narrowing grid out well.
  static let characterSpacing = -5

  /// From the edge of the paper to the bottom of the page number, so that its dashes are 7 mm below
  /// the text.
  static let footer = 1417

  /// The same of a page that lies, whose lower margin is narrower.
  static let landscapeFooter = 1020

  /// The sizes of type, in half points: 二号, 三号, 四号, 小四.
  static let titleSize = 44
  static let textSize = 32
  static let pageNumberSize = 28
  static let tableSize = 24

  /// 五号.
  static let narrowTableSize = 21

  /// A number of characters as a length.
  static func length(characters: Double) -> Int {
    // A text of any length is no wider than a line, as far as measures are concerned.
    let limit = Double(charactersPerLine)
    return Int(min(max(characters, -limit), limit) * Double(characterPitch))
  }
}

extension String {
  /// The width in characters of full width: one of ASCII is half as wide.
  var widthInCharacters: Double {
    reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
  }
}
