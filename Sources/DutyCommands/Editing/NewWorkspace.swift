import DutyStore
import StrictJSON

/// A workspace that is to be: its settings, its first checklist, and room for the journal.
struct NewWorkspace {
  let organization: String?
  /// The language of the documents.
  let language: Init.DocumentLanguage
  /// The path of the first checklist, relative to the workspace, and its bytes.
  let checklist: (path: String, bytes: [UInt8])

  /// What is written, in this order.
  ///
  /// The marker comes last: what was begun and not finished is no workspace.
  var files: [(path: String, bytes: [UInt8])] {
    [
      checklist,
      (".gitattributes", Array("journal/*.jsonl text eol=lf merge=union\n".utf8)),
      (".gitignore", Array("*.lock\n".utf8)),
      (Workspace.marker, settings),
    ]
  }

  private var settings: [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("format", "duty.settings/1")
      json.memberIfPresent("organization", organization)
      json.member("language", language.rawValue)
    }
    return json.bytes + [0x0A]
  }

  /// Whether a file is there and holds these bytes, as a start that was interrupted left it.
  func holds(_ path: String, _ bytes: [UInt8], _ system: any FileSystem) throws(FileError) -> Bool {
    guard try system.status(of: path, followingLinks: false)?.kind == .regular else { return false }
    return try system.read(path, limit: .max, followingLinks: false) == bytes
  }

  /// What is not yet there of what is written into a folder.
  ///
  /// - Throws: `exists` if something else is there in the place of a file.
  func missing(
    in folder: String,
    _ system: any FileSystem
  ) throws(FileError) -> [(path: String, bytes: [UInt8])] {
    var missing: [(path: String, bytes: [UInt8])] = []
    for (name, bytes) in files {
      let path = Path.join(folder, name)
      let isThere = try system.status(of: path, followingLinks: false) != nil
      if !isThere {
        missing.append((path, bytes))
      } else if !name.hasPrefix("."), try !holds(path, bytes, system) {
        // A file for version control may be there already, and is then its owner's.
        throw FileError(path, .create, .exists)
      }
    }
    return missing
  }

  /// Writes the files into a folder, which is made if it is missing.
  func write(in folder: String, _ system: any FileSystem) throws(FileError) {
    let missing = try missing(in: folder, system)
    for name in ["checklists", "journal"] { try system.createFolders(Path.join(folder, name)) }
    for (path, bytes) in missing { try system.replace(path, with: bytes, .new) }
  }
}
