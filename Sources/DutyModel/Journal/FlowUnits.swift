extension Particulars.Quantity {
  /// The units of what is held, taken part in or spent, and so may be added up over a year.
  ///
  /// What counts what is there at one time, such as persons, is none of them: the same persons may
  /// be meant again. A workspace may name others.
  package static let unitsOfFlow = [
    "人次", "次", "场", "场次", "期", "轮", "份", "件", "条", "起", "篇", "学时", "小时", "公里", "元", "万元",
    "person-times", "times", "sessions", "meetings", "visits", "rounds", "copies", "cases",
    "items", "articles", "hours", "km", "yuan",
  ]
}
