internal import Execution

extension SplitMix64 {
  /// The choices of the quiz that a seed names.
  init(quiz seed: Int) { self.init(seed: UInt64(bitPattern: Int64(seed))) }

  /// One of the elements, each as likely; `nil` where there is none.
  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[Int(next() % UInt64(elements.count))]
  }
}
