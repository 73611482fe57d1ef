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

  /// Reads the file's text.
  ///
  /// - Throws: An error that names the first line that is none.
  init(_ text: String, path: String) throws(CommandError) {
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
      entries.append(Entry(line: index + 1, key: parts[0], name: parts[1]))
    }
    self.entries = entries
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
