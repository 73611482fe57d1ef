import Foundation

/// A file of the folder of fixtures.
enum Fixture {
  /// The bytes of a file.
  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
  }

  /// The lines of a file in which every line is bytes in hexadecimal.
  static func hexadecimalLines(_ name: String) throws -> [[UInt8]] {
    String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map { line in
      let digits = line.utf8.map { UInt8($0 < 0x3A ? $0 - 0x30 : $0 - 0x57) }
      return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
  }
}
