import Testing

@testable import Session

/// A session on the bundled data, at no terminal, with what it writes.
@MainActor func makeSession() -> (session: Session, output: MemorySink, errors: MemorySink) {
  let output = MemorySink()
  let errors = MemorySink()
  let session = Session(output: output, errors: errors, options: .init())
  #expect(session.open([]) == .success)
  return (session, output, errors)
}
