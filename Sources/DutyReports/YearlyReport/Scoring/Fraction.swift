/// An exact share of points, in thousandths of a point.
///
/// Numbers that would not fit (checklists with shares of hundreds of different sizes in one section)
/// are kept to 12 decimal places instead.
struct Fraction: Hashable, Sendable {
  private(set) var numerator: Int128
  /// Greater than 0.
  private(set) var denominator: Int128

  static let zero = Fraction(0, over: 1)

  init(_ numerator: Int128, over denominator: Int128) {
    let divisor = Fraction.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    guard divisor > 0, divisor <= UInt128(Int128.max), denominator > 0 else {
      (self.numerator, self.denominator) = (0, 1)
      return
    }
    self.numerator = numerator / Int128(divisor)
    self.denominator = denominator / Int128(divisor)
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (a, b) = (left, right)
    while b > 0 { (a, b) = (b, a % b) }
    return a
  }

  private static let precision: Int128 = 1_000_000_000_000

  /// The value to 12 decimal places, rounded down.
  private var rounded: Fraction {
    let whole = numerator / denominator
    let rest = numerator % denominator
    let (scaled, overflow) = rest.multipliedReportingOverflow(by: Fraction.precision)
    let part =
      overflow
      ? rest / max(denominator / Fraction.precision, 1) : scaled / denominator
    let (product, isTooLarge) = whole.multipliedReportingOverflow(by: Fraction.precision)
    return Fraction(isTooLarge ? 0 : product + part, over: Fraction.precision)
  }

  /// The sum if it can be kept exactly.
  private func sum(with other: Fraction) -> Fraction? {
    let (left, o1) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (right, o2) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, o3) = left.addingReportingOverflow(right)
    let (under, o4) = denominator.multipliedReportingOverflow(by: other.denominator)
    return o1 || o2 || o3 || o4 ? nil : Fraction(sum, over: under)
  }

  static func + (left: Fraction, right: Fraction) -> Fraction {
    left.sum(with: right) ?? left.rounded.sum(with: right.rounded) ?? left
  }

  /// The part of it that is so many of so many.
  func times(_ count: Int128, of total: Int128) -> Fraction {
    if total <= 0 || count <= 0 { return .zero }
    let part = Fraction(count, over: total)
    func product(_ left: Fraction, _ right: Fraction) -> Fraction? {
      let (over, o1) = left.numerator.multipliedReportingOverflow(by: right.numerator)
      let (under, o2) = left.denominator.multipliedReportingOverflow(by: right.denominator)
      return o1 || o2 ? nil : Fraction(over, over: under)
    }
    return product(self, part) ?? product(rounded, part.rounded) ?? .zero
  }

  /// How many whole steps it has, and whether what is left is at least half a step.
  func steps(of step: Int) -> (whole: Int, isHalf: Bool, rest: Fraction) {
    let (size, overflow) = denominator.multipliedReportingOverflow(by: Int128(step))
    guard !overflow, size > 0 else {
      return rounded == self ? (0, false, .zero) : rounded.steps(of: step)
    }
    let whole = numerator / size
    let rest = numerator % size
    return (Int(clamping: whole), rest >= size - rest, Fraction(rest, over: denominator))
  }

  /// Whether one share is larger than another.
  static func > (left: Fraction, right: Fraction) -> Bool {
    let (a, o1) = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let (b, o2) = right.numerator.multipliedReportingOverflow(by: left.denominator)
    if o1 || o2 { return left.rounded.numerator > right.rounded.numerator }
    return a > b
  }
}
