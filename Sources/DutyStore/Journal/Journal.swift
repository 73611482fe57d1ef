package import DutyModel
package import StrictJSON

/// What was ever recorded: the events of every file, each once, in the order of their ids.
package struct Journal: Sendable {
  /// The files, by path.
  package internal(set) var files: [JournalFile]
  /// The events that can be used, ascending by id; members of batches stand on their own.
  package internal(set) var events: [Event]
  /// What is wrong with lines, by file and line.
  package internal(set) var problems: [Problem]
  /// The number of lines that could not be read.
  package internal(set) var unreadableLines: Int
  /// The number of lines that a later version of the program wrote; any forbids figures.
  package internal(set) var newerLines: Int
  /// The largest time of an id, in milliseconds since 1970; 0 without events.
  package internal(set) var latestMillisecond: UInt64
}

/// A file of the journal: the records of one writer.
package struct JournalFile: Sendable {
  /// The path relative to the workspace, such as `journal/wang@pc2.jsonl`.
  package let path: String
  package internal(set) var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The name of the writer.
  package var writer: String {
    let name = Path.name(of: path)
    return name.hasSuffix(".jsonl") ? String(name.dropLast(6)) : name
  }
}
