internal import Tables

/// What a snapshot says of itself: everything but the long arrays, which stand in sections of the file.
struct SnapshotMetadata: Codable {
  /// A stretch of the file.
  struct Section: Codable {
    /// Where it begins, from the start of the file; a multiple of `SnapshotFormat.alignment`.
    var offset: Int
    /// How many bytes it has.
    var byteCount: Int
    /// The hash of its bytes.
    var hash: UInt64
  }

  var name: String
  var title: String
  var description: String
  /// `nil` where the package says none, and in a snapshot made before it was kept.
  var version: String?
  var isSynthetic: Bool
  var definitionsName: String?
  var definitionsText: String?
  var tables: [TableEntry]
  var relations: [RelationEntry]
  var issues: [IssueGroup]
  /// The files that it was made from, as they were then; none for a snapshot that stands alone.
  var sources: [SourceEntry]
  /// Where each table was read from, and how; `nil` in a snapshot that does not say.
  var origins: [SourceDescription]?

  struct TableEntry: Codable {
    var schema: SchemaEntry
    var rowCount: Int
    var columns: [ColumnEntry]
  }

  /// A column: which kind of values, and the sections that hold them.
  struct ColumnEntry: Codable {
    enum Kind: String, Codable {
      case coded, integers, numbers, dates, flags, lists
    }

    var kind: Kind
    var recorded: Section
    /// Codes, numbers or bits.
    var values: Section
    /// Of lists: where the codes of each row begin.
    var listOffsets: Section?
    var dictionary: DictionaryEntry?
    var reasons: [ReasonEntry]
  }

  struct DictionaryEntry: Codable {
    var bytes: Section
    var offsets: Section
    var passes: [Int]
  }

  struct ReasonEntry: Codable {
    var reason: String
    var rows: Section
  }

  struct RelationEntry: Codable {
    var name: String
    var inverseName: String
    var childTable: Int
    var childFields: [Int]
    var parentTable: Int
    var parentFields: [Int]
    var parentOfChild: Section
  }

  /// The issues of one kind.
  struct IssueGroup: Codable {
    var kind: String
    var count: Int
    var examples: [IssueEntry]
  }

  struct IssueEntry: Codable {
    var kind: String
    var file: String
    var record: Int?
    var line: Int?
    var field: String?
    var message: String
    var count: Int
  }

  /// A file by what the system says of it: any change of its content changes one of these.
  struct SourceEntry: Codable, Equatable {
    var path: String
    var size: Int
    var modified: Int
    var changed: Int
    var identity: UInt64
  }
}

/// What every snapshot file has in common.
enum SnapshotFormat {
  /// How every snapshot begins.
  static let magic = Array("ENQUIRE-SNAPSHOT".utf8)
  /// Raised whenever a file of the version before could be misread.
  static let version: UInt32 = 2
  /// Where sections may begin: a line of the processor's cache.
  static let alignment = 64
  /// The bytes before the first section.
  ///
  /// Magic, version and a zero, the place, size and hash of the metadata, the size of the whole file, and
  /// the hash of all that, each number of eight bytes, little-endian.
  static let headerSize = 64
}
