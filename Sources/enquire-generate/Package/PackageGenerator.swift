/// Writes a whole package.
struct PackageGenerator {
  /// The seed that all random choices follow from.
  var seed: UInt64
  /// How many children; `nil` for the canonical set.
  var childCount: Int?
  /// Whether narratives are written; their table is there in any case.
  var withNarratives = true
  /// Whether agencies, findings and recommendations are written, which are most of the bytes; their
  /// tables are there in any case.
  var withDetails = true

  /// The seed of the set that is part of the program.
  ///
  /// Among the first tried, it comes nearest to what is published of sex, ethnicity and kinds of
  /// death in such reviews.
  static let canonicalSeed: UInt64 = 31

  // Stream numbers of choices that belong to no review; reviews count from 0.
  private static let boardStream = UInt64.max
  private static let frameStream = UInt64.max - 1

  /// Writes the package's files; of several million reviews, one is in memory at a time.
  func write(to folder: some PackageFolder) throws(OutputFailure) {
    try writeText(Descriptor.text(isCanonical: childCount == nil), Descriptor.fileName, folder)
    try writeText(Definitions.text, Descriptor.definitionsName, folder)
    try writeClaims(to: folder)
    let boards = makeBoards()
    try write(boards, to: folder)
    if let childCount {
      try writeDrawn(childCount, boards, to: folder)
    } else {
      try writeCanonical(boards, to: folder)
    }
  }

  private func writeCanonical(
    _ boards: [Board], to folder: some PackageFolder
  ) throws(OutputFailure) {
    var random = RandomSource(seed: seed, stream: Self.frameStream)
    let frames = CanonicalFrames.make(&random)
    let ids = RowNumbers(childCount: PublishedCounts.childCount)
    var codes = ids
    var files = try PackageFiles(in: folder, ids: ids)
    for (number, frame) in frames.enumerated() {
      var random = RandomSource(seed: seed, stream: UInt64(number))
      try write(frame, boards, &codes, &random, to: &files)
    }
    try files.close()
  }

  private func writeDrawn(
    _ childCount: Int, _ boards: [Board], to folder: some PackageFolder
  ) throws(OutputFailure) {
    var frames = DrawnFrames()
    var codes = RowNumbers(childCount: childCount)
    var files = try PackageFiles(in: folder, ids: codes)
    var left = childCount
    var number: UInt64 = 0
    while left > 0 {
      var random = RandomSource(seed: seed, stream: number)
      let frame = frames.next(&random, childLimit: left)
      try write(frame, boards, &codes, &random, to: &files)
      left -= frame.children.count
      number += 1
    }
    try files.close()
  }

  private func write(
    _ frame: ReviewFrame, _ boards: [Board], _ codes: inout RowNumbers,
    _ random: inout RandomSource, to files: inout PackageFiles
  ) throws(OutputFailure) {
    let id = codes.next(.review)
    let childIDs = frame.children.map { _ in codes.next(.child) }
    let review = ReviewCase.draw(
      frame, id: id, board: boards[frame.board], childIDs: childIDs, &random)
    let narrative = withNarratives ? Narrative.text(of: review, &random) : nil
    try files.write(review, narrative: narrative, withDetails: withDetails)
  }

  private func makeBoards() -> [Board] {
    var random = RandomSource(seed: seed, stream: Self.boardStream)
    return (1...BoardCounts.boardCount).map { number in
      let id = RowNumbers.code("L", number, length: 2)
      return Board(
        id: id, name: "Board \(id) (fictional)", region: random.pick(Region.allCases))
    }
  }

  private func write(_ boards: [Board], to folder: some PackageFolder) throws(OutputFailure) {
    var file = try TableFile(Resources.lscbs, in: folder)
    for board in boards {
      file.add(board.id)
      file.add(board.name)
      file.add(board.region)
      try file.endRow()
    }
    try file.close()
  }

  /// A set of another size bears out no published figure, so it has none.
  private func writeClaims(to folder: some PackageFolder) throws(OutputFailure) {
    var file = try TableFile(Resources.claims, in: folder)
    let claims = childCount == nil ? Claim.all : []
    for (position, claim) in claims.enumerated() {
      file.add(RowNumbers.code("Q", position + 1, length: 2))
      file.add(claim.claim)
      file.add(claim.source)
      file.add(claim.published)
      file.add(claim.query)
      file.add(claim.expected)
      file.add(claim.status)
      try file.endRow()
    }
    try file.close()
  }

  private func writeText(
    _ text: String, _ name: String, _ folder: some PackageFolder
  ) throws(OutputFailure) {
    let file = try folder.makeFile(name)
    try file.write(Array(text.utf8))
    try file.close()
  }
}
