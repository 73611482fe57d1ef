/// How far the lines of a paragraph stand in.
package struct Indentation: Sendable, Hashable {
  /// The spaces before the first line.
  package var first: Int

  /// The spaces before the lines after it.
  package var rest: Int

  package init(first: Int = 0, rest: Int = 0) {
    self.first = first
    self.rest = rest
  }

  package static let none = Indentation()

  /// The same spaces before every line.
  package static func all(_ columns: Int) -> Indentation {
    Indentation(first: columns, rest: columns)
  }
}

extension Prose {
  /// The prose in lines for a terminal, coloured if the terminal has colours.
  ///
  /// - Parameters:
  ///   - terminal: Where the lines are shown. Without limit there, only line feeds end lines.
  ///   - indentation: The spaces before the lines.
  ///   - maximum: The columns not to go beyond even if the terminal has more.
  /// - Returns: The lines with their indentation.
  package func lines(
    for terminal: Terminal,
    indentation: Indentation = .none,
    maximum: Int? = nil
  ) -> [String] {
    let columns = terminal.columns.map { min($0, maximum ?? $0) }
    var indent = indentation.first
    var lines: [String] = []
    for line in completed(with: terminal.commandOptions).wrapped(
      to: columns,
      indentation: indentation,
      ambiguousIsWide: terminal.ambiguousIsWide
    ) {
      let text = line.rendered(with: terminal.palette)
      lines.append(text.isEmpty ? "" : String(repeating: " ", count: max(indent, 0)) + text)
      indent = indentation.rest
    }
    return lines
  }

  /// The prose broken into lines that fit the columns, without their indentation.
  ///
  /// Lines break at spaces, which then disappear, and beside wide characters, but
  /// - no line starts with a closing or ends with an opening punctuation mark,
  /// - a number stays with the wide characters on both sides of it,
  /// - nothing narrow is broken within, nor what is marked as unbreakable: it goes beyond
  ///   the columns if it must.
  package func wrapped(
    to columns: Int?,
    indentation: Indentation = .none,
    ambiguousIsWide: Bool = false
  ) -> [Prose] {
    let paragraphs = splitAtLineFeeds().map(\.visible)
    guard let columns else { return paragraphs }
    var lines: [Prose] = []
    for paragraph in paragraphs {
      let room = LineRoom(
        first: columns - (lines.isEmpty ? indentation.first : indentation.rest),
        rest: columns - indentation.rest
      )
      lines += paragraph.wrapped(room, ambiguousIsWide)
    }
    return lines
  }

  private func splitAtLineFeeds() -> [Prose] {
    guard text.utf8.contains(0x0A) else { return [self] }
    var lines = [Prose()]
    for part in parts {
      let texts = part.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, text) in texts.enumerated() {
        if index > 0 { lines.append(Prose()) }
        lines[lines.count - 1] += Prose(
          String(text),
          role: part.role,
          isUnbreakable: part.isUnbreakable
        )
      }
    }
    return lines
  }

  private func wrapped(_ room: LineRoom, _ ambiguousIsWide: Bool) -> [Prose] {
    if text.displayWidth(ambiguousIsWide: ambiguousIsWide) <= room.first { return [self] }
    var lines: [Prose] = []
    var line = Prose()
    var width = 0
    // The spaces at the end of the line so far, which count only if something follows them.
    var gap = Prose()
    for piece in pieces(ambiguousIsWide) {
      let limit = lines.isEmpty ? room.first : room.rest
      if !line.isEmpty, width + gap.text.utf8.count + piece.width > limit {
        lines.append(line)
        (line, width) = (Prose(), 0)
      } else {
        line += gap
        width += gap.text.utf8.count
      }
      line += piece.words
      width += piece.width
      gap = piece.spaces
    }
    lines.append(line)
    return lines
  }
}

/// The columns that are free on the first line of a paragraph and on the others.
private struct LineRoom {
  var first: Int
  var rest: Int
}

/// The smallest part that a line can begin or end with, and the spaces after it.
private struct Piece {
  var words = Prose()
  var spaces = Prose()
  var width = 0
}

extension Prose {
  fileprivate func pieces(_ ambiguousIsWide: Bool) -> [Piece] {
    var pieces: [Piece] = []
    var piece = Piece()
    var last: BreakClass?
    var quotes = QuoteCounter()
    func finish() {
      piece.width = piece.words.text.displayWidth(ambiguousIsWide: ambiguousIsWide)
      pieces.append(piece)
      piece = Piece()
    }
    for part in parts {
      if part.isUnbreakable {
        if let before = last, before.allowsBreak(before: .command) { finish() }
        piece.words += Prose(part.text, role: part.role, isUnbreakable: true)
        last = .command
        continue
      }
      var words = ""
      var index = part.text.startIndex
      func flush() {
        piece.words += Prose(words, role: part.role)
        words = ""
      }
      while index < part.text.endIndex {
        let character = part.text[index]
        index = part.text.index(after: index)
        if character == " " {
          flush()
          if piece.words.isEmpty, piece.spaces.isEmpty, pieces.isEmpty {
            // Spaces before everything stay where they are.
            piece.words += Prose(" ", role: part.role)
            last = .opening
          } else {
            piece.spaces += Prose(" ", role: part.role)
            last = .space
          }
          continue
        }
        let next = quotes.classOf(character, before: part.text[index...], after: last)
        if let before = last, before.allowsBreak(before: next) {
          flush()
          finish()
        }
        words.append(character)
        last = next
      }
      flush()
    }
    finish()
    return pieces
  }
}

// MARK: - Characters

/// What the place of a character in a line depends on.
private enum BreakClass {
  case space
  /// Part of a run that is not broken: letters, signs, everything narrow.
  case narrow
  case digit
  /// A Han character, or another that is two columns wide.
  case wide
  /// A mark that must not start a line.
  case closing
  /// A mark that must not end a line.
  case opening
  /// The same two marks among the narrow ones, which belong to their run.
  case narrowClosing
  case narrowOpening
  /// A part that is unbreakable.
  case command

  /// Whether a line may end with a character of this class and the next start with the other.
  func allowsBreak(before next: BreakClass) -> Bool {
    switch (self, next) {
    case (.space, .closing), (.space, .narrowClosing): true
    case (_, .space), (_, .closing), (_, .narrowClosing): false
    case (.space, _): true
    case (.opening, _), (.narrowOpening, _): false
    case (.wide, .digit), (.digit, .wide): false
    case (.wide, _), (.closing, _): true
    case (_, .wide), (_, .opening): true
    default: false
    }
  }

  init(_ character: Character) {
    switch character {
    case "0"..."9":
      self = .digit
    case "，", "。", "、", "：", "；", "！", "？", "）", "》", "〉", "」", "』", "】", "〕", "％", "．":
      self = .closing
    case "（", "《", "〈", "「", "『", "【", "〔":
      self = .opening
    case "”", "’", "…", ",", ".", ";", ":", "!", "?", ")", "]", "}", "%":
      self = .narrowClosing
    case "“", "‘", "(", "[", "{":
      self = .narrowOpening
    default:
      self = character.isWide ? .wide : .narrow
    }
  }
}

extension Character {
  /// Whether the character takes two columns in every font.
  fileprivate var isWide: Bool {
    guard let scalar = unicodeScalars.first, scalar.value > 0x7F else { return false }
    return String(self).displayWidth == 2
  }
}

/// Tells opening from closing ASCII quotation marks, by counting them.
private struct QuoteCounter {
  private var isOpen: [Character: Bool] = [:]

  mutating func classOf(
    _ character: Character,
    before rest: Substring,
    after last: BreakClass?
  ) -> BreakClass {
    guard character == "'" || character == "\"" else { return BreakClass(character) }
    let isInsideWord = last == .narrow || last == .digit || last == .wide
    let isPossessive =
      character == "'" && rest.first == "s" && !(rest.dropFirst().first?.isLetter ?? false)
    let isApostrophe =
      character == "'" && last == .narrow && (rest.first?.isASCII ?? false)
      && (rest.first?.isLetter ?? false)
    if isInsideWord, isPossessive || isApostrophe { return .narrowClosing }
    let wasOpen = isOpen[character] ?? false
    isOpen[character] = !wasOpen
    return wasOpen ? .narrowClosing : .narrowOpening
  }
}
