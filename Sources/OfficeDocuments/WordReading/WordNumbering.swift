/// How a document numbers its paragraphs: the contents of `numbering.xml`.
struct WordNumbering: Sendable {
  /// How many levels a list has.
  static let levelCount = 9

  /// A list, by the identifier of its definition.
  var definitions: [String: Definition] = [:]

  /// The lists as paragraphs name them.
  var instances: [String: Instance] = [:]

  /// A list's levels.
  struct Definition: Sendable {
    /// The levels by their number, from 0.
    var levels: [Int: Level] = [:]

    /// The numbering style that the definition is made for.
    var style: String?

    /// The numbering style whose definition counts instead of this one.
    var linkedStyle: String?
  }

  /// A use of a definition.
  struct Instance: Sendable {
    var definition: String
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  /// One level of a list.
  struct Level: Sendable {
    /// The first number.
    var start = 0

    /// How the number is written.
    var format = NumberFormat.decimal

    /// The text, in which "%1" stands for the number of the first level.
    var text = ""

    /// After which level (from 1) the numbers start again; nil is the one above, 0 is never.
    var restart: Int?

    /// Whether the numbers of all levels are written in Arabic digits.
    var isLegal = false

    /// Whether white space follows the number.
    var isSpaced = true

    /// The paragraph style that belongs to the level.
    var style: String?
  }

  init() {}

  /// Reads the part.
  init(_ bytes: [UInt8], part: String) throws(OfficeError) {
    var reader = try XMLReader(bytes, part: part)
    _ = try reader.readRoot()
    while let child = try reader.nextChild() {
      switch child.wordName {
      case "abstractNum":
        let definition = try Self.readDefinition(&reader)
        if let id = child.word("abstractNumId") {
          definitions[id] = definition
        }
      case "num":
        let instance = try Self.readInstance(&reader)
        if let id = child.word("numId"), let instance {
          instances[id] = instance
        }
      default:
        try reader.skipElement()
      }
    }
  }

  private static func readDefinition(_ reader: inout XMLReader) throws(OfficeError) -> Definition {
    var result = Definition()
    while let child = try reader.nextChild() {
      switch child.wordName {
      case "lvl":
        let level = try readLevel(&reader)
        if let index = levelIndex(child) {
          result.levels[index] = level
        }
        continue
      case "styleLink": result.style = child.word("val")
      case "numStyleLink": result.linkedStyle = child.word("val")
      default: break
      }
      try reader.skipElement()
    }
    return result
  }

  private static func readInstance(_ reader: inout XMLReader) throws(OfficeError) -> Instance? {
    var result = Instance(definition: "")
    while let child = try reader.nextChild() {
      switch child.wordName {
      case "abstractNumId":
        result.definition = child.word("val") ?? ""
        try reader.skipElement()
      case "lvlOverride":
        let index = levelIndex(child)
        while let detail = try reader.nextChild() {
          switch detail.wordName {
          case "startOverride":
            if let index, let start = number(detail) {
              result.starts[index] = start
            }
            try reader.skipElement()
          case "lvl":
            let level = try readLevel(&reader)
            if let index {
              result.levels[index] = level
            }
          default:
            try reader.skipElement()
          }
        }
      default:
        try reader.skipElement()
      }
    }
    return result
  }

  private static func readLevel(_ reader: inout XMLReader) throws(OfficeError) -> Level {
    var level = Level()
    while let child = try reader.nextChild() {
      let value = child.word("val")
      switch child.wordName {
      case "start": level.start = number(child) ?? 0
      case "numFmt":
        level.format = NumberFormat(name: value ?? "decimal", pattern: child.word("format"))
      case "lvlText": level.text = value ?? ""
      case "lvlRestart": level.restart = number(child)
      case "isLgl": level.isLegal = child.isOn
      case "suff": level.isSpaced = value != "nothing"
      case "pStyle": level.style = value
      default: break
      }
      try reader.skipElement()
    }
    return level
  }

  private static func levelIndex(_ element: XMLElement) -> Int? {
    element.word("ilvl").flatMap { Int($0) }.flatMap { (0..<levelCount).contains($0) ? $0 : nil }
  }

  /// A number that Word can count to.
  private static func number(_ element: XMLElement) -> Int? {
    element.word("val").flatMap { Int($0) }.map { min(max($0, 0), 32_767) }
  }
}

extension XMLElement {
  /// Whether an element that switches something on or off switches it on.
  var isOn: Bool {
    guard let value = word("val") else { return true }
    return !["0", "false", "off"].contains(value)
  }
}
