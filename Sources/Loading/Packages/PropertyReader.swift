/// Reads the properties of an object of a descriptor.
///
/// A property of the wrong type is noted and taken for absent; `null` is absent without a note.
struct PropertyReader {
  private let members: [JSONValue.Member]
  /// Where the object stands, such as `resources[2].schema`; empty for the whole.
  let place: String
  private let notes: DescriptorNotes

  init(_ members: [JSONValue.Member], place: String, notes: DescriptorNotes) {
    self.members = members
    self.place = place
    self.notes = notes
  }

  /// The names of the properties, in their order.
  var keys: [String] { members.map(\.key) }

  /// A property as it is.
  func value(_ key: String) -> JSONValue? {
    guard let value = members.last(where: { $0.key == key })?.value, value != .null else {
      return nil
    }
    return value
  }

  /// Notes that a property is not what it should be.
  func refuse(_ key: String, _ value: JSONValue, wanted: String) {
    note(key, "is \(value.inWords) where \(wanted) belongs; it was ignored")
  }

  /// Notes something about a property.
  func note(_ key: String, _ message: String) { notes.add("\(path(key)) \(message)") }

  private func path(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

  func text(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    if case .text(let text) = value { return text }
    refuse(key, value, wanted: "a text")
    return nil
  }

  func flag(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .flag(let flag) = value { return flag }
    refuse(key, value, wanted: "true or false")
    return nil
  }

  func whole(_ key: String) -> Int? {
    guard let value = value(key) else { return nil }
    if let text = value.scalarText, let whole = CellText.integer(text) { return whole }
    refuse(key, value, wanted: "a whole number")
    return nil
  }

  /// A text, number or boolean as a data file would write it.
  func scalar(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    if let text = value.scalarText { return text }
    refuse(key, value, wanted: "a value")
    return nil
  }

  /// A list whose elements are read by a function; those that it does not take are noted.
  func list<Element>(
    _ key: String, of wanted: String, _ read: (JSONValue) -> Element?
  ) -> [Element]? {
    guard let value = value(key) else { return nil }
    guard case .list(let values) = value else {
      refuse(key, value, wanted: "a list")
      return nil
    }
    var elements: [Element] = []
    elements.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      if let element = read(value) {
        elements.append(element)
      } else {
        refuse("\(key)[\(index)]", value, wanted: wanted)
      }
    }
    return elements
  }

  /// A list of texts; numbers and booleans are taken as a data file would write them.
  func texts(_ key: String) -> [String]? { list(key, of: "a text") { $0.scalarText } }

  /// A text, or a list of texts.
  func oneOrMany(_ key: String) -> OneOrMany? {
    if case .text(let one)? = value(key) { return OneOrMany(values: [one]) }
    if let value = value(key), case .list = value {
      let many = list(key, of: "a text") { value -> String? in
        if case .text(let text) = value { return text }
        return nil
      }
      return many.map { OneOrMany(values: $0) }
    }
    if let value = value(key) { refuse(key, value, wanted: "a text or a list of texts") }
    return nil
  }

  /// An object.
  func object(_ key: String) -> PropertyReader? {
    guard let value = value(key) else { return nil }
    if case .object(let members) = value {
      return PropertyReader(members, place: path(key), notes: notes)
    }
    refuse(key, value, wanted: "an object")
    return nil
  }

  /// A list of objects.
  func objects(_ key: String) -> [PropertyReader]? {
    var index = -1
    return list(key, of: "an object") { value in
      index += 1
      guard case .object(let members) = value else { return nil }
      return PropertyReader(members, place: "\(path(key))[\(index)]", notes: notes)
    }
  }

  /// An object, or the path of the file that holds it.
  func objectOrFile(_ key: String) -> (object: PropertyReader?, file: String?) {
    if case .text(let file)? = value(key) { return (nil, file) }
    return (object(key), nil)
  }

  /// Values, each `"x"`, `1` or `{"value": "x", "label": "words"}`.
  func labelledValues(_ key: String) -> LabelledValues? {
    let elements = list(key, of: "a value") { value -> LabelledValues.Element? in
      if let text = value.scalarText { return LabelledValues.Element(value: text) }
      guard let text = value["value"]?.scalarText else { return nil }
      return LabelledValues.Element(value: text, label: value["label"]?.scalarText)
    }
    return elements.map { LabelledValues(elements: $0) }
  }
}

/// What is wrong in a descriptor, in order of appearance.
final class DescriptorNotes {
  private(set) var messages: [String] = []

  /// More than this are not told one by one: a file of another kind would fill the screen.
  private static let most = 100

  func add(_ message: String) {
    if told + messages.count < Self.most { messages.append(message) }
  }

  private var told = 0

  /// The notes since the last time.
  func take() -> [String] {
    defer { messages = [] }
    told += messages.count
    return messages
  }
}
