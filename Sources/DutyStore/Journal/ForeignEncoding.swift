/// An encoding other than UTF-8, in which a program has saved a file of the journal.
enum ForeignEncoding: String {
  case utf16 = "utf-16"
  /// Another one, such as GBK.
  case other = "not-utf-8"
}

extension JournalFile {
  /// In which other encoding the whole file is, if it is.
  ///
  /// What a crash or a bad disk leaves is in few lines; so the file is in another encoding if most
  /// of the lines that have more than ASCII in them are not UTF-8, and at least two.
  var foreignEncoding: ForeignEncoding? {
    if beginsLikeUTF16 { return .utf16 }
    var foreign = 0
    var own = 0
    var start = 0
    while start < bytes.count {
      let end = endOfLine(bytes.span, from: start)
      let line = bytes[start..<end]
      start = end + 1
      guard line.contains(where: { $0 >= 0x80 }) else { continue }
      if String(validating: line, as: UTF8.self) != nil {
        own += 1
      } else if !isTorn(line) {
        foreign += 1
      }
    }
    return foreign > max(own, 1) ? .other : nil
  }

  /// Whether it begins with the byte order mark of UTF-16, or with `{"` in it.
  private var beginsLikeUTF16: Bool {
    let marks: [[UInt8]] = [
      [0xFF, 0xFE], [0xFE, 0xFF], [0x7B, 0, 0x22, 0], [0, 0x7B, 0, 0x22],
    ]
    return marks.contains { bytes.starts(with: $0) }
  }

  /// Whether a line is UTF-8 but for a character that was not written to its end.
  private func isTorn(_ line: ArraySlice<UInt8>) -> Bool {
    var whole = line
    while whole.count + 3 > line.count, let last = whole.last, last >= 0x80 { whole.removeLast() }
    return String(validating: whole, as: UTF8.self) != nil
  }
}

extension Journal {
  /// Why a file must not be changed: it was read, and is in another encoding.
  ///
  /// What is appended to it would be lost when somebody saves it as UTF-8, and its lines are good
  /// ones, which are not to be moved away.
  func refusal(ofChanging path: String) -> Problem? {
    guard files.contains(where: { $0.path == path }) else { return nil }
    return problems.first { $0.code == .unreadableFile && $0.place.path == path }
  }

  /// Whether there are lines that a repair would take out.
  package var isRepairable: Bool { unreadableLines > 0 && refusalOfRepair == nil }

  /// Why none of the files may be mended.
  var refusalOfRepair: Problem? {
    files.lazy.compactMap { refusal(ofChanging: $0.path) }.first
  }
}
