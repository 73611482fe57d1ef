import DutyModel
import DutyStore
import TerminalText

/// Finds the next free id of a checklist: one that no edition has or had, and no record names.
struct NewIdentifier {
  private var taken: Set<String> = []

  init(_ checklist: String, in workspace: Workspace) {
    for file in workspace.files where file.checklist?.id == checklist {
      taken.formUnion(file.removedIDs)
      for tier in file.checklist?.tiers ?? [] {
        taken.insert(tier.id)
        for section in tier.sections {
          if let id = section.id { taken.insert(id) }
          for duty in section.duties { taken.formUnion(duty.formerly + [duty.id]) }
        }
      }
    }
    for event in workspace.journal.events {
      for reference in event.action.references where reference.checklist == checklist {
        taken.insert(reference.duty)
      }
    }
  }

  func isFree(_ id: String) -> Bool { !taken.contains(id) }

  /// The id that follows those of the siblings: their stem and the next number; the stem that is
  /// given, such as `g`, counts if there are none.
  func next(after siblings: [String], stem: String) -> String? {
    var stem = stem
    var number = 0
    for id in siblings {
      guard let parts = NewIdentifier.parts(id) else { continue }
      stem = parts.stem
      number = parts.number
    }
    for id in siblings {
      if let parts = NewIdentifier.parts(id), parts.stem == stem {
        number = max(number, parts.number)
      }
    }
    // Some numbers may have been used before; that so many were is no case to serve.
    for _ in 0..<10_000 {
      guard number < 1_000_000_000 else { return nil }
      number += 1
      let id = "\(stem)\(number)"
      if isFree(id) { return Identifier.isItem(id) ? id : nil }
    }
    return nil
  }

  /// The letters of a duty that are not free: those that its requirements have in any edition, and
  /// those that a record names, by whatever id the duty had then.
  ///
  /// - Parameters:
  ///   - number: The number of the duty among the items of the register.
  ///   - opened: The workspace.
  /// - Returns: Their letters.
  static func letters(ofItem number: Int, in opened: Opened) -> Set<String> {
    let register = opened.register
    let item = register.items[number]
    let obligations = item.obligations + item.otherObligations
    var taken = Set(obligations.compactMap { register.obligations[$0].reference.requirement })
    for event in opened.workspace.journal.events {
      for reference in event.action.references {
        guard let letter = reference.requirement, register.item(reference) == number else {
          continue
        }
        taken.insert(letter)
      }
    }
    return taken
  }

  /// What stands before the last digits, and their number.
  static func parts(_ id: String) -> (stem: String, number: Int)? {
    let digits = id.reversed().prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty, let number = Int(String(digits.reversed())) else { return nil }
    return (String(id.dropLast(digits.count)), number)
  }
}

extension Tier.Kind {
  /// What a tier of the kind is called if nobody says it.
  var defaultTitle: Message {
    switch self {
    case .partyGroup: Message(en: "The board", zh: "领导班子责任")
    case .secretary: Message(en: "The head", zh: "主要负责人责任")
    case .member: Message(en: "Other members", zh: "班子其他成员责任")
    case .common: Message(en: "Common requirements", zh: "工作要求")
    }
  }
}
