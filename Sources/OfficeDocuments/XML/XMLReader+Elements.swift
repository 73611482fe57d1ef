/// Reading element by element, with alternatives already chosen.
extension XMLReader {
  /// The next step, as if of every set of alternatives only the first were there.
  ///
  /// A program writes what only newer programs understand twice: as it means it, and as a
  /// substitute for others. Both say the same, so only one of them may be read.
  mutating func nextChosen() throws(OfficeError) -> XMLEvent {
    while true {
      let event = try next()
      switch event {
      case .start(let element) where element.name.namespace == .compatibility:
        switch element.name.local {
        case "AlternateContent":
          alternatives.append(Alternatives(depth: depth, isChosen: false))
        case "Choice", "Fallback":
          if let last = alternatives.last, last.depth == depth - 1, !last.isChosen {
            alternatives[alternatives.count - 1].isChosen = true
            transparent.append(depth)
          } else {
            try skipElement()
          }
        default:
          try skipElement()
        }
      case .end:
        if alternatives.last?.depth == depth + 1 {
          alternatives.removeLast()
        } else if transparent.last == depth + 1 {
          transparent.removeLast()
        } else {
          return event
        }
      default:
        return event
      }
    }
  }

  /// The next element inside the one whose start tag was read; nil at its end.
  ///
  /// What is in between is left out. Every child must be read or skipped to its end before the
  /// next one is asked for.
  mutating func nextChild() throws(OfficeError) -> XMLElement? {
    while true {
      switch try nextChosen() {
      case .start(let element): return element
      case .text: continue
      case .end, .endOfDocument: return nil
      }
    }
  }

  /// Passes over the rest of the element whose start tag was read.
  mutating func skipElement() throws(OfficeError) {
    let outside = depth - 1
    while depth > outside {
      guard try next() != .endOfDocument else { return }
    }
  }

  /// The text of the element whose start tag was read, without that of elements inside it.
  mutating func readElementText() throws(OfficeError) -> String {
    var result = ""
    while true {
      switch try nextChosen() {
      case .text(let text): result += text
      case .start: try skipElement()
      case .end, .endOfDocument: return result
      }
    }
  }

  /// The start tag of the whole text.
  mutating func readRoot() throws(OfficeError) -> XMLElement {
    guard let root = try nextChild() else {
      throw .invalidXML(.unexpectedEnd, part: part, line: 1)
    }
    return root
  }

  /// A set of alternatives that is open.
  struct Alternatives {
    let depth: Int
    var isChosen: Bool
  }
}
