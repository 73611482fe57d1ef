import StrictJSON
import TerminalText

extension JSONError.Reason {
  /// What is wrong with a text that should be JSON: a phrase.
  var message: Message {
    switch self {
    case .emptyText: Message(en: "the file is empty", zh: "文件是空的")
    case .unexpectedEnd:
      Message(en: "the text ends in the middle of a value", zh: "内容没有写完就结束了")
    case .expected(let expectation): expectation.message
    case .wrongKind(let expected, let found):
      Message(
        en: "expected \(expected.noun), found \(found.noun)",
        zh: "此处应为\(expected.noun)，实际是\(found.noun)"
      )
    case .trailingComma:
      Message(en: "a comma with nothing after it", zh: "逗号后面没有内容")
    case .comment: Message(en: "a comment, which JSON does not have", zh: "JSON 里不能写注释")
    case .singleQuote: Message(en: "a text in single quotes", zh: "文字用了单引号")
    case .smartQuote:
      Message(en: "a typographic quotation mark", zh: "用了中文引号")
    case .fullWidthPunctuation(let scalar):
      Message(
        en: "full-width punctuation \(quoted: String(scalar))",
        zh: "用了全角标点\(quoted: String(scalar))"
      )
    case .bareWord: Message(en: "a word without quotes", zh: "文字没有加引号")
    case .controlCharacter(let byte):
      Message(
        en: "a control character (\(String(byte, radix: 16))) in a text",
        zh: "文字里有控制字符（\(String(byte, radix: 16))）"
      )
    case .unterminatedString:
      Message(en: "a text whose closing quote is missing", zh: "文字缺少后引号")
    case .invalidEscape:
      Message(en: "a backslash that stands for nothing", zh: "反斜杠后面的字符无效")
    case .loneSurrogate:
      Message(en: "half of a surrogate pair", zh: "代理对只有一半")
    case .invalidUTF8: Message(en: "bytes that are not UTF-8", zh: "不是 UTF-8 编码")
    case .utf16Text: Message(en: "the file is UTF-16", zh: "文件是 UTF-16 编码")
    case .byteOrderMark:
      Message(en: "a byte order mark where none may be", zh: "此处不能有字节顺序标记")
    case .nulInString: Message(en: "a text with the character U+0000", zh: "文字里有空字符 U+0000")
    case .invalidNumber: Message(en: "a number JSON does not know", zh: "数字的写法不对")
    case .notAnInteger: Message(en: "expected a whole number", zh: "此处应为整数")
    case .integerOutOfRange: Message(en: "a number that is too large", zh: "数字太大")
    case .duplicateKey: Message(en: "a key that stands here twice", zh: "同一个键写了两次")
    case .tooDeep(let limit):
      Message(en: "more than \(limit) levels of brackets", zh: "括号超过\(limit)层")
    case .textTooLong(let limit):
      Message(en: "more than \(limit) bytes", zh: "超过\(limit)字节")
    case .stringTooLong(let limit):
      Message(en: "a text of more than \(limit) bytes", zh: "文字超过\(limit)字节")
    case .numberTooLong(let limit):
      Message(en: "a number of more than \(limit) characters", zh: "数字超过\(limit)个字符")
    }
  }

  /// What to write instead.
  var fix: Message {
    switch self {
    case .emptyText, .unexpectedEnd:
      Message(
        en: "restore the file, for example from version control",
        zh: "恢复这个文件，例如从版本库"
      )
    case .expected(.value): Message(en: "write a value here", zh: "在此写一个值")
    case .expected(.key):
      Message(en: "write a key in double quotes here", zh: "在此写带双引号的键")
    case .expected(.colon): Message(en: "put a ':' after the key", zh: "在键后面加':'")
    case .expected(.commaOrBrace), .expected(.commaOrBracket):
      Message(en: "is a ',' missing before it?", zh: "前面是不是少了','？")
    case .expected(.end): Message(en: "remove what follows", zh: "删去后面的内容")
    case .wrongKind(let expected, _):
      Message(en: "write \(expected.noun)", zh: "改写成\(expected.noun)")
    case .trailingComma: Message(en: "remove the comma", zh: "删去这个逗号")
    case .comment: Message(en: "remove the comment", zh: "删去注释")
    case .singleQuote, .smartQuote:
      Message(en: "use \" on both sides", zh: "两边都用英文双引号\"")
    case .fullWidthPunctuation:
      Message(en: "use the ASCII mark", zh: "改用英文标点")
    case .bareWord:
      Message(
        en: "put it in double quotes, or write true, false or null",
        zh: "加上英文双引号，或写 true、false、null"
      )
    case .controlCharacter:
      Message(en: "write \\n for a line break, \\t for a tab", zh: "换行写 \\n，制表符写 \\t")
    case .unterminatedString: Message(en: "add the closing \"", zh: "补上后面的双引号")
    case .invalidEscape: Message(en: "write \\\\ for a backslash", zh: "反斜杠写成 \\\\")
    case .loneSurrogate:
      Message(en: "write the character itself", zh: "直接写这个字符")
    case .invalidUTF8, .utf16Text:
      Message(en: "save the file as UTF-8", zh: "把文件存成 UTF-8 编码")
    case .byteOrderMark, .nulInString:
      Message(en: "remove it", zh: "把它删去")
    case .invalidNumber:
      Message(en: "write it as 12 or 0.5", zh: "写成 12 或 0.5 这样")
    case .notAnInteger, .integerOutOfRange:
      Message(en: "write a whole number within reason", zh: "写一个合理的整数")
    case .duplicateKey: Message(en: "keep one of the two", zh: "两处只留一处")
    case .tooDeep, .textTooLong, .stringTooLong, .numberTooLong:
      Message(en: "make it shorter", zh: "缩短它")
    }
  }
}

extension JSONError.Expectation {
  fileprivate var message: Message {
    switch self {
    case .value: Message(en: "expected a value", zh: "此处应为一个值")
    case .key: Message(en: "expected a key in double quotes", zh: "此处应为带双引号的键")
    case .colon: Message(en: "expected ':' after the key", zh: "键后面应为':'")
    case .commaOrBrace:
      Message(en: "expected ',' or '}' after this value", zh: "此处应为','或'}'")
    case .commaOrBracket:
      Message(en: "expected ',' or ']' after this value", zh: "此处应为','或']'")
    case .end: Message(en: "expected nothing after the value", zh: "此处应已结束")
    }
  }
}

extension JSONKind {
  /// The kind as a person names it.
  fileprivate var noun: Message { .noun(ofKind: word) }
}

extension Message {
  /// A kind of value as a person names it; any other word stays as it is.
  static func noun(ofKind word: String) -> Message {
    switch word {
    case "object": Message(en: "an object {…}", zh: "对象 {…}")
    case "array": Message(en: "a list […]", zh: "列表 […]")
    case "string": Message(en: "a text in quotes", zh: "带引号的文字")
    case "number": Message(en: "a number", zh: "数字")
    case "integer": Message(en: "a whole number", zh: "整数")
    case "boolean": Message(en: "true or false", zh: "true 或 false")
    case "null": Message(en: "null", zh: "null")
    default: .verbatim(word)
    }
  }
}
