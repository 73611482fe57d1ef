import Foundation
import StrictJSON
import Testing

@Suite("What the reader accepts")
struct VerdictTests {
  @Test func theTableIsThere() {
    #expect(Verdict.all.count > 300)
    #expect(Set(Verdict.all.map(\.name)).count == Verdict.all.count)
  }

  @Test(arguments: Verdict.all)
  func verdictHolds(_ verdict: Verdict) {
    #expect((fault(in: verdict.bytes, .lenient) == nil) == verdict.isAcceptedLeniently)
    let strict = fault(in: verdict.bytes, .strict)
    #expect((strict == nil) == verdict.isAcceptedStrictly)
    #expect(described(strict) == verdict.fault)
  }
}

private let conformanceFolder = ProcessInfo.processInfo.environment["JSON_TEST_SUITE"]

/// A conformance suite of files named y_ (must be accepted), n_ (must be refused) and i_ (as the
/// implementation likes), if the environment says where one is.
@Suite("A conformance suite")
struct ConformanceTests {
  /// What the strict policy refuses on purpose: NUL, duplicate keys, and a number of 69 bytes.
  static let refusedByPolicy: Set = [
    "y_number_double_close_to_zero.json", "y_object_duplicated_key.json",
    "y_object_duplicated_key_and_value.json", "y_object_escaped_null_in_key.json",
    "y_string_null_escape.json",
  ]

  /// What is accepted of that which is left to the implementation, and by which policy.
  static let accepted: [String: [JSONPolicy]] = [
    "i_number_double_huge_neg_exp.json": [.lenient, .strict],
    "i_number_huge_exp.json": [.lenient],
    "i_number_neg_int_huge_exp.json": [.lenient, .strict],
    "i_number_pos_double_huge_exp.json": [.lenient, .strict],
    "i_number_real_neg_overflow.json": [.lenient, .strict],
    "i_number_real_pos_overflow.json": [.lenient, .strict],
    "i_number_real_underflow.json": [.lenient, .strict],
    "i_number_too_big_neg_int.json": [.lenient, .strict],
    "i_number_too_big_pos_int.json": [.lenient, .strict],
    "i_number_very_big_negative_int.json": [.lenient],
    "i_structure_500_nested_arrays.json": [.lenient],
    "i_structure_UTF-8_BOM_empty_object.json": [.lenient, .strict],
  ]

  @Test(.enabled(if: conformanceFolder != nil))
  func verdictsAreRight() throws {
    let folder = URL(filePath: try #require(conformanceFolder))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var counts: [Character: Int] = [:]
    var refused: Set<String> = []
    for file in files where file.hasSuffix(".json") {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
      let isLenient = fault(in: bytes, .lenient) == nil
      let isStrict = fault(in: bytes, .strict) == nil
      counts[file.first ?? "?", default: 0] += 1
      switch file.first {
      case "y":
        #expect(isLenient, "\(file)")
        if !isStrict { refused.insert(file) }
      case "n": #expect(!isLenient && !isStrict, "\(file)")
      default:
        let policies = ConformanceTests.accepted[file] ?? []
        #expect(isLenient == policies.contains(.lenient), "\(file)")
        #expect(isStrict == policies.contains(.strict), "\(file)")
      }
    }
    #expect(counts["y"] == 95)
    #expect(counts["n"] == 188)
    #expect(counts["i"] == 35)
    #expect(refused == ConformanceTests.refusedByPolicy)
  }
}
