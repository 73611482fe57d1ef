import CommandLineKit
import DutyImport
import DutyModel
import DutyReports
import DutyStore
import TerminalText

extension Import {
  /// Where the checklist went.
  struct Place {
    /// The path as messages name it.
    let shown: String
    /// The path, or `nil` for standard output.
    let path: String?
  }

  /// Where the checklist is to be written.
  enum Target {
    case standardOutput
    /// A file, by its path.
    case file(String)
    /// A file of the workspace, by its path there.
    case workspace(Workspace, String)
    /// A workspace that is started in a folder.
    case newWorkspace(NewWorkspace, folder: String)
  }

  private var replacement: Replacement { isForced ? .whatever : .new }

  /// Where the checklist is to be written; a rehearsal ends with this.
  ///
  /// - Throws: What writing it there would, as far as that shows before.
  func target(
    of checklist: ImportedChecklist,
    _ bytes: [UInt8],
    in workspace: Workspace?,
    _ context: Context
  ) throws -> Target {
    if let output {
      guard output != "-" else { return .standardOutput }
      let path = context.surroundings.workingDirectory.map { Path.join($0, output) } ?? output
      try naming(output, path) { try context.files.checkReplacing(path, replacement) }
      return .file(path)
    }
    let name = "checklists/\(checklist.id).json"
    guard let workspace else {
      let folder = Path.normalized(context.surroundings.workingDirectory ?? ".")
      let new = NewWorkspace(
        organization: organization,
        language: .chinese,
        checklist: (name, bytes)
      )
      try naming(name, Path.join(folder, name)) { _ = try new.missing(in: folder, context.files) }
      return .newWorkspace(new, folder: folder)
    }
    try refuseOverlap(with: checklist, name, in: workspace)
    let folder = workspace.location.folder
    try naming(name, Path.join(folder, name)) {
      try Workspace.checkWriting(to: name, in: folder, replacement, files: context.files)
    }
    return .workspace(workspace, name)
  }

  func write(
    _ bytes: [UInt8],
    to target: Target,
    waiting wait: Int,
    _ context: Context
  ) throws -> Place {
    switch target {
    case .standardOutput:
      return Place(shown: "-", path: nil)
    case .file(let path):
      let shown = output ?? path
      try naming(shown, path) { try context.files.replace(path, with: bytes, replacement) }
      return Place(shown: shown, path: path)
    case .workspace(let workspace, let name):
      let folder = workspace.location.folder
      let path = Path.join(folder, name)
      try naming(name, path) {
        try Workspace.write(
          bytes,
          to: name,
          in: folder,
          replacement,
          as: context.author(nil),
          lockMilliseconds: wait,
          files: context.files
        )
      }
      return Place(shown: path, path: path)
    case .newWorkspace(let new, let folder):
      let name = new.checklist.path
      let path = Path.join(folder, name)
      try naming(name, path) { try new.write(in: folder, context.files) }
      return Place(shown: path, path: path)
    }
  }

  /// Does something with files; what is wrong with the checklist's own is told under the name that
  /// is known, and that it is there already with how to overwrite it.
  private func naming(_ name: String, _ path: String, _ body: () throws -> Void) throws {
    func named(_ error: FileError) -> any Error {
      if error.path != path { return error }
      if error.reason == .exists { return CommandError.exists(name) }
      return FileError(name, error.action, error.reason)
    }
    do {
      try body()
    } catch let error as FileError {
      throw named(error)
    } catch StoreError.file(let error) {
      throw named(error)
    }
  }

  /// The workspace; `nil` if there is none and none was named, so that one may be started.
  func workspace(in context: Context) throws -> Workspace? {
    let named = context.globals.folder ?? context.surroundings.environment["DUTY_DIR"] ?? ""
    do {
      return try context.openWorkspace()
    } catch StoreError.noWorkspace where named.isEmpty {
      return nil
    }
  }

  /// A checklist has one edition on any day: another file with the id must hold on other days.
  private func refuseOverlap(
    with checklist: ImportedChecklist,
    _ name: String,
    in workspace: Workspace
  ) throws(CommandError) {
    for file in workspace.files where file.path != name {
      guard let other = file.checklist, other.id == checklist.id,
        other.effective.overlaps(checklist.effective)
      else { continue }
      throw .refused(
        .cannotCreate,
        code: "exists",
        Message(
          en: "\(quoted: file.path) is a checklist \(quoted: checklist.id) for the same days",
          zh: "\(quoted: file.path)已是同一时期的清单\(quoted: checklist.id)"
        ),
        advice: [
          Message(
            en:
              "Choose another name with \(command: "--id"), or other days with \(command: "--from").",
            zh: "请用 \(command: "--id") 换个编号，或用 \(command: "--from") 换个日期。"
          )
        ]
      )
    }
  }
}
