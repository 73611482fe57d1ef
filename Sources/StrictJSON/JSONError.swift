/// Why a text is not the JSON that was asked for, and where.
package struct JSONError: Error, Equatable, Sendable {
  /// What is wrong.
  package let reason: Reason

  /// The offset in bytes of the fault, from the start of the bytes that were read.
  ///
  /// `JSONPosition` makes a line and a column of it.
  package let offset: Int

  /// Creates an error.
  package init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// What is wrong with a text; the wording is the caller's.
  package enum Reason: Equatable, Sendable {
    /// Nothing but white space.
    case emptyText

    /// The text stops in the middle of a value.
    case unexpectedEnd

    /// Something else stands where this should be.
    case expected(Expectation)

    /// A well-formed value of another kind than was asked for.
    case wrongKind(expected: JSONKind, found: JSONKind)

    /// A comma before a closing bracket; the offset is the comma's.
    case trailingComma

    /// A comment (`//`, `/*` or `#`).
    case comment

    /// A string in single quotes.
    case singleQuote

    /// A typographic quotation mark (“ ” ‘ ’ „ « » or full-width) where `"` should be.
    case smartQuote

    /// Full-width or ideographic punctuation, as input methods give it: `，` `：` `｛` `【`.
    case fullWidthPunctuation(Unicode.Scalar)

    /// A word without quotes, or one that only other languages know: `True`, `NaN`, `name`.
    case bareWord

    /// A control character in a string, a line break too; it must be escaped.
    case controlCharacter(UInt8)

    /// The text ends within a string; the offset is that of its opening quote.
    case unterminatedString

    /// A backslash followed by something that is no escape; the offset is the backslash's.
    case invalidEscape

    /// Half of a surrogate pair (`\ud800`); the offset is the backslash's.
    case loneSurrogate

    /// Bytes that are not UTF-8: a stray or missing continuation, an overlong form, a surrogate,
    /// or more than U+10FFFF.
    case invalidUTF8

    /// The text is UTF-16, as some editors save it.
    case utf16Text

    /// A byte order mark that is not at offset 0, or is not allowed.
    case byteOrderMark

    /// U+0000 in a string.
    case nulInString

    /// A number in a form JSON does not know: `01`, `+1`, `.5`, `1.`, `0x1F`.
    case invalidNumber

    /// A number with a fraction or an exponent where an integer is asked for.
    case notAnInteger

    /// An integer beyond ±(2⁵³ − 1), which other programs would round.
    case integerOutOfRange

    /// A key that its object has already; `first` is the offset of the first one's opening quote.
    case duplicateKey(first: Int)

    /// More levels of nesting than the policy allows.
    case tooDeep(limit: Int)

    /// A text with more bytes than the policy allows.
    case textTooLong(limit: Int)

    /// A string with more bytes than the policy allows; the offset is its opening quote's.
    case stringTooLong(limit: Int)

    /// A number with more bytes than the policy allows.
    case numberTooLong(limit: Int)
  }

  /// What the grammar asks for at a place.
  package enum Expectation: Equatable, Sendable {
    /// Any value.
    case value

    /// A key, which is a string in double quotes.
    case key

    /// The colon between a key and its value.
    case colon

    /// A comma, or the brace that closes the object.
    case commaOrBrace

    /// A comma, or the bracket that closes the array.
    case commaOrBracket

    /// The end of the text: one value is all.
    case end
  }
}

/// The kinds of value that JSON has.
package enum JSONKind: Equatable, Sendable {
  case object
  case array
  case string
  case number
  case bool
  case null

  /// The kind as JSON Schema names it.
  package var word: String {
    switch self {
    case .object: "object"
    case .array: "array"
    case .string: "string"
    case .number: "number"
    case .bool: "boolean"
    case .null: "null"
    }
  }
}
