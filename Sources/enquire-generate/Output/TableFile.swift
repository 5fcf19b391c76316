/// A CSV file being written row by row (RFC 4180, with line feeds), in bounded memory.
struct TableFile {
  private static let bufferSize = 1 << 18

  private let sink: any ByteSink
  private let fieldCount: Int
  private var buffer: [UInt8] = []
  private var fieldsInRow = 0

  /// Begins the file of a resource with its header.
  init(_ resource: ResourceDescription, in folder: some PackageFolder) throws(OutputFailure) {
    sink = try folder.makeFile(resource.path)
    fieldCount = resource.fields.count
    buffer.reserveCapacity(Self.bufferSize + 4096)
    for field in resource.fields { add(field.name) }
    try endRow()
  }

  /// The next value of the row; an empty text is a missing value.
  mutating func add(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { bytes in
      // What a comma, a quote or a line's end in a value would break.
      if bytes.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) {
        buffer.append(0x22)
        for byte in bytes {
          if byte == 0x22 { buffer.append(0x22) }
          buffer.append(byte)
        }
        buffer.append(0x22)
      } else {
        buffer.append(contentsOf: bytes)
      }
    }
  }

  /// The next value of the row: a whole number from 0.
  mutating func add(_ number: Int) { add(String(number)) }

  /// The next value of the row: yes, no or missing.
  mutating func add(_ flag: Bool?) { add(flag.map { $0 ? "true" : "false" } ?? "") }

  /// The next value of the row: a category's value, or missing.
  mutating func add(_ value: (some CodedValue)?) { add(value?.value ?? "") }

  /// The next value of the row: the values of a many-valued field.
  mutating func add(_ values: [some CodedValue]) {
    add(values.map(\.value).joined(separator: ";"))
  }

  /// Ends the row.
  mutating func endRow() throws(OutputFailure) {
    precondition(fieldsInRow == fieldCount, "a value for each field")
    fieldsInRow = 0
    buffer.append(0x0A)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Completes the file.
  mutating func close() throws(OutputFailure) {
    try flush()
    try sink.close()
  }

  private mutating func flush() throws(OutputFailure) {
    try sink.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func separate() {
    if fieldsInRow > 0 { buffer.append(0x2C) }
    fieldsInRow += 1
  }
}
