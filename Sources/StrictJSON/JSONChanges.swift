/// Edits, resolved to the values they change.
///
/// A value is known by the offset of its first byte, which no other value shares.
struct JSONChanges {
  /// A value parsed from a fragment, with the fragment's bytes.
  struct NewValue {
    let bytes: [UInt8]
    let value: JSONValue
  }

  /// A member or element to come.
  struct Insertion {
    /// How many of the container's present parts stand before it.
    let place: Int

    /// The key with its quotes; empty in an array.
    let key: [UInt8]
    let value: NewValue
  }

  private(set) var replacements: [Int: NewValue] = [:]
  private(set) var removals: Set<Int> = []
  private(set) var insertions: [Int: [Insertion]] = [:]

  /// The values that have edits somewhere within them.
  private var ancestors: Set<Int> = []
  private var addedKeys: [Int: Set<[UInt8]>] = [:]
  private let root: JSONValue

  init(root: JSONValue) {
    self.root = root
  }

  /// Resolves an edit.
  ///
  /// - Throws: What is wrong with it, or with it and an earlier one together.
  mutating func add(_ edit: JSONEdit) throws(JSONEditError) {
    switch edit {
    case .replace(let path, let fragment):
      let target = try find(path)
      try claim(target, path)
      replacements[target.range.lowerBound] = try parse(fragment)
    case .remove(let path):
      let target = try find(path)
      guard !path.isEmpty else { throw .conflict(path) }
      try claim(target, path)
      removals.insert(target.range.lowerBound)
    case .addMember(let key, let fragment, let path, let after):
      try addMember(key, fragment, path, after)
    case .insertElement(let fragment, let path, let index):
      let target = try find(path)
      guard case .array(let elements) = target.content else {
        throw .wrongKind(path, expected: .array, found: target.kind)
      }
      let place = index ?? elements.count
      guard (0...elements.count).contains(place) else { throw .notFound(path + [.index(place)]) }
      try insert([], fragment, at: place, into: target, path)
    }
  }

  private mutating func addMember(
    _ key: String,
    _ fragment: JSONFragment,
    _ path: [JSONPathStep],
    _ after: String?
  ) throws(JSONEditError) {
    let target = try find(path)
    guard case .object(let members) = target.content else {
      throw .wrongKind(path, expected: .object, found: target.kind)
    }
    let name = Array(key.utf8)
    let isKept = target[key].map { !removals.contains($0.range.lowerBound) } ?? false
    guard !isKept, !addedKeys[target.range.lowerBound, default: []].contains(name) else {
      throw .keyExists(key, path)
    }
    var place = members.count
    if let after {
      guard let index = members.firstIndex(where: { $0.key.utf8.elementsEqual(after.utf8) }) else {
        throw .notFound(path + [.key(after)])
      }
      place = index + 1
    }
    var json = JSONWriter()
    json.value(key)
    try insert(json.bytes, fragment, at: place, into: target, path)
    addedKeys[target.range.lowerBound, default: []].insert(name)
  }

  private mutating func insert(
    _ key: [UInt8],
    _ fragment: JSONFragment,
    at place: Int,
    into target: JSONValue,
    _ path: [JSONPathStep]
  ) throws(JSONEditError) {
    let start = target.range.lowerBound
    guard replacements[start] == nil, !removals.contains(start) else { throw .conflict(path) }
    let insertion = Insertion(place: place, key: key, value: try parse(fragment))
    insertions[start, default: []].append(insertion)
    ancestors.insert(start)
  }

  /// Reserves a value for one edit alone.
  private mutating func claim(_ target: JSONValue, _ path: [JSONPathStep]) throws(JSONEditError) {
    let start = target.range.lowerBound
    guard replacements[start] == nil, !removals.contains(start), !ancestors.contains(start) else {
      throw .conflict(path)
    }
  }

  /// Finds a value, and notes that the ones around it have edits in them.
  private mutating func find(_ path: [JSONPathStep]) throws(JSONEditError) -> JSONValue {
    guard let target = root[path] else { throw .notFound(path) }
    for length in 0..<path.count {
      guard let outer = root[Array(path.prefix(length))] else { continue }
      let start = outer.range.lowerBound
      guard replacements[start] == nil, !removals.contains(start) else { throw .conflict(path) }
      ancestors.insert(start)
    }
    return target
  }

  private func parse(_ fragment: JSONFragment) throws(JSONEditError) -> NewValue {
    do throws(JSONError) {
      return NewValue(bytes: fragment.bytes, value: try JSONValue(fragment.bytes.span))
    } catch {
      throw .invalidFragment(error)
    }
  }
}
