internal import Tables

/// How the cells of one field are read.
struct FieldReading: Sendable {
  /// What the codebook says; its type decides how a cell is read.
  var schema: FieldSchema
  var dateFormat = DateFormat.iso
  var yes = ["true", "True", "TRUE", "1", "yes", "Yes", "YES"]
  var no = ["false", "False", "FALSE", "0", "no", "No", "NO"]
  /// What separates the values of a list.
  var listDelimiter = ","
  /// Whether a value outside the categories is worth an issue: not when they were inferred.
  var checksCategories = true

  /// What the codebook says, with how the file writes dates.
  var codebook: FieldSchema {
    var result = schema
    if schema.type == .date, dateFormat != .iso { result.dateFormat = dateFormat.tableSchema }
    return result
  }
}
