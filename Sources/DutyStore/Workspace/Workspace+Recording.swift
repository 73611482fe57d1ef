package import DutyModel

/// What a command has recorded.
package struct Recorded: Sendable {
  /// The workspace as it is with the new events.
  package let workspace: Workspace
  /// The new events, read back from what was written.
  package let events: [Event]
  /// The line as it stands in the journal, without its end.
  package let line: [UInt8]
  /// The journal's file it stands in, relative to the workspace.
  package let path: String
}
