internal import CDelimitedScan
internal import Synchronization
internal import Threading

/// Blocks in pieces, on several threads where the source has a size.
extension TextFeed {
  /// Reads the next block into memory.
  func readPieces(
    _ memory: UnsafeMutablePointer<UInt8>, _ wanted: Int
  ) throws(FileProblem) -> Int {
    let count: Int
    if let size = source.size {
      // What a file grows by while it is read is left for another time.
      let expected = max(0, min(wanted, size - place))
      count = try readInParallel(memory, expected)
      isShort = isShort || count < expected
      isAtEnd = isShort || place + count >= size
    } else {
      count = try readInOrder(memory, wanted)
      isAtEnd = count < wanted
    }
    place += count
    return count
  }

  private func readInOrder(
    _ memory: UnsafeMutablePointer<UInt8>, _ wanted: Int
  ) throws(FileProblem) -> Int {
    // The head was read to be looked at, and comes first.
    let taken = max(0, min(wanted, head.count - place))
    for index in 0..<taken { memory[index] = head[place + index] }
    let rest = UnsafeMutableRawBufferPointer(start: memory + taken, count: wanted - taken)
    return taken + (rest.isEmpty ? 0 : try source.read(rest, at: place + taken))
  }

  /// What the threads that read found.
  private final class Pieces: Sendable {
    let counts: Mutex<[Int]>
    let problem = Mutex<FileProblem?>(nil)
    init(_ count: Int) { counts = Mutex(Array(repeating: 0, count: count)) }
  }

  private func readInParallel(
    _ memory: UnsafeMutablePointer<UInt8>, _ expected: Int
  ) throws(FileProblem) -> Int {
    let number = (expected + Self.pieceLength - 1) / Self.pieceLength
    let pieces = Pieces(number)
    let (source, place) = (source, place)
    nonisolated(unsafe) let memory = memory
    Threads.forEach(number, threads: threads) { piece in
      let start = piece * Self.pieceLength
      let length = min(Self.pieceLength, expected - start)
      do throws(FileProblem) {
        let count = try source.read(
          UnsafeMutableRawBufferPointer(start: memory + start, count: length), at: place + start)
        pieces.counts.withLock { $0[piece] = count }
      } catch {
        pieces.problem.withLock { $0 = error }
      }
    }
    if let problem = pieces.problem.withLock({ $0 }) { throw problem }
    // A file that was cut off ends where the first piece falls short.
    var total = 0
    for (piece, count) in pieces.counts.withLock({ $0 }).enumerated() {
      total += count
      if count < min(Self.pieceLength, expected - piece * Self.pieceLength) { break }
    }
    return total
  }

  static func read(
    _ source: any ByteSource, into bytes: inout [UInt8], at place: Int
  ) throws(FileProblem) -> Int {
    var problem: FileProblem?
    let count = bytes.withUnsafeMutableBytes { memory in
      do throws(FileProblem) {
        return try source.read(memory, at: place)
      } catch {
        problem = error
        return 0
      }
    }
    if let problem { throw problem }
    return count
  }

  /// What the threads that look for bytes outside plain text found.
  private final class Found: Sendable {
    let hasHigh = Atomic(false)
    let hasNul = Atomic(false)
  }

  func flags(_ window: TextWindow, _ from: Int) -> (hasHigh: Bool, hasNul: Bool) {
    let count = window.end - from
    let found = Found()
    nonisolated(unsafe) let base = UnsafePointer(window.base + from)
    Threads.forEach((count + Self.pieceLength - 1) / Self.pieceLength, threads: threads) { piece in
      let start = piece * Self.pieceLength
      let flags = cds_flags(base + start, min(Self.pieceLength, count - start))
      if flags.has_high != 0 { found.hasHigh.store(true, ordering: .relaxed) }
      if flags.has_nul != 0 { found.hasNul.store(true, ordering: .relaxed) }
    }
    return (
      found.hasHigh.load(ordering: .relaxed), found.hasNul.load(ordering: .relaxed)
    )
  }
}
