internal import Tables

/// How the cells of one field are read.
struct FieldReading: Sendable {
  /// What the codebook says; its type decides how a cell is read.
  var schema: FieldSchema
  var dateFormat = DateFormat.iso
  var numbers = NumberFormat()
  /// Whether a codebook says how the field is read, and it is no guess.
  var isDeclared = false
  /// What texts should be.
  var textCheck: TextCheck?
  /// The type and format that a descriptor has for texts that are checked.
  var writtenType: String?
  var writtenFormat: String?
  /// The type that it has for the values of a list.
  var itemType: String?
  /// Whether the categories are codes that are numbers.
  var hasNumericCodes = false
  var yes = ["true", "True", "TRUE", "1", "yes", "Yes", "YES"]
  var no = ["false", "False", "FALSE", "0", "no", "No", "NO"]
  /// What separates the values of a list.
  var listDelimiter = ","
  /// Whether a value outside the categories is worth an issue: not when they were inferred.
  var checksCategories = true
  /// Whether what is asked of the values beyond their type is looked at.
  var checksValues = true

  /// What the codebook says, with how the file writes dates.
  var codebook: FieldSchema {
    var result = schema
    if schema.type == .date, dateFormat != .iso { result.dateFormat = dateFormat.tableSchema }
    return result
  }
}
