import DutyModel
import DutyStore
import DutyTestSupport
import Testing

/// Which workspace a command is about.
@Suite struct LocationTests {
  private let files = InMemoryFileSystem([
    "/home/li/plan/duty.json": "", "/home/li/repo/Data/duty.json": "", "/duty.json": "",
    "/home/li/both/duty.json": "", "/home/li/both/Data/duty.json": "",
    "/home/li/plan/a/b/x": "", "/home/li/repo/Sources/x": "", "/home/li/docs/x": "",
    "/srv/plan/duty.json": "", "/srv/plan/sub/x": "",
  ])

  private func locate(
    _ asked: String? = nil,
    from workingDirectory: String? = "/home/li/docs",
    _ environment: [String: String] = ["HOME": "/home/li"],
    dir: String? = nil
  ) throws(StoreError) -> Workspace.Location {
    var user = UserSettings()
    user.dir = dir
    return try Workspace.locate(
      asked: asked,
      environment: environment,
      workingDirectory: workingDirectory,
      user: user,
      files: files
    )
  }

  private func searched(_ body: () throws -> Workspace.Location) -> [String]? {
    do {
      Issue.record("found \(try body())")
    } catch StoreError.noWorkspace(let searched) {
      return searched
    } catch {
      Issue.record("another error: \(error)")
    }
    return nil
  }

  @Test(arguments: [
    ("/home/li/plan", "/home/li/plan"), ("/home/li/plan/a/b", "/home/li/plan"),
    ("/home/li/repo/Sources", "/home/li/repo/Data"), ("/home/li/both/Data", "/home/li/both/Data"),
    ("/home/li/both", "/home/li/both"), ("/srv/plan/sub", "/srv/plan"), ("/tmp", "/"),
    ("/home/li/repo/Sources/../../plan/./a", "/home/li/plan"),
  ])
  func walkFindsTheNearest(_ start: String, _ folder: String) throws {
    #expect(try locate(from: start) == .init(folder: folder, source: .walk))
  }

  @Test func walkStopsAtHome() {
    #expect(searched { try locate() } == ["/home/li/docs", "/home/li"])
  }

  @Test func walkStopsAtTheEdgeOfTheFileSystem() {
    files.putFolder("/home/li/docs", device: 2)
    files.putFolder("/home/li/docs/sub", device: 2)
    #expect(
      searched { try locate(from: "/home/li/docs/sub") }
        == ["/home/li/docs/sub", "/home/li/docs"]
    )
  }

  @Test func optionIsTriedItselfAndWithDataAndNothingElse() throws {
    #expect(try locate("/home/li/plan") == .init(folder: "/home/li/plan", source: .option))
    #expect(try locate("/home/li/repo") == .init(folder: "/home/li/repo/Data", source: .option))
    #expect(
      try locate("../plan") == .init(folder: "/home/li/docs/../plan", source: .option)
    )
    #expect(
      searched { try locate("/home/li/plan/a", ["HOME": "/home/li", "DUTY_DIR": "/srv/plan"]) }
        == ["/home/li/plan/a", "/home/li/plan/a/Data"]
    )
  }

  @Test func environmentComesBeforeTheWalk() throws {
    let environment = ["HOME": "/home/li", "DUTY_DIR": "/srv/plan"]
    let location = try locate(from: "/home/li/plan", environment)
    #expect(location == .init(folder: "/srv/plan", source: .environment))
    let empty = try locate(from: "/home/li/plan", ["DUTY_DIR": ""])
    #expect(empty == .init(folder: "/home/li/plan", source: .walk))
  }

  @Test(arguments: ["/srv/plan", "~/plan", "plan"]) func userSettingsComeLast(
    _ dir: String
  ) throws {
    let folder = dir == "/srv/plan" ? dir : "/home/li/plan"
    #expect(try locate(dir: dir) == .init(folder: folder, source: .userSettings))
    #expect(try locate(from: nil, dir: dir).folder == folder)
    #expect(try locate(from: "/home/li/both", dir: dir).folder == "/home/li/both")
  }

  @Test func folderThatWasRemovedIsNotWalked() {
    #expect(searched { try locate(from: nil) } == [])
  }

  @Test func folderWhoseNameIsNotKnownIsTriedAsItIs() throws {
    #expect(try locate(from: ".") == .init(folder: ".", source: .walk))
  }

  /// It may be there: to say that it is not would lead people to start another one.
  @Test(arguments: ["/home/li/docs", nil]) func folderThatMayNotBeLookedIntoIsNoMissingOne(
    _ asked: String?
  ) {
    files.fault = .init(step: 1, reason: .permission, isPermanent: true)
    do {
      Issue.record("found \(try locate(asked))")
    } catch StoreError.file(let error) {
      #expect(error.reason == .permission)
    } catch {
      Issue.record("another error: \(error)")
    }
  }

  @Test func folderThatMayNotBeLookedIntoIsPassedBy() throws {
    files.fault = .init(step: 2, reason: .permission)
    #expect(try locate(from: "/home/li/plan/a").folder == "/home/li/plan")
  }

  @Test(arguments: [
    ("/a/./b//c", "/a/b/c"), ("/a/../../b", "/b"), ("/", "/"), ("", "."), (".", "."),
    ("a/./b/", "a/b"), ("../a", "../a"), ("a/../..", ".."), ("../../a/..", "../.."),
  ])
  func pathsAreMadeShort(_ path: String, _ expected: String) {
    #expect(Path.normalized(path) == expected)
  }

  @Test func folderNamedLikeTheMarkerIsNone() {
    files.putFolder("/home/li/docs/duty.json")
    #expect(searched { try locate() } == ["/home/li/docs", "/home/li"])
  }
}

/// Who records.
@Suite struct AuthorTests {
  private func author(
    _ asked: String? = nil,
    _ environment: [String: String],
    name: String? = nil,
    writer: String? = nil
  ) -> Author {
    var user = UserSettings()
    user.name = name
    user.writer = writer
    return Author(
      asked: asked,
      environment: environment,
      user: user,
      hostName: "pc2",
      userNumber: 501
    )
  }

  @Test func firstThatIsThereIsTheName() {
    let all = ["DUTY_USER": "b", "USER": "d", "LOGNAME": "e"]
    #expect(author("a", all, name: "c").name == "a")
    #expect(author(nil, all, name: "c").name == "b")
    #expect(author(nil, ["USER": "d"], name: "c").name == "c")
    #expect(author(nil, ["DUTY_USER": "", "USER": "d", "LOGNAME": "e"]).name == "d")
    #expect(author(nil, ["LOGNAME": "e"]).name == "e")
    #expect(author(nil, [:]).name == "uid501")
  }

  @Test func firstThatIsThereIsTheWriter() {
    #expect(author("a", ["DUTY_WRITER": "w", "USER": "d"], writer: "x").writer == "w")
    #expect(author(nil, ["USER": "d"], writer: "x").writer == "x")
    #expect(author(nil, ["USER": "wang"]).writer == "wang@pc2")
  }

  @Test(arguments: [
    "../../etc/passwd", "a/b", ".hidden", "-n", "王芳@pc2", "a b", "", "\u{0}", "a\nb",
    String(repeating: "x", count: 300), "con:", "~root",
  ])
  func writerIsAlwaysASafeFileName(_ name: String) {
    let safe = Author.fileName(name)
    #expect(safe.wholeMatch(of: /[A-Za-z0-9_@][A-Za-z0-9._@-]{0,80}/) != nil)
    #expect(safe != name)
    #expect(safe.suffix(5).first == "-")
  }

  @Test func differentNamesStayApart() {
    #expect(Author.fileName("王芳@pc2") != Author.fileName("李强@pc2"))
    #expect(Author.fileName("wang.f_1@pc-2.local") == "wang.f_1@pc-2.local")
  }
}

/// Moments.
@Suite struct InstantTests {
  @Test(arguments: [
    ("2026-05-06T09:12:33+08:00", "2026-05-06T09:12:33+08:00"),
    ("2026-05-06T01:12:33Z", "2026-05-06T01:12:33+00:00"),
    ("2026-05-06t01:12:33.999z", "2026-05-06T01:12:33+00:00"),
    ("0001-01-01T00:00:00+23:59", "0001-01-01T00:00:00+23:59"),
    ("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59-23:59"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59+00:00"),
    ("2024-02-29T00:00:00-00:30", "2024-02-29T00:00:00-00:30"),
  ])
  func momentIsReadAndWritten(_ text: String, _ printed: String) throws {
    #expect(try #require(Instant(text)).description == printed)
  }

  @Test func dayIsThatOfTheOffset() throws {
    #expect(try #require(Instant("2026-05-06T00:30:00+08:00")).day.description == "2026-05-06")
    #expect(Instant(milliseconds: 0, offset: -60).day.description == "1969-12-31")
    #expect(Instant(milliseconds: .max, offset: 9999).day.description == "9999-12-31")
    #expect(Instant(milliseconds: .min, offset: -9999).day.description == "0001-01-01")
  }

  @Test(arguments: [
    "", "2026-05-06", "2026-05-06T24:00:00Z", "2026-05-06T23:60:00Z", "2026-05-06T23:59:60Z",
    "2026-02-29T00:00:00Z", "2026-05-06T00:00:00", "2026-05-06T00:00:00+24:00",
    "2026-05-06T00:00:00+08:60", "2026-05-06T00:00:00+0800", "2026-05-06T00:00:00.Z",
    "2026-05-06 00:00:00Z", "２０２６-05-06T00:00:00Z", "2026-05-06T00:00:00Z ",
    "0000-01-01T00:00:00Z", "2026-05-06T0é:00:00Z",
  ])
  func anythingElseIsRefused(_ text: String) {
    #expect(Instant(text) == nil)
  }
}
