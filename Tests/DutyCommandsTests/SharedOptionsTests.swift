import TerminalText
import Testing

@testable import CommandLineKit
@testable import DutyCommands

/// What commands share: options of which mostly none is typed, and the environment.
@Suite struct SharedOptionsTests {
  /// The value as the parts read it, and as it is known to be where nothing is typed.
  private func values<Value>(_ parameters: Parameters<Value>) throws -> (Value, Value) {
    var words = Words(sorting: [], by: parameters.entries)
    return (try parameters.read(&words), try parameters.value(from: &words))
  }

  @Test func nothingTypedIsKnownWithoutReading() throws {
    let selections = try values(Selection.parameters)
    #expect(selections.0 == selections.1)
    let outputs = try values(OutputOptions.parameters)
    #expect(outputs.0 == outputs.1)
  }

  @Test(arguments: [["--json"], ["--raw"], ["--format", "csv"]])
  func whatIsTypedIsRead(_ line: [String]) throws {
    let parameters = OutputOptions.parameters
    var words = Words(sorting: line, by: parameters.entries)
    #expect(try parameters.value(from: &words) != OutputOptions.Typed())
  }

  @Test(arguments: [["g1"], ["--owner", "王芳"], ["--year", "2025"]])
  func aSelectionIsReadWhateverPartIsTyped(_ line: [String]) throws {
    let parameters = Selection.parameters
    var words = Words(sorting: line, by: parameters.entries)
    #expect(try parameters.value(from: &words) != Selection())
  }

  @Test func theManualNamesVariablesThatAreLookedAt() throws {
    let section = try #require(ManualText.sections.first { $0.heading == "ENVIRONMENT" })
    var names: [String] = []
    for case .items(let items) in section.blocks {
      for item in items {
        names += item.term.text(in: .english).split(separator: ", ").map(String.init)
      }
    }
    #expect(names.contains("DUTY_DIR") && names.contains("LANG"))
    #expect(names.filter { !Surroundings.variables.contains($0) } == [])
  }
}
