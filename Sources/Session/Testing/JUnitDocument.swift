/// The outcomes of scripts as JUnit XML, which services that run tests read: a suite for each script,
/// a case for each expectation and one for the run itself.
struct JUnitDocument {
  let outcomes: [ScriptOutcome]

  /// The document, ending in a newline.
  var text: String {
    let cases = outcomes.map { $0.checks.count + 1 }.reduce(0, +)
    let failures = outcomes.map(\.failures).reduce(0, +)
    let errors = outcomes.count { $0.isBroken }
    var out = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
    out += "<testsuites name=\"enquire\" tests=\"\(cases)\" failures=\"\(failures)\""
    out += " errors=\"\(errors)\">\n"
    for outcome in outcomes { out += Self.suite(outcome) }
    return out + "</testsuites>\n"
  }

  private static func suite(_ outcome: ScriptOutcome) -> String {
    let name = escaped(outcome.path)
    var out = "  <testsuite name=\"\(name)\" tests=\"\(outcome.checks.count + 1)\""
    out += " failures=\"\(outcome.failures)\" errors=\"\(outcome.isBroken ? 1 : 0)\""
    out += " time=\"\(seconds(outcome.elapsed))\">\n"
    out += "    <testcase classname=\"\(name)\" name=\"runs\""
    out += outcome.isBroken ? ">\n" + problem("error", outcome.messages) : "/>\n"
    for check in outcome.checks {
      out += "    <testcase classname=\"\(name)\" file=\"\(name)\" line=\"\(check.line)\""
      out += " name=\"\(escaped("line \(check.line): \(check.text)"))\""
      out += check.holds ? "/>\n" : ">\n" + problem("failure", check.message)
    }
    return out + "  </testsuite>\n"
  }

  private static func problem(_ element: String, _ message: String) -> String {
    let first = message.split(separator: "\n").first.map(String.init) ?? ""
    return "      <\(element) message=\"\(escaped(first))\">\(escaped(message))</\(element)>\n"
      + "    </testcase>\n"
  }

  /// A duration in seconds with six decimals.
  private static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let micros = String(attoseconds / 1_000_000_000_000)
    return "\(seconds)." + String(repeating: "0", count: max(0, 6 - micros.count)) + micros
  }

  /// The text with the signs of XML as entities, and without what XML cannot hold.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n": out += "&#10;"
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension ScriptOutcome {
  /// The expectations that do not hold.
  fileprivate var failures: Int { checks.count - held }

  /// Whether the run itself went wrong.
  fileprivate var isBroken: Bool { status > .expectationFailed }
}
