/// The elements that come first in some order, among those seen so far.
///
/// Not all are put in order: what comes after as many as are wanted is dropped as it is seen, or with
/// others now and then.
struct Leading<Element> {
  private let count: Int
  private var kept: [Element] = []
  /// The last that is among the first, once there are as many.
  private var limit: Element?

  /// How many more than wanted are kept before those that come later are dropped.
  private static var slack: Int { 1024 }

  /// - Parameter count: How many are wanted.
  init(_ count: Int) { self.count = count }

  /// Keeps an element that may be among the first.
  @inline(__always)
  mutating func consider(_ element: Element, _ precedes: (Element, Element) -> Bool) {
    if let limit, !precedes(element, limit) { return }
    kept.append(element)
    if kept.count >= count + Self.slack {
      kept = first(precedes)
      limit = kept.last
    }
  }

  /// The first elements, in order.
  func first(_ precedes: (Element, Element) -> Bool) -> [Element] {
    Array(kept.sorted(by: precedes).prefix(count))
  }
}
