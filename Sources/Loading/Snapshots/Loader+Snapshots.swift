extension Loader {
  /// Writes loaded data so that they can be mapped into memory: ten million rows open in milliseconds.
  ///
  /// What was there before stays until the new file is whole; only its owner may read it.
  /// - Parameter path: Ends in `.enqs`, by which `load` knows what it is.
  /// - Complexity: O(bytes of the columns); tables that were not read yet are read.
  public static func saveSnapshot(_ loaded: LoadedData, to path: String) throws(LoadFailure) {
    do {
      try SnapshotWriter.write(
        loaded.dataSet, loaded.report, sources: [], origins: loaded.origins, to: path)
    } catch {
      throw LoadFailure("\(path) cannot be written: \(error.reason)")
    }
  }

  /// The columns of a snapshot whose bytes are not as they were written; none of a whole file.
  ///
  /// - Complexity: O(bytes of the file).
  public static func damagedColumns(
    ofSnapshot path: String
  ) throws(LoadFailure) -> [(table: String, field: String)] {
    try SnapshotReader(path).damagedColumns()
  }
}
