// Most of what is shown is ASCII and Chinese. Its width follows from single bytes, which is many
// times faster than looking up scalars, and it needs no care where it is cut.

extension String {
  /// The display width of the text if it consists of printable ASCII, common Han characters and
  /// their punctuation alone, and `nil` if it has to be looked at more closely.
  ///
  /// Such a text is its own ``visible`` form, and every scalar in it is a character.
  var simpleWidth: Int? {
    if #available(macOS 26, *) {
      return utf8Span.span.simpleRun(columns: .max).wholeWidth
    }
    return Array(utf8).span.simpleRun(columns: .max).wholeWidth
  }

  /// The longest simple beginning of the text that takes no more than the columns.
  func simplePrefix(columns: Int) -> CutText {
    let run = Array(utf8).span.simpleRun(columns: columns)
    let end = utf8.index(startIndex, offsetBy: run.count)
    return CutText(text: String(self[..<end]), width: run.width)
  }
}

/// A run of simple characters at the beginning of a text.
struct SimpleRun {
  var count = 0
  var width = 0
  var isWhole = false

  /// The width, if the run is the whole text.
  var wholeWidth: Int? { isWhole ? width : nil }
}

extension Span<UInt8> {
  /// The longest run of simple characters from the start that takes no more than the columns.
  func simpleRun(columns: Int) -> SimpleRun {
    var run = SimpleRun()
    while run.count < count {
      let byte = self[run.count]
      let (length, width): (Int, Int)
      if byte < 0x7F {
        guard byte >= 0x20 else { return run }
        (length, width) = (1, 1)
      } else if byte >= 0xE5, byte <= 0xE9, run.count + 2 < count {
        // U+5000 to U+9FFF, which are most of the Han characters in use.
        (length, width) = (3, 2)
      } else {
        guard let columns = columnsOfThreeBytes(at: run.count) else { return run }
        (length, width) = (3, columns)
      }
      guard width <= columns - run.width else { return run }
      run.count += length
      run.width += width
    }
    run.isWhole = true
    return run
  }

  /// The width of the simple character of three bytes at a place, if there is one.
  private func columnsOfThreeBytes(at index: Int) -> Int? {
    guard index + 2 < count else { return nil }
    switch (self[index], self[index + 1], self[index + 2]) {
    // U+4E00 to U+4FFF: Han.
    case (0xE4, 0xB8..., _): return 2
    // U+3000 to U+3029: punctuation.
    case (0xE3, 0x80, ...0xA9): return 2
    // U+FF01 to U+FF60: fullwidth forms.
    case (0xEF, 0xBC, 0x81...), (0xEF, 0xBD, ...0xA0): return 2
    // U+25AE and U+25AF: the cells of a bar.
    case (0xE2, 0x96, 0xAE...0xAF): return 1
    default: return nil
    }
  }
}
