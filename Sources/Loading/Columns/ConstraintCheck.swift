internal import Tables
internal import TextSearch

/// What a codebook asks of one value at a time, ready to be compared.
struct ConstraintCheck {
  private let constraints: FieldConstraints
  private let reading: FieldReading
  private let minimum: Double?
  private let maximum: Double?
  private let above: Double?
  private let below: Double?
  private let pattern: RegularExpression?
  /// The values that are allowed, as texts and, where they have an order, by it.
  private let allowed: Set<String>
  private let allowedOrders: Set<Double>

  init(_ reading: FieldReading) {
    self.reading = reading
    constraints = reading.schema.constraints
    func order(_ bound: String?) -> Double? { bound.flatMap { reading.order(ofBound: $0) } }
    minimum = order(constraints.minimum)
    maximum = order(constraints.maximum)
    above = order(constraints.exclusiveMinimum)
    below = order(constraints.exclusiveMaximum)
    pattern = constraints.pattern.flatMap {
      try? RegularExpression("^(?:\($0))$", matchesCase: true)
    }
    // Values outside the categories are told as such.
    let isChecked = reading.schema.categories.isEmpty && reading.schema.type != .boolean
    let listed = isChecked ? constraints.allowed : []
    allowed = Set(listed)
    allowedOrders = Set(listed.compactMap { reading.order(ofBound: $0) })
  }

  /// Whether a pattern can be read.
  static func canRead(pattern: String) -> Bool {
    (try? RegularExpression("^(?:\(pattern))$", matchesCase: true)) != nil
  }

  /// Whether anything is asked.
  var isEmpty: Bool {
    minimum == nil && maximum == nil && above == nil && below == nil && pattern == nil
      && allowed.isEmpty && constraints.minLength == nil && constraints.maxLength == nil
  }

  /// What a value is not, in words; `nil` when it is all that is asked.
  func fault(_ bytes: CellText.Bytes) -> String? {
    if minimum != nil || maximum != nil || above != nil || below != nil || !allowedOrders.isEmpty,
      let order = reading.order(bytes)
    {
      if let fault = fault(ofOrder: order) { return fault }
      if !allowed.isEmpty, !allowedOrders.contains(order) { return outsideAllowed }
    } else if !allowed.isEmpty, !allowed.contains(String(decoding: bytes, as: UTF8.self)) {
      return outsideAllowed
    }
    return lengthFault(bytes) ?? patternFault(bytes)
  }

  private var outsideAllowed: String { "is none of the values that are allowed" }

  private func fault(ofOrder order: Double) -> String? {
    if let minimum, order < minimum { return "is below \(constraints.minimum ?? "")" }
    if let maximum, order > maximum { return "is above \(constraints.maximum ?? "")" }
    if let above, order <= above { return "is not above \(constraints.exclusiveMinimum ?? "")" }
    if let below, order >= below { return "is not below \(constraints.exclusiveMaximum ?? "")" }
    return nil
  }

  private func lengthFault(_ bytes: CellText.Bytes) -> String? {
    guard constraints.minLength != nil || constraints.maxLength != nil else { return nil }
    var length = 0
    var unit = "characters"
    if reading.schema.type == .list {
      ColumnReading.forEachPart(bytes, reading.listDelimiter) { _ in length += 1 }
      unit = "values"
    } else if reading.textCheck == .array,
      case .list(let values)? = try? JSONParser.parse(Array(bytes))
    {
      length = values.count
      unit = "values"
    } else {
      // Bytes that begin a character.
      length = bytes.count { $0 & 0xC0 != 0x80 }
    }
    if let least = constraints.minLength, length < least {
      return "has fewer than \(least) \(unit)"
    }
    if let most = constraints.maxLength, length > most { return "has more than \(most) \(unit)" }
    return nil
  }

  private func patternFault(_ bytes: CellText.Bytes) -> String? {
    guard let pattern, !pattern.matches(String(decoding: bytes, as: UTF8.self)) else { return nil }
    return "does not match the pattern \(constraints.pattern ?? "")"
  }
}

extension FieldReading {
  /// A number that is greater for a greater value; `nil` for values without an order.
  func order(_ bytes: CellText.Bytes) -> Double? {
    switch schema.type {
    case .integer, .number: return numbers.read(bytes) { CellText.number($0) }
    case .date: return CellText.date(bytes, dateFormat).map { Double($0.dayNumber) }
    case .boolean, .list: return nil
    case .text, .category:
      switch textCheck {
      case .timestamp(let format): return format.read(bytes)?.order
      case .yearMonth: return TextCheck.yearMonth(bytes).map(Double.init)
      case nil where hasNumericCodes: return CellText.number(bytes)
      default: return nil
      }
    }
  }

  /// The order of a bound, which may be written as programs write values or as the field does.
  func order(ofBound bound: String) -> Double? {
    var bound = bound
    return bound.withUTF8 { bytes in
      let text = CellText.trimmed(bytes)
      switch schema.type {
      case .integer, .number: return CellText.number(text) ?? order(text)
      case .date: return CellText.date(text, .iso).map { Double($0.dayNumber) } ?? order(text)
      default: return order(text)
      }
    }
  }
}
