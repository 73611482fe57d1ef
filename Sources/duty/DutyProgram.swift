import DutyCommands

/// The process: the only place, beside the files, that touches the system.
@main
enum DutyProgram {
  static func main() {
    Process.prepare()
    guard Process.knowsArguments else { Process.fail(.inputOutput, .argumentsUnreadable) }
    guard let line = Process.arguments else { Process.fail(.usage, .argumentNotUTF8) }
    Program.run(line, in: Process.surroundings) { reply -> Never in
      let isWritten = Process.write(reply.output, to: .output)
      Process.write(reply.errors, to: .errors)
      if !isWritten { Process.fail(.inputOutput, .outputUnwritable(recorded: reply.recorded)) }
      Process.exit(reply.status)
    }
  }
}
