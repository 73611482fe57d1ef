package import DutyModel
package import StrictJSON

/// What every answer begins with.
package struct AnswerHead: Sendable {
  package let today: Day
  /// The year looked at, where one is.
  package let year: Int?
  /// The number of lines of the journal that could not be read.
  package let unreadableLines: Int

  package init(today: Day, year: Int?, unreadableLines: Int) {
    self.today = today
    self.year = year
    self.unreadableLines = unreadableLines
  }

  /// Writes the head.
  ///
  /// - Parameters:
  ///   - json: The object of the answer.
  ///   - format: The name and version of the answer, such as `duty.list/1`.
  package func write(to json: inout JSONWriter, format: String) {
    json.member("format", format)
    json.member("today", today)
    json.member("year", year)
    json.member("unreadableLines", unreadableLines)
  }
}

extension Day: JSONWritable {
  package func write(to json: inout JSONWriter) { json.value(plain: { $0.append(self) }) }
}

extension EventID: JSONWritable {
  package func write(to json: inout JSONWriter) { json.value(plain: { $0.append(self) }) }
}

extension State: JSONWritable {
  package func write(to json: inout JSONWriter) { json.value(rawValue) }
}

extension Reference: JSONWritable {
  package func write(to json: inout JSONWriter) { json.value(plain: { $0.append(self) }) }
}

// What stands in every element of a list is written without a detour over the protocol.

extension JSONWriter {
  mutating func member(_ name: String, _ day: Day?) {
    key(name)
    if let day { day.write(to: &self) } else { null() }
  }

  mutating func member(_ name: String, _ state: State) {
    member(name, state.rawValue)
  }

  mutating func member(_ name: String, _ reference: Reference) {
    key(name)
    reference.write(to: &self)
  }

  mutating func member(_ name: String, _ period: Period) {
    key(name)
    value(plain: { $0.append(period) })
  }

  mutating func member(_ name: String, _ schedule: Schedule) {
    key(name)
    value(plain: { $0.append(schedule) })
  }

  mutating func member(_ name: String, _ events: [EventID]) {
    key(name)
    beginArray()
    for event in events { event.write(to: &self) }
    endArray()
  }
}
