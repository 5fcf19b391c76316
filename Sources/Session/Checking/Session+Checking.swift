internal import Diagnostics
internal import Language
internal import LineEditing
internal import Loading
internal import Planning
internal import Rendering
internal import TextLayout

extension Session {
  /// How many places of each kind are shown where nobody says.
  private static let usualLimit = 5

  /// Opens paths as one data set and writes what is wrong with it.
  ///
  /// - Parameter limit: How many places of each kind are shown.
  /// - Returns: `.success` without errors, `.expectationFailed` with some, `.dataNotRead` where
  ///   nothing could be opened.
  public func check(_ paths: [String], limit: Int) -> ExitStatus {
    // What was kept of an earlier load has no issues by record: the files themselves are checked.
    options.cacheFolder = nil
    do throws(LoadFailure) {
      let report = try check(load(paths))
      output.write(text(of: report, paths: paths, limit: limit, as: settings.format))
      return report.isValid ? .success : .expectationFailed
    } catch {
      if error == .cancelled {
        errors.write("interrupted\n")
        return .interrupted
      }
      reportFailure(error, paths: paths)
      if settings.format.name == "json" {
        let report = CheckReport(error, paths: paths)
        output.write(CheckDocument(report, paths: paths, limit: limit).json)
      }
      return .dataNotRead
    }
  }

  /// `check data [first N] [as FORMAT] [into FILE]`: the data that are open.
  func checkData(_ clauses: Output, source: SourceText) -> ExitStatus {
    guard let workspace else { return .dataNotRead }
    guard let format = format(clauses, source) else { return .mistake }
    let report: CheckReport
    do {
      report = try check(workspace)
    } catch .cancelled {
      errors.write("interrupted\n")
      return .interrupted
    } catch {
      reportFailure(error, paths: workspace.paths)
      return .dataNotRead
    }
    let limit = clauses.first ?? Self.usualLimit
    let status: ExitStatus = report.isValid ? .success : .expectationFailed
    guard let file = clauses.file else {
      present(text(of: report, paths: workspace.paths, limit: limit, as: format))
      return status
    }
    let text = text(
      of: report, paths: workspace.paths, limit: limit, as: format, isForFile: true)
    return max(status, write(text, to: file, span: clauses.fileSpan, source))
  }

  private func check(_ workspace: Workspace) throws(LoadFailure) -> CheckReport {
    // What comes with the program is read without its issues; here they are asked for.
    let loaded =
      workspace.paths.isEmpty ? try Loader.loadBundled(isDeferred: false) : workspace.loaded
    let before = interruptsBefore
    return try DataCheck(loaded, paths: workspace.paths).run(
      also: workspace.definitionIssues,
      observer: LoadObserver(isCancelled: { Interrupts.count != before }))
  }

  private func text(
    of report: CheckReport, paths: [String], limit: Int, as format: OutputFormat,
    isForFile: Bool = false
  ) -> String {
    let document = CheckDocument(report, paths: paths, limit: limit)
    switch format.name {
    case "table":
      return isForFile
        ? document.text(palette: .plain, width: nil)
        : document.text(palette: palette, width: options.width)
    case "json": return document.json
    default:
      return Renderer.render(
        document.answer, as: format, options: isForFile ? RenderOptions() : screenOptions)
    }
  }
}

extension Workspace {
  /// The mistakes in the package's own definitions, as issues of the data.
  fileprivate var definitionIssues: [LoadIssue] {
    definitionMistakes.flatMap { mistake in
      mistake.diagnostics.filter { $0.severity == .error }.map { diagnostic in
        LoadIssue(
          .badDescriptor, file: mistake.source.name ?? "definitions",
          line: mistake.source.position(of: diagnostic.span.start).line,
          message: "\(diagnostic.message); this definition is left out")
      }
    }
  }
}
