internal import DutyModel
internal import StrictJSON

/// The keys of a checklist file, at any level.
enum ChecklistKey: String, CaseIterable, Sendable {
  case format, id, title, organization, subject, year, language, effective, tiers
  case kind, portfolio, post, sections, duties
  case points, role
  case number, text, noCycle, formerly, requirements, schedule
  case reportTo, covers, unit, action, signOff, owner, each, departments
  case removedIDs = "removedIds"
}

/// The levels of a checklist, and the keys each of them knows.
enum ChecklistLevel {
  case checklist
  case tier
  case section
  case duty
  case requirement

  var keys: [ChecklistKey] {
    let inherited: [ChecklistKey] = [
      .owner, .each, .departments, .signOff, .reportTo, .effective,
    ]
    return switch self {
    case .checklist:
      [.format, .id, .title, .organization, .subject, .year, .language, .tiers, .removedIDs]
        + inherited
    case .tier: [.id, .kind, .title, .portfolio, .post, .sections, .duties] + inherited
    case .section: [.id, .title, .points, .role, .duties] + inherited
    case .duty:
      [
        .id, .number, .title, .text, .points, .noCycle, .formerly, .schedule, .requirements,
        .covers, .unit, .action,
      ] + inherited
    case .requirement: [.id, .title, .schedule, .covers, .unit, .action, .points] + inherited
    }
  }
}

/// What one level states for those inside it, as it is being read.
///
/// Names and lists are the numbers that the reader's lists have for them: parts hold nothing that
/// must be counted, so that filling and copying them costs little.
struct LevelParts {
  enum Answering {
    case nobody
    case owner(Int32)
    case each(Int32)
  }

  var responsible: Answering?
  var departments: Int?
  var signOff: Bool?
  var reportTo: Int?
  var effective: DayRange?
  /// The offsets of the values of `owner` and `each`, where they name somebody.
  var ownerOffset: Int?
  var eachOffset: Int?

  /// Whether nothing is stated but, perhaps, who answers.
  var isAboutAnsweringAlone: Bool {
    departments == nil && signOff == nil && reportTo == nil && effective == nil
  }
}

/// The parts of a file before ids and inheritance are worked out.
///
/// A level is known only when its object ends, and what it hands down may stand behind what is
/// inside it; so all is read first, into these flat lists, and put together afterwards. Texts are
/// kept by where they stand.
struct RequirementParts {
  let offset: Int
  var id: JSONText?
  var title: JSONText?
  /// The number of the schedule.
  var schedule: Int?
  var covers: Requirement.Coverage?
  var unit: JSONText?
  var action: JSONText?
  var points: Int?
  var level = LevelParts()
}

/// The parts of a duty that nearly all state; its id is in a list beside, because it may be made
/// up.
///
/// There may be a hundred thousand, so all of it is small.
struct DutyParts {
  private let place: UInt32
  var number: JSONText?
  var title: JSONText?
  var text: JSONText?
  /// The number of the schedule.
  var schedule: Int32?
  /// Who answers, if the duty states it.
  var responsible: LevelParts.Answering?
  /// The number of what else it states.
  var details: Int32?

  init(offset: Int) { place = UInt32(clamping: offset) }

  var offset: Int { Int(place) }
}

/// What few duties state.
struct DutyDetails {
  var points: Int?
  var hasNoCycle = false
  /// The number of the list of former ids.
  var formerly: Int?
  /// The offset of the schedule, where there is one, readable or not.
  var scheduleOffset: Int?
  var covers: Requirement.Coverage?
  var unit: JSONText?
  var action: JSONText?
  var level = LevelParts()
  /// The requirements, where the duty lists them.
  var requirements: Range<Int>?
}

struct SectionParts {
  let offset: Int
  /// Whether it is a section of the file, not the duties right under a tier.
  var isStated = true
  var id: String?
  var title = ""
  var points: Int?
  var role: String?
  var level = LevelParts()
  var duties = 0..<0
}

struct TierParts {
  let offset: Int
  var id: String?
  var kind: Tier.Kind?
  var title = ""
  var portfolio: String?
  var post: String?
  var level = LevelParts()
  var sections = 0..<0
}

extension DutyDetails {
  /// What the duty states for its requirements, if it states anything.
  func additions(in bytes: Span<UInt8>) -> Requirement.Additions? {
    guard covers != nil || unit != nil || action != nil else { return nil }
    return Requirement.Additions(
      covers: covers,
      unit: unit?.string(in: bytes),
      action: action?.string(in: bytes)
    )
  }
}

extension RequirementParts {
  /// What the requirement states itself, and of what its duty states the rest.
  func additions(
    in bytes: Span<UInt8>,
    orElse shared: Requirement.Additions?
  ) -> Requirement.Additions? {
    guard covers != nil || unit != nil || action != nil || points != nil else { return shared }
    return Requirement.Additions(
      covers: covers ?? shared?.covers,
      unit: unit?.string(in: bytes) ?? shared?.unit,
      action: action?.string(in: bytes) ?? shared?.action,
      points: points
    )
  }
}
