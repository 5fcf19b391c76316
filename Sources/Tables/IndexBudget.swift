internal import Synchronization

/// The indexes of a data set, within the memory that they may take.
///
/// An index only makes the second question faster than the first, so any of them can be dropped: those
/// that have not been used for longest, when a new one would pass the limit.
public final class IndexBudget: Sendable {
  /// The limit where none is set: 1 GB.
  public static let usualLimit = 1 << 30

  /// Whose index it is, of which column, and what it answers.
  struct Key: Hashable, Sendable {
    var owner: Int
    var column: Int
    var kind: IndexKind
  }

  fileprivate struct Entry {
    var index: ColumnIndex
    var byteCount: Int
    var lastUse: Int
  }

  fileprivate struct State {
    var limit: Int
    var used = 0
    var clock = 0
    var entries: [Key: Entry] = [:]
  }

  private let state: Mutex<State>

  /// Creates a budget.
  ///
  /// - Parameter byteLimit: The memory that the indexes may take together; with 0 none is kept.
  public init(byteLimit: Int = IndexBudget.usualLimit) {
    state = Mutex(State(limit: byteLimit))
  }

  /// The memory that the indexes may take together; making it smaller drops what passes it.
  public var byteLimit: Int {
    get { state.withLock { $0.limit } }
    set {
      state.withLock {
        $0.limit = newValue
        $0.dropOldest(to: newValue)
      }
    }
  }

  /// The memory that they take.
  public var byteCount: Int { state.withLock { $0.used } }

  /// The index of a key, if it is kept.
  func index(_ key: Key) -> ColumnIndex? {
    state.withLock { state in
      guard let index = state.entries[key]?.index else { return nil }
      state.clock += 1
      state.entries[key]?.lastUse = state.clock
      return index
    }
  }

  /// Keeps an index, and drops others to make room; one that is larger than the limit is not kept.
  func keep(_ index: ColumnIndex, as key: Key) {
    let byteCount = index.byteCount + MemoryLayout<Entry>.stride
    state.withLock { state in
      state.drop(key)
      guard byteCount <= state.limit else { return }
      state.dropOldest(to: state.limit - byteCount)
      state.clock += 1
      state.used += byteCount
      state.entries[key] = Entry(index: index, byteCount: byteCount, lastUse: state.clock)
    }
  }

  /// Drops all that an owner has.
  func drop(owner: Int) {
    state.withLock { state in
      for key in state.entries.keys where key.owner == owner { state.drop(key) }
    }
  }

  /// What an owner has, by column and kind.
  func descriptions(owner: Int) -> [IndexDescription] {
    let found = state.withLock { state in
      state.entries.filter { $0.key.owner == owner }.map { key, entry in
        IndexDescription(
          column: key.column, kind: key.kind.name, form: entry.index.form,
          byteCount: entry.byteCount)
      }
    }
    return found.sorted { ($0.column, $0.kind, $0.byteCount) < ($1.column, $1.kind, $1.byteCount) }
  }
}

extension IndexBudget.State {
  fileprivate mutating func drop(_ key: IndexBudget.Key) {
    if let entry = entries.removeValue(forKey: key) { used -= entry.byteCount }
  }

  /// Drops what has not been used for longest until the rest takes no more than a limit.
  fileprivate mutating func dropOldest(to limit: Int) {
    guard used > limit else { return }
    for (key, _) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      drop(key)
      if used <= limit { return }
    }
  }
}
