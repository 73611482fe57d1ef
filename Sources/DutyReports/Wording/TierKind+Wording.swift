package import DutyModel
package import TerminalText

extension Tier.Kind {
  /// Whose duties a tier of the kind holds, in a word.
  package var word: Message {
    switch self {
    case .partyGroup: Message(en: "party group", zh: "领导班子")
    case .secretary: Message(en: "secretary", zh: "主要负责人")
    case .member: Message(en: "member", zh: "班子成员")
    case .common: Message(en: "common", zh: "工作要求")
    }
  }
}
