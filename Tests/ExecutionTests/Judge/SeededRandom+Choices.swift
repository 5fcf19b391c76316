import TestSupport

extension SeededRandom {
  /// A number from 0 up to but not including the limit; 0 where there is none.
  mutating func below(_ limit: Int) -> Int { int(below: max(1, limit)) }

  /// True once in so many times.
  mutating func oneIn(_ times: Int) -> Bool { int(below: times) == 0 }

  mutating func element<T>(_ values: [T]) -> T { element(of: values) }

  /// Some of the values, in their order.
  mutating func some<T>(_ values: [T]) -> [T] { values.filter { _ in bool() } }
}
