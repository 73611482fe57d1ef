/// The words of an event that no figure depends on.
package struct Particulars: Hashable, Sendable {
  /// What there is to show in figures.
  package struct Quantity: Hashable, Sendable {
    /// What is counted, if it is said (风险点).
    package let what: String?
    /// The amount in thousandths: 45 人次 is 45,000.
    package let thousandths: Int
    package let unit: String

    package init(what: String? = nil, thousandths: Int, unit: String) {
      self.what = what
      self.thousandths = thousandths
      self.unit = unit
    }
  }

  /// The moment of recording, in RFC 3339 with the writer's offset.
  package var at: String
  /// Who recorded it.
  package var by: String
  package var note: String?
  /// Why something is missing or late.
  package var cause: String?
  package var quantities: [Quantity]
  package var documents: [String]

  package init(
    at: String,
    by: String,
    note: String? = nil,
    cause: String? = nil,
    quantities: [Quantity] = [],
    documents: [String] = []
  ) {
    self.at = at
    self.by = by
    self.note = note
    self.cause = cause
    self.quantities = quantities
    self.documents = documents
  }
}

/// An event that is to be recorded: the store adds the id, the moment and the writer.
package struct Draft: Sendable {
  package var action: Action
  package var key: String?
  package var note: String?
  package var cause: String?
  package var quantities: [Particulars.Quantity]
  package var documents: [String]

  package init(
    _ action: Action,
    key: String? = nil,
    note: String? = nil,
    cause: String? = nil,
    quantities: [Particulars.Quantity] = [],
    documents: [String] = []
  ) {
    self.action = action
    self.key = key
    self.note = note
    self.cause = cause
    self.quantities = quantities
    self.documents = documents
  }
}
