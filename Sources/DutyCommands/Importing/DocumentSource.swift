import DutyImport
import DutyStore
import OfficeDocuments
import TerminalText

/// Where a document comes from, and what is needed to read it as text.
struct DocumentSource {
  /// The name as it was typed; `-` is standard input.
  let name: String

  var isStandardInput: Bool { name == "-" }

  /// What messages call it.
  var shownName: String { isStandardInput ? "-" : name }

  /// Reads the document.
  ///
  /// - Returns: Its text; of a Word document a line a paragraph, and cells with tabs between them.
  /// - Throws: An error that tells how to turn the document into one that can be read.
  func text(in context: Context) throws -> String {
    let limit = DocumentText.longest
    let bytes: [UInt8]
    if isStandardInput {
      bytes = context.surroundings.readBytes(limit + 1)
    } else {
      let path = context.surroundings.workingDirectory.map { Path.join($0, name) } ?? name
      do throws(FileError) {
        bytes = try context.files.read(path, limit: limit, followingLinks: true)
      } catch  where error.reason == .notARegularFile {
        throw CommandError.refused(
          .data,
          code: error.reason.code,
          Message(
            en: "Cannot read \(quoted: name): \(error.reason.words)",
            zh: "无法读取\(quoted: name)：\(error.reason.words)"
          ),
          advice: [
            Message(
              en: "Name one document, not a folder.",
              zh: "请写一份文件的名称，不要写文件夹。"
            )
          ]
        )
      } catch {
        // The name as it was typed is the one that is known.
        throw StoreError.file(FileError(name, error.action, error.reason))
      }
    }
    let kind = DocumentKind(bytes)
    switch kind {
    case .text:
      return String(decoding: bytes, as: UTF8.self)
    case .zip:
      do throws(OfficeError) {
        return try WordDocument(reading: bytes).text
      } catch {
        throw refused(error.message, code: "unreadable-document", error.advice)
      }
    case .utf16, .gb18030, .unknownEncoding, .oldWord, .pdf, .richText, .webPage:
      throw refused(kind.words, code: "unreadable-document", kind.advice(for: self))
    }
  }

  private func refused(_ message: Message, code: String, _ advice: [Message]) -> CommandError {
    .refused(
      .data,
      code: code,
      Message(en: "\(quoted: shownName): \(message)", zh: "\(quoted: shownName)：\(message)"),
      advice: advice + [Message(en: "Nothing was written.", zh: "没有写入任何内容。")]
    )
  }
}

extension OfficeError {
  /// What to do, if there is more to say than what is wrong.
  fileprivate var advice: [Message] {
    guard self == .notAWordDocument(.workbook) else { return [] }
    return [
      Message(
        en: "Copy its cells, the names of the columns too, into a .txt file, and import that.",
        zh: "请把表格（连同栏目名）复制到 .txt 文件里再导入。"
      )
    ]
  }
}

extension DocumentKind {
  /// What is wrong with a document of the kind; text and Word documents are read.
  var words: Message {
    switch self {
    case .text, .zip: .empty
    case .utf16: Message(en: "the text is UTF-16, not UTF-8", zh: "文字是 UTF-16 编码，不是 UTF-8")
    case .gb18030:
      Message(
        en: "the text is not UTF-8; it looks like GB18030 (GBK)",
        zh: "文字不是 UTF-8 编码，看来是 GB18030（GBK）"
      )
    case .unknownEncoding(let offset):
      Message(
        en: "the text is not UTF-8 (byte \(offset + 1))",
        zh: "文字不是 UTF-8 编码（第\(offset + 1)个字节）"
      )
    case .oldWord:
      Message(en: "this is a .doc of Word 97 to 2003", zh: "这是 Word 97-2003 的 .doc 文件")
    case .pdf: Message(en: "this is a PDF", zh: "这是 PDF 文件")
    case .richText: Message(en: "this is an .rtf file", zh: "这是 .rtf 文件")
    case .webPage: Message(en: "this is a web page", zh: "这是网页文件")
    }
  }

  fileprivate func advice(for source: DocumentSource) -> [Message] {
    switch self {
    case .text, .zip, .unknownEncoding: []
    case .utf16, .gb18030: foreignEncoding.map { [DocumentKind.conversion($0, source)] } ?? []
    case .oldWord, .richText:
      [
        Message(
          en: "Save it as .docx in Word or WPS, and import that.",
          zh: "请用 Word 或 WPS 另存为 .docx 再导入。"
        )
      ]
    case .pdf:
      [
        Message(
          en:
            "Take the text out of it: \(command: "pdftotext -layout\(source.argument) - | duty import -")",
          zh: "先取出文字：\(command: "pdftotext -layout\(source.argument) - | duty import -")"
        )
      ]
    case .webPage:
      [
        Message(
          en: "Copy the text of the page into a file, and import that.",
          zh: "请把网页上的文字复制到文件里再导入。"
        )
      ]
    }
  }

  private static func conversion(_ encoding: String, _ source: DocumentSource) -> Message {
    let line = "iconv -f \(encoding) -t UTF-8\(source.argument) | duty import -"
    return Message(
      en: "Convert it: \(command: line)",
      zh: "先转换编码：\(command: line)"
    )
  }
}

extension DocumentSource {
  /// The name as a shell takes it, with a space before it; nothing for standard input.
  fileprivate var argument: String { isStandardInput ? "" : " " + name.quotedForShell }
}
