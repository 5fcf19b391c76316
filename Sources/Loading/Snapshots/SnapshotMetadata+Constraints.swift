internal import Tables

extension SnapshotMetadata {
  /// What a codebook asks of the values of a field.
  struct ConstraintsEntry: Codable {
    var isRequired: Bool
    var isUnique: Bool
    var minimum: String?
    var maximum: String?
    var exclusiveMinimum: String?
    var exclusiveMaximum: String?
    var minLength: Int?
    var maxLength: Int?
    var pattern: String?
    var allowed: [String]

    init(_ constraints: FieldConstraints) {
      isRequired = constraints.isRequired
      isUnique = constraints.isUnique
      minimum = constraints.minimum
      maximum = constraints.maximum
      exclusiveMinimum = constraints.exclusiveMinimum
      exclusiveMaximum = constraints.exclusiveMaximum
      minLength = constraints.minLength
      maxLength = constraints.maxLength
      pattern = constraints.pattern
      allowed = constraints.allowed
    }

    var constraints: FieldConstraints {
      var result = FieldConstraints()
      result.isRequired = isRequired
      result.isUnique = isUnique
      result.minimum = minimum
      result.maximum = maximum
      result.exclusiveMinimum = exclusiveMinimum
      result.exclusiveMaximum = exclusiveMaximum
      result.minLength = minLength
      result.maxLength = maxLength
      result.pattern = pattern
      result.allowed = allowed
      return result
    }
  }
}
