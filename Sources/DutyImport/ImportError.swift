package import TerminalText

/// Why a document cannot become a checklist.
package enum ImportError: Error, Hashable, Sendable {
  /// It is longer than any checklist is.
  case tooLong(bytes: Int, most: Int)
  /// A text in it, of a duty or a heading, is longer than a file can hold.
  case textTooLong(line: Int, bytes: Int, most: Int)
  /// It has no words at all.
  case empty
  /// It is no text: control characters, or bytes that are no UTF-8.
  case notText(line: Int)
  /// It is in another language than Chinese.
  case notChinese(line: Int)
  /// It is a report on what was done, by its opening and its headings.
  case report(line: Int, signs: [String])
  /// It is a sheet of points whose cells have run together.
  case flattenedScores(line: Int, signs: [String])
  /// Its columns have run into one another: short lines whose numbers are out of order.
  case interleavedColumns(line: Int)
  /// It has no numbered items.
  case noItems(line: Int)
  /// It is a table, and no column is named after duties.
  case noDutyColumn(line: Int)
  /// Most of it is text without numbers.
  case prose(line: Int, numbered: Int, paragraphs: Int)
}

extension ImportError {
  /// The line of the document that shows it best, from 1; `nil` if it is no one line.
  package var line: Int? {
    switch self {
    case .tooLong, .empty: nil
    case .textTooLong(let line, _, _), .notText(let line), .notChinese(let line),
      .report(let line, _), .flattenedScores(let line, _), .interleavedColumns(let line),
      .noItems(let line), .noDutyColumn(let line), .prose(let line, _, _):
      line
    }
  }
}

// MARK: - Wording

extension ImportError: Localizable {
  package var message: Message {
    switch self {
    case .tooLong(let bytes, let most):
      Message(
        en: "the document has \(bytes) bytes, which is no checklist; at most \(most) are read",
        zh: "文档有 \(bytes) 字节，不会是责任清单；最多读取 \(most) 字节"
      )
    case .textTooLong(_, let bytes, let most):
      Message(
        en: "one item has \(bytes) bytes, which is no duty; at most \(most) can be kept",
        zh: "一条就有 \(bytes) 字节，不会是职责；最多存 \(most) 字节"
      )
    case .empty:
      Message(en: "the document has no text", zh: "文档没有文字")
    case .notText:
      Message(
        en: "this is no text in UTF-8; save the document as a text file in UTF-8",
        zh: "这不是 UTF-8 文本，请把文档另存为 UTF-8 的文本文件"
      )
    case .notChinese:
      Message(
        en: "this is not Chinese; only Chinese documents can be imported",
        zh: "这不是中文文件，只能导入中文的清单"
      )
    case .report(_, let signs):
      Message(
        en: """
          this reads like a report, not a checklist (\(Message.list(quoted: signs)))
          """,
        zh: "这像是报告，不是责任清单（\(Message.list(quoted: signs))）"
      )
    case .flattenedScores(_, let signs):
      Message(
        en:
          "this is a score table whose cells have run together (\(Message.list(quoted: signs))); read the table itself",
        zh: "这是打散了的评分表（\(Message.list(quoted: signs))），请导入原来的表格"
      )
    case .interleavedColumns:
      Message(
        en: "the columns of a table have run into one another; read the table itself",
        zh: "表格的各栏混在一起，无法读取，请导入原来的表格"
      )
    case .noItems:
      Message(
        en: "no numbered duties: this is not a checklist",
        zh: "没有编号的职责，不是责任清单"
      )
    case .noDutyColumn:
      Message(
        en: "no column of this table is named after duties",
        zh: "这张表没有一个栏目名表明哪一栏是职责"
      )
    case .prose(_, let numbered, let paragraphs):
      Message(
        en: """
          this reads like prose, not a checklist: \(numbered, "numbered item", "numbered items") \
          beside \(paragraphs, "paragraph", "paragraphs") without a number
          """,
        zh: "这像是文章，不是责任清单：编号条目 \(numbered) 条，没有编号的段落 \(paragraphs) 段"
      )
    }
  }
}
