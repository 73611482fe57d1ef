package import DutyModel
import OfficeDocuments
package import TerminalText

/// The report of a year as a value: what stands in it, and nothing of how it is printed.
///
/// It says only what the journal shows. What is missing is a gap (``gaps``), late work is said to be
/// late, and what was taken back does not appear. The same workspace on the same day always gives
/// the same value.
package struct YearlyReport: Sendable {
  /// What a report is for.
  package enum Kind: String, CaseIterable, Sendable {
    /// How an office's duties of a year were met (落实主体责任情况报告).
    case annual
    /// One person's report, in the first person (述责述廉报告).
    case accountability
    /// The office's own score by sections (责任制自评报告).
    case selfAssessment = "self-assessment"
  }

  /// What the report is for; `nil` for a person's sheet of duties.
  package let kind: Kind?
  /// The language of the checklist, in which the whole report is written.
  package let language: Language
  package let year: Int
  /// The day looked at, which is the report's date.
  package let asOf: Day
  /// The line above the title, where the name of the office is not in it.
  package let letterhead: String?
  package let title: String
  /// The line below the title: the post and the name of the person who reports.
  package let subtitle: String?
  /// To whom it goes, with the mark that follows (`县委：`).
  package let addressee: String?
  package let body: [Block]
  package let signature: Signature
  package let annexes: [Annex]
  /// The figures drawn by forms that can draw.
  package let charts: [Chart]
  /// What the person answers for besides, and this report does not tell.
  package let toldElsewhere: [ToldElsewhere]

  package init(
    kind: Kind?,
    language: Language,
    year: Int,
    asOf: Day,
    letterhead: String? = nil,
    title: String,
    subtitle: String? = nil,
    addressee: String? = nil,
    body: [Block],
    signature: Signature,
    annexes: [Annex] = [],
    charts: [Chart] = [],
    toldElsewhere: [ToldElsewhere] = []
  ) {
    self.kind = kind
    self.language = language
    self.year = year
    self.asOf = asOf
    self.letterhead = letterhead?.visible
    self.title = title.visible
    self.subtitle = subtitle?.visible
    self.addressee = addressee?.visible
    self.body = body
    self.signature = signature
    self.annexes = Annex.numbered(annexes)
    self.charts = charts
    self.toldElsewhere = toldElsewhere
  }
}

extension YearlyReport {
  /// A part of the text, in the order of reading.
  package enum Block: Hashable, Sendable {
    case heading(Heading)
    case paragraph(Paragraph)
    case table(Table)
  }

  /// A heading on a line of its own.
  package struct Heading: Hashable, Sendable {
    /// 1 for 一、 and `1.`, 2 for （一） and `1.1`.
    package let level: Int
    /// The text with its number.
    package let text: Sentence

    package init(level: Int, _ text: Sentence) {
      self.level = level
      self.text = text
    }
  }

  /// Sentences that stand together.
  package struct Paragraph: Hashable, Sendable {
    /// What runs into the first sentence, such as “（一）推进问题整改”.
    package let lead: Sentence?
    package let sentences: [Sentence]

    package init(_ sentences: [Sentence], lead: Sentence? = nil) {
      self.lead = lead
      self.sentences = sentences.filter { !$0.isEmpty }
    }
  }

  /// A table of plain texts.
  package struct Table: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
      package let header: String
      /// Whether its cells are numbers, which stand at the right.
      package let isNumeric: Bool

      package init(_ header: String, isNumeric: Bool = false) {
        self.header = header
        self.isNumeric = isNumeric
      }
    }

    package let columns: [Column]
    /// As many cells in every row as there are columns.
    package let rows: [[Sentence]]
    /// The row of sums at the foot, if there is one.
    package let total: [Sentence]?

    package init(columns: [Column], rows: [[Sentence]], total: [Sentence]? = nil) {
      self.columns = columns
      self.rows = rows
      self.total = total
    }
  }

  /// Who signs, and when.
  package struct Signature: Hashable, Sendable {
    package let name: Sentence
    /// The day in its official form.
    package let date: String

    package init(name: Sentence, date: String) {
      self.name = name
      self.date = date
    }
  }

  /// A table behind the signature.
  package struct Annex: Hashable, Sendable {
    /// What it is, such as 附件, and after a space or a colon what it holds.
    package let title: String
    /// The part of the title that says what it is, with its number if it has one.
    let mark: String
    package let table: Table
    /// The line below the table, if there is one.
    package let note: Sentence?

    package init(title: String, table: Table, note: Sentence? = nil) {
      let title = title.visible
      self.title = title
      mark = String(title.prefix { $0 != " " && $0 != ":" })
      self.table = table
      self.note = note
    }

    /// The annexes with numbers where several have the same mark: 附件1, 附件2.
    fileprivate static func numbered(_ annexes: [Annex]) -> [Annex] {
      var numbers: [String: Int] = [:]
      return annexes.map { annex in
        let mark = annex.mark
        guard !mark.isEmpty, annexes.count(where: { $0.mark == mark }) > 1 else { return annex }
        numbers[mark, default: 0] += 1
        let space = mark.utf8.last.map { $0 < 0x80 } ?? false ? " " : ""
        let number = "\(mark)\(space)\(numbers[mark, default: 1])"
        let title = number + annex.title.dropFirst(mark.count)
        return Annex(title: title, mark: number, table: annex.table, note: annex.note)
      }
    }

    private init(title: String, mark: String, table: Table, note: Sentence?) {
      self.title = title
      self.mark = mark
      self.table = table
      self.note = note
    }

    /// The title without the mark.
    var name: String { String(title.dropFirst(mark.count)).trimmed().withoutColon }
  }

  /// What is annexed, as the note below the text announces it: 附件：1.问题清单, one line each.
  ///
  /// A table that the text itself points at by another name (附表) is none of them.
  var attachmentNote: (label: String, names: [String])? {
    let (mark, label) = language == .chinese ? ("附件", "附件：") : ("Annex", "Annexes: ")
    let names = annexes.filter { $0.mark.hasPrefix(mark) }.map { annex in
      language == .chinese ? annex.name : EnglishWords.capitalized(annex.name)
    }
    if names.isEmpty { return nil }
    return (names.count == 1 && language == .english ? "Annex: " : label, names)
  }

  /// The lines of that note; one under the other.
  var attachmentLines: [String] {
    guard let (label, names) = attachmentNote else { return [] }
    return names.enumerated().map { place, name in
      OfficialDocument.attachmentStart(at: place, of: names.count, label: label) + name
    }
  }

  /// A place where something has to be put in.
  package struct Gap: Hashable, Sendable {
    /// The name of the requirement or the finding it is about, if it is about one.
    package let subject: String?
    /// The words that stand in the report.
    package let text: String
  }

  /// Every sentence of the report in the order of reading, headings and tables included.
  package var sentences: [Sentence] {
    var result: [Sentence] = []
    func add(_ table: Table) {
      for row in table.rows { result += row }
      result += table.total ?? []
    }
    for block in body {
      switch block {
      case .heading(let heading): result.append(heading.text)
      case .paragraph(let paragraph):
        result += [paragraph.lead].compactMap(\.self) + paragraph.sentences
      case .table(let table): add(table)
      }
    }
    result.append(signature.name)
    for annex in annexes {
      add(annex.table)
      if let note = annex.note { result.append(note) }
    }
    return result
  }

  /// What is missing, in the order of reading; an empty list is what `--strict` asks for.
  package var gaps: [Gap] {
    sentences.flatMap { sentence in
      sentence.runs.filter(\.isGap).map { Gap(subject: $0.subject, text: $0.text) }
    }
  }
}

extension String {
  /// The text without a colon and white space before it.
  fileprivate var withoutColon: String { hasPrefix(":") ? String(dropFirst()).trimmed() : self }
}
