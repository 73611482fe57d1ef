import CommandLineKit
import TerminalText
import Testing

@Suite struct CompletionTests {
  private func completions(_ line: String) -> Completions {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return Sample.tool.completions(for: words) { name in
      switch name {
      case "ids": ["s11a", "s11b", "town/s1", "town/s2"].map { Candidate($0) }
      case "owners": [Candidate("王芳"), Candidate("张明")]
      default: []
      }
    }
  }

  @Test(
    "Words offered; the line ends where the cursor is",
    arguments: [
      ("", ["list", "done", "move", "finding", "config", "help"]),
      ("d", ["done"]),
      ("comp", []),
      ("nosuch ", []),
      ("finding ", ["add", "close"]),
      ("finding c", ["close"]),
      ("-q finding a", ["add"]),
      ("help f", ["finding"]),
      ("help finding ", ["add", "close"]),
      ("help finding add ", []),
      ("done ", ["s11a", "s11b", "town/s1", "town/s2"]),
      ("done s", ["s11a", "s11b"]),
      ("done s11a ", ["s11b", "town/s1", "town/s2"]),
      ("done s11a town/", ["town/s1", "town/s2"]),
      ("move ", ["s11a", "s11b", "town/s1", "town/s2"]),
      ("move s11a ", []),
      ("move s11a 3 ", ["inbox", "archive"]),
      ("move s11a 3 inbox ", []),
      ("config set ", ["list:order", "list:limit", "name"]),
      ("config set list:", ["list:order", "list:limit"]),
      ("list --owner ", ["王芳", "张明"]),
      ("list --owner 王", ["王芳"]),
      ("list --owner=王", ["--owner=王芳"]),
      ("list --state l", ["late"]),
      ("list -s l", ["late"]),
      (
        "list --state late,",
        ["late,open", "late,done", "late,waived", "late,silent", "late,future"]
      ),
      ("list --state late,o", ["late,open"]),
      ("list --state=late,o", ["--state=late,open"]),
      ("list --sort ", ["due", "title", "owner"]),
      ("list --limit ", []),
      ("done x --on y", ["yesterday"]),
      ("list --nosuch=", []),
      ("list --so", ["--sort"]),
      ("list --sort due --so", []),
      ("list --owner a --ow", ["--owner"]),
      ("list --no", ["--no-pager"]),
      ("list -- --", []),
      ("--lang ", ["en", "zh"]),
      ("list --lang ", ["en", "zh"]),
      ("--ver", ["--version"]),
      ("done - --on -3d s", ["s11a", "s11b"]),
      ("finding add --a", ["--as"]),
    ]
  )
  func candidates(line: String, expected: [String]) {
    #expect(completions(line).candidates.map(\.word) == expected)
  }

  @Test(
    "Places for file names",
    arguments: [
      ("list --dir ", true), ("list -C ", true), ("list --dir=x", true), ("done x -o ", true),
      ("move x 3 ", true), ("move x ", false), ("list --owner ", false), ("", false),
    ]
  )
  func files(line: String, expected: Bool) {
    #expect(completions(line).includesFiles == expected)
  }

  @Test func answersForTheShells() {
    let completions = Completions(
      candidates: [
        Candidate("a", Message(en: "one\ttab", zh: "一")), Candidate("b"),
      ],
      includesFiles: true
    )
    #expect(completions.lines(in: .english) == ["a\tone\\u{9}tab", "b", ":files"])
    #expect(completions.lines(in: .chinese) == ["a\t一", "b", ":files"])
  }

  @Test func everyCommandAndOptionIsOffered() {
    for command in Sample.tool.visibleDescriptions {
      let words = command.name.split(separator: " ").map(String.init)
      let last = words.last ?? ""
      let before = words.dropLast().map { $0 + " " }.joined()
      #expect(completions(before + last).candidates.map(\.word).contains(last))
      let offered = completions("\(command.name) --").candidates.map(\.word)
      for entry in command.entries + Sample.tool.globals.entries where entry.isNamed {
        #expect(offered.contains("--\(entry.name)"))
      }
      #expect(offered.contains("--help"))
    }
  }

  @Test(arguments: Shell.allCases)
  func scripts(shell: Shell) throws {
    let script = shell.script(for: "clerk")
    #expect(script.hasSuffix("\n"))
    #expect(script.contains("\(shell.rawValue) completion for clerk. Save it as"))
    #expect(script.contains("complete-words -- "))
    #expect(shell != .zsh || script.hasPrefix("#compdef clerk\n"))
    try expectClean(script, [shell.rawValue, "-n"])
    if shell == .bash { try expectClean(script, ["shellcheck", "-s", "bash"]) }
  }

  /// A name comes from a file that somebody else may have written; bash puts what it is given on
  /// the line as it is.
  @Test(
    "Candidates mean only themselves to bash",
    arguments: [
      "`touch${IFS}x`", "$(touch x)", "$HOME", "a b", "a;b", "a&b", "a|b", "a<b", "a>b", "a(b)",
      "*", "?", "[a]", "{a,b}", "!x", "#x", "~", "^a^b", #"a\b"#, #"a"b"#, "a'b", "王 芳", "`王芳`",
    ]
  )
  func bashQuotes(word: String) throws {
    try expectOffer(of: word, #"eval "set -- ${COMPREPLY[0]}"; [[ $# == 1 && $1 == "$offer" ]]"#)
    try expectOffer(of: word, #"[[ ${COMPREPLY[0]} != "$offer" ]]"#)
  }

  @Test(
    "What needs no quoting is offered as it is",
    arguments: ["王芳", "town/s1", "late,open", "--owner=王芳", "2026-06-30", "张·明（甲）", "a@b_c%+:."]
  )
  func bashLeavesAlone(word: String) throws {
    try expectOffer(of: word, #"[[ ${COMPREPLY[0]} == "$offer" ]]"#)
  }

  /// Has bash complete with a program that offers one word, and looks at what it offers.
  private func expectOffer(of word: String, _ condition: String) throws {
    let quoted = "'" + word.replacing("'", with: #"'\''"#) + "'"
    let lines = """
      offer=\(quoted)
      clerk() { printf '%s\\n' "$offer"; }
      COMP_LINE='clerk ' COMP_WORDS=(clerk '') COMP_CWORD=1
      _clerk_complete
      \(condition)

      """
    try expectClean(Shell.bash.script(for: "clerk") + lines, ["bash"])
  }
}
