internal import CBitmapKernels
internal import Threading

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
  /// The words of many rows are shared by two threads or more; what is found is the same for any number.
  ///
  /// - Parameters:
  ///   - bitmaps: Sets of which is wanted how many of their rows are undecided.
  ///   - leastBytes: What a thread reads at the least: it takes a fraction of a millisecond, and is
  ///     worth the start of a thread.
  /// - Returns: For how many rows it is true, for how many undecided, and of these how many lie in each
  ///   of the sets.
  func run(
    _ yes: Words?, _ undecided: Words?, undecidedIn bitmaps: [Bitmap] = [],
    threads: Int = Threads.available, leastBytes: Int = 2 << 20
  ) -> (yes: Int, undecided: Int, inSets: [Int]) {
    let job = Job(
      steps: steps, sets: bitmaps.map(set), rowCount: rowCount, yes: yes, undecided: undecided)
    return withExtendedLifetime(self) {
      let stretches = job.stretches(atMost: threads, leastBytes)
      let found = Threads.map(stretches.count, threads: threads) {
        job.counts(stretches[$0])
      }
      return found.dropFirst().reduce(found[0]) { all, next in
        (all.yes + next.yes, all.undecided + next.undecided, zip(all.inSets, next.inSets).map(+))
      }
    }
  }
}

/// What the threads that work out one condition read, and where each writes its own words.
private struct Job: @unchecked Sendable {
  let steps: [cbk_step]
  let sets: [cbk_set]
  let rowCount: Int
  let yes: Words?
  let undecided: Words?

  /// How many stretches there are for each thread: one that starts late, as it does when its processor
  /// was idle, still finds some left.
  private static let stretchesOfThread = 4

  /// The words of the table, in stretches for as many threads as there is work for.
  func stretches(atMost most: Int, _ leastBytes: Int) -> [Range<Int>] {
    let words = Bitmap.wordCount(rowCount)
    let all = steps.flatMap { [$0.yes, $0.undecided] } + sets
    let bytes = words * 8 * all.count { $0.words != nil }
    let threads = max(1, min(bytes / leastBytes, most))
    let count = threads > 1 ? threads * Self.stretchesOfThread : 1
    // A multiple of what the kernel looks at together.
    let block = Int(CBK_BLOCK_WORDS)
    let length = max(block, ((words + count - 1) / count + block - 1) / block * block)
    return stride(from: 0, to: max(1, words), by: length).map { $0..<min($0 + length, words) }
  }

  func counts(_ words: Range<Int>) -> (yes: Int, undecided: Int, inSets: [Int]) {
    var cursors = [Int](repeating: 0, count: steps.count * 2 + sets.count)
    var inSets = [UInt64](repeating: 0, count: sets.count)
    let counts = kernels.evaluate(
      steps, steps.count, rowCount, words.lowerBound, words.upperBound, &cursors, yes?.base,
      undecided?.base, sets, sets.count, &inSets)
    return (Int(counts.yes), Int(counts.undecided), inSets.map { Int($0) })
  }
}
