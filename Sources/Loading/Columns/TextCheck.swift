internal import Tables

/// What a codebook says that texts are, where the product holds them as text.
///
/// A text that is not what it should be is told, and kept.
enum TextCheck: Sendable, Hashable {
  case email, uri, uuid, base64
  case yearMonth, duration
  case point(Point)
  case object, array, geojson
  case timestamp(TimestampFormat)
  /// The values of a list, and of what type they are.
  case items(Item)

  /// How a point on the globe is written.
  enum Point: Sendable, Hashable { case plain, array, object }

  /// The types that values of a list may have.
  enum Item: String, Sendable, Hashable {
    case integer, number, boolean, date, datetime, time
  }

  /// Whether a text is what it should be.
  func accepts(_ bytes: CellText.Bytes) -> Bool {
    switch self {
    case .email: Self.isEmail(bytes)
    case .uri: Self.isURI(bytes)
    case .uuid: Self.isUUID(bytes)
    case .base64: Self.isBase64(bytes)
    case .yearMonth: Self.yearMonth(bytes) != nil
    case .duration: Self.isDuration(bytes)
    case .point(let form): Self.isPoint(bytes, form)
    case .object, .geojson:
      if case .object(let members)? = Self.json(bytes) {
        self == .object || members.contains { $0.key == "type" }
      } else {
        false
      }
    case .array: if case .list? = Self.json(bytes) { true } else { false }
    case .timestamp(let format): format.read(bytes) != nil
    case .items(let item): Self.isItem(bytes, item)
    }
  }

  /// What it should be, in words.
  var inWords: String {
    switch self {
    case .email: "email address"
    case .uri: "URI"
    case .uuid: "UUID"
    case .base64: "text in base 64"
    case .yearMonth: "month like 2009-07"
    case .duration: "duration like P1Y2M"
    case .point: "point on the globe in this format"
    case .object: "JSON object"
    case .array: "JSON list"
    case .geojson: "GeoJSON object"
    case .timestamp(let format):
      format.hasDay ? "date and time in this format" : "time in this format"
    case .items(let item): "list of \(item.rawValue) values"
    }
  }

  // MARK: Identifiers

  private static func isEmail(_ bytes: CellText.Bytes) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
      && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  /// A scheme, a colon and something without blanks.
  private static func isURI(_ bytes: CellText.Bytes) -> Bool {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      colon + 1 < bytes.count, isLetter(bytes[0])
    else { return false }
    let scheme = bytes[..<colon]
    return scheme.allSatisfy {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    } && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  private static func isUUID(_ bytes: CellText.Bytes) -> Bool {
    guard bytes.count == 36 else { return false }
    return bytes.enumerated().allSatisfy { place, byte in
      [8, 13, 18, 23].contains(place)
        ? byte == UInt8(ascii: "-")
        : isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
    }
  }

  private static func isBase64(_ bytes: CellText.Bytes) -> Bool {
    let letters = bytes.prefix { $0 != UInt8(ascii: "=") }
    return bytes.count % 4 == 0 && bytes.count - letters.count <= 2
      && bytes.dropFirst(letters.count).allSatisfy { $0 == UInt8(ascii: "=") }
      && letters.allSatisfy {
        isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  // MARK: Times

  /// The number of a month since the year 0, of `2009-07`.
  static func yearMonth(_ bytes: CellText.Bytes) -> Int? {
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      let year = CellText.integer(CellText.Bytes(rebasing: bytes[..<4])),
      let month = CellText.integer(CellText.Bytes(rebasing: bytes[5...])),
      (1...12).contains(month), year >= 0, isDigit(bytes[0]), isDigit(bytes[5])
    else { return nil }
    return year * 12 + month - 1
  }

  /// `P1Y2M3DT4H5M6.7S`: each part at most once and in this order, and at least one.
  private static func isDuration(_ bytes: CellText.Bytes) -> Bool {
    var rest = bytes[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return false }
    var units = Array("YMWD".utf8)[...]
    var isTime = false
    while let first = rest.first {
      if first == UInt8(ascii: "T") {
        guard !isTime, rest.count > 1 else { return false }
        isTime = true
        units = Array("HMS".utf8)[...]
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
      rest = rest.dropFirst(digits.count)
      guard digits.contains(where: isDigit), let unit = rest.popFirst(),
        let place = units.firstIndex(of: unit)
      else { return false }
      units = units[(place + 1)...]
    }
    return true
  }

  // MARK: Structures

  private static func json(_ bytes: CellText.Bytes) -> JSONValue? {
    try? JSONParser.parse(Array(bytes))
  }

  private static func isPoint(_ bytes: CellText.Bytes, _ form: Point) -> Bool {
    let coordinates: [Double?]
    switch form {
    case .plain:
      coordinates = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { CellText.number(CellText.trimmed(CellText.Bytes(rebasing: $0))) }
    case .array:
      guard case .list(let values)? = json(bytes) else { return false }
      coordinates = values.map { $0.scalarText.flatMap { CellText.number($0) } }
    case .object:
      guard let object = json(bytes) else { return false }
      coordinates = ["lon", "lat"].map {
        object[$0]?.scalarText.flatMap { CellText.number($0) }
      }
    }
    guard coordinates.count == 2, let lon = coordinates[0], let lat = coordinates[1] else {
      return false
    }
    return (-180...180).contains(lon) && (-90...90).contains(lat)
  }

  private static func isItem(_ bytes: CellText.Bytes, _ item: Item) -> Bool {
    switch item {
    case .integer: CellText.integer(bytes) != nil
    case .number: CellText.number(bytes) != nil
    case .boolean: ["true", "false", "1", "0"].contains(String(decoding: bytes, as: UTF8.self))
    case .date: CellText.date(bytes, .iso) != nil
    case .datetime: TimestampFormat.iso(hasDay: true).read(bytes) != nil
    case .time: TimestampFormat.iso(hasDay: false).read(bytes) != nil
    }
  }
}
