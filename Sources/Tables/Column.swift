public import Bitmaps

/// The values of one field, one a row, held by column.
public struct Column: Sendable {
  /// The values; what a row that is not in `recorded` holds means nothing.
  public enum Values: Sendable {
    /// Text and categories: a code a row into a dictionary.
    case coded(CodedValues)
    /// Whole numbers.
    case integers(Storage<Int>)
    /// Numbers.
    case numbers(Storage<Double>)
    /// Dates, as day numbers of `CalendarDate`.
    case dates(Storage<Int32>)
    /// Booleans: the rows that hold yes, all of them recorded.
    case flags(Bitmap)
    /// Many-valued: any number of codes a row.
    case lists(ListValues)
  }

  /// The values.
  public let values: Values
  /// The rows that hold a value; the others are missing.
  public let recorded: Bitmap
  private let unrecorded: Deferred<Bitmap>
  /// Why values are missing, where a reason is known: disjoint sets outside `recorded`.
  public let missingReasons: [MissingRows]

  /// The rows that hold none; made once.
  public var missing: Bitmap { unrecorded.value }

  /// Creates a column.
  public init(values: Values, recorded: Bitmap, missingReasons: [MissingRows] = []) {
    let recorded = recorded.compacted()
    self.recorded = recorded
    self.missingReasons = missingReasons
    unrecorded = Deferred { recorded.complement.compacted() }
    if case .flags(let yes) = values {
      self.values = .flags(yes.intersection(recorded).compacted())
    } else {
      self.values = values
    }
  }

  /// The number of rows.
  public var rowCount: Int { recorded.capacity }
}

/// The rows that lack a value for one stated reason.
public struct MissingRows: Sendable {
  /// The reason in words, such as `refused` or `unreadable`.
  public let reason: String
  /// The rows.
  public let rows: Bitmap

  /// Creates a set of rows with a reason.
  public init(reason: String, rows: Bitmap) {
    self.reason = reason
    self.rows = rows.compacted()
  }
}

/// One dictionary code a row.
public struct CodedValues: Sendable {
  /// The code of a row without a value.
  public static let none = Codes.none
  /// A code a row: an index into `dictionary`, or `none`.
  public let codes: Codes
  /// The distinct values, as the data writes them.
  ///
  /// Of a category: codebook order first, then values that the codebook lacks, in order of
  /// appearance.
  public let dictionary: TextDictionary

  /// Creates coded values.
  public init(codes: Codes, dictionary: TextDictionary) {
    self.codes = codes
    self.dictionary = dictionary
  }

  /// Creates coded values, the codes in as few bytes as hold those of the dictionary.
  ///
  /// - Complexity: O(rows).
  public init(codes: some Collection<UInt32>, dictionary: TextDictionary) {
    self.codes = Codes(narrowing: Storage(codes), below: dictionary.count)
    self.dictionary = dictionary
  }
}

/// Any number of dictionary codes a row.
public struct ListValues: Sendable {
  /// `rowCount + 1` offsets: the codes of row `r` are `codes[offsets[r]..<offsets[r + 1]]`.
  public let offsets: Storage<UInt32>
  /// The codes of all rows, in row order; no code twice in a row.
  public let codes: Storage<UInt32>
  /// The distinct values.
  public let dictionary: TextDictionary

  /// Creates list values.
  public init(
    offsets: Storage<UInt32>, codes: Storage<UInt32>, dictionary: TextDictionary
  ) {
    self.offsets = offsets
    self.codes = codes
    self.dictionary = dictionary
  }
}
