@testable import StrictJSON

extension JSONPolicy {
  /// The policy that accepts whatever the grammar allows, to 512 levels.
  static let lenient = JSONPolicy(
    maximumDepth: 512,
    maximumBytes: largestText,
    maximumStringBytes: largestText,
    maximumNumberBytes: largestText,
    allowsNUL: true,
    allowsDuplicateKeys: true
  )
}
