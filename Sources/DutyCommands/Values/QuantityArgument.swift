package import CommandLineKit
package import DutyModel
import TerminalText

/// An amount as people write it: `45人次`, `2.5万元`, `风险点31个`, `1,355 份`.
package struct QuantityArgument: Hashable, Sendable {
  /// The words as they were typed.
  package let typed: String
  package let quantity: Particulars.Quantity
}

extension QuantityArgument: ArgumentValue {
  /// Reads what is counted, the amount and the unit.
  ///
  /// The amount is the last number that a unit follows, so that what is counted may have figures
  /// of its own; full-width digits are folded.
  package init(word: String) throws(InvalidValue) {
    let scalars = word.unicodeScalars.map(QuantityArgument.folded)
    guard let last = scalars.lastIndex(where: QuantityArgument.isDigit) else {
      throw InvalidValue(
        Message(en: "no amount", zh: "没有数字"),
        advice: QuantityArgument.advice
      )
    }
    var first = last
    while first > 0, QuantityArgument.isPartOfNumber(scalars[first - 1]) { first -= 1 }
    let unit = QuantityArgument.text(scalars[(last + 1)...])
    guard let initial = unit.unicodeScalars.first, initial != ".", initial != "," else {
      throw InvalidValue(
        Message(en: "no unit", zh: "没有单位"),
        advice: QuantityArgument.advice
      )
    }
    let what = QuantityArgument.text(scalars[..<first])
    guard what.last != "-", what.last != "+", what.last != "−",
      let thousandths = QuantityArgument.thousandths(scalars[first...last])
    else {
      throw InvalidValue(
        Message(
          en: "the amount is a number of at most 12 digits and 3 decimals",
          zh: "数量须为最多12位整数、3位小数的数"
        ),
        advice: QuantityArgument.advice
      )
    }
    typed = word
    quantity = Particulars.Quantity(
      what: what.isEmpty ? nil : what,
      thousandths: thousandths,
      unit: unit
    )
  }

  private static let advice = Message(
    en: "Write such as 45人次, 1355份, 2.5万元 or 风险点31个.",
    zh: "请写如 45人次、1355份、2.5万元、风险点31个。"
  )

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF0C, 0xFF0E:
      Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isPartOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || scalar == "." || scalar == ","
  }

  /// A text without the spaces around it.
  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var scalars = scalars
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  /// The amount in thousandths; commas stand between groups of three digits only.
  private static func thousandths(_ number: ArraySlice<Unicode.Scalar>) -> Int? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count == 1 || (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let whole = groups.joined()
    let places = parts.count == 2 ? Array(parts[1]) : []
    guard (1...12).contains(whole.count), places.count <= 3, places.allSatisfy(isDigit),
      parts.count == 1 || !places.isEmpty
    else { return nil }
    var value = 0
    for digit in whole { value = value * 10 + Int(digit.value - 0x30) }
    for place in 0..<3 {
      value = value * 10 + (place < places.count ? Int(places[place].value - 0x30) : 0)
    }
    return value
  }
}

extension Particulars.Quantity {
  /// The amount, if it is a whole number.
  var wholeAmount: Int? { thousandths % 1000 == 0 ? thousandths / 1000 : nil }

  /// Whether the unit is a word for times, so that the amount may be meant to count.
  var countsTimes: Bool { what == nil && ["次", "场", "期", "轮"].contains(unit) }
}
