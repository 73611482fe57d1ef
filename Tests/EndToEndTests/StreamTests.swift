import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Standard output holds the answer and nothing else, standard error all that is said beside it.
struct StreamTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: ["list", "overdue", "due", "progress", "history", "check"])
  func anAnswerGoesToStandardOutputAlone(_ command: String) throws {
    let sample = try folder.sample()
    let run = try folder.run(["--dir", sample, command])
    #expect(run.ending == .exited(0), "\(run.testDescription)")
    #expect(!run.output.isEmpty)
    #expect(run.errors.isEmpty)
    #expect(!run.text.contains("\u{1B}"))
  }

  @Test(
    arguments: [
      (["list", "--nosuch"], 64), (["nosuch"], 64), (["show", "nosuch9"], 66),
      (["list", "--dir", "/nonexistent"], 66), (["done", "nosuch9"], 66), (["done"], 64),
      (["list", "--json", "--csv"], 64),
    ] as [([String], Int32)]
  )
  func anErrorGoesToStandardErrorAlone(_ words: [String], _ status: Int32) throws {
    let sample = try folder.sample()
    let run = try folder.run(words, environment: ["DUTY_DIR": sample])
    #expect(run.ending == .exited(status), "\(run.testDescription)")
    #expect(run.output.isEmpty)
    #expect(run.errorText.hasPrefix("Error: "))
  }

  @Test func quietRecordingSaysNothing() throws {
    let office = try folder.office()
    let run = try folder.run(["--dir", office, "done", "g2", "--quiet"])
    #expect(run.ending == .exited(0), "\(run.testDescription)")
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
    #expect(try TemporaryFolder.events(office).count == 1)
  }

  // MARK: - Closed streams

  /// Each combination of closed streams: what is recorded is the same, and nothing else gets
  /// into the journal, whatever number the files get that are opened.
  @Test(arguments: 1...7)
  func closedStreamsHarmNoJournal(_ closed: Int) throws {
    let office = try folder.office()
    let words = ["--dir", office, "done", "g2", "--note", "关着"]
    let before = try folder.run(words)
    #expect(before.ending == .exited(0), "\(before.testDescription)")
    let journal = TemporaryFolder.journal(office)
    let old = try #require(FileManager.default.contents(atPath: journal))

    let run = try folder.run(
      words,
      input: closed & 1 == 0 ? .existing("/dev/null") : .closed,
      output: closed & 2 == 0 ? nil : .closed,
      errors: closed & 4 == 0 ? nil : .closed
    )
    // An answer that nobody can get is a failure to write it.
    #expect(run.ending == .exited(closed & 2 == 0 ? 0 : 74), "\(run.testDescription)")
    let new = try #require(FileManager.default.contents(atPath: journal))
    #expect(new.starts(with: old))
    let lines = new.dropFirst(old.count).split(separator: 0x0A)
    #expect(lines.count == 1)
    let event = try JSONSerialization.jsonObject(with: #require(lines.first)) as? [String: Any]
    #expect(event?["note"] as? String == "关着")
    if closed & 6 == 2 {
      let id = try #require(event?["id"] as? String)
      #expect(run.errorText.contains(id), "\(run.testDescription)")
    }
  }

  @Test func closedStreamsDoNotStopQuietRecording() throws {
    let office = try folder.office()
    let run = try folder.run(
      ["--dir", office, "done", "g2", "--quiet"],
      input: .closed,
      output: .closed,
      errors: .closed
    )
    #expect(run.ending == .exited(0))
    #expect(try TemporaryFolder.events(office).count == 1)
  }

  // MARK: - Full and broken streams

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: ["list", "overdue", "--help", "--version"]
  )
  func aFullDeviceFailsTheAnswer(_ command: String) throws {
    let sample = try folder.sample()
    let words = command.hasPrefix("--") ? [command] : ["--dir", sample, command]
    let run = try folder.run(words, output: .existing("/dev/full"))
    #expect(run.ending == .exited(74), "\(run.testDescription)")
    #expect(run.errorText.contains("could not be written"))
    let closed = try folder.run(words, output: .closed)
    #expect(closed.ending == .exited(74), "\(closed.testDescription)")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDeviceIsToldToScripts() throws {
    let words = ["--dir", try folder.sample(), "list", "--json"]
    let run = try folder.run(words, output: .existing("/dev/full"))
    let last = run.errorText.split(separator: "\n").last ?? ""
    #expect(last.hasPrefix("{\"format\":\"duty.error/1\",\"status\":74,"), "\(run.testDescription)")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDeviceDoesNotHideWhatIsRecorded() throws {
    let office = try folder.office()
    let run = try folder.run(["--dir", office, "done", "g2"], output: .existing("/dev/full"))
    #expect(run.ending == .exited(74), "\(run.testDescription)")
    let id = try #require(try TemporaryFolder.events(office).keys.first)
    #expect(run.errorText.contains(id), "\(run.testDescription)")
    #expect(!run.errorText.contains("Nothing was recorded"))
  }

  /// Whoever wants only the first lines gets them, and nobody is told of an error.
  @Test(arguments: ["", "trap '' PIPE; "])
  func aReaderThatLeavesIsNoError(_ prefix: String) throws {
    let sample = try folder.sample()
    for form in ["--all", "--jsonl", "--plain"] {
      let run = try folder.shell(
        // The sleep gives the reader time to leave before more is written.
        """
        \(prefix){ "$duty" --dir "\(sample)" list \(form); echo $? >"\(folder("status"))"; } | head -1
        """
      )
      #expect(run.ending == .exited(0), "\(run.testDescription)")
      #expect(run.lines.count <= 1)
      #expect(run.errors.isEmpty, "\(run.testDescription)")
      let data = try #require(FileManager.default.contents(atPath: folder("status")))
      let status = String(decoding: data, as: UTF8.self)
      // Written before the reader left, or ended by the signal.
      #expect(["0\n", "141\n"].contains(status), "status \(status)")
    }
  }

  /// A pipe that has no reader ends the program by the signal, also where whoever started it had
  /// the signal ignored.
  @Test(arguments: ["", "trap '' PIPE; "])
  func aBrokenPipeEndsByItsSignal(_ prefix: String) throws {
    let sample = try folder.sample()
    let pipe = folder("pipe")
    // Opened for both first, so that nothing waits; then the last reader closes.
    let run = try folder.shell(
      """
      \(prefix)mkfifo "\(pipe)"
      exec 3<>"\(pipe)"
      exec 4>"\(pipe)" 3<&-
      "$duty" --dir "\(sample)" list >&4
      echo $?
      """
    )
    #expect(run.text == "141\n", "\(run.testDescription) \(run.text)")
    #expect(run.errors.isEmpty, "\(run.testDescription)")
  }

  /// A signal that is blocked stays pending when it is raised; the mask is inherited, so that
  /// whoever starts the program decides about it.
  @Test func aBrokenPipeEndsByItsSignalEvenIfThatIsBlocked() throws {
    let sample = try folder.sample()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let child = try Child(
      TemporaryFolder.program,
      ["--dir", sample, "list"].map { Array($0.utf8) },
      environment: folder.environment(),
      streams: [
        .existing("/dev/null"),
        .descriptor(pipe.fileHandleForWriting.fileDescriptor),
        .file(folder("errors")),
      ],
      blocked: [SIGPIPE]
    )
    #expect(child.wait(seconds: 20) == .killed(by: SIGPIPE))
    #expect(FileManager.default.contents(atPath: folder("errors")) == Data())
  }

  // MARK: - Input

  /// Commands finish although nobody ever writes to their input or closes it.
  @Test(arguments: [["list"], ["overdue"], ["done", "g2"], ["--help"], []])
  func inputIsNotTouchedUnasked(_ words: [String]) throws {
    let office = try folder.office()
    let run = try folder.shell(
      """
      mkfifo "\(folder("input"))"
      exec 3<>"\(folder("input"))"
      "$duty" --dir "\(office)" \(words.joined(separator: " ")) <&3
      """,
      seconds: 20
    )
    #expect(run.ending == .exited(0), "\(run.testDescription)")
  }

  @Test func idsAreReadFromInputIfAsked() throws {
    let office = try folder.office()
    try folder.put("ids", "g2\noffice/g1\r\n\n")
    let run = try folder.run(
      ["--dir", office, "done", "-", "--json"],
      input: .existing(folder("ids"))
    )
    #expect(run.ending == .exited(0), "\(run.testDescription)")
    let events = try TemporaryFolder.events(office)
    #expect(events.count == 1)
    // A folder as input cannot be read: half a list must not pass for the whole.
    let failed = try folder.run(["--dir", office, "done", "-"], input: .existing(office))
    #expect(failed.ending == .exited(74), "\(failed.testDescription)")
    #expect(failed.errorText.contains("Nothing was recorded"))
    #expect(try TemporaryFolder.events(office).count == 1)
  }

  /// Lines come in parts of any length, and one without an end is not gathered for ever.
  @Test func linesOfInputAreAsLongAsAnIdMayBe() throws {
    let office = try folder.office()
    let blanks = String(repeating: " ", count: 65_000)
    try folder.put("ids", "g1\n" + blanks + "g2\n" + blanks)
    let words = ["--dir", office, "note", "-", "--note", "甲", "--json"]
    let run = try folder.run(words, input: .existing(folder("ids")))
    #expect(run.ending == .exited(0), "\(run.testDescription)")
    let before = try TemporaryFolder.events(office).count
    try folder.put("ids", "g1\n" + blanks + blanks + "g2\n")
    let refused = try folder.run(words, input: .existing(folder("ids")))
    #expect(refused.ending == .exited(65), "\(refused.testDescription)")
    #expect(refused.errorText.contains("longer than 64 KiB"), "\(refused.testDescription)")
    #expect(refused.errorText.contains("\"code\":\"line-too-long\""))
    #expect(try TemporaryFolder.events(office).count == before)
  }
}
