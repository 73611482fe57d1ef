/// A way to write the number of a paragraph, by the names of ECMA-376 part 1, 17.18.59.
enum NumberFormat: Equatable, Sendable {
  case decimal
  case fullWidthDecimal

  /// Arabic digits with zeros in front, up to a number of digits.
  case padded(digits: Int)
  case ordinal
  case roman(isUpper: Bool)
  case letter(isUpper: Bool)

  /// 一, 二, … 十, 十一, … 九十九, and digit for digit beyond.
  case chineseCounting

  /// 一, 二, … 九十九, 一百, 一百零一, …
  case chineseCountingThousand

  /// 一, 二, … 十, 十一, … 百, 百一, …
  case japaneseCounting

  /// 壹, 贰, … 壹拾, …
  case legal(LegalDigits)

  /// Digit for digit, with the character of zero.
  case ideographDigital(zero: Character)

  /// The ten stems: 甲, 乙, 丙, …
  case stems

  /// The twelve branches: 子, 丑, 寅, …
  case branches

  /// The pairs of stems and branches: 甲子, 乙丑, …
  case stemsAndBranches

  /// Numbers that are one character each, for as many as there are.
  case characters(first: UInt32, count: Int)

  /// - 1 -
  case dashed
  case bullet
  case none

  /// The digits with which amounts are written so that they cannot be altered.
  enum LegalDigits: Equatable, Sendable {
    case simplified
    case traditional
  }

  /// The format of a name; an unknown one is written in Arabic digits.
  ///
  /// - Parameters:
  ///   - name: The name in the document.
  ///   - pattern: The first numbers as a custom format gives them, such as "001, 002, …".
  init(name: String, pattern: String? = nil) {
    switch name {
    case "decimalFullWidth", "decimalFullWidth2": self = .fullWidthDecimal
    case "decimalZero": self = .padded(digits: 2)
    case "custom":
      let digits = pattern?.prefix { $0 != "," }.count { $0.isNumber } ?? 1
      self = .padded(digits: min(digits, 9))
    case "ordinal": self = .ordinal
    case "upperRoman": self = .roman(isUpper: true)
    case "lowerRoman": self = .roman(isUpper: false)
    case "upperLetter": self = .letter(isUpper: true)
    case "lowerLetter": self = .letter(isUpper: false)
    case "chineseCounting", "taiwaneseCounting": self = .chineseCounting
    case "chineseCountingThousand", "taiwaneseCountingThousand": self = .chineseCountingThousand
    case "japaneseCounting": self = .japaneseCounting
    case "chineseLegalSimplified": self = .legal(.simplified)
    case "ideographLegalTraditional": self = .legal(.traditional)
    case "ideographDigital", "japaneseDigitalTenThousand": self = .ideographDigital(zero: "〇")
    case "taiwaneseDigital": self = .ideographDigital(zero: "○")
    case "ideographTraditional": self = .stems
    case "ideographZodiac": self = .branches
    case "ideographZodiacTraditional": self = .stemsAndBranches
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      self = .characters(first: 0x2460, count: 20)
    case "decimalEnclosedParen": self = .characters(first: 0x2474, count: 20)
    case "decimalEnclosedFullstop": self = .characters(first: 0x2488, count: 20)
    case "ideographEnclosedCircle": self = .characters(first: 0x3280, count: 10)
    case "numberInDash": self = .dashed
    case "bullet": self = .bullet
    case "none": self = .none
    default: self = .decimal
    }
  }

  /// A number in this format.
  func text(_ number: Int) -> String {
    switch self {
    case .decimal: return String(number)
    case .fullWidthDecimal: return Self.digits(number, Array("０１２３４５６７８９"))
    case .padded(let width):
      let text = String(number)
      return String(repeating: "0", count: max(width - text.count, 0)) + text
    case .ordinal: return String(number) + Self.ordinalEnding(number)
    case .roman(let isUpper):
      let text = Self.roman(number)
      return isUpper ? text : text.lowercased()
    case .letter(let isUpper): return Self.letter(number, isUpper: isUpper)
    case .chineseCounting:
      guard number > 0, number < 100 else {
        return Self.digits(number, ChineseDigits.plain(zero: "○"))
      }
      return ChineseDigits.counting(number, zero: "零")
    case .chineseCountingThousand: return ChineseDigits.counting(number, zero: "零")
    case .japaneseCounting: return ChineseDigits.japanese(number)
    case .legal(let digits): return ChineseDigits.legal(number, digits)
    case .ideographDigital(let zero): return Self.digits(number, ChineseDigits.plain(zero: zero))
    case .stems: return Self.cyclic(number, ChineseDigits.stems)
    case .branches: return Self.cyclic(number, ChineseDigits.branches)
    case .stemsAndBranches:
      return Self.cyclic(number, ChineseDigits.stems) + Self.cyclic(number, ChineseDigits.branches)
    case .characters(let first, let count):
      guard (1...count).contains(number),
        let scalar = Unicode.Scalar(first + UInt32(truncatingIfNeeded: number - 1))
      else { return String(number) }
      return String(scalar)
    case .dashed: return "- \(number) -"
    case .bullet, .none: return ""
    }
  }

  private static func digits(_ number: Int, _ digits: [Character]) -> String {
    String(
      String(number).map { character in
        guard let value = character.wholeNumberValue, digits.indices.contains(value) else {
          return character
        }
        return digits[value]
      }
    )
  }

  private static func cyclic(_ number: Int, _ names: [Character]) -> String {
    guard number > 0, !names.isEmpty else { return String(number) }
    return String(names[(number - 1) % names.count])
  }

  /// Z is followed by AA, BB, …; after thirty letters the sequence starts again.
  private static func letter(_ number: Int, isUpper: Bool) -> String {
    guard number > 0 else { return String(number) }
    let index = (number - 1) % 780
    let first = isUpper ? UInt8(ascii: "A") : UInt8(ascii: "a")
    let letter = Character(Unicode.Scalar(first + UInt8(index % 26)))
    return String(repeating: letter, count: index / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard number > 0, number <= 32_767 else { return String(number) }
    let values = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var result = ""
    for (value, letters) in values {
      while rest >= value {
        result += letters
        rest -= value
      }
    }
    return result
  }

  private static func ordinalEnding(_ number: Int) -> String {
    if (11...13).contains(number % 100) {
      return "th"
    }
    switch number % 10 {
    case 1: return "st"
    case 2: return "nd"
    case 3: return "rd"
    default: return "th"
    }
  }
}
