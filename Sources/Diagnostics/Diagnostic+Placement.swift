/// Where each byte of a corrected text stood before the correction.
public struct Placement: Sendable {
  /// The offset in the first text of each byte; `nil` for what a correction put there.
  private var origins: [Int?]

  /// Of a text that has not been corrected yet.
  public init(of source: SourceText) { origins = source.bytes.indices.map { $0 } }

  /// The place of the text after the edits that `Diagnostic.corrected` makes.
  public func after(_ edits: [Diagnostic.Edit]) -> Placement {
    var result = self
    result.origins = []
    var position = 0
    for edit in edits.sorted(by: { $0.span.start < $1.span.start }) {
      guard edit.span.start >= position, edit.span.end <= origins.count else { continue }
      result.origins += origins[position..<edit.span.start]
      result.origins += Array(repeating: nil, count: edit.replacement.utf8.count)
      position = edit.span.end
    }
    result.origins += origins[position...]
    return result
  }

  /// Where the words under a span stood at first; `nil` when a correction put them there.
  public func original(_ span: Span) -> Span? {
    guard span.end > span.start else {
      if span.start > 0, span.start <= origins.count, let before = origins[span.start - 1] {
        return Span(before + 1, before + 1)
      }
      return nil
    }
    guard origins.indices.contains(span.start), origins.indices.contains(span.end - 1),
      let start = origins[span.start], let end = origins[span.end - 1]
    else { return nil }
    return Span(start, end + 1)
  }
}
