/// A key of a row's object, and the keys inside it: they become the columns of a table.
final class JSONNode {
  let key: [UInt8]
  /// The names of the keys that lead here, joined as the column is called.
  let name: String
  private var children: [JSONNode] = []
  private var positions: [[UInt8]: Int] = [:]
  /// The child that will follow the one that was found last, if all rows are alike.
  private var expected = 0
  /// The column of the values that stand here themselves.
  var column: Int?
  /// The table of the objects that are listed here.
  var table: Int?

  init(key: [UInt8] = [], name: String = "") {
    self.key = key
    self.name = name
  }

  /// The node of a key.
  ///
  /// - Complexity: O(length) where the keys of all objects are in the same order.
  func child(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONNode {
    if expected >= children.count { expected = 0 }
    if expected < children.count, children[expected].key.elementsEqual(bytes) {
      expected += 1
      return children[expected - 1]
    }
    let key = Array(bytes)
    if let known = positions[key] {
      expected = known + 1
      return children[known]
    }
    let text = String(decoding: key, as: UTF8.self)
    let node = JSONNode(key: key, name: name.isEmpty ? text : name + "_" + text)
    positions[key] = children.count
    children.append(node)
    expected = children.count
    return node
  }
}

/// A table of objects, while it is read.
final class JSONTable {
  var name: String
  let root = JSONNode()
  /// The table whose rows hold this one's lists.
  let parent: Int?
  private(set) var columns: [SourceColumn] = []
  var lines = RecordLines()
  /// The parent's row of each row, where there is a parent.
  let parentRows = GrowingMemory<UInt32>()
  /// The nodes of the columns of rows that are lists, by position.
  var positions: [JSONNode] = []
  var hasSeenRow = false

  /// More columns than this are no table.
  static let mostColumns = 20_000

  init(name: String, parent: Int? = nil) {
    self.name = name
    self.parent = parent
  }

  var rowCount: Int { lines.count }

  /// The column of a node; `nil` when there are too many.
  func column(_ node: JSONNode) -> Int? {
    if let known = node.column { return known }
    guard columns.count < Self.mostColumns else { return nil }
    columns.append(SourceColumn(name: node.name.isEmpty ? "value" : node.name))
    node.column = columns.count - 1
    return node.column
  }
}
