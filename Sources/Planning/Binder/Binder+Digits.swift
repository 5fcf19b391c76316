internal import Tables

extension Binder {
  /// At most this many different texts among numbers are shown as what keeps a field from being numbers.
  private static let mostExceptions = 12

  /// Why a field of digits is text, and what to do about it.
  func notesOnDigits(in field: FieldInfo) -> [String] {
    guard case .stored = field.reference.key, [.text, .category].contains(field.schema.type) else {
      return []
    }
    var numbers = 0
    var others: [String] = []
    for text in field.dictionary where !text.allSatisfy(\.isWhitespace) {
      if Self.isNumber(text) { numbers += 1 } else { others.append(text) }
      if others.count > Self.mostExceptions { return [] }
    }
    guard numbers > others.count else { return [] }
    guard !others.isEmpty else {
      return [
        "its values are digits that were taken for codes; a data package can say that they are numbers"
      ]
    }
    let table = catalogue.data.tables[field.reference.table].schema.name
    let markers = others.map(Wording.quoted).joined(separator: ", ")
    let place = "\(Wording.name(table)).\(Wording.name(field.name))"
    return [
      "it holds numbers and \(markers); if that means that there is no value: define missing \(markers) in "
        + "\(place) because \"not recorded\""
    ]
  }

  private static func isNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 != UInt8(ascii: "-") }) else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) && Double(text) != nil
  }
}
