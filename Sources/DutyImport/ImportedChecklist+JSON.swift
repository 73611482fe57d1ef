internal import DutyModel
internal import StrictJSON

extension ImportedChecklist {
  /// The bytes of the checklist's file: `duty.checklist/1`, keys in their usual order, one line a
  /// requirement, a line feed at the end.
  package var json: [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("format", "duty.checklist/1")
      json.member("id", id)
      json.member("title", title)
      json.memberIfPresent("organization", organization)
      json.memberIfPresent("year", year)
      json.member("language", "zh")
      if effective != .always {
        var line = MemberLine()
        line.member("from", effective.from?.description)
        line.member("to", effective.to?.description)
        json.key("effective")
        line.write(to: &json)
      }
      json.array("tiers", tiers) { json, tier in
        json.object { tier.write(to: &$0) }
      }
    }
    json.endLine()
    return json.bytes
  }
}

extension ImportedTier {
  fileprivate func write(to json: inout JSONWriter) {
    json.member("id", id)
    json.member("kind", kind.rawValue)
    json.member("title", title)
    json.memberIfPresent("portfolio", portfolio)
    json.memberIfPresent("owner", owner)
    if !departments.isEmpty { json.member("departments", departments) }
    let direct = sections.filter { $0.id == nil }.flatMap(\.duties)
    let named = sections.filter { $0.id != nil }
    if !direct.isEmpty || named.isEmpty {
      json.array("duties", direct) { json, duty in json.object { duty.write(to: &$0) } }
    }
    if !named.isEmpty {
      json.array("sections", named) { json, section in json.object { section.write(to: &$0) } }
    }
  }
}

extension ImportedSection {
  fileprivate func write(to json: inout JSONWriter) {
    json.memberIfPresent("id", id)
    json.member("title", title)
    if let points {
      json.key("points")
      json.number(Thousandths.text(points))
    }
    json.memberIfPresent("owner", owner)
    if !departments.isEmpty { json.member("departments", departments) }
    json.array("duties", duties) { json, duty in json.object { duty.write(to: &$0) } }
  }
}

extension ImportedDuty {
  fileprivate func write(to json: inout JSONWriter) {
    json.member("id", id)
    json.memberIfPresent("number", number)
    json.member("title", title)
    json.member("text", text)
    if let points {
      json.key("points")
      json.number(Thousandths.text(points))
    }
    json.memberIfPresent("owner", owner)
    if !departments.isEmpty { json.member("departments", departments) }
    if let only = requirements.first, requirements.count == 1, only.isPlain(titled: title) {
      json.member("schedule", only.schedule.description)
    } else {
      json.array("requirements", requirements) { $1.write(to: &$0) }
    }
  }
}

extension ImportedRequirement {
  /// Whether the schedule is all that is to be said.
  fileprivate func isPlain(titled duty: String) -> Bool {
    reportTo.isEmpty && covers == nil && unit == nil && action == nil && title == duty
  }

  fileprivate func write(to json: inout JSONWriter) {
    var line = MemberLine()
    line.member("id", id)
    line.member("title", title)
    line.member("schedule", schedule.description)
    if !reportTo.isEmpty { line.member("reportTo", reportTo) }
    line.member("covers", covers?.rawValue)
    line.member("action", action)
    line.member("unit", unit)
    line.write(to: &json)
  }
}

/// An object that is laid out on one line.
private struct MemberLine {
  private var bytes: [UInt8] = []

  mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    start(name)
    bytes += MemberLine.quoted(text)
  }

  mutating func member(_ name: String, _ texts: [String]) {
    start(name)
    bytes.append(UInt8(ascii: "["))
    for (place, text) in texts.enumerated() {
      if place > 0 { bytes += Array(", ".utf8) }
      bytes += MemberLine.quoted(text)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  func write(to json: inout JSONWriter) {
    let line = Array("{".utf8) + bytes + Array(" }".utf8)
    json.raw(line.span)
  }

  private mutating func start(_ name: String) {
    bytes += Array((bytes.isEmpty ? " " : ", ").utf8)
    bytes += MemberLine.quoted(name)
    bytes += Array(": ".utf8)
  }

  private static func quoted(_ text: String) -> [UInt8] {
    var json = JSONWriter()
    json.value(text)
    return json.bytes
  }
}
