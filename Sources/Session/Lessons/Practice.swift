internal import Diagnostics
internal import Execution
internal import Language
internal import Loading
internal import Planning
internal import Tables

/// Other rows than those that are open, on which an answer is tried as well, so that a figure that is
/// right by chance is not taken for the answer.
///
/// For the data of the program they are another package of the same shape. For any others they are
/// several samples of the rows: two conditions that hold for as many rows, but not for the same, seldom
/// do so in each.
struct Practice {
  let workspaces: [Workspace]
  /// What the open data are known by: they compute with it as long as they stay the same.
  private let cache: Executor.Cache
  private let definitions: [String]

  /// How many samples are drawn.
  private static let sampleCount = 6
  /// The most rows of a table in a sample, so that an attempt is graded at once on data of any size.
  private static let mostRows = 1000

  init(for open: Workspace) {
    cache = open.cache
    definitions = open.definitions.map(\.text)
    if open.paths.isEmpty {
      let other = try? Workspace(Loader.loadPractice(), paths: [])
      workspaces = other.map { [$0.defining(open.definitions)] } ?? []
    } else {
      var random = SplitMix64(seed: 41)
      let data = open.catalogue.data
      workspaces = (0..<Self.sampleCount).map { number in
        open.with(
          data.sample(
            mostRows: Self.mostRows, thinsFamilies: number % 2 == 1, using: &random))
      }
    }
  }

  /// Whether it was made for these data and definitions.
  func fits(_ open: Workspace) -> Bool {
    cache === open.cache && definitions == open.definitions.map(\.text)
  }
}

extension Workspace {
  /// The same data with the definitions that were typed since they were opened.
  fileprivate func defining(_ definitions: [Definition]) -> Workspace {
    var result = self
    for definition in definitions where definition.script == nil {
      guard let statement = Parser.parse(SourceText(definition.text)).first?.statement,
        let bound = Binder.bind(statement, in: result.catalogue, parameters: definition.parameters)
          .statement
      else { continue }
      _ = result.define(bound, definition)
    }
    return result
  }
}
