internal import LineEditing
internal import Loading
internal import Planning

extension Session {
  /// Opens files, or the bundled data set for none.
  ///
  /// - Returns: `.success`, or why not after saying it: `.dataNotRead`, or `.interrupted` by Ctrl-C; the
  ///   data opened before stays.
  public func open(_ paths: [String]) -> ExitStatus {
    do throws(LoadFailure) {
      let opened = try load(paths)
      workspace = opened
      figures = []
      lastAnswer = nil
      course.leaveData()
      if let openSource { record?.open(openSource) }
      limitIndexes()
      workspace?.catalogue.sampleSeed = settings.seed
      cacheWriting = CacheWriting(opened.loaded)
      firstLook?.end()
      firstLook = options.isInteractive ? FirstLook(at: opened.catalogue.data) : nil
      reportIssues(of: opened)
      tellInferred(opened)
      return .success
    } catch {
      reportFailure(error, paths: paths)
      return error == .cancelled ? .interrupted : .dataNotRead
    }
  }

  /// Reads files, and shows how far that is if it takes long.
  func load(_ paths: [String]) throws(LoadFailure) -> Workspace {
    finishWriting()
    let before = interruptsBefore
    let progress = LoadProgress(width: options.showsProgress ? options.width ?? 80 : nil)
    defer { progress.end() }
    var load = LoadOptions()
    load.infersRelations = options.infersRelations
    load.cacheFolder = options.cacheFolder
    load.observer = LoadObserver(
      progress: { progress.show($0) }, isCancelled: { Interrupts.count != before })
    return try Workspace.open(paths, load)
  }

  /// Waits for what is still written in the background; Ctrl-C gives it up.
  public func finishWriting() {
    guard let cacheWriting else { return }
    let before = Interrupts.count
    cacheWriting.finish { Interrupts.count != before }
    self.cacheWriting = nil
  }
}
