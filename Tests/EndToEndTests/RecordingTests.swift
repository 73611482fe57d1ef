import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What is told to be recorded is recorded, whoever else records and however a process ends.
struct RecordingTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func readingAndDryRunsChangeNothing() throws {
    let sample = try folder.sample()
    let before = try TemporaryFolder.contents(sample)
    for words in [
      ["list"], ["list", "--all", "--json"], ["overdue"], ["due"], ["progress"], ["history"],
      ["show", "township/s11"], ["check"], ["finding", "list"], [],
      ["done", "township/s11b", "--dry-run"], ["done", "township/s11", "--all", "-n", "--json"],
    ] {
      let run = try folder.run(["--dir", sample] + words)
      #expect(run.ending == .exited(0), "\(run.testDescription)")
    }
    #expect(try TemporaryFolder.contents(sample) == before)
  }

  /// Whoever is refused a record learns that there is none; a word that cannot be understood at
  /// all is answered with what may stand there.
  @Test func refusalsRecordNothing() throws {
    let office = try folder.office()
    let before = try TemporaryFolder.contents(office)
    for (words, status, isUnderstood) in [
      (["done", "g1", "nosuch9"], 66, true), (["done", "g1", "--on", "2026-07-11"], 64, true),
      (["undo"], 1, true), (["done", "g1", "--on", "7/8/2026"], 64, false),
      (["done", "g1", "--count", "0"], 64, false), (["done", "g1", "--for", "2026-Q5"], 64, false),
    ] as [([String], Int32, Bool)] {
      let run = try folder.run(["--dir", office] + words)
      #expect(run.ending == .exited(status), "\(run.testDescription)")
      #expect(run.output.isEmpty)
      if isUnderstood {
        #expect(run.errorText.contains("Nothing was recorded"), "\(run.testDescription)")
      }
    }
    let after = try TemporaryFolder.contents(office).filter { !$0.key.contains(".lock") }
    #expect(after == before)
  }

  // MARK: - At the same time

  /// Two shells that record without pause: every line is whole, and every answer is in the file.
  @Test func shellsSideBySideLoseNothing() throws {
    let office = try folder.office()
    let count = 150
    let line = """
      for n in $(seq \(count)); do
        "$duty" --dir "\(office)" done g2 --quiet || echo failed
      done
      """
    let run = try folder.shell("{ \(line)\n } & { \(line)\n }; wait")
    #expect(run.ending == .exited(0), "\(run.testDescription)")
    #expect(run.text.isEmpty && run.errors.isEmpty, "\(run.testDescription)")
    #expect(try TemporaryFolder.events(office).count == 2 * count)
    let data = try #require(
      FileManager.default.contents(atPath: TemporaryFolder.journal(office))
    )
    #expect(data.filter { $0 == 0x0A }.count == 2 * count)
    #expect(data.last == 0x0A)
  }

  @Test func aHeldLockIsWaitedForAndItsHolderNamed() throws {
    let office = try folder.office()
    let first = try folder.run(["--dir", office, "done", "g2"])
    #expect(first.ending == .exited(0), "\(first.testDescription)")
    let lock = office + "/journal/tester@here.lock"
    let descriptor = unsafe open(lock, O_RDWR | O_CLOEXEC)
    #expect(descriptor >= 0)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    let holder = Array("4711 wang@pc2\n".utf8)
    #expect(ftruncate(descriptor, 0) == 0)
    #expect(unsafe pwrite(descriptor, holder, holder.count, 0) == holder.count)

    let words = ["--dir", office, "done", "g2", "--lock-timeout", "1"]
    let run = try folder.run(words, seconds: 20)
    #expect(run.ending == .exited(75), "\(run.testDescription)")
    #expect(run.errorText.contains("wang@pc2"), "\(run.testDescription)")
    #expect(run.errorText.contains("4711"), "\(run.testDescription)")
    #expect(run.errorText.contains("Nothing was recorded"))
    let zero = try folder.run(["--dir", office, "done", "g2", "--lock-timeout", "0"])
    #expect(zero.ending == .exited(75), "\(zero.testDescription)")
    let variable = try folder.run(
      ["--dir", office, "done", "g2"],
      environment: ["DUTY_LOCK_TIMEOUT": "0"]
    )
    #expect(variable.ending == .exited(75), "\(variable.testDescription)")
    // Who only reads does not wait.
    let reader = try folder.run(["--dir", office, "list"])
    #expect(reader.ending == .exited(0), "\(reader.testDescription)")
    // Another writer has another lock.
    let other = try folder.run(
      ["--dir", office, "done", "g2"],
      environment: ["DUTY_WRITER": "other@here"]
    )
    #expect(other.ending == .exited(0), "\(other.testDescription)")

    #expect(flock(descriptor, LOCK_UN) == 0)
    let last = try folder.run(words)
    #expect(last.ending == .exited(0), "\(last.testDescription)")
    #expect(try TemporaryFolder.events(office).count == 3)
  }

  // MARK: - Ends by force

  /// A process that is killed at any moment leaves whole lines, and its lock to the next.
  @Test func killedProcessesTearNothing() throws {
    try endByForce(SIGKILL, rounds: 50)
  }

  /// A process that is asked to end does so between two records, never within one.
  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func signalsTearNothing(_ signal: Int32) throws {
    try endByForce(signal, rounds: 40)
  }

  private func endByForce(_ signal: Int32, rounds: Int) throws {
    let office = try folder.office()
    let first = try folder.run(["--dir", office, "done", "g2", "--json"])
    var acknowledged: Set<String> = [try first.recorded()]
    var killed = 0
    // How long one takes here, so that the signal comes at every stage of it.
    let start = Date()
    #expect(try folder.run(["--dir", office, "list"]).ending == .exited(0))
    let microseconds = Date().timeIntervalSince(start) * 1_000_000
    for round in 0..<rounds {
      let child = try Child(
        TemporaryFolder.program,
        ["--dir", office, "done", "g2", "--json"].map { Array($0.utf8) },
        environment: folder.environment(),
        streams: [.existing("/dev/null"), .file(folder("told")), .file(folder("said"))]
      )
      usleep(UInt32(microseconds * 2 * Double(round) / Double(rounds)))
      child.send(signal)
      let ending = child.wait()
      #expect(ending == .exited(0) || ending == .killed(by: signal), "\(ending)")
      if ending == .exited(0) {
        let answer = try #require(FileManager.default.contents(atPath: folder("told")))
        let run = Run(words: [], ending: ending, output: answer, errors: Data())
        acknowledged.insert(try run.recorded())
      } else {
        killed += 1
      }
      // Every line is whole, or this throws.
      #expect(acknowledged.isSubset(of: Set(try TemporaryFolder.events(office).keys)))
    }
    #expect(killed > 0)
    let last = try folder.run(["--dir", office, "done", "g2", "--lock-timeout", "0"])
    #expect(last.ending == .exited(0), "\(last.testDescription)")
  }

  // MARK: - Damaged journals

  @Test(arguments: ["{\"v\":1,\"id\":\"01K", "{\"v\":1,\"id\":\"01K\n", "\0\0\0\0\0\0", "\n\n", ""])
  func theNextRecordStartsOnALineOfItsOwn(_ tail: String) throws {
    let office = try folder.office()
    let first = try folder.run(["--dir", office, "done", "g2", "--json"])
    let id = try first.recorded()
    let journal = TemporaryFolder.journal(office)
    var data = try #require(FileManager.default.contents(atPath: journal))
    if tail.isEmpty { data.removeLast() } else { data += Data(tail.utf8) }
    try data.write(to: URL(fileURLWithPath: journal))

    let second = try folder.run(["--dir", office, "done", "g2", "--json"])
    #expect(second.ending == .exited(0), "\(second.testDescription)")
    let after = try #require(FileManager.default.contents(atPath: journal))
    #expect(after.starts(with: data))
    let lines = after.split(separator: 0x0A)
    let events = lines.compactMap {
      (try? JSONSerialization.jsonObject(with: $0) as? [String: Any])?["id"] as? String
    }
    #expect(events == [id, try second.recorded()])
  }
}
