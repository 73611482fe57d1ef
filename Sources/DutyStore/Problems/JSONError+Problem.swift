internal import StrictJSON

extension Problem {
  /// What a reader of JSON says, as a problem of a file.
  init(_ error: JSONError, at place: FilePlace, other: FilePlace? = nil) {
    var values: [String: String] = ["reason": error.reason.word]
    var code = ProblemCode.badJSON
    switch error.reason {
    case .wrongKind(let expected, let found):
      code = .badType
      values["expected"] = expected.word
      values["found"] = found.word
    case .notAnInteger:
      code = .badType
      values["expected"] = "integer"
    case .duplicateKey: code = .duplicateKey
    case .tooDeep(let limit), .textTooLong(let limit), .stringTooLong(let limit),
      .numberTooLong(let limit):
      values["limit"] = String(limit)
    case .expected(let expectation): values["expected"] = expectation.word
    case .fullWidthPunctuation(let scalar): values["found"] = String(scalar)
    default: break
    }
    self.init(code, at: place, values: values, other: other, detail: .json(error.reason))
  }
}

extension JSONError.Expectation {
  var word: String {
    switch self {
    case .value: "value"
    case .key: "key"
    case .colon: "colon"
    case .commaOrBrace: "comma-or-brace"
    case .commaOrBracket: "comma-or-bracket"
    case .end: "end"
    }
  }
}

extension JSONError.Reason {
  /// The word of the fault, as `values` carries it.
  var word: String {
    switch self {
    case .emptyText: "empty-text"
    case .unexpectedEnd: "unexpected-end"
    case .expected: "expected"
    case .wrongKind: "wrong-kind"
    case .trailingComma: "trailing-comma"
    case .comment: "comment"
    case .singleQuote: "single-quote"
    case .smartQuote: "smart-quote"
    case .fullWidthPunctuation: "full-width-punctuation"
    case .bareWord: "bare-word"
    case .controlCharacter: "control-character"
    case .unterminatedString: "unterminated-string"
    case .invalidEscape: "invalid-escape"
    case .loneSurrogate: "lone-surrogate"
    case .invalidUTF8: "invalid-utf8"
    case .utf16Text: "utf16-text"
    case .byteOrderMark: "byte-order-mark"
    case .nulInString: "nul-in-string"
    case .invalidNumber: "invalid-number"
    case .notAnInteger: "not-an-integer"
    case .integerOutOfRange: "integer-out-of-range"
    case .duplicateKey: "duplicate-key"
    case .tooDeep: "too-deep"
    case .textTooLong: "text-too-long"
    case .stringTooLong: "string-too-long"
    case .numberTooLong: "number-too-long"
    }
  }
}
