import Tables
import Testing

@testable import Loading

/// Descriptors with mistakes: each is named, and none does harm.
@Suite struct DescriptorFuzzTests {
  private static let descriptor = """
    {"name": "p", "title": "P", "missingValues": ["", "-"], "enquire": {"synthetic": true},
     "resources": [
      {"name": "t", "path": ["t.csv", "t2.csv"], "encoding": "utf-8", "format": "csv",
       "dialect": {"delimiter": ",", "quoteChar": "'", "headerRows": [1], "commentRows": [3],
         "escapeChar": "\\\\", "commentChar": "#", "nullSequence": "NULL"},
       "schema": {"primaryKey": ["id"], "fieldsMatch": "subset", "fields": [
         {"name": "id", "type": "integer", "constraints": {"unique": true, "minimum": 1}},
         {"name": "n", "type": "number", "decimalChar": ",", "groupChar": ".", "bareNumber": false},
         {"name": "d", "type": "date", "format": "%d/%m/%Y"},
         {"name": "w", "type": "datetime", "format": "%Y-%m-%dT%H:%M:%S%z"},
         {"name": "c", "type": "string", "categories": [{"value": "x", "label": "X"}, "y"],
          "categoriesOrdered": true, "missingValues": ["z"]},
         {"name": "l", "type": "list", "delimiter": "|", "itemType": "integer"},
         {"name": "s", "constraints": {"pattern": "[a-z]+", "minLength": 1, "enum": ["ab"]}}],
         "foreignKeys": [{"fields": "id", "reference": {"resource": "", "fields": "id"}}]}},
      {"name": "u", "data": [{"id": 1, "v": [1, 2]}, {"id": null}], "schema": {"fields": [
         {"name": "id", "type": "integer"}, {"name": "v", "type": "array"}],
         "foreignKeys": [{"fields": ["id"], "reference": {"resource": "t", "fields": ["id"]}}]}}]}
    """
  private static let files = [
    "t.csv": "id,n,d,w,c,l,s\n1,'1.000,5',14/07/2009,2009-07-14T00:00:00Z,x,1|2,ab\nnote\n",
    "t2.csv": "2,3%,1/1/2010,-,q,x,AB\n",
  ]

  /// Other values for any property.
  private static let others = [
    "null", "true", "-1", "1e999", "\"\"", "\"x\"", "[]", "{}", "[null]", "[[1]]", "[{}]",
    "{\"a\": {}}", "\"\\ud800\"", "99999999999999999999", "[\"a\", \"a\"]", "\"../x\"", "\"%\"",
    "[0]", "\"(\"", "\"\\u0000\"", "\"é\"",
  ]

  private struct Random {
    var state: UInt64
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, limit)))
    }
  }

  private static func size(_ value: JSONValue) -> Int {
    switch value {
    case .list(let values): 1 + values.reduce(0) { $0 + size($1) }
    case .object(let members): 1 + members.reduce(0) { $0 + size($1.value) }
    default: 1
    }
  }

  /// The value with one part changed: the part at a place, counted in order of appearance.
  private static func changed(
    _ value: JSONValue, _ place: inout Int, _ random: inout Random
  ) throws -> JSONValue? {
    defer { place -= 1 }
    if place == 0 {
      if random.below(4) == 0 { return nil }
      return try JSONParser.parse(Array(others[random.below(others.count)].utf8))
    }
    switch value {
    case .list(let values):
      return .list(
        try values.compactMap {
          place -= 1
          return try changed($0, &place, &random)
        })
    case .object(let members):
      return .object(
        try members.compactMap { member in
          place -= 1
          return try changed(member.value, &place, &random).map {
            JSONValue.Member(key: member.key, value: $0)
          }
        })
    default: return value
    }
  }

  @Test func `changed descriptors load or say why not`() throws {
    let seed: UInt64 = 20_100_401
    var random = Random(state: seed)
    let original = try JSONParser.parse(Array(Self.descriptor.utf8))
    let whole = try PackageInMemory(original.json, Self.files)
    #expect(whole.loaded.dataSet.tables.map(\.rowCount) == [2, 2])
    var loaded = 0
    for round in 0..<800 {
      var value = original
      for _ in 0...random.below(3) {
        var place = random.below(Self.size(value))
        value = try Self.changed(value, &place, &random) ?? .null
      }
      do {
        let read = try PackageInMemory(value.json, Self.files)
        loaded += 1
        for table in read.loaded.dataSet.tables {
          #expect(
            table.columns.allSatisfy { $0.rowCount == table.rowCount },
            "seed \(seed), round \(round): \(value.json)")
        }
      } catch let failure as LoadFailure {
        #expect(!failure.message.isEmpty)
      }
    }
    #expect(loaded > 500, "seed \(seed)")
  }

  @Test func `changed bytes of a descriptor do no harm`() {
    let seed: UInt64 = 4_627
    var random = Random(state: seed)
    for _ in 0..<1000 {
      var bytes = Array(Self.descriptor.utf8)
      for _ in 0...random.below(4) {
        let place = random.below(bytes.count)
        if random.below(2) == 0 {
          bytes[place] = UInt8(random.below(256))
        } else {
          bytes.removeSubrange(place..<min(bytes.count, place + random.below(30)))
        }
      }
      _ = try? PackageInMemory(String(decoding: bytes, as: UTF8.self), Self.files)
    }
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: LoadFailure.self) { try PackageInMemory(deep, [:]) }
  }

  @Test func `each property of the wrong type is named and ignored`() throws {
    let read = try PackageInMemory(
      """
      {"name": 1, "resources": [7, {"name": "t", "path": "t.csv", "title": [], "dialect": 3,
       "schema": {"fields": [{"name": "a", "type": {}, "constraints": {"required": "yes"}}, null],
         "primaryKey": 4, "missingValues": "x", "foreignKeys": {}}}]}
      """, ["t.csv": "a\n1\n"])
    let messages = read.issues(.badDescriptor).map(\.message)
    for place in [
      "name is", "resources[0]", "resources[1].title", "resources[1].dialect", "fields[0].type",
      "fields[0].constraints.required", "fields[1]", "primaryKey", "missingValues", "foreignKeys",
    ] {
      #expect(messages.contains { $0.contains(place) }, "\(place) in \(messages)")
    }
    #expect(read.kinds == [.badDescriptor] && read.values(0) == ["1"])
  }

  private static let texts: [(json: String, value: JSONValue?)] = [
    (" null ", .null), ("[true,false]", .list([.flag(true), .flag(false)])),
    ("-1.50e3", .number("-1.50e3")), (#""a\n\u00e9\ud83d\ude00""#, .text("a\né😀")),
    (#""\ud83d""#, .text("\u{FFFD}")), (#""\ud83dx""#, .text("\u{FFFD}x")),
    (
      #"{"a":1,"a":2}"#,
      .object([.init(key: "a", value: .number("1")), .init(key: "a", value: .number("2"))])
    ),
    ("\u{FEFF}[]", .list([])), ("", nil), ("[1,]", nil), ("{\"a\"}", nil), ("[1] 2", nil),
    ("nul", nil), ("\"\\x\"", nil), ("\"open", nil), ("1-2", nil), ("NaN", nil), ("1.", nil),
    ("+1", nil),
    ("-0.5E-3", .number("-0.5E-3")), ("1e999", .number("1e999")), ("{1:2}", nil),
  ]

  @Test(arguments: texts.indices)
  func `JSON is read as the standard says`(index: Int) {
    let (json, value) = Self.texts[index]
    #expect((try? JSONParser.parse(Array(json.utf8))) == value, "\(json)")
    if let value { #expect((try? JSONParser.parse(Array(value.json.utf8))) == value) }
  }
}
