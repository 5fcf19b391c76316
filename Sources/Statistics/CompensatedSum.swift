/// A running sum that keeps what rounding drops.
///
/// After Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen":
/// unless nearly everything cancels out, the result is as good as if it had been rounded once only.
struct CompensatedSum {
  private var rounded = 0.0
  private var dropped = 0.0

  /// The sum so far; infinite when it is too large for a `Double`, as a plain sum would be.
  var value: Double {
    // Once a sum has overflowed, what it dropped is not a number.
    rounded.isFinite ? rounded + dropped : rounded
  }

  mutating func add(_ x: Double) {
    let sum = rounded + x
    // The smaller of the two lost its last digits; a subtraction brings them back exactly.
    dropped += rounded.magnitude >= x.magnitude ? (rounded - sum) + x : (x - sum) + rounded
    rounded = sum
  }

  /// Adds a number so many times at once.
  mutating func add(_ x: Double, times count: Int) {
    let product = x * Double(count)
    add(product)
    // The product's own rounding error, exactly; an infinite product has none.
    if count > 1, product.isFinite { add((-product).addingProduct(x, Double(count))) }
  }
}
