/// Numbers that are kept in whole thousandths, as people write them.
package enum Thousandths {
  /// The shortest decimal form: 22,500 is `22.5`.
  package static func text(_ thousandths: Int) -> String {
    let magnitude = thousandths.magnitude
    let sign = thousandths < 0 ? "-" : ""
    let fraction = magnitude % 1000
    guard fraction > 0 else { return sign + String(magnitude / 1000) }
    var digits = String(fraction)
    digits = String(repeating: "0", count: 3 - digits.utf8.count) + digits
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    return "\(sign)\(magnitude / 1000).\(digits)"
  }
}
