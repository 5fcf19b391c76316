extension DiagnosticCode {
  /// What `help CODE` says of a mistake.
  public struct Explanation: Sendable {
    /// The mistake in a few words.
    public let title: String
    /// What happened and what to do, in plain words.
    public let text: String
    /// Something that makes the mistake, on the bundled data set; `nil` where no statement does.
    public let wrong: String?
    /// The right form.
    public let right: String?

    init(_ title: String, _ text: String, wrong: String? = nil, right: String? = nil) {
      self.title = title
      self.text = text
      self.wrong = wrong
      self.right = right
    }
  }

  /// The explanation of the mistake.
  public var explanation: Explanation {
    switch self {
    case .ambiguousDate, .unclosedString, .unexpectedCharacter, .syntax, .nestedTooDeep, .habit,
      .notYet, .unknownStatement, .singleValued, .mixedAndOr:
      formExplanation
    case .ambiguousName, .unknownEntity, .unknownField, .unknownRelation, .unknownFunction,
      .unknownParameter, .unknownUnit, .selfDefinition, .definitionExists, .needsQuantifier:
      nameExplanation
    case .cumulativeCategory, .manyValued, .notABoolean, .notAValue, .notManyValued, .notOrdered,
      .typeMismatch, .unitAssumed, .needsUnit, .unknownValue, .valueIsField:
      valueExplanation
    case .dataNotReadable, .expectationFailed, .fileNotFound, .fileNotWritten, .internalError,
      .unknownFormat, .unknownOption, .unknownScript, .unknownTopic:
      commandExplanation
    }
  }

  /// Mistakes of form.
  private var formExplanation: Explanation {
    switch self {
    case .ambiguousDate:
      Explanation(
        "a date that may be read in two ways",
        "07/06/2009 is 7 June to some and 6 July to others, so dates are written year-month-day.",
        wrong: "count reviews where evaluated_date > 07/06/2009",
        right: "count reviews where evaluated_date > 2009-06-07")
    case .unclosedString:
      Explanation(
        "a text without its closing quote", "A text begins and ends with a quote, on one line.",
        wrong: "count children where status = \"CP plan",
        right: "count children where status = \"CP plan\"")
    case .unexpectedCharacter:
      Explanation(
        "a character that is no part of the language",
        "Names are letters, digits and _; anything else goes in backticks, and values in quotes.",
        wrong: "count children where died @", right: "count children where died")
    case .nestedTooDeep:
      Explanation("brackets within brackets", "The statement is nested more deeply than is read.")
    case .habit:
      Explanation(
        "a form from another language",
        "The words are known from another tool; the message shows how they are written here.",
        wrong: "count children where died == yes", right: "count children where died = yes")
    case .notYet:
      Explanation(
        "a form that is not built yet",
        "The word is in the plan of the language, and this version cannot answer it.",
        wrong: "summarise age of children", right: "values age of children")
    case .unknownStatement:
      Explanation(
        "a statement that does not exist",
        "A statement begins with what to do: count, list, tabulate, percent and so on.",
        wrong: "cuont children", right: "count children")
    case .singleValued:
      Explanation(
        "two values for a field that holds one",
        "One child has one status, so no status is A and B. Write `or` for either of them; in a "
          + "many-valued field `has all of` asks for both.",
        wrong: "count children where status = \"Known\" and \"CP plan\"",
        right: "count children where status = \"Known\" or \"CP plan\"")
    case .mixedAndOr:
      Explanation(
        "and with or, without brackets",
        "`and` binds tighter than `or`. Brackets show which was meant.",
        right: "count children where died and (infant or cin)")
    default:
      Explanation(
        "words in a place where they cannot stand",
        "The message says what was found and what is needed there; `help` shows the statements.",
        wrong: "count children died", right: "count children where died")
    }
  }

  /// Mistakes in names.
  private var nameExplanation: Explanation {
    switch self {
    case .ambiguousName:
      Explanation(
        "a name that several entities have", "Say which one is meant.", wrong: "values agency",
        right: "values agencies.agency")
    case .unknownEntity:
      Explanation(
        "an entity that the data lacks",
        "What is counted must be a table of the data, in the singular or plural, or a named set.",
        wrong: "count childs", right: "count children")
    case .unknownField:
      Explanation(
        "a field that the entity lacks",
        "`describe children` lists the fields of children. A field of a related row is reached by a "
          + "path.",
        wrong: "count children where grade = \"good\"",
        right: "count children where review.grade = \"good\"")
    case .unknownRelation:
      Explanation(
        "a relation that the entity lacks",
        "`describe` lists where each entity leads, to one row or to many.",
        wrong: "count reviews where any chidl (died)", right: "count reviews where any child (died)"
      )
    case .unknownFunction:
      Explanation(
        "a function that does not exist", "`help functions` lists them.",
        wrong: "count reviews where moths(decision_date, submitted_date) > 6",
        right: "count reviews where months(decision_date, submitted_date) > 6")
    case .unknownParameter:
      Explanation(
        "a parameter without a value",
        "A script declares its parameters at the top, and is run with a value for each that has no "
          + "default.",
        wrong: "count children where outcome = $outcome",
        right: "parameter outcome = \"died\" \"Which children\"")
    case .unknownUnit:
      Explanation("a unit that does not exist", "Units are days, weeks, months and years.")
    case .selfDefinition:
      Explanation(
        "a definition in terms of itself", "A definition uses names that exist before it.")
    case .definitionExists:
      Explanation(
        "a name that is taken", "The data's own names keep their meaning; choose another.",
        wrong: "define children.age as age > 1", right: "define children.older as age > 1 year")
    default:
      Explanation(
        "many related rows, and no word for which of them",
        "A review has many children, so a condition on children needs any, every, no or at least n. "
          + "Conditions inside the brackets speak of the same child.",
        wrong: "count reviews where children.died", right: "count reviews where any child (died)")
    }
  }

  /// Mistakes in values.
  private var valueExplanation: Explanation {
    switch self {
    case .cumulativeCategory:
      Explanation(
        "one level of a scale that published counts take together",
        "Published counts of children in need include those with a plan.",
        right: "count children where status is at least \"Child in need\"")
    case .manyValued:
      Explanation(
        "= on a field that can hold several values",
        "`has` asks whether a value is among them, `has only` whether it is the only one.",
        wrong: "count children where disability = \"LD\"",
        right: "count children where disability has \"LD\"")
    case .notABoolean:
      Explanation(
        "a field where a condition is needed",
        "Only a yes/no field is a condition by itself; any other must be compared.",
        wrong: "count children where status", right: "count children where status is recorded")
    case .notAValue:
      Explanation(
        "a word that is no value", "Text is written in quotes, and a field must exist.",
        wrong: "count children where age > old", right: "count children where age > 10 years")
    case .notManyValued:
      Explanation(
        "has on a field that holds one value", "Write = or in (...) instead.",
        wrong: "count children where gender has \"male\"",
        right: "count children where gender = \"male\"")
    case .notOrdered:
      Explanation(
        "more or less of something without an order",
        "Only scales, numbers and dates can be above or below.",
        wrong: "count children where gender > \"male\"",
        right: "count children where status > \"Known\"")
    case .unitAssumed:
      Explanation("a number without its unit", "A bare number is read in the field's own unit.")
    case .needsUnit:
      Explanation(
        "units that do not go together",
        "Months differ in length, so days are never turned into months.",
        wrong: "count reviews where submitted_date - decision_date > 6 months",
        right: "count reviews where months(decision_date, submitted_date) > 6")
    case .unknownValue:
      Explanation(
        "a value that the field never has",
        "A mistyped value would count nothing, so it is refused. `values status` lists what there is.",
        wrong: "count children where status = \"CP paln\"",
        right: "count children where status = \"CP plan\"")
    case .valueIsField:
      Explanation(
        "a word that is both a field and a value", "Quotes say that the value is meant.",
        wrong: "count children where outcome = died",
        right: "count children where outcome = \"died\"")
    default:
      Explanation(
        "values of two kinds", "A number is compared with a number, a date with a date, and so on.",
        wrong: "count children where age = \"one\"", right: "count children where age = 1")
    }
  }

  /// Mistakes in commands, and what can go wrong with files.
  private var commandExplanation: Explanation {
    switch self {
    case .dataNotReadable:
      Explanation(
        "data that cannot be read", "The message says why. What was open before stays open.")
    case .expectationFailed:
      Explanation(
        "something that was expected and is not so",
        "The message shows what was found. The script goes on, and ends with exit code 1.",
        wrong: "expect (count children) = 1", right: "expect (count children) = 194")
    case .fileNotFound: Explanation("a file that is not there", "Check the path.")
    case .fileNotWritten:
      Explanation("a file that cannot be written", "The message gives the system's reason.")
    case .internalError:
      Explanation("a fault of the program", "Please report it with the statement that caused it.")
    case .unknownFormat:
      Explanation(
        "a format that does not exist", "`help as` lists the formats.",
        wrong: "count children as excel", right: "count children as csv")
    case .unknownOption:
      Explanation(
        "an option that does not exist", "`set` alone lists the options and their values.",
        wrong: "set colour on", right: "set color on")
    case .unknownScript:
      Explanation(
        "a script that is not there",
        "A script is named by its path, or by its name in the folder Queries.",
        wrong: "run ofsted", right: "run ofsted-2009-10")
    default:
      Explanation(
        "a topic that help does not have", "`help` lists the topics.", wrong: "help xyz",
        right: "help")
    }
  }
}
