/// What a folder holds.
public enum FolderListing {
  /// The names in a folder, sorted, without those that begin with a dot; `nil` when it is none.
  public static func names(in folder: String) -> [String]? { FolderFiles.names(in: folder) }
}
