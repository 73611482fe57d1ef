package import DutyModel
package import StrictJSON

/// An event with the words around it and its own bytes, as people and scripts are shown it.
package struct StoredEvent: Sendable {
  package let event: Event
  package let particulars: Particulars
  /// The object it was read from: its line, or its place in the list of a batch.
  package let bytes: [UInt8]
  /// The journal's file it stands in, relative to the workspace.
  package let file: String

  package init(_ event: Event, _ particulars: Particulars, bytes: [UInt8], file: String) {
    self.event = event
    self.particulars = particulars
    self.bytes = bytes
    self.file = file
  }

  /// The day it was recorded on, where it was recorded; `nil` if its moment names none.
  package var recordedOn: Day? { Day(String(particulars.at.prefix(10))) }
}

extension StoredEvent {
  /// Writes the event as stored, with further members behind its own.
  ///
  /// What a line says of all its events stands only there, so a member of a batch is given the
  /// version, its id, the moment and the name.
  ///
  /// - Parameters:
  ///   - json: Where the value is written.
  ///   - additions: Writes the further members, whose keys the journal does not use.
  package func write(
    to json: inout JSONWriter,
    additions: (inout JSONWriter) -> Void = { _ in }
  ) {
    var front = JSONWriter(.compact)
    front.object { front in
      guard event.id.member > 0 else { return }
      front.member("v", 1)
      front.member("id", event.id)
      front.member("at", particulars.at)
      front.member("by", particulars.by)
    }
    var back = JSONWriter(.compact)
    back.object { additions(&$0) }
    let parts = [front.bytes[...], bytes[...], back.bytes[...]]
      .map(StoredEvent.members)
      .filter { !$0.isEmpty }
    var whole: [UInt8] = [UInt8(ascii: "{")]
    whole += parts.joined(separator: [UInt8(ascii: ",")])
    whole.append(UInt8(ascii: "}"))
    json.raw(whole.span)
  }

  /// The bytes between the braces of an object.
  private static func members(_ object: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard
      let open = object.firstIndex(of: UInt8(ascii: "{")),
      let close = object.lastIndex(of: UInt8(ascii: "}")), open < close
    else { return [] }
    return object[(open + 1)..<close]
  }
}
