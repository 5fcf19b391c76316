/// Reading as far as the window holds all bytes for it, and more when it does not.
extension JSONReader {
  /// Does a part of the work as soon as the window holds all bytes for it.
  func step<Result>(
    _ body: (inout JSONScanner) throws(JSONScanProblem) -> Result
  ) throws(Stop) -> Result {
    var wanted = block
    while true {
      var scanner = JSONScanner(
        base: UnsafePointer(window.base), at: window.start, end: window.end, isLast: feed.isAtEnd,
        scratch: rows.scratch)
      do throws(JSONScanProblem) {
        let result = try body(&scanner)
        consume(to: scanner.at)
        return result
      } catch {
        rows.reset()
        guard case .mistake(let place, let message) = error else {
          try fill(wanted)
          wanted *= 2
          continue
        }
        let found = position(of: place)
        throw .mistake(message, line: found.line, column: found.column)
      }
    }
  }

  private func fill(_ wanted: Int) throws(Stop) {
    do throws(FileProblem) {
      try feed.fill(window, wanted)
    } catch {
      throw .failure(LoadFailure("\(file) cannot be read: \(error.reason)"))
    }
    do throws(LoadFailure) {
      try observer.report(file, feed.progress)
    } catch {
      throw .failure(error)
    }
  }

  /// The line and column of a place in the window.
  private func position(of place: Int) -> (line: Int, column: Int) {
    var (line, column) = (line, column)
    for at in window.start..<place {
      let byte = window.base[at]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  private func consume(to place: Int) {
    (line, column) = position(of: place)
    window.advance(to: place)
  }

  /// The next byte that is no blank; `nil` at the end.
  func nextByte() throws(Stop) -> UInt8? {
    try step { (scanner: inout JSONScanner) throws(JSONScanProblem) in
      while scanner.at < scanner.end {
        let byte = scanner.base[scanner.at]
        if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return byte }
        scanner.at += 1
      }
      if scanner.isLast { return nil }
      throw .incomplete
    }
  }
}
