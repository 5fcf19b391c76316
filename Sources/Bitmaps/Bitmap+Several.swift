internal import CBitmapKernels

extension Bitmap {
  /// The rows in all of some sets; every row for no sets.
  ///
  /// - Complexity: O(capacity / 64 * sets).
  public static func intersection(of sets: [Bitmap], capacity: Int) -> Bitmap {
    var result = Bitmap(allOf: capacity)
    // Few rows make little work of all that follow.
    for set in sets where !set.isOfWords { result.formIntersection(set) }
    guard !result.isEmpty else { return result }
    let rest = sets.compactMap(\.words)
    if rest.count > 1, case .all = result.form {
      return folded(rest, capacity, kernels.intersect)
    }
    for words in rest { result.formIntersection(Bitmap(capacity: capacity, form: .words(words))) }
    return result
  }

  /// The rows in any of some sets; no row for no sets.
  ///
  /// - Complexity: O(capacity / 64 * sets).
  public static func union(of sets: [Bitmap], capacity: Int) -> Bitmap {
    let words = sets.compactMap(\.words)
    var result =
      words.count > 1
      ? folded(words, capacity, kernels.unite)
      : words.first.map { Bitmap(capacity: capacity, form: .words($0)) }
        ?? Bitmap(capacity: capacity)
    for set in sets where !set.isOfWords { result.formUnion(set) }
    return result
  }

  /// How many words are combined at a time: 32 KB, so that the result so far stays close by while each
  /// further set passes.
  private static let blockLength = 4096

  private static func folded(_ sets: [Words], _ capacity: Int, _ kernel: WordKernel) -> Bitmap {
    let length = wordCount(capacity)
    for set in sets { precondition(set.length == length, "bitmaps of different tables") }
    let words = Words(length) { out in
      var total: UInt64 = 0
      for start in stride(from: 0, to: length, by: blockLength) {
        let block = Swift.min(blockLength, length - start)
        let out = out + start
        var count = kernel(sets[0].base + start, sets[1].base + start, block, out)
        for set in sets.dropFirst(2) { count = kernel(out, set.base + start, block, out) }
        total &+= count
      }
      return total
    }
    return Bitmap(capacity: capacity, counted: words)
  }

  private var isOfWords: Bool { words != nil }

  private var words: Words? {
    if case .words(let words) = form { words } else { nil }
  }
}
