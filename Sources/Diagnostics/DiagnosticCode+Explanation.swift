extension DiagnosticCode {
  /// What a mistake means, for someone who meets it the first time: the page of `help CODE`.
  public struct Explanation: Sendable, Hashable {
    /// A heading, without a full stop.
    public let title: String
    /// Two to four plain sentences.
    public let text: String
    /// A statement about the bundled data with the mistake; `nil` when no statement is at fault.
    public let wrong: String?
    /// The same statement as it should be; `nil` likewise.
    public let right: String?
  }

  /// The page on this mistake.
  public var explanation: Explanation {
    switch self {
    case .ambiguousDate: .ambiguousDate
    case .ambiguousName: .ambiguousName
    case .badPattern: .badPattern
    case .dataNotReadable: .dataNotReadable
    case .definitionExists: .definitionExists
    case .expectationFailed: .expectationFailed
    case .lessonLayout: .lessonLayout
    case .lessonMissing: .lessonMissing
    case .scriptLayout: .scriptLayout
    case .fileNotWritten: .fileNotWritten
    case .habit: .habit
    case .manyValued: .manyValued
    case .missingParameter: .missingParameter
    case .mixedAndOr: .mixedAndOr
    case .needsQuantifier: .needsQuantifier
    case .needsUnit: .needsUnit
    case .nestedTooDeep: .nestedTooDeep
    case .noAnswer: .noAnswer
    case .notABoolean: .notABoolean
    case .notAValue: .notAValue
    case .notCopied: .notCopied
    case .notManyValued: .notManyValued
    case .notOrdered: .notOrdered
    case .notText: .notText
    case .notUnique: .notUnique
    case .singleValued: .singleValued
    case .syntax: .syntax
    case .timedOut: .timedOut
    case .typeMismatch: .typeMismatch
    case .unclosedString: .unclosedString
    case .unexpectedCharacter: .unexpectedCharacter
    case .unknownDialect: .unknownDialect
    case .unknownEntity: .unknownEntity
    case .unknownField: .unknownField
    case .unknownFormat: .unknownFormat
    case .unknownFunction: .unknownFunction
    case .unknownMeasure: .unknownMeasure
    case .unknownOption: .unknownOption
    case .unknownParameter: .unknownParameter
    case .unknownRelation: .unknownRelation
    case .unknownScript: .unknownScript
    case .unknownStatement: .unknownStatement
    case .unknownTopic: .unknownTopic
    case .unknownValue: .unknownValue
    case .valueIsField: .valueIsField
    }
  }
}
