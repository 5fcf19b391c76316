import Diagnostics
import Testing

@Test(arguments: DiagnosticCode.allCases)
func `every code is explained`(code: DiagnosticCode) {
  let page = code.explanation
  #expect(!page.title.isEmpty)
  #expect(!page.title.hasSuffix("."))
  #expect(page.title.first?.isUppercase == false)
  let sentences = (page.text + " ").split(separator: ". ").count { !$0.allSatisfy(\.isWhitespace) }
  #expect((2...4).contains(sentences), "\(sentences) sentences")
  #expect(page.text.hasSuffix("."))
  #expect(!page.text.contains("\n"))
  #expect(page.wrong?.isEmpty == false)
  #expect(page.right?.isEmpty == false)
  #expect(page.wrong != page.right)
}

@Test func `no two codes share a page`() {
  let pages = DiagnosticCode.allCases.map(\.explanation)
  #expect(Set(pages.map(\.text)).count == pages.count)
  #expect(Set(pages.map(\.title)).count == pages.count)
}

@Test(arguments: DiagnosticCode.allCases)
func `a code is words joined by hyphens`(code: DiagnosticCode) {
  #expect(code.rawValue.allSatisfy { ("a"..."z").contains($0) || $0 == "-" })
}
