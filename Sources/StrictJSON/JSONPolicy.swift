/// What a reader accepts beyond the grammar of JSON, and how large a text may be.
///
/// The grammar itself (RFC 8259) is not a matter of policy: comments, trailing commas, text that is
/// not UTF-8 and lone surrogates are refused under every policy.
package struct JSONPolicy: Sendable, Equatable {
  /// The deepest nesting of objects and arrays, counted from 1 for a top-level container.
  package var maximumDepth: Int

  /// The largest text, in bytes; never more than 2 GiB − 1, so that an offset fits 32 bits.
  package var maximumBytes: Int

  /// The longest string, in bytes of UTF-8 after unescaping.
  package var maximumStringBytes: Int

  /// The longest number, in bytes as written.
  package var maximumNumberBytes: Int

  /// Whether a string may contain U+0000 (as `\u0000`; a raw one is never JSON).
  package var allowsNUL: Bool

  /// Whether an object may have the same key twice.
  package var allowsDuplicateKeys: Bool

  /// Whether one byte order mark is skipped at offset 0.
  package var allowsByteOrderMark: Bool

  /// Creates a policy; what is not given is as in `strict`.
  package init(
    maximumDepth: Int = 64,
    maximumBytes: Int = 64 << 20,
    maximumStringBytes: Int = 64 << 10,
    maximumNumberBytes: Int = 32,
    allowsNUL: Bool = false,
    allowsDuplicateKeys: Bool = false,
    allowsByteOrderMark: Bool = true
  ) {
    self.maximumDepth = maximumDepth
    self.maximumBytes = min(maximumBytes, JSONPolicy.largestText)
    self.maximumStringBytes = maximumStringBytes
    self.maximumNumberBytes = maximumNumberBytes
    self.allowsNUL = allowsNUL
    self.allowsDuplicateKeys = allowsDuplicateKeys
    self.allowsByteOrderMark = allowsByteOrderMark
  }

  /// The policy for files that people edit: 64 levels, 64 MiB, strings of 64 KiB, numbers of 32
  /// bytes, no NUL, no duplicate keys.
  package static let strict = JSONPolicy()

  /// The absolute limit of a text: offsets are kept in 32 bits, lengths in 31 and a flag.
  static let largestText = Int(Int32.max)
}
