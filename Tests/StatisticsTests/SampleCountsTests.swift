import Statistics
import Testing

@Suite struct SampleCountsTests {
  @Test func `each number comes with how often it is there`() {
    for sample in [Sample([3, 1, 3, 8]), Sample([1, 3, 8], counts: [1, 2, 1])] {
      var counts: [Double: Int] = [:]
      sample.forEach { counts[$0, default: 0] += $1 }
      #expect(counts == [1: 1, 3: 2, 8: 1])
      #expect(sample.isWhole)
    }
    #expect(!Sample([1, 0.5]).isWhole)
    #expect(Sample([]).isWhole)
  }
}
