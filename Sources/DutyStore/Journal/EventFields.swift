internal import DutyModel
internal import StrictJSON

/// The values of one event as they stand in its line, before its type says which of them count.
struct EventFields {
  /// The offset of the object, where something is missing.
  let start: Int
  var version: Int?
  /// Texts by where they stand; a string is made only of what is needed.
  var id: JSONText?
  var at: JSONText?
  var by: JSONText?
  var key: JSONText?
  var previous: JSONText?
  var type: JSONText?
  var section: JSONText?
  var finding: JSONText?
  var event: JSONText?
  var number: JSONText?
  var title: JSONText?
  var text: JSONText?
  var source: JSONText?
  var cause: JSONText?
  var measure: JSONText?
  var owner: JSONText?
  var replaces: JSONText?
  var signer: JSONText?
  var opinion: JSONText?
  var note: JSONText?
  var confirmedBy: JSONText?
  var reason: JSONText?
  /// Days, as texts.
  var from: JSONText?
  var due: JSONText?
  var on: JSONText?
  /// Numbers and containers, by their ranges; they are read when the type is known.
  var year: JSONText?
  var score: JSONText?
  var count: JSONText?
  var targets: JSONText?
  var departments: JSONText?
  var seen: JSONText?
  var about: JSONText?
  var set: JSONText?
  var quantities: JSONText?
  var documents: JSONText?
  var events: JSONText?
  /// The first known key whose value is of another kind than it should be, and where that is.
  private var faulty: (field: EventKey, offset: Int)?

  /// What is wrong with the kind of a value.
  var fault: EventFault? { faulty.map { EventFault($0.field.rawValue, at: $0.offset) } }

  /// Reads the object that comes next, and checks that all of it is JSON.
  init(
    _ cursor: inout JSONCursor,
    _ bytes: Span<UInt8>
  ) throws(JSONError) {
    let keys = EventKey.table
    _ = try cursor.kind(bytes)
    start = cursor.position
    try cursor.enterObject(bytes)
    while let member = try cursor.nextRawMember(bytes) {
      guard let field = keys.field(member.key, in: bytes) else { continue }
      switch member.kind {
      case .string: set(field, member.value)
      case .number: set(field, number: member.value, bytes)
      case .array: set(field, array: member.value)
      case .object: set(field, object: member.value)
      case .null: continue
      case .bool: note(field, member.valueOffset)
      }
    }
  }

  private mutating func note(_ field: EventKey, _ offset: Int) {
    if faulty == nil { faulty = (field, offset) }
  }

  private mutating func set(_ field: EventKey, _ text: JSONText) {
    switch field {
    case .id: id = text
    case .at: at = text
    case .by: by = text
    case .key: key = text
    case .previous: previous = text
    case .type: type = text
    case .section: section = text
    case .finding: finding = text
    case .event: event = text
    case .number: number = text
    case .title: title = text
    case .text: self.text = text
    case .source: source = text
    case .cause: cause = text
    case .measure: measure = text
    case .owner: owner = text
    case .replaces: replaces = text
    case .signer: signer = text
    case .opinion: opinion = text
    case .note: note = text
    case .confirmedBy: confirmedBy = text
    case .reason: reason = text
    case .from: from = text
    case .due: due = text
    case .on: on = text
    case .version, .year, .score, .count, .targets, .departments, .seen, .about, .set,
      .quantities, .documents, .events:
      note(field, text.lowerBound - 1)
    }
  }

  private mutating func set(_ field: EventKey, number text: JSONText, _ bytes: Span<UInt8>) {
    switch field {
    case .version:
      if let value = Decimal.thousandths(bytes, text.range), value > 0, value % 1000 == 0 {
        version = value / 1000
      } else {
        note(field, text.lowerBound)
      }
    case .year: year = text
    case .score: score = text
    case .count: count = text
    default: note(field, text.lowerBound)
    }
  }

  private mutating func set(_ field: EventKey, array text: JSONText) {
    switch field {
    case .targets: targets = text
    case .departments: departments = text
    case .seen: seen = text
    case .about: about = text
    case .quantities: quantities = text
    case .documents: documents = text
    case .events: events = text
    default: note(field, text.lowerBound)
    }
  }

  private mutating func set(_ field: EventKey, object text: JSONText) {
    if case .set = field { set = text } else { note(field, text.lowerBound) }
  }
}

/// What is wrong with an event that is JSON: the key, and where its value is.
struct EventFault: Error {
  let key: String
  let offset: Int
  /// Whether the key is missing, not wrong.
  let isMissing: Bool

  init(_ key: String, at offset: Int, isMissing: Bool = false) {
    self.key = key
    self.offset = offset
    self.isMissing = isMissing
  }
}
