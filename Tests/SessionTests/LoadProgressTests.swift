import Loading
import TestSupport
import Testing

@testable import Session

/// The line that says how far a load is.
@Suite struct LoadProgressTests {
  private func line(_ done: Int, _ total: Int?, seconds: Int, width: Int) -> String {
    LoadProgress.line(
      .init(bytesDone: done, bytesTotal: total), elapsed: .seconds(seconds), width: width)
  }

  @Test func `it tells the share, the time left and the rate`() {
    #expect(
      line(600_000_000, 2_400_000_000, seconds: 2, width: 80)
        == "loading  25%  [#####...............]  6 s left  300 MB/s  600 MB of 2.4 GB")
  }

  @Test func `it fits any width, and leaves out the end first`() {
    for width in 1...100 {
      #expect(line(1 << 30, 3 << 30, seconds: 3, width: width).count < max(width, 1))
    }
    #expect(line(1, 4, seconds: 1, width: 14) == "loading  25%")
  }

  @Test func `without a total it tells what is done`() {
    #expect(line(5_000_000, nil, seconds: 1, width: 80) == "loading  5 MB  5 MB/s")
  }
}
