internal import StrictJSON

/// Finds the lines and columns of many offsets of one file, in time that grows with both.
struct LineIndex {
  private let starts: [Int]
  private let path: String

  init(_ bytes: Span<UInt8>, path: String) {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        starts.append(index)
      } else if byte == 0x0D, index == bytes.count || bytes[index] != 0x0A {
        starts.append(index)
      }
    }
    self.starts = starts
    self.path = path
  }

  func place(of offset: Int, in bytes: Span<UInt8>) -> FilePlace {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = starts[low]
    let end = min(max(offset, start), bytes.count)
    // The column is that of the line alone: a long file is not counted again for each.
    let line = bytes.extracting(start..<min(bytes.count, end + 4))
    let position = JSONPosition(of: end - start, in: line)
    return FilePlace(path: path, line: low + 1, column: position.column)
  }
}

extension FilePlace {
  /// The place of one offset of a file.
  init(path: String, offset: Int, in bytes: Span<UInt8>) {
    let position = JSONPosition(of: offset, in: bytes)
    self.init(path: path, line: position.line, column: position.column)
  }
}
