internal import Tables

/// Texts among numbers or dates that may stand for something missing.
struct MarkerFinding: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// Texts that are no numbers, in a column of numbers that stays text for their sake.
    case amongNumbers
    /// Texts that are no dates, in a column of dates that stays text for their sake.
    case amongDates
    /// A number that stands far from the others, which are in a range.
    case sentinel(String)
  }

  var kind: Kind
  var field: String
  /// The texts, as the data writes them.
  var markers: [String]
  /// How many rows hold one.
  var rows: Int
}

extension MarkerFinding {
  /// What other programs and people write for something missing, in lower case.
  private static let known: Set<String> = [
    "c", "x", "z", "u", "k", "low", ".", "..", "...", ":", "-", "--", "*", "**", "?", "na", "n/a",
    "n.a.", "nan", "null", "none", "nil", "#n/a", "#n/a n/a", "(null)", "\\n", "suppressed",
    "redacted", "withheld", "missing", "unknown", "not known", "not recorded", "not available",
    "not applicable", "tbc", "tbd", "<5", "dk", "refused", "no data", "#div/0!", "#ref!", "#value!",
  ]

  /// Whether texts that do not fit are few enough, or known well enough, to be markers.
  ///
  /// - Parameter fitting: How many distinct texts do fit.
  static func areMarkers(_ texts: [String], fitting: Int) -> Bool {
    if texts.allSatisfy({ known.contains($0.lowercased()) }) { return fitting >= 2 }
    return fitting >= 8 && texts.count * 10 <= fitting
  }
}

/// The findings of a table as issues that say what to type.
struct MarkerReport {
  let entity: String
  let file: String

  /// An issue for the fields that share their markers: `NA` in ten fields is one thing to declare.
  func issues(_ findings: [MarkerFinding]) -> [LoadIssue] {
    var groups: [[MarkerFinding]] = []
    for finding in findings {
      let known = groups.firstIndex {
        $0[0].markers == finding.markers && $0[0].isSentinel == finding.isSentinel
      }
      if let known { groups[known].append(finding) } else { groups.append([finding]) }
    }
    return groups.map(issue)
  }

  private func issue(_ group: [MarkerFinding]) -> LoadIssue {
    let markers = group[0].markers.map { "\"\($0)\"" }.joined(separator: ", ")
    let stands = group[0].markers.count == 1 ? "stands" : "stand"
    let place: String
    switch group[0].kind {
    case .sentinel(let others):
      place =
        group.count == 1
        ? "\(group[0].markers[0]) stands among numbers from \(others)"
        : "\(group[0].markers[0]) stands far from the other numbers of \(names(group))"
    case .amongNumbers, .amongDates:
      let kinds = Set(group.map { $0.kind == .amongDates })
      let what = kinds.count == 2 ? "numbers and dates" : kinds == [true] ? "dates" : "numbers"
      place =
        "\(markers) \(stands) among the \(what) of \(names(group)), which "
        + "\(group.count == 1 ? "stays" : "stay") text"
    }
    return LoadIssue(
      .missingMarker, file: file, field: group.count == 1 ? group[0].field : nil,
      message: "\(place); if that means that there is no value: \(statement(group))",
      count: group.reduce(0) { $0 + $1.rows })
  }

  private func names(_ group: [MarkerFinding]) -> String {
    let shown = group.prefix(3).map(\.field).joined(separator: ", ")
    return group.count > 3 ? "\(shown) and \(group.count - 3) more fields" : shown
  }

  /// The statement that declares the markers.
  private func statement(_ group: [MarkerFinding]) -> String {
    let markers = group[0].markers.map {
      group[0].isSentinel ? $0 : NameText.quotedText($0)
    }
    let field = group.count == 1 ? "." + NameText.quoted(group[0].field) : ""
    return
      "define missing \(markers.joined(separator: ", ")) in \(NameText.quoted(entity))\(field) "
      + "because \"not recorded\""
  }
}

extension MarkerFinding {
  fileprivate var isSentinel: Bool {
    if case .sentinel = kind { return true }
    return false
  }
}

/// Names of fields and tables as a statement writes them.
enum NameText {
  /// The name, in backticks where it is not one word.
  static func quoted(_ name: String) -> String {
    let first = name.unicodeScalars.first
    let isWord =
      first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)
      }
    return isWord ? name : "`\(name)`"
  }

  /// A text in quotes.
  static func quotedText(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
