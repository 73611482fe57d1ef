/// Ids written shortly: `g1-g3 g6 g8`.
package enum IDRanges {
  /// The ids in order, with runs of three or more consecutive ones written as ranges; two stay two.
  package static func text(_ ids: [String]) -> String {
    var parts: [String] = []
    var run: [String] = []
    for id in ids {
      if let last = run.last, follows(id, last) {
        run.append(id)
      } else {
        parts += written(run)
        run = [id]
      }
    }
    parts += written(run)
    return parts.joined(separator: " ")
  }

  private static func written(_ run: [String]) -> [String] {
    guard let first = run.first, let last = run.last, run.count > 2 else { return run }
    return ["\(first)-\(last)"]
  }

  private static func follows(_ id: String, _ last: String) -> Bool {
    guard let (stem, number) = split(id), let (lastStem, lastNumber) = split(last) else {
      return false
    }
    return stem == lastStem && number == lastNumber + 1
  }

  /// What stands before the last digits, and their number.
  private static func split(_ id: String) -> (stem: Substring, number: Int)? {
    let bytes = Array(id.utf8)
    var start = bytes.count
    while start > 0, (0x30...0x39).contains(bytes[start - 1]) { start -= 1 }
    let digits = id.utf8.dropFirst(start)
    guard let number = Int(Substring(digits)) else { return nil }
    return (Substring(id.utf8.prefix(start)), number)
  }
}
