/// A CSV reader that is as simple as can be, to judge the fast one by.
///
/// It takes one character at a time from an array, and knows nothing of blocks, chunks or threads.
struct ReferenceReader {
  private(set) var names: [String] = []
  private(set) var rows: [[String]] = []
  private(set) var lines: [Int] = []
  /// The lines of rows that are ragged, of stray quotes, and of quotes that are never closed.
  private(set) var ragged: [Int] = []
  private(set) var stray: [Int] = []
  private(set) var unclosed: [Int] = []

  init(_ bytes: [UInt8], delimiter: Character = ",") {
    var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    let delimiter = delimiter.unicodeScalars.first
    var line = 1

    func isBreak(_ scalar: Unicode.Scalar) -> Bool {
      scalar == delimiter || scalar == "\n" || scalar == "\r"
    }
    func text(_ scalars: [Unicode.Scalar]) -> String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      return String(text)
    }

    while !rest.isEmpty {
      let recordLine = line
      var fields: [String] = []
      var isBlank = false
      record: while true {
        var field: [Unicode.Scalar] = []
        let isQuoted = rest.first == "\""
        if isQuoted {
          let opened = line
          rest.removeFirst()
          var isClosed = false
          while let scalar = rest.popFirst() {
            if scalar == "\"" {
              guard rest.first == "\"" else {
                isClosed = true
                break
              }
              rest.removeFirst()
            }
            if scalar == "\n" || (scalar == "\r" && rest.first != "\n") { line += 1 }
            field.append(scalar)
          }
          if !isClosed { unclosed.append(opened) }
          if isClosed, let next = rest.first, !isBreak(next) { stray.append(line) }
        }
        while let next = rest.first, !isBreak(next) {
          field.append(next)
          rest.removeFirst()
        }
        fields.append(text(field))
        isBlank = fields == [""] && !isQuoted
        guard let separator = rest.popFirst() else { break record }
        if separator == delimiter { continue }
        if separator == "\r", rest.first == "\n" { rest.removeFirst() }
        line += 1
        break record
      }
      if names.isEmpty {
        if !isBlank || rest.isEmpty { names = fields }
        continue
      }
      if isBlank, names.count != 1 { continue }
      if fields.count != names.count { ragged.append(recordLine) }
      let missing = Array(repeating: "", count: max(0, names.count - fields.count))
      rows.append(Array((fields + missing).prefix(names.count)))
      lines.append(recordLine)
    }
  }
}
