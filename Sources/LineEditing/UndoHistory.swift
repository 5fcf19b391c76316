/// The states that a text was in, so that changes can be taken back.
///
/// A word that is typed is one change.
struct UndoHistory {
  typealias State = (scalars: [Unicode.Scalar], cursor: Int)

  private static let stateLimit = 1000
  private static let scalarLimit = 1 << 22
  private var earlier: [State] = []
  private var current: State = ([], 0)
  /// Scalars in the earlier states.
  private var scalarCount = 0
  private var isTyping = false

  /// Tells what the text is now.
  mutating func record(_ scalars: [Unicode.Scalar], cursor: Int) {
    guard scalars != current.scalars else {
      isTyping = isTyping && cursor == current.cursor
      current.cursor = cursor
      return
    }
    let isOneMore = scalars.count == current.scalars.count + 1 && cursor == current.cursor + 1
    let continues = isTyping && isOneMore && !scalars[cursor - 1].properties.isWhitespace
    if !continues { push(current) }
    isTyping = isOneMore
    current = (scalars, cursor)
  }

  /// The state before the last change, or `nil` where there was none.
  mutating func takeBack() -> State? {
    guard let state = earlier.popLast() else { return nil }
    scalarCount -= state.scalars.count
    isTyping = false
    current = state
    return state
  }

  private mutating func push(_ state: State) {
    earlier.append(state)
    scalarCount += state.scalars.count
    while earlier.count > Self.stateLimit || (scalarCount > Self.scalarLimit && earlier.count > 1) {
      scalarCount -= earlier.removeFirst().scalars.count
    }
  }
}
