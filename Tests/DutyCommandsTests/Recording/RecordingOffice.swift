import DutyCommands
import DutyStore
import DutyTestSupport
import Foundation

/// A small workspace with one duty of every kind, to record in.
struct RecordingOffice {
  var scene = Scene.empty()

  init() {
    scene.files.put("\(Scene.folder)/checklists/town.json", RecordingOffice.town)
    scene.files.put("\(Scene.folder)/checklists/bureau.json", RecordingOffice.bureau)
  }

  /// Runs a line that must end well, and gives what it prints.
  func run(_ words: String) -> Reply { scene.run(words) }

  /// The answer of a line in JSON.
  func json(_ words: String) throws -> [String: Any] {
    let reply = scene.run(words + " --json")
    let object = try JSONSerialization.jsonObject(with: Data(reply.output))
    return object as? [String: Any] ?? [:]
  }

  /// What the first result of a line tells, such as its `period`.
  func result(_ words: String, _ key: String) throws -> String? {
    let results = try json(words)["results"] as? [[String: Any]]
    return results?.first?[key].map { "\($0)" }
  }

  /// The lines of the journal.
  var journal: [String] {
    (scene.files.text(RecordingOffice.path) ?? "").split(separator: "\n").map(String.init)
  }

  static let path = "\(Scene.folder)/journal/liuwen@pc1.jsonl"

  /// Every file with its text.
  var tree: [String: String] {
    var tree: [String: String] = [:]
    for path in scene.files.paths { tree[path] = scene.files.text(path) ?? "" }
    return tree
  }

  /// The first name of a record that an answer gives: `Record 000001 …`.
  static func record(in reply: Reply) -> String {
    let line = reply.text.split(separator: "\n").first { $0.hasPrefix("  Record ") }
    return line.map { String($0.dropFirst(9).prefix { $0 != " " }) } ?? ""
  }

  private static let town = """
    {"format": "duty.checklist/1", "id": "town", "title": "镇清单", "tiers": [
      {"id": "g0", "kind": "party-group", "title": "党委", "owner": "王芳", "duties": [
        {"id": "g1", "number": "1", "title": "例会", "text": "开", "schedule": "1 per month"},
        {"id": "g2", "number": "2", "title": "书面报告", "text": "写",
         "schedule": "by 01-31 and 07-31 each year"},
        {"id": "g3", "number": "3", "title": "日常教育", "text": "教", "schedule": "ongoing"},
        {"id": "g4", "number": "4", "title": "谈话", "text": "谈",
         "schedule": "2 per year, 60 days apart"},
        {"id": "g5", "number": "5", "title": "建档", "text": "建", "schedule": "by 2025-06"},
        {"id": "g6", "number": "6", "title": "研判", "text": "研", "schedule": "1 per quarter"},
        {"id": "s11", "number": "11", "title": "廉政教育", "text": "三件", "requirements": [
          {"id": "a", "title": "讲党课", "schedule": "1 per year"},
          {"id": "b", "title": "主持学习", "schedule": "4 per year"},
          {"id": "c", "title": "警示教育", "schedule": "2 per year"}]}
      ]},
      {"id": "m0", "kind": "member", "title": "成员", "each": ["李强", "赵敏"], "duties": [
        {"id": "m1", "number": "1", "title": "讲课", "text": "讲", "schedule": "1 per year"},
        {"id": "m2", "number": "2", "title": "汇报", "text": "报",
         "schedule": "by 03 and 09 each year"}
      ]}
    ]}
    """

  private static let bureau = """
    {"format": "duty.checklist/1", "id": "bureau", "title": "局清单", "tiers": [
      {"id": "c0", "kind": "common", "title": "要求", "owner": "徐亮", "duties": [
        {"id": "g3", "number": "3", "title": "公开", "text": "公", "schedule": "1 per half-year"},
        {"id": "c1", "number": "1", "title": "自查", "text": "查", "schedule": "as needed"}
      ]}
    ]}
    """
}
