import Foundation
import Tables
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
  private static let differences: [String: String] = [
    "frictionless-fixtures/capital-invalid.csv": inferred,
    "frictionless-fixtures/issue-277.csv": inferred,
    "frictionless-fixtures/table-infer-increase-limit.csv": inferred,
    "frictionless-fixtures/countries.csv": comments,
    "frictionless-fixtures/matrix-with-comment.csv": comments,
    "frictionless-fixtures/multiple-folders.package.json#r-countries": comments,
    "frictionless-fixtures/country-2.csv":
      "the peer takes a comma and the first line for the names; here the line of title above "
      + "names divided by semicolons is seen for what it is",
    "frictionless-fixtures/dialect.csv":
      "the peer takes a comma where nothing is declared; here the delimiter is found from the lines",
    "frictionless-fixtures/invalid/datapackage.json#data":
      "the row without a key is a line without anything, which is no row here",
    "frictionless-fixtures/multipart-zipped.package.json": zipped,
    "frictionless-fixtures/compression/datapackage.json": zipped,
    "frictionless-fixtures/compression/datapackage.json#explicit-gz": zipped,
    "frictionless-fixtures/compression/datapackage.json#explicit-zip": zipped,
    "frictionless-fixtures/compression/datapackage.json#implicit-gz": zipped,
    "frictionless-fixtures/compression/datapackage.json#implicit-zip": zipped,
  ]

  private static let inferred =
    "the peer infers a type from the first hundred rows and then finds fault with later ones; here "
    + "all rows are looked at, and what is not all of a type is text"
  private static let comments =
    "the peer takes a first line with # for a comment; the standard has none unless it is declared"
  private static let zipped =
    "the parts are in zip archives, which are not read, or compressed under a name that hides it"

  @Test(.enabled(if: !sets.isEmpty, "the packages are not beside the checkout"), arguments: sets)
  func `the peer agrees`(set: String) throws {
    let data = try Data(contentsOf: URL(filePath: SharedData.path("\(set)/peer_validate.json")))
    let verdicts = try JSONDecoder().decode(Verdicts.self, from: data)
    var compared = 0
    var found: [String: String] = [:]
    for (file, verdict) in verdicts.results.sorted(by: { $0.key < $1.key }) {
      let tasks = verdict.tasks.filter { $0.rows != nil }
      guard !tasks.isEmpty else { continue }
      let loaded: LoadedData
      do {
        loaded = try Loader.load(paths: [SharedData.path("\(set)/\(file)")])
      } catch {
        found["\(set)/\(file)"] = error.message
        continue
      }
      for task in tasks {
        compared += 1
        if let difference = Self.difference(task, "\(set)/\(file)", loaded) {
          let key = "\(set)/\(file)" + (file.hasSuffix(".json") ? "#\(task.name)" : "")
          found[key] = difference
        }
      }
    }
    let unexplained = found.filter { Self.differences[$0.key] == nil }
    #expect(unexplained.isEmpty, "\(unexplained)")
    // One set says only that the peer refuses its descriptor, for lack of a name.
    #expect(compared > 0 || set == "ct-child-abuse")
  }

  private static func set(of file: String) -> String { String(file.prefix { $0 != "/" }) }

  /// How many of the peer's rows are lines without anything, which are no rows here; a line of
  /// delimiters alone is one for both.
  private static func blankLines(_ task: Task, in folder: String) -> Int {
    guard let blank = task.errors["blank-row"],
      let text = try? String(contentsOfFile: folder + "/" + task.place, encoding: .utf8)
    else { return 0 }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return min(blank, lines.dropLast().count { $0.isEmpty })
  }

  /// How the product's reading of a table differs from the peer's; `nil` when they agree.
  private static func difference(_ task: Task, _ file: String, _ loaded: LoadedData) -> String? {
    let isPackage = file.hasSuffix(".json")
    let table = loaded.dataSet.tables.first { !isPackage || $0.schema.name == task.name }
    guard let table else { return "no such table" }
    var differences: [String] = []
    let folder = URL(filePath: SharedData.path(file)).deletingLastPathComponent().path
    let rows =
      (task.rows ?? 0) - blankLines(task, in: isPackage ? folder : SharedData.path(set(of: file)))
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
