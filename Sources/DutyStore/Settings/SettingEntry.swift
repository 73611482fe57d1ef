/// A setting with its value and where it comes from.
package struct SettingEntry: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case standard
    case file(FilePlace)
  }

  package let name: String
  /// The value, or `nil` if there is none.
  package let value: SettingValue?
  package let origin: Origin
}

extension SettingEntry {
  /// The entries of a file.
  ///
  /// - Parameters:
  ///   - keys: The keys of its format, in their order.
  ///   - defaults: The values of those that are not given.
  ///   - given: What it gives.
  ///   - bytes: Its bytes.
  ///   - path: Its path for people.
  /// - Returns: Every key once; those that stand for any name with each name that has a value.
  static func all(
    of keys: [SettingKey],
    _ defaults: [String: SettingValue],
    _ given: [GivenSetting],
    in bytes: [UInt8],
    of path: String
  ) -> [SettingEntry] {
    func entry(_ name: String) -> SettingEntry {
      guard let setting = given.last(where: { $0.name == name }) else {
        return SettingEntry(name: name, value: defaults[name], origin: .standard)
      }
      let place = FilePlace(path: path, offset: setting.offset, in: bytes.span)
      return SettingEntry(name: name, value: setting.value, origin: .file(place))
    }
    var result: [SettingEntry] = []
    for key in keys {
      guard key.name.hasSuffix("*") else {
        result.append(entry(key.name))
        continue
      }
      let prefix = key.name.dropLast()
      var names = Set(given.map(\.name).filter { $0.hasPrefix(prefix) })
      // Colours that are given replace those that are not, all of them.
      if prefix != "colors." || names.isEmpty {
        names.formUnion(defaults.keys.filter { $0.hasPrefix(prefix) })
      }
      for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        result.append(entry(name))
      }
    }
    return result
  }
}
