import CommandLineKit
package import DutyModel
package import DutyReports
package import DutyStore
package import TerminalText

/// What a command may know and touch.
package struct Context: Sendable {
  /// The day looked at: that of the clock, or of `--today`.
  package let today: Day
  package let language: Language
  /// Where the answer is shown.
  package let terminal: Terminal
  package let globals: GlobalOptions
  package let surroundings: Surroundings
  package let user: UserSettings
  /// What was typed.
  let line: TypedLine
}

extension Context {
  /// The day of the clock, whatever day is looked at.
  package var clockDay: Day { surroundings.clock.now.day }

  package var files: any FileSystem { surroundings.files }

  /// Where the workspace is.
  package func locate() throws -> Workspace.Location {
    try Workspace.locate(
      asked: globals.folder,
      environment: surroundings.environment,
      workingDirectory: surroundings.workingDirectory,
      user: user,
      files: surroundings.files
    )
  }

  /// Reads the workspace.
  package func openWorkspace() throws -> Workspace {
    try Workspace.open(at: locate(), files: surroundings.files)
  }

  /// Reads the workspace, and works out how it stands.
  ///
  /// - Parameters:
  ///   - year: The year whose occurrences are wanted, if not that of the day.
  ///   - isToleratingNewer: Whether events of a later version may be left out.
  /// - Returns: The workspace and its register.
  /// - Throws: An error if events of a later version would make the figures wrong.
  package func open(year: Int? = nil, isToleratingNewer: Bool = false) throws -> Opened {
    let workspace = try openWorkspace()
    if workspace.journal.newerLines > 0, !isToleratingNewer {
      throw CommandError.newerEvents(workspace.journal.newerLines)
    }
    return Opened(workspace, today: today, year: year)
  }

  /// Who records.
  ///
  /// - Parameter name: The name given on the command line.
  /// - Returns: The name and the journal's file.
  package func author(_ name: String?) -> Author {
    Author(
      asked: name,
      environment: surroundings.environment,
      user: user,
      hostName: surroundings.hostName,
      userNumber: surroundings.userNumber
    )
  }
}

/// A workspace that was read, and how it stands on a day.
package struct Opened: Sendable {
  package let workspace: Workspace
  package let register: Register
  package let names: Names

  /// - Parameters:
  ///   - workspace: What was read.
  ///   - events: The events, in ascending order of their ids; those of the journal if not given.
  ///   - today: The day looked at.
  ///   - year: The year whose occurrences are wanted, if not that of the day.
  package init(_ workspace: Workspace, events: [Event]? = nil, today: Day, year: Int? = nil) {
    self.workspace = workspace
    register = Register(
      checklists: workspace.checklists,
      events: events ?? workspace.journal.events,
      rules: workspace.settings.rules,
      today: today,
      year: year
    )
    names = Names(register)
  }
}

extension Opened {
  private init(_ workspace: Workspace, _ register: Register) {
    self.workspace = workspace
    self.register = register
    names = Names(register)
  }

  /// How it stands once more is recorded.
  ///
  /// - Parameters:
  ///   - new: The new events, later than all others.
  ///   - written: The workspace that has them; `nil` if they are only assumed.
  /// - Returns: The workspace and its register, of which only what is new was worked out.
  func adding(_ new: [Event], in written: Workspace? = nil) -> Opened {
    if let register = register.filing(new) { return Opened(written ?? workspace, register) }
    return Opened(
      written ?? workspace,
      events: written?.journal.events ?? workspace.journal.events + new,
      today: register.today,
      year: register.namedYear
    )
  }
}

extension Settings {
  /// The figures that states depend on.
  package var rules: Rules {
    var rules = Rules()
    rules.dueSoonDays = dueSoonDays
    rules.silentDays = silentDays
    rules.carryUntil = carryUntil
    return rules
  }
}
