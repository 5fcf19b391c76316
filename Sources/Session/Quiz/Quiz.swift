internal import Execution
internal import Lessons

/// Ten questions on the open data that are worth asking.
@MainActor
struct Quiz {
  /// The questions, from the easiest to the hardest.
  private(set) var drafts: [QuizDraft] = []
  /// Everything that was tried, so that nothing is tried twice.
  private var tried: Set<String> = []
  private var writer: QuizWriter

  /// The most questions of a quiz.
  static let size = 10
  /// How many questions of each stage there are, where the data have them.
  private static let quotas = [4, 3, 3]
  /// How often a question of one kind is made up before the next kind has its turn.
  private static let mostAttempts = 30

  /// Makes a quiz; fewer questions where the data do not give ten.
  ///
  /// - Parameter seed: The same seed makes the same quiz of the same data.
  init(seed: Int, material: QuizMaterial) {
    writer = QuizWriter(material: material, random: SplitMix64(quiz: seed))
    for (stage, quota) in Self.quotas.enumerated() { add(upTo: quota, of: [stage]) }
    // What one stage lacks, others make up for.
    add(upTo: Self.size - drafts.count, of: [0, 1, 2])
    drafts.sort { ($0.rung.rawValue, $0.answer) < ($1.rung.rawValue, $1.answer) }
  }

  /// The quiz as a lesson without a text.
  func lesson(named title: String) -> Lesson {
    Lesson(title: title, exercises: drafts.map(\.exercise))
  }

  /// Adds questions, each kind in turn, until there are so many more or no more come.
  private mutating func add(upTo quota: Int, of stages: Set<Int>) {
    let goal = drafts.count + quota
    var rungs = QuizRung.allCases.filter { stages.contains($0.stage) }
    rungs.shuffle(using: &writer.random)
    while drafts.count < goal, !rungs.isEmpty {
      rungs = rungs.filter { rung in
        guard drafts.count < goal, let draft = sound(rung) else { return false }
        drafts.append(draft)
        return true
      }
    }
  }

  private mutating func sound(_ rung: QuizRung) -> QuizDraft? {
    for _ in 0..<Self.mostAttempts {
      guard let draft = writer.draft(rung), tried.insert(draft.answer).inserted,
        let sound = Self.sound(draft, writer.material)
      else { continue }
      // The same condition written the other way round is the same question.
      for other in draft.alternatives { tried.insert(other) }
      return sound
    }
    return nil
  }

  /// The draft with the wrong answers that are wrong; `nil` where it is no good question.
  static func sound(_ draft: QuizDraft, _ material: QuizMaterial) -> QuizDraft? {
    guard let answer = material.plainAttempt(draft.answer), isWorthAsking(answer, draft.rung),
      draft.alternatives.allSatisfy({ text in
        material.plainAttempt(text).map { material.grader.agrees($0, with: answer) } ?? false
      })
    else { return nil }
    var draft = draft
    draft.wrongs = draft.wrongs.filter { wrong in
      material.attempt(wrong.statement).map { !material.grader.agrees($0, with: answer) } ?? false
    }
    return draft
  }

  /// Whether the answer is neither nothing nor everything, nor depends on how missing values are read.
  static func isWorthAsking(_ found: Grader.Attempt, _ rung: QuizRung) -> Bool {
    let base = found.answer.base
    switch found.result {
    case .number(let count):
      guard let base else { return false }
      if [.several, .no, .every].contains(rung), base.undecided > 0 { return false }
      return count > 0 && count < base.total - base.undecided
    case .share(let part, let whole): return part > 0 && part < whole
    case .lines(let lines):
      if rung == .statistic { return lines.count == 1 && !lines[0].contains("(missing)") }
      return lines.count { !$0.contains("(missing)") } > (rung == .crosstab ? 2 : 1)
    }
  }
}
