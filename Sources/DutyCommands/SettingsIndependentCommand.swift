package import CommandLineKit

/// A command that works whatever state the settings are in: it does not depend on them.
package protocol SettingsIndependentCommand: Command where Context == DutyCommands.Context {}

extension SettingsIndependentCommand {
  package static var traits: CommandTraits { .ignoresSettings }
}
