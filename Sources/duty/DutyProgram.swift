import DutyCommands
import DutyStore

/// The process: the only place, beside the files, that touches the system.
@main
enum DutyProgram {
  static func main() {
    Process.prepare()
    guard let line = Process.arguments else {
      Process.write("Error: An argument is not valid UTF-8\n", to: .errors)
      Process.exit(.usage)
    }
    let reply = Program.run(line, in: Process.surroundings)
    if !Process.write(reply.output, to: .output) {
      Process.write(reply.errors, to: .errors)
      if let recorded = reply.recorded {
        Process.write(
          "Error: \(recorded) was recorded; the output could not be written\n",
          to: .errors
        )
      } else {
        Process.write("Error: The output could not be written\n", to: .errors)
      }
      Process.exit(.inputOutput)
    }
    Process.write(reply.errors, to: .errors)
    Process.exit(reply.status)
  }
}
