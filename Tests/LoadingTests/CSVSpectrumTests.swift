import Foundation
import Testing

@testable import Loading

/// The twelve files of csv-spectrum, where they are at hand.
///
/// Two of its expectations are no reading of its files: `location_coordinates.json` holds another
/// telephone number and another city than the file, and is one object rather than a list; and
/// `newlines_crlf.json` has a line end of two bytes inside a field, where the file, as it is stored,
/// has one. For both the expectation here is what RFC 4180 makes of the file.
@Suite struct CSVSpectrumTests {
  private static let names = [
    "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates",
    "newlines", "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
  ]

  private static let corrected: [String: [[String: String]]] = [
    "location_coordinates": [
      [
        "Contact Phone Number": "2095257564",
        "Location Coordinates": "37\u{FFFD}36'37.8\"N 121\u{FFFD}2'17.9\"W", "Cities": "Modesto",
        "Counties": "Stanislaus",
      ]
    ],
    "newlines_crlf": [
      ["a": "1", "b": "2", "c": "3"], ["a": "Once upon \na time", "b": "5", "c": "6"],
      ["a": "7", "b": "8", "c": "9"],
    ],
  ]

  @Test(
    .enabled(if: SharedData.isThere("csv-spectrum"), "csv-spectrum is not beside the checkout"),
    arguments: names)
  func `a file is read as RFC 4180 says`(name: String) throws {
    let bytes = try Data(
      contentsOf: URL(filePath: SharedData.path("csv-spectrum/csvs/\(name).csv")))
    let read = try ReadText(Array(bytes))
    let records = read.rows.map { Dictionary(uniqueKeysWithValues: zip(read.names, $0)) }
    var expected = Self.corrected[name]
    if expected == nil {
      let json = try Data(
        contentsOf: URL(filePath: SharedData.path("csv-spectrum/json/\(name).json")))
      expected = try JSONDecoder().decode([[String: String]].self, from: json)
    }
    #expect(records == expected)
    #expect(read.issues.isEmpty)
  }
}
