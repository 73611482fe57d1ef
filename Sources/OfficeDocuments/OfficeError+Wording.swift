package import TerminalText

extension OfficeError: Localizable {
  package var message: Message {
    switch self {
    case .notAnArchive: .notAnArchive
    case .compoundFile: .compoundFile
    case .damaged(let fault, nil): .damaged(fault.message)
    case .damaged(let fault, let entry?): .damaged(fault.message, entry: entry)
    case .unsupported(let feature, nil): .unsupported(feature.message)
    case .unsupported(let feature, let entry?): .unsupported(feature.message, entry: entry)
    case .limitExceeded(let kind, let limit): kind.message(limit: limit)
    case .notAWordDocument(let kind): kind.message
    case .missingPart(let part): .missingPart(part)
    case .invalidXML(let fault, let part, let line): .invalidXML(fault.message, part, line)
    case .sheetTooLarge(let sheet): .sheetTooLarge(sheet)
    }
  }
}

extension ArchiveFault: Localizable {
  package var message: Message {
    switch self {
    case .structure: Message(en: "its list of contents is cut off or wrong", zh: "目录不完整或有误")
    case .duplicateName: Message(en: "two entries have one name", zh: "有重名的部分")
    case .overlap: Message(en: "two entries overlap", zh: "有互相重叠的部分")
    case .compressedData: Message(en: "the compressed data is invalid", zh: "压缩数据无效")
    case .size: Message(en: "the size is wrong", zh: "大小不符")
    case .checksum: Message(en: "the checksum is wrong", zh: "校验和不符")
    }
  }
}

extension ArchiveFeature: Localizable {
  package var message: Message {
    switch self {
    case .encryption: Message(en: "a password", zh: "密码保护")
    case .zip64: Message(en: "the ZIP64 extension", zh: "ZIP64扩展")
    case .severalDisks: Message(en: "an archive in several files", zh: "分卷压缩")
    case .compressionMethod(let number):
      Message(en: "compression method \(number)", zh: "第\(number)号压缩方法")
    }
  }
}

extension ArchiveLimit {
  fileprivate func message(limit: Int) -> Message {
    switch self {
    case .entryCount:
      Message(
        en: "the file has more than \(limit) parts, too many for a document",
        zh: "文件含有\(limit)个以上的部分，不像是文档"
      )
    case .entrySize:
      Message(
        en: "a part of the file is larger than \(limit) bytes",
        zh: "文件中有一部分超过\(limit)字节"
      )
    case .totalSize:
      Message(
        en: "the parts of the file are larger than \(limit) bytes together",
        zh: "文件各部分合计超过\(limit)字节"
      )
    case .ratio:
      Message(
        en: "a part of the file grows more than \(limit) times, as only a trap for programs does",
        zh: "文件中有一部分解压后增大\(limit)倍以上，疑为恶意文件"
      )
    }
  }
}

extension DocumentKind: Localizable {
  package var message: Message {
    switch self {
    case .workbook:
      Message(en: "this is a workbook, not a .docx document", zh: "这是电子表格，不是.docx文档")
    case .presentation:
      Message(en: "this is a presentation, not a .docx document", zh: "这是演示文稿，不是.docx文档")
    case .openDocument:
      Message(
        en: "this is an OpenDocument file; save it as .docx first",
        zh: "这是OpenDocument文件，请先另存为.docx"
      )
    case .unknown: Message(en: "this is no .docx document", zh: "这不是.docx文档")
    }
  }
}

extension XMLFault: Localizable {
  package var message: Message {
    switch self {
    case .unexpectedEnd: Message(en: "it stops in the middle", zh: "内容不完整")
    case .invalidEncoding: Message(en: "its encoding is broken", zh: "编码有误")
    case .unsupportedEncoding:
      Message(en: "it is in neither UTF-8 nor UTF-16", zh: "编码既不是UTF-8也不是UTF-16")
    case .documentType: Message(en: "it has a document type declaration", zh: "含有文档类型声明")
    case .unknownEntity: Message(en: "it has an unknown entity", zh: "含有未知的实体")
    case .forbiddenCharacter: Message(en: "it has a forbidden character", zh: "含有禁用的字符")
    case .malformed: Message(en: "it is malformed", zh: "格式有误")
    case .mismatchedTag: Message(en: "an end tag does not match", zh: "结束标记不匹配")
    case .undeclaredPrefix: Message(en: "a prefix is not declared", zh: "前缀未声明")
    case .duplicateAttribute: Message(en: "an attribute stands twice", zh: "属性重复")
    case .tooDeep: Message(en: "it is nested too deeply", zh: "嵌套过深")
    }
  }
}

extension Message {
  fileprivate static let notAnArchive = Message(
    en: "this is no .docx document",
    zh: "这不是.docx文档"
  )

  fileprivate static let compoundFile = Message(
    en: "this is a .doc file, or protected by a password; save it as .docx without one first",
    zh: "这是.doc文件或有密码保护，请先另存为无密码的.docx"
  )

  fileprivate static func damaged(_ reason: Message) -> Message {
    Message(en: "the file is damaged: \(reason)", zh: "文件已损坏：\(reason)")
  }

  fileprivate static func damaged(_ reason: Message, entry: String) -> Message {
    Message(
      en: "the file is damaged: \(reason) (part \(quoted: entry))",
      zh: "文件已损坏：\(reason)（\(quoted: entry)部分）"
    )
  }

  fileprivate static func unsupported(_ feature: Message) -> Message {
    Message(
      en: "the file uses \(feature), which is not supported",
      zh: "文件使用了\(feature)，无法读取"
    )
  }

  fileprivate static func unsupported(_ feature: Message, entry: String) -> Message {
    Message(
      en: "the file uses \(feature), which is not supported (part \(quoted: entry))",
      zh: "文件使用了\(feature)，无法读取（\(quoted: entry)部分）"
    )
  }

  fileprivate static func missingPart(_ part: String) -> Message {
    Message(
      en: "the file is damaged: it has no part \(quoted: part)",
      zh: "文件已损坏：缺少\(quoted: part)部分"
    )
  }

  fileprivate static func invalidXML(_ reason: Message, _ part: String, _ line: Int) -> Message {
    Message(
      en: "the file is damaged: \(reason) (part \(quoted: part), line \(line))",
      zh: "文件已损坏：\(reason)（\(quoted: part)部分第\(line)行）"
    )
  }

  fileprivate static func sheetTooLarge(_ sheet: String) -> Message {
    Message(
      en: "sheet \(quoted: sheet) has more rows or columns than a workbook can hold",
      zh: "工作表\(quoted: sheet)的行数或列数超出上限"
    )
  }
}
