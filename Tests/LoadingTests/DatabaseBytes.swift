import Foundation

/// A database's bytes, to be changed in a way that no program would.
struct DatabaseBytes {
  private(set) var bytes: [UInt8]

  init(_ path: String) throws { bytes = Array(try Data(contentsOf: URL(filePath: path))) }

  func write(_ path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

  subscript(place: Int) -> UInt8 {
    get { bytes[place] }
    set { bytes[place] = newValue }
  }

  /// A number, the highest byte first.
  func number(at place: Int, length: Int) -> Int {
    bytes[place..<place + length].reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func put(_ number: Int, at place: Int, length: Int) {
    for index in 0..<length {
      bytes[place + index] = UInt8(truncatingIfNeeded: number >> (8 * (length - 1 - index)))
    }
  }

  /// Where the first page begins after the first that is of a kind.
  func page(ofKind kind: UInt8, size: Int) -> Int? {
    stride(from: size, to: bytes.count, by: size).first { bytes[$0] == kind }
  }
}
