public import Diagnostics
public import Language

/// A statement, what is to be said of it, and how it should be written.
public struct CheckedStatement: Sendable {
  /// The statement with every name in its place; `nil` when something is wrong with it.
  public var bound: BoundStatement?
  /// Everything to be said.
  ///
  /// All their edits together make a statement that has no mistake; where no such statement is known,
  /// there are none.
  public var diagnostics: [Diagnostic]
  /// That statement, alone.
  var corrected: Statement?
}

extension Binder {
  /// Binds a statement as far as it could be read, and makes sure of its correction.
  ///
  /// Mistakes of form hide those in names, and a correction of one may show another. So the corrected
  /// text is itself read and bound, until nothing is wrong with it; what was wrong with words that
  /// the user wrote is told with the rest.
  ///
  /// - Parameters:
  ///   - source: The text that holds the statement.
  ///   - parameters: Values for the `$names` of a script.
  ///   - isStrict: Whether what can be read in two ways is a mistake, as in a script.
  ///   - counter: Counts rows, so that messages can show what each reading gives.
  ///   - isQuick: Whether somebody is typing and would wait; see `Binder.isQuick`.
  public static func check(
    _ parsed: ParsedStatement, of source: SourceText, in catalogue: Catalogue,
    parameters: [String: Expression] = [:], isStrict: Bool = false, counter: RowCounter? = nil,
    isQuick: Bool = false
  ) -> CheckedStatement {
    let proof = Proof(
      catalogue: catalogue, parameters: parameters, isStrict: isStrict, counter: counter,
      isQuick: isQuick)
    return proof.check(parsed, of: source)
  }
}

/// Reads and binds a statement, and its corrections, under the same circumstances.
private struct Proof {
  let catalogue: Catalogue
  let parameters: [String: Expression]
  let isStrict: Bool
  let counter: RowCounter?
  let isQuick: Bool

  /// More corrections of corrections than any statement needs.
  private static let mostRounds = 5

  func check(_ parsed: ParsedStatement, of source: SourceText) -> CheckedStatement {
    let first = bind(parsed, of: source)
    let found = first.diagnostics.oncePerPlace
    guard first.bound == nil, found.hasErrors else { return first }
    let whole = found.reduce(parsed.span) { $0.union($1.span) }
    let edits = found.flatMap(\.edits)
    guard edits.allSatisfy({ $0.span.start >= whole.start && $0.span.end <= whole.end }) else {
      return CheckedStatement(bound: nil, diagnostics: found.withoutEdits)
    }
    return corrected(
      found.moved(by: -whole.start), of: SourceText(source.text(whole)), at: whole)
  }

  /// The mistakes of a statement, those that its correction shows among them.
  private func corrected(
    _ found: [Diagnostic], of statement: SourceText, at whole: Span
  ) -> CheckedStatement {
    var all = found
    var current = found
    var text = statement
    var placement = Placement(of: statement)
    for _ in 0..<Self.mostRounds {
      let edits = current.uniqueEdits
      guard let next = Diagnostic.corrected(text, edits: edits), next != text.text else { break }
      placement = placement.after(edits)
      text = SourceText(next)
      let parsed = Parser.parse(text)
      guard parsed.count == 1, let only = parsed.first else { break }
      let again = bind(only, of: text)
      guard again.diagnostics.hasErrors else {
        all = all.correcting(statement, to: next)
        return CheckedStatement(
          bound: nil, diagnostics: all.moved(by: whole.start), corrected: only.statement)
      }
      current = again.diagnostics
      all += current.compactMap { $0.placed(in: placement, besides: all) }
    }
    return CheckedStatement(bound: nil, diagnostics: all.withoutEdits.moved(by: whole.start))
  }

  private func bind(_ parsed: ParsedStatement, of source: SourceText) -> CheckedStatement {
    guard let statement = parsed.statement else {
      if parsed.diagnostics.first?.code != .unknownStatement {
        let bare = catalogue.bareNames(in: source.text(parsed.span), at: parsed.span.start)
        if !bare.isEmpty { return CheckedStatement(bound: nil, diagnostics: bare) }
      }
      let text = source.text(parsed.span)
      return CheckedStatement(
        bound: nil,
        diagnostics: isQuick
          ? parsed.diagnostics : parsed.diagnostics.map { catalogue.explaining($0, text) })
    }
    let (bound, diagnostics) = Binder.bind(
      statement, in: catalogue, parameters: parameters, isStrict: isStrict, counter: counter,
      isQuick: isQuick)
    let all = parsed.diagnostics + diagnostics
    if all.hasErrors {
      let bare = catalogue.bareNames(in: source.text(parsed.span), at: parsed.span.start)
      if !bare.isEmpty { return CheckedStatement(bound: nil, diagnostics: bare) }
    }
    return CheckedStatement(
      bound: all.hasErrors ? nil : bound, diagnostics: all, corrected: statement)
  }
}

extension Diagnostic {
  /// The mistake where it stood before the corrections; `nil` when they made it, or when something
  /// has been said of its words.
  fileprivate func placed(in placement: Placement, besides others: [Diagnostic]) -> Diagnostic? {
    guard severity == .error, let span = placement.original(span), span.length > 0,
      !others.contains(where: { $0.span.start < span.end && span.start < $0.span.end })
    else { return nil }
    var result = self
    result.span = span
    result.edits = edits.compactMap { edit in
      placement.original(edit.span).map { Edit($0, edit.replacement) }
    }
    return result
  }
}

extension [Diagnostic] {
  fileprivate var hasErrors: Bool { contains { $0.severity == .error } }

  /// The diagnostics without those that follow from another mistake in the very same words.
  fileprivate var oncePerPlace: [Diagnostic] {
    var seen: Set<Span> = []
    return filter { $0.severity != .error || seen.insert($0.span).inserted }
  }

  fileprivate var uniqueEdits: [Diagnostic.Edit] {
    var seen: Set<Diagnostic.Edit> = []
    return flatMap(\.edits).filter { seen.insert($0).inserted }
  }

  fileprivate var withoutEdits: [Diagnostic] {
    map { diagnostic in
      var result = diagnostic
      result.edits = []
      return result
    }
  }

  fileprivate func moved(by distance: Int) -> [Diagnostic] {
    func moved(_ span: Span) -> Span { Span(span.start + distance, span.end + distance) }
    return map { diagnostic in
      var result = diagnostic
      result.span = moved(diagnostic.span)
      result.edits = diagnostic.edits.map { .init(moved($0.span), $0.replacement) }
      return result
    }
  }

  /// The diagnostics with edits that together give a text: their own where these do, else one that
  /// writes it whole.
  fileprivate func correcting(_ source: SourceText, to text: String) -> [Diagnostic] {
    if Diagnostic.corrected(source, edits: uniqueEdits) == text { return self }
    var result = withoutEdits
    let index = result.firstIndex { $0.severity == .error } ?? 0
    result[index].edits = [.init(Span(0, source.bytes.count), text)]
    return result
  }
}
