import DutyStore
import DutyTestSupport
import Foundation
import Testing

/// A journal that an editor has saved in another encoding: its lines are good ones.
@Suite struct ForeignEncodingTests {
  private static let text = (1...3).map { Sample.done($0) + "\n" }.joined()

  /// The text with two bytes that are not UTF-8 for each Chinese character, as GBK has them.
  private static func likeGBK(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { $0.isASCII ? [UInt8($0.value)] : [0xCB, 0xEF] }
  }

  private static func utf16(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    [UInt8](try #require(text.data(using: encoding)))
  }

  private static func saved() throws -> [(bytes: [UInt8], reason: String)] {
    [
      (likeGBK(text), "not-utf-8"), (Array(likeGBK(text).dropLast()), "not-utf-8"),
      (try utf16(text, .utf16LittleEndian), "utf-16"),
      (try utf16(text, .utf16BigEndian), "utf-16"),
      ([0xFF, 0xFE] + (try utf16(text, .utf16LittleEndian)), "utf-16"),
      ([0xFE, 0xFF] + (try utf16(text, .utf16BigEndian)), "utf-16"),
      // Somebody has recorded since.
      (likeGBK(text) + Array("\n\(Sample.done(4))\n".utf8), "not-utf-8"),
    ]
  }

  private func workspace(_ bytes: [UInt8]) -> InMemoryFileSystem {
    let files = Sample.workspace(["zhou@office": Sample.done(9) + "\n<<<<<<< HEAD\n"])
    files.put(Sample.journal, bytes: bytes)
    return files
  }

  private func refusal(_ body: () throws -> Void) -> String? {
    do {
      try body()
    } catch StoreError.unreadableJournal(let problem) {
      return problem.values["reason"]
    } catch {
      Issue.record("another error: \(error)")
    }
    return nil
  }

  @Test func theFileIsToldAndNotItsLines() throws {
    for (bytes, reason) in try Self.saved() {
      let files = workspace(bytes)
      let journal = try Workspace.open(at: Sample.location, files: files).journal
      let own = journal.problems.filter { "/w/\($0.place.path)" == Sample.journal }
      #expect(own.map(\.code) == [.unreadableFile])
      #expect(own.map { $0.values["reason"] } == [reason])
      #expect(journal.problems.contains { $0.code == .conflictMarker })
      #expect(journal.unreadableLines > 3)
    }
  }

  @Test func nothingIsMovedOrAdded() throws {
    for (bytes, reason) in try Self.saved() {
      let files = workspace(bytes)
      let paths = files.paths
      #expect(
        refusal {
          _ = try Workspace.repair(at: Sample.location, as: Sample.author, files: files)
        } == reason
      )
      #expect(
        refusal { _ = try Workspace.unreadableLines(at: Sample.location, files: files) } == reason
      )
      #expect(
        refusal {
          _ = try Workspace.record(
            at: Sample.location,
            as: Sample.author,
            clock: Sample.clock(),
            files: files
          ) { _ in [Sample.draft()] }
        } == reason
      )
      #expect(files.bytes(Sample.journal) == bytes)
      #expect(files.paths.filter { !$0.hasSuffix(".lock") } == paths)
    }
  }

  /// A crash, a bad disk or a merge spoils few lines; those are mended as ever.
  @Test func fewBadLinesAreNoEncoding() throws {
    let good = Array(Self.text.utf8)
    let cut = Array(Sample.done(4).utf8.prefix { $0 != 0xE5 && $0 < 0x80 }) + [0xE5, 0xAD]
    let spoilt: [[UInt8]] = [
      good + cut, cut + [0x0A] + cut + [0x0A], good + Self.likeGBK(Sample.done(4)),
      Self.likeGBK(Sample.done(4)), good + [UInt8](repeating: 0, count: 64),
    ]
    for bytes in spoilt {
      let files = Sample.workspace([:])
      files.put(Sample.journal, bytes: bytes)
      let journal = try Workspace.open(at: Sample.location, files: files).journal
      #expect(!journal.problems.isEmpty)
      #expect(!journal.problems.contains { $0.code == .unreadableFile })
      #expect(try !Workspace.repair(at: Sample.location, as: Sample.author, files: files).isEmpty)
    }
  }
}
