internal import DutyModel
internal import StrictJSON

/// The values of an event, made into what its type asks for.
extension EventFields {
  func missing(_ key: String) -> EventFault { EventFault(key, at: start, isMissing: true) }

  func day(
    _ key: String,
    _ text: JSONText?,
    _ bytes: Span<UInt8>
  ) throws(EventFault) -> Day {
    guard let text else { throw missing(key) }
    guard !text.hasEscapes, let day = DutyStore.day(bytes, text.range) else {
      throw EventFault(key, at: text.lowerBound - 1)
    }
    return day
  }

  private func optionalDay(
    _ key: String,
    _ text: JSONText?,
    _ bytes: Span<UInt8>
  ) throws(EventFault) -> Day? {
    guard let text else { return nil }
    return try day(key, text, bytes)
  }

  private func string(
    _ key: String,
    _ text: JSONText?,
    _ bytes: Span<UInt8>
  ) throws(EventFault) -> String {
    guard let text else { throw missing(key) }
    return text.string(in: bytes)
  }

  func reason(_ bytes: Span<UInt8>) throws(EventFault) -> String {
    try string("reason", reason, bytes)
  }

  func id(
    _ key: String,
    _ text: JSONText?,
    _ bytes: Span<UInt8>
  ) throws(EventFault) -> EventID {
    guard let text else { throw missing(key) }
    guard !text.hasEscapes, let id = EventID(ascii: bytes, text.range) else {
      throw EventFault(key, at: text.lowerBound - 1)
    }
    return id
  }

  /// How often: 1 if it is not said.
  func count(_ bytes: Span<UInt8>) throws(EventFault) -> Int {
    guard let count else { return 1 }
    guard let value = Decimal.thousandths(bytes, count.range), value % 1000 == 0,
      (1...maximumCount).contains(value / 1000)
    else { throw EventFault("count", at: count.lowerBound) }
    return value / 1000
  }

  func assignment(_ bytes: Span<UInt8>) throws(EventFault) -> Assignment {
    Assignment(
      // Without a day it holds from the beginning.
      from: from == nil ? .first : try day("from", from, bytes),
      owner: owner?.string(in: bytes),
      departments: try list("departments", departments, bytes),
      replaces: replaces?.string(in: bytes)
    )
  }

  func signOff(_ bytes: Span<UInt8>) throws(EventFault) -> SignOff {
    var ids: [EventID] = []
    if let seen {
      for text in try list("seen", seen, bytes) ?? [] {
        guard let id = EventID(text) else { throw EventFault("seen", at: seen.lowerBound) }
        ids.append(id)
      }
    }
    return SignOff(
      on: try day("on", on, bytes),
      signer: try string("signer", signer, bytes),
      opinion: opinion?.string(in: bytes),
      seen: ids
    )
  }

  func scoring(_ bytes: Span<UInt8>) throws(EventFault) -> Action {
    guard let yearText = year else { throw missing("year") }
    guard let scoreText = score else { throw missing("score") }
    guard let year = Decimal.thousandths(bytes, yearText.range), year % 1000 == 0,
      (1...9999).contains(year / 1000)
    else { throw EventFault("year", at: yearText.lowerBound) }
    guard let score = Decimal.thousandths(bytes, scoreText.range),
      (0...maximumScore).contains(score)
    else { throw EventFault("score", at: scoreText.lowerBound) }
    return .score(
      section: try string("section", section, bytes),
      year: year / 1000,
      thousandths: score,
      reason: try reason(bytes)
    )
  }

  func newFinding(_ bytes: Span<UInt8>) throws(EventFault) -> Finding {
    Finding(
      number: number?.string(in: bytes),
      title: try string("title", title, bytes),
      text: text?.string(in: bytes),
      source: source?.string(in: bytes),
      cause: cause?.string(in: bytes),
      measure: measure?.string(in: bytes),
      owner: owner?.string(in: bytes),
      departments: try list("departments", departments, bytes) ?? [],
      due: try optionalDay("due", due, bytes),
      on: try day("on", on, bytes),
      about: try EventFields.references(try list("about", about, bytes) ?? [], about)
    )
  }

  func closure(_ bytes: Span<UInt8>) throws(EventFault) -> FindingClosure {
    FindingClosure(
      on: try day("on", on, bytes),
      note: note?.string(in: bytes),
      documents: try list("documents", documents, bytes) ?? [],
      confirmedBy: confirmedBy?.string(in: bytes)
    )
  }

  /// Checks what is read only when a person asks for it, so that it can be read then.
  func checkEvidence(_ bytes: Span<UInt8>) throws(EventFault) {
    if let documents { try checkTexts("documents", documents, bytes) }
    if let quantities { _ = try EventFields.quantities(quantities, bytes) }
  }

  /// Whether it says why something is missing or late, and has nothing to show: no note, quantity
  /// or document.
  func isOnlyCause(_ bytes: Span<UInt8>) throws(EventFault) -> Bool {
    guard cause != nil, note.map({ $0.count == 0 }) ?? true else { return false }
    guard try list("documents", documents, bytes)?.isEmpty ?? true else { return false }
    guard let quantities else { return true }
    return try EventFields.quantities(quantities, bytes).isEmpty
  }

  private func checkTexts(
    _ key: String,
    _ list: JSONText,
    _ bytes: Span<UInt8>
  ) throws(EventFault) {
    var cursor = JSONCursor(in: list.range, policy: .journalLine)
    do throws(JSONError) {
      try cursor.enterArray(bytes)
      while try cursor.nextElement(bytes) { _ = try cursor.text(bytes) }
    } catch {
      throw EventFault(key, at: error.offset)
    }
  }

  private func list(
    _ key: String,
    _ list: JSONText?,
    _ bytes: Span<UInt8>
  ) throws(EventFault) -> [String]? {
    guard let list else { return nil }
    var cursor = JSONCursor(in: list.range, policy: .journalLine)
    do throws(JSONError) {
      return try cursor.strings(bytes)
    } catch {
      throw EventFault(key, at: error.offset)
    }
  }

  private static func references(
    _ names: [String],
    _ list: JSONText?
  ) throws(EventFault) -> [Reference] {
    var references: [Reference] = []
    for name in names {
      guard let reference = Reference(name) else {
        throw EventFault("about", at: list?.lowerBound ?? 0)
      }
      references.append(reference)
    }
    return references
  }

  /// The quantities of an event.
  static func quantities(
    _ list: JSONText,
    _ bytes: Span<UInt8>
  ) throws(EventFault) -> [Particulars.Quantity] {
    var cursor = JSONCursor(in: list.range, policy: .journalLine)
    var result: [Particulars.Quantity] = []
    do throws(JSONError) {
      try cursor.enterArray(bytes)
      while try cursor.nextElement(bytes) {
        _ = try cursor.kind(bytes)
        let start = cursor.position
        var what: String?
        var amount: Int?
        var unit: String?
        try cursor.enterObject(bytes)
        while let key = try cursor.nextKey(bytes) {
          if key.matches("what", in: bytes) {
            if try !cursor.takeNull(bytes) { what = try cursor.string(bytes) }
          } else if key.matches("amount", in: bytes) {
            amount = Decimal.thousandths(bytes, try cursor.number(bytes))
          } else if key.matches("unit", in: bytes) {
            unit = try cursor.string(bytes)
          } else {
            try cursor.skipValue(bytes)
          }
        }
        guard let amount, let unit else { throw JSONError(.expected(.key), at: start) }
        result.append(Particulars.Quantity(what: what, thousandths: amount, unit: unit))
      }
    } catch {
      throw EventFault("quantities", at: error.offset)
    }
    return result
  }

  // MARK: - Changes of findings

  func change(_ bytes: Span<UInt8>) throws(EventFault) -> FindingChange {
    guard let set else { throw missing("set") }
    var cursor = JSONCursor(in: set.range, policy: .journalLine)
    var change = FindingChange()
    do throws(JSONError) {
      try cursor.enterObject(bytes)
      while let key = try cursor.nextKey(bytes) {
        switch EventKey.table.field(key, in: bytes) {
        case .number: change.number = try EventFields.field(&cursor, bytes)
        case .title:
          change.title = try EventFields.field(&cursor, bytes)
          if change.title == .cleared { throw JSONError(.expected(.value), at: key.offset) }
        case .text: change.text = try EventFields.field(&cursor, bytes)
        case .source: change.source = try EventFields.field(&cursor, bytes)
        case .cause: change.cause = try EventFields.field(&cursor, bytes)
        case .measure: change.measure = try EventFields.field(&cursor, bytes)
        case .owner: change.owner = try EventFields.field(&cursor, bytes)
        case .departments:
          let isNull = try cursor.takeNull(bytes)
          change.departments = isNull ? .cleared : .set(try cursor.strings(bytes))
        case .due:
          let text: FindingChange.Field<String> = try EventFields.field(&cursor, bytes)
          change.due = try EventFields.map(text, key.offset) { Day($0) }
        case .about:
          let isNull = try cursor.takeNull(bytes)
          let names = isNull ? [] : try cursor.strings(bytes)
          let references = names.compactMap { Reference($0) }
          guard references.count == names.count else {
            throw JSONError(.expected(.value), at: key.offset)
          }
          change.about = isNull ? .cleared : .set(references)
        default: try cursor.skipValue(bytes)
        }
      }
    } catch {
      throw EventFault("set", at: error.offset)
    }
    return change
  }

  private static func field(
    _ cursor: inout JSONCursor,
    _ bytes: Span<UInt8>
  ) throws(JSONError) -> FindingChange.Field<String> {
    try cursor.takeNull(bytes) ? .cleared : .set(try cursor.string(bytes))
  }

  private static func map<Value>(
    _ field: FindingChange.Field<String>,
    _ offset: Int,
    _ read: (String) -> Value?
  ) throws(JSONError) -> FindingChange.Field<Value> {
    switch field {
    case .unchanged: return .unchanged
    case .cleared: return .cleared
    case .set(let text):
      guard let value = read(text) else { throw JSONError(.expected(.value), at: offset) }
      return .set(value)
    }
  }
}

/// The largest count of one record.
let maximumCount = 100_000

/// The largest score, in thousandths.
let maximumScore = 100_000_000
