/// How data is opened.
public struct LoadOptions: Sendable {
  /// Who is told how far the load is, and may end it.
  public var observer = LoadObserver()
  /// Whether relations that names and values suggest are used as if they were declared.
  public var infersRelations = false
  /// Where snapshots of large files are kept between runs; `nil` keeps none.
  public var cacheFolder: String?
  /// Takes in every file that is looked for.
  var log: SourceLog?

  /// Creates options that change nothing.
  public init() {}

  /// The files under a folder, seen as these options want.
  func files(under folder: String) -> FolderFiles { FolderFiles(folder: folder, log: log) }
}
