internal import DutyModel
internal import StrictJSON

/// Writes events as lines of a journal, their keys in the order that never changes.
struct EventWriter {
  /// What the store adds to a draft.
  struct Stamp {
    /// The id, or `-` where nothing is recorded.
    let id: String
    /// The moment, in RFC 3339.
    let at: String
    let by: String
    /// The writer's event before this one.
    let previous: EventID?
  }

  /// The line of one draft, or of several as a batch; without its end.
  static func line(_ drafts: [Draft], _ stamp: Stamp) throws(DraftError) -> [UInt8] {
    guard let first = drafts.first else { throw .empty }
    guard drafts.count <= 99_999 else { throw .lineTooLong(limit: maximumLineBytes) }
    let check = DraftCheck()
    try check.line("by", stamp.by)
    for draft in drafts { try check.draft(draft) }
    // The key names the line as a whole: a batch has that of its first draft.
    let key = drafts.lazy.compactMap(\.key).first
    var json = JSONWriter()
    json.beginObject()
    json.member("v", 1)
    json.member("id", stamp.id)
    json.member("at", stamp.at)
    json.member("by", stamp.by)
    if let key { json.member("key", key) }
    if let previous = stamp.previous { json.member("prev", previous.line.description) }
    if drafts.count == 1 {
      write(first, to: &json)
    } else {
      json.member("type", EventType.batch.rawValue)
      json.array("events", drafts) { json, draft in
        json.beginObject()
        write(draft, to: &json)
        json.endObject()
      }
    }
    json.endObject()
    guard json.bytes.count < maximumLineBytes else {
      throw .lineTooLong(limit: maximumLineBytes)
    }
    return json.bytes
  }

  private static func write(_ draft: Draft, to json: inout JSONWriter) {
    switch draft.action {
    case .done(let targets, let on, let count):
      json.event(.done, targets)
      json.member("on", on.description)
      json.member("count", count)
    case .note(let targets, let on), .cause(let targets, let on):
      json.event(.note, targets)
      json.member("on", on.description)
    case .start(let targets, let on):
      json.event(.start, targets)
      json.member("on", on.description)
    case .waive(let targets, let reason):
      json.event(.waive, targets)
      json.member("reason", reason)
    case .reopen(let targets, let reason):
      json.event(.reopen, targets)
      json.member("reason", reason)
    case .reschedule(let targets, let due, let reason):
      json.event(.reschedule, targets)
      json.member("due", due.description)
      json.member("reason", reason)
    case .assign(let references, let assignment):
      write(assignment, of: references, to: &json)
    case .sign(let targets, let signOff):
      json.event(.sign, targets)
      json.member("on", signOff.on.description)
      json.member("signer", signOff.signer)
      json.optional("opinion", signOff.opinion)
      json.array("seen", signOff.seen) { $0.value($1.description) }
    case .score(let section, let year, let thousandths, let reason):
      json.member("type", EventType.score.rawValue)
      json.member("section", section)
      json.member("year", year)
      json.key("score")
      json.number(Thousandths.text(thousandths))
      json.member("reason", reason)
    case .finding(let finding): write(finding, to: &json)
    case .findingUpdate(let id, let change): write(change, of: id, to: &json)
    case .findingClose(let id, let closure):
      json.member("type", EventType.findingClose.rawValue)
      json.member("finding", id.description)
      json.member("on", closure.on.description)
      json.optional("note", closure.note)
      json.list("documents", closure.documents)
      json.optional("confirmedBy", closure.confirmedBy)
    case .findingReopen(let id, let reason):
      json.member("type", EventType.findingReopen.rawValue)
      json.member("finding", id.description)
      json.member("reason", reason)
    case .undo(let id, let reason):
      json.member("type", EventType.undo.rawValue)
      json.member("event", id.line.description)
      json.optional("reason", reason)
    case .unknown(let name): json.member("type", name)
    }
    writeEvidence(draft, to: &json)
  }

  private static func writeEvidence(_ draft: Draft, to json: inout JSONWriter) {
    json.optional("note", draft.note)
    json.optional("cause", draft.cause)
    if !draft.quantities.isEmpty {
      json.array("quantities", draft.quantities) { json, quantity in
        json.object { json in
          json.optional("what", quantity.what)
          json.key("amount")
          json.number(Thousandths.text(quantity.thousandths))
          json.member("unit", quantity.unit)
        }
      }
    }
    json.list("documents", draft.documents)
  }

  private static func write(
    _ assignment: Assignment,
    of references: [Reference],
    to json: inout JSONWriter
  ) {
    json.member("type", EventType.assign.rawValue)
    json.array("targets", references) { json, reference in
      json.object { $0.member("to", reference.description) }
    }
    json.member("from", assignment.from.description)
    json.optional("owner", assignment.owner)
    if let departments = assignment.departments {
      json.array("departments", departments) { $0.value($1) }
    }
    json.optional("replaces", assignment.replaces)
  }

  private static func write(_ finding: Finding, to json: inout JSONWriter) {
    json.member("type", EventType.finding.rawValue)
    json.optional("number", finding.number)
    json.member("title", finding.title)
    json.optional("text", finding.text)
    json.optional("source", finding.source)
    json.optional("cause", finding.cause)
    json.optional("measure", finding.measure)
    json.optional("owner", finding.owner)
    json.list("departments", finding.departments)
    json.optional("due", finding.due?.description)
    json.member("on", finding.on.description)
    json.list("about", finding.about.map(\.description))
  }

  private static func write(
    _ change: FindingChange,
    of id: EventID,
    to json: inout JSONWriter
  ) {
    json.member("type", EventType.findingUpdate.rawValue)
    json.member("finding", id.description)
    json.object("set") { json in
      json.field("number", change.number) { $0.value($1) }
      json.field("title", change.title) { $0.value($1) }
      json.field("text", change.text) { $0.value($1) }
      json.field("source", change.source) { $0.value($1) }
      json.field("cause", change.cause) { $0.value($1) }
      json.field("measure", change.measure) { $0.value($1) }
      json.field("owner", change.owner) { $0.value($1) }
      json.field("departments", change.departments) { json, names in
        json.array { json in for name in names { json.value(name) } }
      }
      json.field("due", change.due) { $0.value($1.description) }
      json.field("about", change.about) { json, references in
        json.array { json in for each in references { json.value(each.description) } }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func event(_ type: EventType, _ targets: [Target]) {
    member("type", type.rawValue)
    array("targets", targets) { json, target in
      json.object { json in
        json.member("to", target.to.description)
        json.optional("for", target.period?.description)
        json.optional("owner", target.owner)
      }
    }
  }

  /// A text that is there or not.
  fileprivate mutating func optional(_ name: String, _ text: String?) {
    if let text { member(name, text) }
  }

  /// A list that is left out when it is empty.
  fileprivate mutating func list(_ name: String, _ texts: [String]) {
    if !texts.isEmpty { array(name, texts) { $0.value($1) } }
  }

  fileprivate mutating func field<Value>(
    _ name: String,
    _ field: FindingChange.Field<Value>,
    _ write: (inout JSONWriter, Value) -> Void
  ) {
    switch field {
    case .unchanged: break
    case .cleared: memberNull(name)
    case .set(let value):
      key(name)
      write(&self, value)
    }
  }
}
