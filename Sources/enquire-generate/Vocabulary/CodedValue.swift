/// A value of a category: what the file writes, and what the codebook calls it.
protocol CodedValue: CaseIterable, Sendable, Hashable {
  /// The value as the data file writes it.
  var value: String { get }
  /// The words for it; the value itself where that is plain words already.
  var label: String { get }
}

extension CodedValue where Self: RawRepresentable, RawValue == String {
  var value: String { rawValue }
  var label: String { rawValue }
}
