import Foundation
import StrictJSON
import TestSupport
import Testing

/// Random inputs; the environment variable `SEED` gives other ones.
@Suite("Properties")
struct JSONPropertyTests {
  private var generator: SeededGenerator {
    let seed = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) }
    return SeededGenerator(seed: seed ?? 20_260_101)
  }

  private static let alphabet: [Character] = Array(
    "ab\"\\/\n\t镇纪é\u{7F}\u{85}\u{2028}\u{202E}\u{1F300}"
  )

  private func text(_ generator: inout SeededGenerator) -> String {
    let length = Int.random(in: 0...20, using: &generator)
    return String(
      (0..<length).compactMap { _ in JSONPropertyTests.alphabet.randomElement(using: &generator) }
    )
  }

  /// Writes a random value, and returns what must be read.
  private func write(
    _ json: inout JSONWriter,
    depth: Int,
    _ generator: inout SeededGenerator
  ) -> String {
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &generator) {
    case 0:
      json.null()
      return "null"
    case 1:
      let flag = Bool.random(using: &generator)
      json.value(flag)
      return "\(flag)"
    case 2:
      let number = Int.random(in: -9_007_199_254_740_991...9_007_199_254_740_991, using: &generator)
      json.value(number)
      return "\(number)"
    case 3, 4:
      let text = text(&generator)
      json.value(text)
      return "s\(Array(text.utf8))"
    case 5:
      var parts: [String] = []
      json.array { json in
        for _ in 0..<Int.random(in: 0...20, using: &generator) {
          parts.append(write(&json, depth: depth - 1, &generator))
        }
      }
      return "[\(parts.joined(separator: ","))]"
    default:
      var parts: [String] = []
      json.object { json in
        for index in 0..<Int.random(in: 0...24, using: &generator) {
          let key = text(&generator) + "\(index)"
          json.key(key)
          parts.append("\(Array(key.utf8)):" + write(&json, depth: depth - 1, &generator))
        }
      }
      return "{\(parts.joined(separator: ","))}"
    }
  }

  private func described(_ value: JSONValue) -> String {
    switch value.content {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .number(let text): text
    case .string(let text): "s\(Array(text.utf8))"
    case .array(let elements): "[\(elements.map(described).joined(separator: ","))]"
    case .object(let members):
      "{\(members.map { "\(Array($0.key.utf8)):\(described($0.value))" }.joined(separator: ","))}"
    }
  }

  @Test func whatIsWrittenIsRead() throws {
    var generator = generator
    for round in 0..<150 {
      var json = JSONWriter(round.isMultiple(of: 2) ? .compact : .pretty)
      let expected = write(&json, depth: 3, &generator)
      #expect(described(try JSONValue(json.bytes)) == expected)
      #expect(fault(in: json.bytes, .strict) == nil)
    }
  }

  @Test func changedBytesNeverTrap() throws {
    var generator = generator
    var refused = 0
    for _ in 0..<60 {
      var json = JSONWriter(.compact)
      _ = write(&json, depth: 2, &generator)
      for _ in 0..<20 {
        var bytes = json.bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
          let index = Int.random(in: bytes.indices, using: &generator)
          switch Int.random(in: 0...3, using: &generator) {
          case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
          case 1: bytes.remove(at: index)
          case 2: bytes.insert(bytes.randomElement(using: &generator) ?? 0, at: index)
          default: bytes.removeLast(bytes.count - index)
          }
        }
        // The three ways of reading agree, or `fault(in:_:)` stops the test.
        if let error = fault(in: bytes, .strict) {
          refused += 1
          #expect((0...bytes.count).contains(error.offset))
          let position = error.position(in: bytes.span)
          #expect(position.line >= 1 && position.column >= 1)
          let excerpt = JSONExcerpt(
            line: position.line,
            column: position.column,
            in: bytes.span,
            reach: 9
          )
          #expect(excerpt.map { $0.caret <= 9 && $0.text.unicodeScalars.count <= 18 } == true)
        }
        // What is read from other bytes than before is arbitrary, but nothing traps.
        var cursor = JSONCursor()
        _ = try? cursor.enterObject(json.bytes.span)
        while let key = try? cursor.nextKey(bytes.span) {
          _ = key.string(in: Array(json.bytes.prefix(3)))
          guard (try? cursor.skipValue(bytes.span)) != nil else { break }
        }
      }
    }
    #expect(refused > 100)
  }

  @Test func editsKeepOtherBytes() throws {
    var generator = generator
    var edited = 0
    for round in 0..<80 {
      var json = JSONWriter(round.isMultiple(of: 2) ? .compact : .pretty)
      _ = write(&json, depth: 3, &generator)
      let document = try JSONDocument(json.bytes)
      var path: [JSONPathStep] = []
      var target = document.root
      while Bool.random(using: &generator) || path.isEmpty {
        if let member = target.members.randomElement(using: &generator) {
          path.append(.key(member.key))
          target = member.value
        } else if !target.elements.isEmpty {
          let index = Int.random(in: target.elements.indices, using: &generator)
          path.append(.index(index))
          target = target.elements[index]
        } else {
          break
        }
      }
      let changed = try document.applying([.replace(path, with: JSONFragment("镇"))])
      let expected =
        document.bytes[..<target.range.lowerBound] + Array("\"镇\"".utf8)
        + document.bytes[target.range.upperBound...]
      #expect(changed == Array(expected))
      guard !path.isEmpty else { continue }
      let removed = try JSONDocument(document.applying([.remove(path)]))
      #expect(removed.root != document.root)
      edited += 1
    }
    #expect(edited > 10)
  }
}
