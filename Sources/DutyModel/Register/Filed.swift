/// Values filed under numbers: those of one number lie side by side, in the order of filing.
///
/// What is known of ten thousand obligations lies in one block of memory in their order, so that
/// looking at one after the other is fast, and filing makes no block for each.
struct Filed<Value: Sendable>: Sendable {
  /// The values; in the order of their numbers once they are sorted.
  private var values: [Value] = []
  /// The number of each value.
  private var numbers: [Int32] = []
  /// Where the values of each number begin, and behind the last where they end; nothing where
  /// nothing was filed.
  private var starts: [Int32] = []

  /// The values of a number among those that were sorted.
  subscript(number: Int) -> ArraySlice<Value> { values[range(of: number)] }

  /// Whether nothing was filed under a number.
  func isEmpty(_ number: Int) -> Bool { range(of: number).isEmpty }

  private func range(of number: Int) -> Range<Int> {
    guard number >= 0, number < starts.count - 1 else { return 0..<0 }
    return Int(starts[number])..<Int(starts[number + 1])
  }
}

// MARK: - Filing

extension Filed {
  /// Makes room for a number of values.
  mutating func reserve(_ count: Int) {
    values.reserveCapacity(count)
    numbers.reserveCapacity(count)
  }

  /// Files a value under a number, behind those that are there; it is found after the next sorting.
  mutating func add(_ value: Value, under number: Int) {
    values.append(value)
    numbers.append(Int32(clamping: number))
  }

  /// Sorts the values by their numbers, which are smaller than a count; those of one number stay
  /// in their order.
  mutating func sort(count: Int) {
    starts = []
    if values.isEmpty { return }
    starts = [Int32](repeating: 0, count: count + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    if zip(numbers, numbers.dropFirst()).allSatisfy({ $0 <= $1 }) { return }
    // The next free place of each number is where its values begin.
    var next = starts
    var places = [Int32](repeating: 0, count: values.count)
    for (place, number) in numbers.enumerated() {
      places[Int(next[Int(number)])] = Int32(clamping: place)
      next[Int(number)] += 1
    }
    values = places.map { values[Int($0)] }
    numbers = places.map { numbers[Int($0)] }
  }

  /// Removes some of the values, which must have been sorted; the others stay so.
  mutating func removeAll(where isUnwanted: (_ number: Int, _ value: Value) -> Bool) {
    let count = starts.count - 1
    var kept = 0
    for place in values.indices where !isUnwanted(Int(numbers[place]), values[place]) {
      if kept < place {
        values[kept] = values[place]
        numbers[kept] = numbers[place]
      }
      kept += 1
    }
    guard kept < values.count else { return }
    values.removeLast(values.count - kept)
    numbers.removeLast(numbers.count - kept)
    sort(count: count)
  }
}
