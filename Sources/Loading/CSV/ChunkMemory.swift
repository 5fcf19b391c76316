internal import Synchronization

/// What a chunk leaves for its columns to take in.
///
/// Used again for later chunks: memory that is touched for the first time costs as much as parsing.
final class ChunkMemory: @unchecked Sendable {
  /// A code a cell, column by column.
  let codes = GrowingMemory<UInt32>(capacity: 1 << 12)
  /// The texts that may be new, column by column.
  let news = GrowingMemory<NewText>(capacity: 1 << 8)
  /// Fields that are not in the file as they are: without their doubled quotes or escapes.
  let scratch = GrowingMemory<UInt8>()

  /// The bytes of sorted texts, column by column; see `SortedTexts`.
  let sorted = GrowingMemory<UInt8>()
  /// Where each of them ends.
  let sortedEnds = GrowingMemory<UInt32>()

  func clear() {
    codes.count = 0
    sorted.count = 0
    sortedEnds.count = 0
    news.count = 0
    scratch.count = 0
  }
}

/// What a thread needs while it parses a chunk, and not after.
final class ParseMemory: @unchecked Sendable {
  /// The end of each field.
  let ends = GrowingMemory<UInt32>()
  /// The cells of one column.
  let cells = GrowingMemory<NewText>()
  let table = NewTextTable()
}

/// Memory that is not in use, shared by the threads of a load.
final class MemoryPool: Sendable {
  private let forChunks = Mutex<[ChunkMemory]>([])
  private let forParsing = Mutex<[ParseMemory]>([])

  /// Memory for a chunk, empty.
  func takeForChunk() -> ChunkMemory {
    let memory = forChunks.withLock { $0.popLast() } ?? ChunkMemory()
    memory.clear()
    return memory
  }

  /// Takes back the memory of a chunk that is merged.
  func giveBack(_ memory: ChunkMemory) { forChunks.withLock { $0.append(memory) } }

  /// Calls a function with memory for parsing.
  func withParseMemory<Result>(_ body: (ParseMemory) -> Result) -> Result {
    let memory = forParsing.withLock { $0.popLast() } ?? ParseMemory()
    defer { forParsing.withLock { $0.append(memory) } }
    return body(memory)
  }
}
