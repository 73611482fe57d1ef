import CommandLineKit
import DutyImport
import DutyModel
import TerminalText

/// Who is meant by what a document says: a line a name, `牵头领导<tab>张明` or `g3=王芳`.
///
/// What stands on the left is either what the document writes as owner, or the id of a duty, a
/// section or a tier, whose duties without an owner then have one. Empty lines and lines that
/// begin with `#` are passed over.
struct OwnerMap {
  /// A line of the file.
  struct Entry {
    /// From 1.
    let line: Int
    let key: String
    let name: String
  }

  let entries: [Entry]

  /// Reads the file's bytes.
  ///
  /// - Throws: An error that tells how to turn the file into UTF-8, or names the first line that
  ///   names nobody or one who can be no owner.
  init(_ bytes: [UInt8], path: String) throws(CommandError) {
    let kind = DocumentKind(bytes)
    guard case .text = kind else { throw OwnerMap.refused(kind, path) }
    let text = String(decoding: bytes, as: UTF8.self)
    var entries: [Entry] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let trimmed = String(line).trimmed
      guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { continue }
      let parts = trimmed.split(maxSplits: 1) { $0 == "\t" || $0 == "=" }
        .map { String($0).trimmed }
      guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
        throw .refused(
          .data,
          code: "bad-owner-map",
          Message(
            en: "\(quoted: path), line \(index + 1): no name",
            zh: "\(quoted: path)第\(index + 1)行：没有写姓名"
          ),
          advice: [
            Message(
              en: "Write what the document says, a tab or '=', and the name: g3=王芳",
              zh: "请写文件里的称呼或编号、制表符或等号、姓名：g3=王芳"
            )
          ]
        )
      }
      do throws(InvalidValue) {
        let owner = try OwnerName(word: parts[1])
        entries.append(Entry(line: index + 1, key: parts[0], name: owner.text))
      } catch {
        throw OwnerMap.refused(parts[1], error, path, line: index + 1)
      }
    }
    self.entries = entries
  }

  private static func refused(_ kind: DocumentKind, _ path: String) -> CommandError {
    let message = kind == .zip ? Message(en: "this is no text", zh: "这不是文本") : kind.words
    return .refused(
      .data,
      code: "bad-owner-map",
      Message(en: "\(quoted: path): \(message)", zh: "\(quoted: path)：\(message)"),
      advice: kind.foreignEncoding.map { encoding in
        let line = "iconv -f \(encoding) -t UTF-8 \(path.quotedForShell) > owners.txt"
        return [
          Message(
            en: "Convert it: \(command: line), and name that file.",
            zh: "先转换编码：\(command: line)，再写新文件的名称。"
          )
        ]
      } ?? [Message(en: "Save it as text in UTF-8.", zh: "请另存为 UTF-8 文本。")]
    )
  }

  private static func refused(
    _ name: String,
    _ error: InvalidValue,
    _ path: String,
    line: Int
  ) -> CommandError {
    .refused(
      .data,
      code: "bad-owner-map",
      Message(
        en: "\(quoted: path), line \(line): \(quoted: name): \(error.phrase)",
        zh: "\(quoted: path)第\(line)行：\(quoted: name)：\(error.phrase)"
      ),
      advice: [
        error.advice ?? Message(en: "Write the name of one person.", zh: "请写一个人的姓名。")
      ]
    )
  }

  /// Puts names into a checklist.
  ///
  /// - Returns: The entries that fit nothing.
  func apply(to checklist: inout ImportedChecklist) -> [Entry] {
    var used: Set<Int> = []
    var byKey: [String: Entry] = [:]
    for entry in entries {
      byKey[entry.key] = entry
      byKey[Identifier.folded(entry.key)] = entry
    }
    func name(_ key: String?) -> String? {
      guard let key, let entry = byKey[key] else { return nil }
      used.insert(entry.line)
      return entry.name
    }
    for tier in checklist.tiers.indices {
      let ofTier = name(checklist.tiers[tier].id)
      for section in checklist.tiers[tier].sections.indices {
        let ofSection = name(checklist.tiers[tier].sections[section].id)
        for duty in checklist.tiers[tier].sections[section].duties.indices {
          let known = checklist.tiers[tier].sections[section].duties[duty]
          let owner = name(known.id) ?? name(known.owner) ?? known.owner
          checklist.tiers[tier].sections[section].duties[duty].owner =
            owner ?? ofSection ?? ofTier
        }
      }
    }
    return entries.filter { !used.contains($0.line) }
  }
}
