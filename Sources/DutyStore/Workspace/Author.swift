/// Who records, and into which file.
package struct Author: Hashable, Sendable {
  /// The name that events carry as `by`.
  package let name: String
  /// The name of the journal's file, without `.jsonl`.
  package let writer: String

  package init(name: String, writer: String) {
    self.name = name
    self.writer = writer
  }
}

extension Author {
  /// Works out who records.
  ///
  /// The name is the first of: what was asked for, `DUTY_USER`, the user's settings, `USER`,
  /// `LOGNAME`, `uid<N>`. The writer is the first of: `DUTY_WRITER`, the user's settings, the
  /// account and the computer.
  ///
  /// - Parameters:
  ///   - asked: The name given on the command line.
  ///   - environment: The environment of the process; empty values count as missing.
  ///   - user: The user's settings.
  ///   - hostName: The name of the computer.
  ///   - userNumber: The number of the account.
  package init(
    asked: String? = nil,
    environment: [String: String],
    user: UserSettings,
    hostName: String,
    userNumber: Int
  ) {
    func value(_ key: String) -> String? { environment[key].flatMap { $0.isEmpty ? nil : $0 } }
    let account = value("USER") ?? value("LOGNAME") ?? "uid\(userNumber)"
    name = asked ?? value("DUTY_USER") ?? user.name ?? account
    writer = Author.fileName(
      value("DUTY_WRITER") ?? user.writer ?? "\(account)@\(hostName)"
    )
  }

  /// A name that is safe for a file: other characters than letters, digits, `.`, `_`, `-` and
  /// `@` become `-`, and four digits of a hash keep such names apart.
  package static func fileName(_ name: String) -> String {
    var result: [UInt8] = []
    var changed = false
    for scalar in name.unicodeScalars {
      let isSafe: Bool =
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", "_", "@": true
        // A file that starts with a dot would be hidden, and one with a dash read as an option.
        case ".", "-": !result.isEmpty
        default: false
        }
      result.append(isSafe ? UInt8(truncatingIfNeeded: scalar.value) : UInt8(ascii: "-"))
      if !isSafe { changed = true }
    }
    if result.first == UInt8(ascii: "-") || result.isEmpty {
      result.insert(contentsOf: Array("w".utf8), at: 0)
      changed = true
    }
    if result.count > 64 {
      result.removeLast(result.count - 64)
      changed = true
    }
    let text = String(decoding: result, as: UTF8.self)
    return changed ? "\(text)-\(hash(name))" : text
  }

  /// Four hexadecimal digits of the FNV-1a hash.
  private static func hash(_ name: String) -> String {
    var value: UInt32 = 0x811C_9DC5
    for byte in name.utf8 { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
    let folded = (value >> 16) ^ (value & 0xFFFF)
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
