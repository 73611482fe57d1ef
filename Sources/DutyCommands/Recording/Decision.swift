import DutyModel

/// What a command wants recorded, decided while nobody else can write.
struct Decision {
  /// The events, without the key, which is the same for all.
  var drafts: [Draft]
  /// What is said beside the answer.
  var hints: [Note] = []
  /// The line whose events an undo is about in the end.
  var reversed: EventID?

  init(_ drafts: [Draft], hints: [Note] = [], reversed: EventID? = nil) {
    self.drafts = drafts
    self.hints = hints
    self.reversed = reversed
  }
}
