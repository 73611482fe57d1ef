internal import DutyReports
import TerminalText

/// The lines of a file that a change removes and adds, with marks in front.
enum LineDifference {
  /// The name of the file as a heading, then what is removed and added; all of a new file is.
  static func lines(_ path: String, from old: [UInt8], to new: [UInt8]) -> [Prose] {
    let oldLines = split(old)
    let newLines = split(new)
    var result = [Prose(path, role: .heading)]
    var removed: [Int: String] = [:]
    var added: [Int: String] = [:]
    for change in newLines.difference(from: oldLines) {
      switch change {
      case .remove(let offset, let line, _): removed[offset] = line
      case .insert(let offset, let line, _): added[offset] = line
      }
    }
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < oldLines.count || newIndex < newLines.count {
      if let line = removed[oldIndex] {
        result.append(Prose("- \(line)", role: .remove))
        oldIndex += 1
      } else if let line = added[newIndex] {
        result.append(Prose("+ \(line)", role: .add))
        newIndex += 1
      } else {
        oldIndex += 1
        newIndex += 1
      }
    }
    return result
  }

  private static func split(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }
}
