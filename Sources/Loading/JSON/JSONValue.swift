/// A JSON text as a value: numbers stay as they are written, and objects keep the order of their
/// members.
///
/// A descriptor may hold rows, and of a number in a row each digit counts; so does the order of fields.
public enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case flag(Bool)
  /// A number, as it is written.
  case number(String)
  /// A text, without its quotes.
  case text(String)
  /// An array.
  case list([JSONValue])
  /// An object, with its members in order.
  case object([Member])

  /// A property of an object.
  public struct Member: Sendable, Hashable {
    /// Its name.
    public var key: String
    /// Its value.
    public var value: JSONValue
  }

  /// A property of an object; of two with one name the last, as most programs take it.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// What kind of value it is, in words.
  public var inWords: String {
    switch self {
    case .null: "nothing"
    case .flag: "yes or no"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }

  /// A text, number or boolean as a data file would write it; `nil` for anything else.
  var scalarText: String? {
    switch self {
    case .flag(let flag): flag ? "true" : "false"
    case .number(let text), .text(let text): text
    case .null, .list, .object: nil
    }
  }

  /// The value as JSON, without blanks.
  var json: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let text): text
    case .text(let text): JSONText.quoted(text)
    case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSONText.quoted($0.key) + ":" + $0.value.json }.joined(separator: ",")
        + "}"
    }
  }
}
