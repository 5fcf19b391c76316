import Diagnostics
import Foundation
import Language
import TestSupport
import Testing

@testable import Planning
@testable import Rendering
@testable import Session

/// The grammar reference: every example answers, the examples use every form of the tree, and the page
/// is what the registry says.
@MainActor @Suite struct GrammarTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Language/Language.docc/Grammar.md")

  @Test(arguments: GrammarProduction.all.map(\.name))
  func `every example of a production answers`(name: String) throws {
    let production = try #require(GrammarProduction.all.first { $0.name == name })
    #expect(!production.examples.isEmpty)
    for example in production.examples {
      let (session, output, errors) = makeSession()
      let outcome = session.run(example)
      #expect(outcome.status == .success, "\(example): \(errors.text)")
      let isQuiet = example.hasPrefix("warn")
      #expect(isQuiet || !output.text.isEmpty, "\(example)")
    }
  }

  @Test func `a rule names only rules and words that there are`() {
    let names = Set(GrammarProduction.all.map(\.name))
    let text = GrammarProduction.text
    for production in GrammarProduction.all where production.name != "statement" {
      let isUsed = GrammarProduction.all.contains { other in
        other.name != production.name && other.alternatives.joined().contains(production.name)
      }
      #expect(isUsed, "no rule leads to \(production.name)")
    }
    #expect(names.count == GrammarProduction.all.count)
    for form in StatementForm.allCases { #expect(text.contains(form.rawValue), "\(form)") }
    for option in QueryOption.Kind.allCases { #expect(text.contains(option.rawValue)) }
    for word in Statistic.named.map(\.word) + Aggregate.allCases.map(\.rawValue)
      + TextTest.allCases.map(\.rawValue) + HasMode.allCases.map(\.rawValue)
      + LevelComparison.allCases.map(\.rawValue) + DateOrder.allCases.map(\.rawValue)
      + DatePart.allCases.map(\.rawValue) + QuantityUnit.allCases.map(\.rawValue)
      + ComparisonOperator.allCases.map(\.rawValue)
    where !word.isEmpty {
      #expect(text.contains(word), "the grammar has no \(word)")
    }
  }

  @Test func `the examples use every form of the tree`() {
    var found: Set<String> = []
    for example in GrammarProduction.all.flatMap(\.examples) {
      for parsed in Parser.parse(SourceText(example)) {
        let dump = "\(parsed.statement.map { String(reflecting: $0) } ?? "")"
        for form in Self.forms where dump.contains("Kind.\(form)") || dump.contains("Verb.\(form)")
        {
          found.insert(form)
        }
      }
    }
    #expect(Self.forms.filter { !found.contains($0) } == [])
  }

  /// The cases of expressions, measures, verbs and statements, as their descriptions begin.
  private static let forms = [
    "literal(", "path(", "parameter(", "group(", "not(", "negative(", "logical(", "comparison(",
    "arithmetic(", "test(", "membership(", "between(", "has(", "quantified(", "countOf(",
    "aggregate(", "inPeriod(", "ordering(", "textTest(", "bands(", "every(", "each(", "datePart(",
    "measure(", "call(", "subquery(", "distinct(", "percent(", "statistic(", "named(", "list(",
    "sample(", "measures(", "summarise(", "compare(", "count", "tabulate", "find(", "missing(",
    "values(", "describe(", "defineField(", "defineSet(", "defineMeasure(",
    "defineMissing(", "defineRelation(", "expect(", "warn(",
    "explain(", "help(", "set(", "show(",
  ]

  @Test func `the reference page is what the registry says`() throws {
    let written = Self.reference
    if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
      try written.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == written)
  }

  private static var reference: String {
    var text = """
      # The grammar

      Every rule of the language, with statements on the bundled data set that use it.

      ## How to read it

      Words in lower case and signs are written as they are; words in capitals stand for names and
      values. `[x]` may be left out, `x ...` may be repeated, and `|` parts alternatives. This page is
      made from `GrammarProduction`, which `help grammar` shows as well, and a test runs every example.

      """
    for production in GrammarProduction.all {
      text += "\n## \(production.name)\n\n```\n\(production.rule)\n```\n\n\(production.meaning)\n\n"
      text += "```enquire\n" + production.examples.joined(separator: "\n") + "\n```\n"
    }
    text += "\n## Functions\n\n| function | gives |\n|---|---|\n"
    for function in NumericFunction.allCases {
      text += "| `\(function.usage)` | \(function.summary) |\n"
    }
    text += "\n## Formats\n\n| format | is |\n|---|---|\n"
    for format in OutputFormat.all { text += "| `\(format.name)` | \(format.summary) |\n" }
    return text
  }
}
