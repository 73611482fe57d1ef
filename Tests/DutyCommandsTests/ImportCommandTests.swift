import DutyTestSupport
import Foundation
import Testing

@testable import DutyCommands

/// What the import command makes of files that are no text, and where it writes.
@Suite struct ImportCommandTests {
  @Test func aFolderIsNoDocument() throws {
    let scene = try Scene.sample()
    let reply = scene.run("import Data/checklists")
    #expect(reply.status == .data)
    #expect(
      reply.errorText.hasPrefix(
        """
        Error: Cannot read 'Data/checklists': it is no ordinary file
          Name one document, not a folder.
        """
      ),
      "\(reply.errorText)"
    )
  }

  @Test func aTableWithoutDutiesIsRefusedWithTheNamesOfColumns() throws {
    let scene = try Scene.sample()
    let table = "序号\t问题\t责任人\t整改时限\n1\t台账不全\t周洁\t6月底前\n2\t学习不深入\t孙伟\t年底前\n"
    scene.files.put("\(Scene.folder)/table.txt", table)
    let reply = scene.run("import Data/table.txt --id list")
    #expect(reply.status == .data)
    #expect(reply.errorText.contains("责任内容, 工作任务, 具体措施 or 整改措施"), "\(reply.errorText)")
  }

  private static let list = """
    一、党组责任
    1. 每季度召开一次会议。
    2. 支持监督。

    """

  @Test(arguments: [
    ("PK\u{3}\u{4}", DocumentKind.zip), ("%PDF-1.7", .pdf), ("{\\rtf1", .richText),
    ("  <!DOCTYPE HTML>", .webPage), ("<html lang=zh>", .webPage), ("一、职责", .text), ("", .text),
    ("\u{FEFF}一、职责", .text), ("a < b", .text),
  ])
  func kindsAreToldByTheirBytes(_ text: String, _ kind: DocumentKind) {
    #expect(DocumentKind(Array(text.utf8)) == kind)
  }

  @Test func encodingsAreTold() throws {
    let text = Self.list
    for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
      let data = try #require(text.data(using: encoding))
      #expect(DocumentKind([UInt8](data)) == .utf16, "\(encoding)")
    }
    // 责任 in GBK, and 𠀀 as a quadruple of GB18030.
    #expect(DocumentKind([0xD4, 0xF0, 0xC8, 0xCE, 0x0A]) == .gb18030)
    #expect(DocumentKind([0x95, 0x32, 0x82, 0x36]) == .gb18030)
    #expect(DocumentKind([0x41, 0xFF, 0x42]) == .unknownEncoding(offset: 1))
    #expect(DocumentKind([0xD4, 0xF0, 0xC8]) == .unknownEncoding(offset: 0))
    #expect(DocumentKind([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == .oldWord)
  }

  @Test(arguments: [
    ("township-list.txt", "township-list"), ("List 2026.docx", "list-2026"), ("清单.txt", nil),
    ("2026.txt", nil), (".hidden", nil), ("a", "a"),
    ("a-very-long-name-of-a-file-that-goes-on.txt", "a-very-long-name-of-a-file-that"),
    ("x" + String(repeating: "y", count: 40), "x" + String(repeating: "y", count: 31)),
  ])
  func idsAreMadeOfFileNames(_ name: String, _ id: String?) {
    #expect(Import.id(fromFileName: name) == id)
  }

  @Test func encodingsAreRefusedWithTheCommandThatConverts() throws {
    let scene = Scene.empty()
    scene.files.put("/office/旧 清单.txt", bytes: [0xD4, 0xF0, 0xC8, 0xCE, 0x0A])
    let reply = scene.run(["import", "旧 清单.txt", "--id", "old"])
    #expect(reply.status == .data)
    #expect(reply.errorText.contains("iconv -f GB18030 -t UTF-8 '旧 清单.txt' | duty import -"))
    #expect(scene.files.bytes("\(Scene.folder)/checklists/old.json") == nil)
  }

  /// Only what could be entered as an owner is taken from an owner map.
  @Test(arguments: [
    (Array("g1=王芳\n\ng2\t张三、李四\n".utf8), "'owners', line 3: '张三、李四': these are several names"),
    (Array("g1=无\n".utf8), "line 1: '无': that is no name"),
    (Array("g1=12\n".utf8), "line 1: '12': a number is no name"),
    (Array("g1=每月1次\n".utf8), "line 1: '每月1次': a schedule is no name"),
    // g1=王芳 in GBK.
    (
      [0x67, 0x31, 0x3D, 0xCD, 0xF5, 0xB7, 0xBC, 0x0A],
      "Convert it: iconv -f GB18030 -t UTF-8 owners > owners.txt, and name that file."
    ),
    ([0x67, 0x31, 0x3D, 0xFF, 0x0A], "'owners': the text is not UTF-8 (byte 4)"),
    ([0x50, 0x4B, 0x03, 0x04], "'owners': this is no text"),
  ])
  func anOwnerMapIsNotTrustedBlindly(_ bytes: [UInt8], _ words: String) {
    let scene = Scene.empty()
    scene.files.put("/office/list.txt", Self.list)
    scene.files.put("/office/owners", bytes: bytes)
    let reply = scene.run("import list.txt --id a --owner-map owners")
    #expect(reply.status == .data)
    #expect(reply.errorText.contains(words), "\(reply.errorText)")
    #expect(scene.files.bytes("\(Scene.folder)/checklists/a.json") == nil)
    scene.files.put("/office/owners", "\u{FEFF}g1 = 王芳\n")
    #expect(scene.run("import list.txt --id a --owner-map owners -q").status == .success)
    let text = scene.files.text("\(Scene.folder)/checklists/a.json")
    #expect(text?.contains("\"owner\": \"王芳\"") == true)
  }

  @Test func withoutAWorkspaceOneIsStarted() throws {
    let scene = Scene(files: InMemoryFileSystem())
    scene.files.put("/office/list.txt", Self.list)
    #expect(scene.run("import list.txt -q").status == .success)
    #expect(scene.files.bytes("/office/duty.json") != nil)
    let list = scene.run("list --plain --all")
    #expect(list.status == .success)
    #expect(list.text.contains("list/g1") || list.text.contains("g1\t"))
  }

  @Test func aWorkspaceThatWasNamedIsNotMade() {
    let scene = Scene(files: InMemoryFileSystem())
    scene.files.put("/office/list.txt", Self.list)
    #expect(scene.run("import list.txt --dir /elsewhere").status == .noInput)
    #expect(scene.files.bytes("/elsewhere/duty.json") == nil)
  }

  @Test func anotherFileWithTheIdIsLeftAlone() {
    let scene = Scene.empty()
    scene.files.put("/office/list.txt", Self.list)
    #expect(scene.run("import list.txt --id a -q").status == .success)
    let bytes = scene.files.bytes("\(Scene.folder)/checklists/a.json") ?? []
    scene.files.put("\(Scene.folder)/checklists/b.json", bytes: bytes)
    scene.files.put("\(Scene.folder)/checklists/a.json", "")
    let reply = scene.run("import list.txt --id a -q --force")
    #expect(reply.status == .cannotCreate)
    #expect(reply.errorText.contains("checklists/b.json"))
    #expect(scene.run("import list.txt --id a -q --force --dry-run").status == reply.status)
  }

  @Test func aRehearsalEndsAsTheRealRunWould() {
    let scene = Scene.empty()
    scene.files.put("/office/list.txt", Self.list)
    for target in ["--id a", "--id b --output b.json"] {
      let line = "import list.txt -q \(target)"
      #expect(scene.run("\(line) --dry-run").status == .success)
      #expect(scene.run(line).status == .success)
      #expect(scene.run(line).status == .cannotCreate)
      // What was read is shown all the same.
      let rehearsal = scene.run("\(line) --dry-run --json")
      #expect(rehearsal.status == .cannotCreate)
      #expect(rehearsal.text.hasPrefix("{\n  \"format\": \"duty.import/1\""))
      #expect(rehearsal.errorText.contains("exists already"), "\(rehearsal.errorText)")
      #expect(rehearsal.errorText.contains("Without --dry-run, nothing would be written."))
      #expect(scene.run("\(line) --dry-run --force").status == .success)
    }
    #expect(scene.run("import list.txt -q --id b --output - --dry-run").status == .success)
    // What cannot be written is not rehearsed as if it could.
    for (line, status, words) in [
      (
        "import list.txt --id c -o nosuch/c.json", DutyCommands.ExitStatus.cannotCreate,
        "Cannot create 'nosuch/c.json': it does not exist"
      ),
      ("import list.txt --id c -o Data", .cannotCreate, "'Data' exists already"),
      ("import list.txt --id c -o Data --force", .data, "'Data': it is no ordinary file"),
      (
        "import list.txt --id c -o list.txt/c", .data,
        "'list.txt/c': a part of the path is no folder"
      ),
    ] {
      for line in [line, line + " --dry-run"] {
        let reply = scene.run(line)
        #expect(reply.status == status, "\(line): \(reply.errorText)")
        #expect(reply.errorText.contains(words), "\(reply.errorText)")
      }
    }
  }

  /// Where there is no workspace yet, what an interrupted start left is taken over and nothing else.
  @Test func aRehearsalOfAStartEndsAsTheRealRunWould() {
    let scene = Scene(files: InMemoryFileSystem())
    scene.files.put("/office/list.txt", Self.list)
    scene.files.put("/office/checklists/list.json", "theirs")
    for line in ["import list.txt", "import list.txt --force"] {
      #expect(scene.run(line + " --dry-run").status == .cannotCreate)
      #expect(scene.run(line).status == .cannotCreate)
      #expect(scene.files.bytes("/office/duty.json") == nil)
    }
    scene.files.take("/office/checklists/list.json")
    #expect(scene.run("import list.txt -q").status == .success)
    scene.files.take("/office/duty.json")
    #expect(scene.run("import list.txt -q --dry-run").status == .success)
    #expect(scene.run("import list.txt -q").status == .success)
  }

  /// Whoever asks for the steps wants to see why.
  @Test func theStepsOfADocumentThatIsRefusedEndWithTheRefusal() {
    let scene = Scene.empty()
    scene.files.put("/office/en.txt", "Duties of the board\n1. Hold a meeting every quarter.\n")
    let refused = scene.run("import en.txt --json")
    #expect(refused.status == .data)
    let explained = scene.run("import en.txt --explain --json")
    #expect(explained.status == .data)
    #expect(explained.errors == refused.errors, "\(explained.errorText)")
    #expect(explained.text.hasPrefix("== lines\n"))
    #expect(explained.text.contains("\n== outline\n"))
    #expect(!explained.text.contains("== checklist"))
  }

  @Test func whatWasImportedIsAValidChecklist() {
    let scene = Scene.empty()
    scene.files.put("/office/list.txt", Self.list)
    #expect(scene.run("import list.txt --id a -q").status == .success)
    #expect(scene.run("check").status == .success)
  }
}
