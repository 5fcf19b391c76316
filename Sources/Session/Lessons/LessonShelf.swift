internal import CBundledQueries
internal import Diagnostics
internal import Lessons
internal import Loading

/// The lesson files of a folder, or those that are part of the program.
struct LessonShelf {
  /// The files, in the order of their names.
  var sources: [SourceText]

  /// A lesson, its file, and what is wrong with it.
  typealias ReadLesson = (lesson: Lesson, source: SourceText, mistakes: [Diagnostic])

  /// The ending of a lesson file.
  private static let ending = ".lesson"

  /// `./Queries/Lessons` where there is one, so that a teacher's lessons come first; else the program's.
  static var standard: LessonShelf {
    (try? LessonShelf(path: "Queries/Lessons")) ?? shipped
  }

  /// The lessons that are part of the program.
  static var shipped: LessonShelf {
    LessonShelf(
      sources: (0..<cbq_lesson_count()).map { index in
        let file = cbq_lesson_at(index)
        let bytes = UnsafeBufferPointer(start: file.bytes, count: file.size)
        return SourceText(
          String(decoding: bytes, as: UTF8.self), name: String(cString: file.name))
      })
  }

  private init(sources: [SourceText]) { self.sources = sources }

  /// A lesson file, or every lesson file of a folder.
  init(path: String) throws(TextFile.Failure) {
    guard TextFile.isFolder(path) else {
      sources = [SourceText(try TextFile.readPlain(path), name: path)]
      return
    }
    let names = (FolderListing.names(in: path) ?? []).filter { $0.hasSuffix(Self.ending) }.sorted()
    guard !names.isEmpty else { throw TextFile.Failure(reason: "it holds no lessons") }
    sources = []
    for name in names {
      let file = path + "/" + name
      sources.append(SourceText(try TextFile.readPlain(file), name: file))
    }
  }

  /// Every lesson, so that each keeps its number, with what is wrong with its file.
  ///
  /// One that cannot be read has no exercises, and its file's name for a title.
  func read() -> [ReadLesson] {
    sources.map { source in
      let (lesson, mistakes) = LessonReader.read(source)
      return (lesson ?? Lesson(title: source.name ?? ""), source, mistakes)
    }
  }
}
