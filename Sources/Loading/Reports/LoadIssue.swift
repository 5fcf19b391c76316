/// Something wrong with the data, where it is, and what became of it.
///
/// No row is ever dropped.
public struct LoadIssue: Sendable, Hashable {
  /// The kinds of issue; the names are promises, since checks depend on them.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case ambiguousDates = "ambiguous-dates"
    case badDescriptor = "bad-descriptor"
    case constraint
    case damagedColumn = "damaged-column"
    case damagedFile = "damaged-file"
    case danglingReference = "dangling-reference"
    case duplicateKey = "duplicate-key"
    case encoding
    case fieldsMismatch = "fields-mismatch"
    case impossibleDate = "impossible-date"
    case leftOut = "left-out"
    case missingMarker = "missing-marker"
    case missingResource = "missing-resource"
    case nearDuplicateValue = "near-duplicate-value"
    case outsideCategories = "outside-categories"
    case raggedRow = "ragged-row"
    case readAs = "read-as"
    case renamedColumn = "renamed-column"
    case repeatedHeader = "repeated-header"
    case repeatedIdentifier = "repeated-identifier"
    case strayQuote = "stray-quote"
    case textFormat = "text-format"
    case unclosedQuote = "unclosed-quote"
    case unreadableCell = "unreadable-cell"
    case unusableRelation = "unusable-relation"

    /// Whether the data are wrong, rather than only worth a remark on how they were understood.
    public var isError: Bool {
      switch self {
      case .constraint, .damagedColumn, .damagedFile, .danglingReference, .duplicateKey,
        .fieldsMismatch, .impossibleDate, .missingResource, .outsideCategories, .raggedRow,
        .strayQuote, .textFormat,
        .unclosedQuote, .unreadableCell:
        true
      case .ambiguousDates, .badDescriptor, .encoding, .leftOut, .missingMarker,
        .nearDuplicateValue, .readAs, .renamedColumn, .repeatedHeader, .repeatedIdentifier,
        .unusableRelation:
        false
      }
    }
  }

  /// What kind it is.
  public var kind: Kind
  /// The file, as the package or the user names it.
  public var file: String
  /// The record, from 1, without the header; `nil` when it is about no single record.
  public var record: Int?
  /// The line of the file on which the record begins, from 1.
  public var line: Int?
  /// The field.
  public var field: String?
  /// What is wrong, and what became of it.
  public var message: String
  /// How many cases of the same this stands for.
  public var count: Int

  /// Creates an issue.
  public init(
    _ kind: Kind, file: String, record: Int? = nil, line: Int? = nil, field: String? = nil,
    message: String, count: Int = 1
  ) {
    self.kind = kind
    self.file = file
    self.record = record
    self.line = line
    self.field = field
    self.message = message
    self.count = count
  }

  /// One line: `children.csv, line 12 (record 11), age: "abc" is no number; ...`.
  public var text: String {
    var place = file
    if let line { place += ", line \(line)" }
    if let record { place += " (record \(record))" }
    if let field { place += ", \(field)" }
    return "\(place): \(message)"
  }
}

/// Everything that was wrong with the data, by kind.
public struct LoadReport: Sendable {
  /// The issues of one kind.
  public struct Group: Sendable {
    /// The kind.
    public let kind: LoadIssue.Kind
    /// How many cases there are.
    public let count: Int
    /// The first of them.
    public let examples: [LoadIssue]
    /// How many cases each file has.
    public let countOfFile: [String: Int]

    /// Creates a group of issues of one kind.
    ///
    /// - Parameter count: All cases, where the issues are only the first of them.
    init(_ kind: LoadIssue.Kind, _ issues: [LoadIssue], count: Int? = nil) {
      self.kind = kind
      self.count = count ?? issues.reduce(0) { $0 + $1.count }
      examples = Array(issues.prefix(LoadReport.keptExamples))
      countOfFile = issues.reduce(into: [:]) { $0[$1.file, default: 0] += $1.count }
    }

    private init(_ group: Group, examples: [LoadIssue]) {
      kind = group.kind
      count = group.count
      countOfFile = group.countOfFile
      self.examples = examples
    }

    /// The group with other examples of the same issues.
    func with(_ examples: [LoadIssue]) -> Group { Group(self, examples: examples) }
  }

  /// The issues, by kind, each kind in order of appearance.
  public let groups: [Group]

  /// How many examples of each kind are kept.
  private static let keptExamples = 100

  /// Groups issues.
  public init(_ issues: [LoadIssue]) {
    groups = LoadIssue.Kind.allCases.compactMap { kind in
      let own = issues.filter { $0.kind == kind }
      guard !own.isEmpty else { return nil }
      return Group(kind, own)
    }
  }

  /// A report whose groups have been made before.
  init(groups: [Group]) { self.groups = groups }

  /// The report with the line of each issue that knows only its record.
  func placed(in sources: [SourceDescription]) -> LoadReport {
    LoadReport(groups: groups.map { $0.with($0.examples.map { $0.placed(in: sources) }) })
  }
}

/// Why nothing could be loaded.
public struct LoadFailure: Error, Sendable, Hashable {
  /// One line, lower case, without a full stop.
  public var message: String
  /// What to do about it.
  public var notes: [String]

  /// Creates a failure.
  public init(_ message: String, notes: [String] = []) {
    self.message = message
    self.notes = notes
  }
}
