/// What an index of words can tell of the texts that match a pattern.
public struct TextRequirement: Sendable {
  /// What the words of every text that matches fulfil.
  let words: Words
  /// Whether each text with such words matches, so that no text need be looked at.
  public let isSufficient: Bool

  /// A condition on the words of a text.
  indirect enum Words: Sendable, Equatable {
    /// Any text will do.
    case anything
    /// One word fits.
    case word(WordPattern.Part)
    /// One word has a piece.
    case piece(WordPiece)
    /// Each condition holds.
    case all([Words])
    /// One of the conditions holds.
    case any([Words])
  }
}

/// Letters and digits of ASCII in lower case that stand side by side in one word.
struct WordPiece: Sendable, Equatable {
  var bytes: [UInt8]
  /// Whether the word begins with them.
  var startsWord = false
  /// Whether the word ends with them.
  var endsWord = false

  /// Whether so few texts have such a word that it pays to ask which.
  ///
  /// Nearly every text of some length has a given letter or two somewhere.
  var isTelling: Bool { bytes.count > 2 || startsWord || endsWord }

  /// Whether a word in lower case has the piece.
  func isIn(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= bytes.count else { return false }
    let last = word.count - bytes.count
    return (0...last).contains { start in
      (start == 0 || !startsWord) && (start == last || !endsWord)
        && bytes.indices.allSatisfy { word[start + $0] == bytes[$0] }
    }
  }
}

extension WordPattern {
  /// Each word of the pattern; for a phrase their places must be seen as well.
  public var requirement: TextRequirement {
    TextRequirement(words: .all(parts.map { .word($0) }), isSufficient: parts.count == 1)
  }
}

extension SubstringPattern {
  /// The words, and parts of words, between the signs of the pattern.
  ///
  /// Only letters and digits of ASCII tell anything: signs are part of no word, an apostrophe is
  /// of several kinds, and other letters can be written in several ways.
  public var requirement: TextRequirement {
    if !folded.isEmpty, folded.allSatisfy(Folding.isLetter) {
      return TextRequirement(words: .piece(WordPiece(bytes: folded)), isSufficient: true)
    }
    var pieces: [WordPiece] = []
    var position = 0
    while position < folded.count {
      let run = folded[position...].prefix(while: Folding.isLetter)
      if !run.isEmpty {
        pieces.append(
          WordPiece(
            bytes: Array(run), startsWord: position > 0 && partsWords(folded[position - 1]),
            endsWord: run.endIndex < folded.count && partsWords(folded[run.endIndex])))
      }
      position = run.endIndex + 1
    }
    return TextRequirement(
      words: .all(pieces.filter(\.isTelling).map { .piece($0) }), isSufficient: false)
  }

  /// Whether no word goes on across a byte.
  private func partsWords(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != UInt8(ascii: "'") && !Folding.isLetter(byte)
  }
}

extension RegularExpression {
  /// The letters that every match has side by side.
  public var requirement: TextRequirement {
    var reader = ExpressionReader(source)
    let words = (try? reader.read()).map { $0.requiredWords } ?? .anything
    return TextRequirement(words: words, isSufficient: false)
  }
}

extension ExpressionTree {
  /// What the words of a text fulfil in which the expression matches.
  fileprivate var requiredWords: TextRequirement.Words {
    switch self {
    case .empty, .assert: .anything
    case .character, .sequence: Self.requiredWords(ofSequence: parts)
    case .either(let parts): Self.oneOf(parts.map(\.requiredWords))
    case .repeated(let inner, let low, _): low > 0 ? inner.requiredWords : .anything
    }
  }

  private var parts: [ExpressionTree] {
    if case .sequence(let parts) = self { return parts }
    return [self]
  }

  /// The runs of letters of a sequence, and what its other parts require.
  private static func requiredWords(ofSequence parts: [ExpressionTree]) -> TextRequirement.Words {
    var required: [TextRequirement.Words] = []
    var run: [UInt8] = []
    func endRun() {
      let piece = WordPiece(bytes: run)
      if piece.isTelling { required.append(.piece(piece)) }
      run = []
    }
    for part in parts {
      if case .character(let set) = part {
        if let letter = set.onlyLetter { run.append(letter) } else { endRun() }
      } else {
        endRun()
        required.append(part.requiredWords)
      }
    }
    endRun()
    required.removeAll { $0 == .anything }
    return required.isEmpty ? .anything : .all(required)
  }

  private static func oneOf(_ choices: [TextRequirement.Words]) -> TextRequirement.Words {
    choices.contains(.anything) ? .anything : .any(choices)
  }
}

extension CharacterSet {
  /// The only letter or digit of a set, in lower case, where words have it as well.
  ///
  /// Beside the S in other cases stands the long s, ſ, and beside the I the ı without a dot, which
  /// no word in lower case has as s and i.
  fileprivate var onlyLetter: UInt8? {
    guard let only = onlyScalar, only.isASCII, only != "S", only != "I" else { return nil }
    let byte = UInt8(only.value)
    return Folding.isLetter(byte) ? Folding.folded(byte) : nil
  }
}
