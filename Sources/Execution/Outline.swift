/// The rows of a table as a tree: each row once, below the one that it hangs on.
public struct Outline: Sendable, Hashable {
  /// One line of the tree.
  public struct Line: Sendable, Hashable {
    /// The position of the row in the table.
    public var row: Int
    /// Whether it, and above it each line that it hangs on, is the last of those that hang on the same
    /// one: from the root's child inwards, so that a root has none.
    public var isLast: [Bool]
    /// Links of the row that the tree does not show, each in words.
    public var otherLinks: [String]

    /// Creates a line.
    public init(row: Int, isLast: [Bool], otherLinks: [String] = []) {
      self.row = row
      self.isLast = isLast
      self.otherLinks = otherLinks
    }
  }

  /// The lines from the top.
  public var lines: [Line]
  /// The column that holds every link in words, which the tree takes the place of.
  public var linkColumn: Int

  /// Creates an outline.
  public init(lines: [Line], linkColumn: Int) {
    self.lines = lines
    self.linkColumn = linkColumn
  }
}
