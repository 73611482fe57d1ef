package import DutyModel

/// A folder of checklists and records, as it was when it was read.
package struct Workspace: Sendable {
  package let location: Location
  /// What `duty.json` says, and where it says it.
  package let settingsFile: SettingsFile
  /// Every file of `checklists/`, by path; the unreadable ones too.
  package let files: [ChecklistFile]
  package internal(set) var journal: Journal
  /// The checklists that could be read, by path.
  package let checklists: [Checklist]

  let checklistProblems: [Problem]

  package var settings: Settings { settingsFile.settings }

  /// What is wrong in the settings, the checklists and the journal, errors and warnings, by file.
  package var problems: [Problem] { checklistProblems + journal.problems }

  /// Whether a checklist could not be read, so that the figures of the others are not the whole.
  package var hasUnreadableChecklist: Bool {
    files.contains { $0.checklist == nil }
  }

  /// The places among the files of those that could be read, one for each of the checklists.
  package var readableFiles: [Int] { files.indices.filter { files[$0].checklist != nil } }

  /// The files of the checklists that could not be read.
  package var unreadableChecklists: [String] {
    files.filter { $0.checklist == nil }.map(\.path)
  }
}

extension Workspace {
  /// Where a workspace is, and how it was found.
  package struct Location: Hashable, Sendable {
    /// What led to the folder.
    package enum Source: Hashable, Sendable {
      case option
      case environment
      /// Walking up from the working directory: what is written there is worth naming.
      case walk
      case userSettings
    }

    /// The path of the folder that holds `duty.json`.
    package let folder: String
    package let source: Source

    package init(folder: String, source: Source) {
      self.folder = folder
      self.source = source
    }
  }
}

/// Why a workspace cannot be used.
package enum StoreError: Error, Sendable {
  /// No folder holds `duty.json`; these were looked at.
  case noWorkspace(searched: [String])
  /// A settings file cannot be used: its errors, and its warnings.
  case badSettings([Problem])
  case file(FileError)
  /// A file of the journal is in another encoding, and is neither mended nor added to.
  case unreadableJournal(Problem)
  /// An event was written, but the disk did not confirm it: it may be there or not.
  case unconfirmed(EventID, FileError)
  /// What was to be recorded cannot stand in a journal.
  case badDraft(DraftError)
}

/// Why an event cannot be recorded as it is.
package enum DraftError: Error, Hashable, Sendable {
  /// Nothing was to be recorded.
  case empty
  /// A text of this key has a control character.
  case controlCharacter(key: String)
  /// A text of this key has more bytes than a text may have.
  case textTooLong(key: String, limit: Int)
  /// All events together have more bytes than a line may have.
  case lineTooLong(limit: Int)
  /// A text that must say something is empty, or a list that must name something is.
  case missing(key: String)
  /// Something is named twice.
  case repeated(key: String, String)
  /// An event that only the store writes, or of a kind it does not know.
  case notRecordable
  /// The ids of this millisecond and all after it are used up.
  case noIDLeft
}
