internal import CBitmapKernels

/// The steps of a condition as the kernel takes them, and the sets that they read.
final class TruthProgram {
  /// How deep parts can lie in one another.
  static let mostParts = Int(CBK_MOST_PARTS)

  private var steps: [cbk_step] = []
  private let rowCount: Int
  /// The words that the steps read, kept as long as they do.
  private var words: [Words] = []
  private var rows: [UnsafeMutablePointer<UInt32>] = []

  init(_ tree: TruthTree, _ rowCount: Int) {
    self.rowCount = rowCount
    switch tree {
    case .all, .any: add(tree, isNegated: false)
    // A part has to be around a single condition.
    case .leaf, .not: add(.all([tree]), isNegated: false)
    }
  }

  deinit { for memory in rows { memory.deallocate() } }

  private func add(_ tree: TruthTree, isNegated: Bool) {
    switch tree {
    case .not(let inner): add(inner, isNegated: !isNegated)
    case .leaf(let truth):
      steps.append(
        cbk_step(
          kind: Int32(CBK_TERM), is_negated: isNegated ? 1 : 0, is_decided: 0, yes: set(truth.yes),
          undecided: set(truth.undecided)))
    case .all(let parts): add(parts, CBK_BEGIN_ALL, isNegated)
    case .any(let parts): add(parts, CBK_BEGIN_ANY, isNegated)
    }
  }

  private func add(_ parts: [TruthTree], _ kind: Int, _ isNegated: Bool) {
    let nothing = cbk_set(words: nil, rows: nil, count: 0)
    let isDecided: Int32 = parts.allSatisfy(\.isDecided) ? 1 : 0
    steps.append(
      cbk_step(
        kind: Int32(kind), is_negated: 0, is_decided: isDecided, yes: nothing, undecided: nothing))
    for part in parts { add(part, isNegated: false) }
    steps.append(
      cbk_step(
        kind: Int32(CBK_END), is_negated: isNegated ? 1 : 0, is_decided: isDecided, yes: nothing,
        undecided: nothing))
  }

  private func set(_ bitmap: Bitmap) -> cbk_set {
    switch bitmap.form {
    case .none: return cbk_set(words: nil, rows: nil, count: 0)
    case .few(let numbers):
      let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: numbers.count)
      numbers.withUnsafeBufferPointer { source in
        if let base = source.baseAddress { memory.update(from: base, count: source.count) }
      }
      rows.append(memory)
      return cbk_set(words: nil, rows: memory, count: numbers.count)
    case .all, .words:
      let own = bitmap.expanded()
      words.append(own)
      return cbk_set(words: own.base, rows: nil, count: 0)
    }
  }

  /// Works the condition out; what is found is written where there is memory for it.
  ///
  /// - Returns: For how many rows it is true, and for how many undecided.
  func run(_ yes: Words?, _ undecided: Words?) -> (yes: Int, undecided: Int) {
    var cursors = [Int](repeating: 0, count: steps.count * 2)
    let counts = withExtendedLifetime(self) {
      kernels.evaluate(
        steps, steps.count, rowCount, &cursors, yes?.base, undecided?.base)
    }
    return (Int(counts.yes), Int(counts.undecided))
  }
}
