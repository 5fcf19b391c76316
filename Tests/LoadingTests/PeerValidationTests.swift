import Foundation
import Testing

@testable import Loading

/// What another validator of data packages, frictionless-py, says of published packages: it finds as
/// many rows and fields as this product, and the same kinds of fault, but for differences that have a
/// reason.
@Suite struct PeerValidationTests {
  private struct Verdicts: Decodable {
    var results: [String: Verdict]
  }

  private struct Verdict: Decodable {
    var tasks: [Task]
  }

  private struct Task: Decodable {
    var name: String
    var place: String
    /// `nil` for what the peer could not read.
    var rows: Int?
    var fields: Int?
    var errors: [String: Int]
  }

  private static let sets = [
    "frictionless-testsuite-packages", "frictionless-fixtures", "frictionless-r-fixtures",
    "camtrap-dp", "ct-child-abuse", "vega-package",
  ].filter { SharedData.isThere("\($0)/peer_validate.json") }

  /// The kinds of fault that both know; a blank row is none here, and no row.
  private static let kinds: [String: Set<LoadIssue.Kind>] = [
    "type-error": [.unreadableCell, .textFormat],
    "constraint-error": [.constraint, .outsideCategories],
    "unique-error": [.constraint], "primary-key": [.duplicateKey],
    "foreign-key": [.danglingReference], "blank-label": [.renamedColumn],
    "duplicate-label": [.renamedColumn], "extra-cell": [.raggedRow], "missing-cell": [.raggedRow],
    "incorrect-label": [.fieldsMismatch], "extra-label": [.fieldsMismatch],
    "missing-label": [.fieldsMismatch],
  ]

  /// Where the two differ, and why that is meant.
  private static let differences: [String: String] = [:]

  @Test(.enabled(if: !sets.isEmpty, "the packages are not beside the checkout"), arguments: sets)
  func `the peer agrees`(set: String) throws {
    let data = try Data(contentsOf: URL(filePath: SharedData.path("\(set)/peer_validate.json")))
    let verdicts = try JSONDecoder().decode(Verdicts.self, from: data)
    var compared = 0
    var found: [String] = []
    for (file, verdict) in verdicts.results.sorted(by: { $0.key < $1.key }) {
      let tasks = verdict.tasks.filter { $0.rows != nil }
      guard !tasks.isEmpty else { continue }
      let loaded: LoadedData
      do {
        loaded = try Loader.load(paths: [SharedData.path("\(set)/\(file)")])
      } catch {
        found.append("\(set)/\(file)")
        print("DIFF \(set)/\(file): \(error.message)")
        continue
      }
      for task in tasks {
        compared += 1
        if let difference = Self.difference(task, file, loaded) {
          let key = "\(set)/\(file)" + (file.hasSuffix(".json") ? "#\(task.name)" : "")
          found.append(key)
          print("DIFF \(key): \(difference)")
        }
      }
    }
    print("COMPARED \(set) \(compared)")
    let known = Self.differences.keys.filter { $0.hasPrefix(set + "/") }
    #expect(Set(found) == Set(known))
  }

  /// How the product's reading of a table differs from the peer's; `nil` when they agree.
  private static func difference(_ task: Task, _ file: String, _ loaded: LoadedData) -> String? {
    let isPackage = file.hasSuffix(".json")
    let table = loaded.dataSet.tables.first { !isPackage || $0.schema.name == task.name }
    guard let table else { return "no such table" }
    var differences: [String] = []
    let rows = (task.rows ?? 0) - (task.errors["blank-row"] ?? 0)
    if table.rowCount != rows { differences.append("\(table.rowCount) rows, not \(rows)") }
    if table.schema.fields.count != task.fields {
      differences.append("\(table.schema.fields.count) fields, not \(task.fields ?? 0)")
    }
    let own = loaded.report.groups.flatMap(\.examples).filter {
      !isPackage || $0.file == task.place || $0.file.hasSuffix("#\(task.name)")
    }
    let ownKinds = Set(own.map(\.kind)).intersection(kinds.values.reduce([]) { $0.union($1) })
    for error in task.errors.keys.sorted() {
      if let wanted = kinds[error], ownKinds.isDisjoint(with: wanted) {
        differences.append("no \(error)")
      }
    }
    let explained = task.errors.keys.reduce(into: Set<LoadIssue.Kind>()) {
      $0.formUnion(kinds[$1] ?? [])
    }
    for kind in ownKinds.subtracting(explained).map(\.rawValue).sorted() {
      differences.append("also \(kind)")
    }
    return differences.isEmpty ? nil : differences.joined(separator: "; ")
  }
}
