/// Whether two numbers differ by no more than a share of the expected one.
func near(_ value: Double?, _ expected: Double, relative: Double = 1e-10) -> Bool {
  guard let value else { return false }
  return (value - expected).magnitude <= relative * expected.magnitude
}

/// Whether a number, rounded as the expected one was, is it.
func rounds(_ value: Double?, to expected: Double, places: Int) -> Bool {
  guard let value else { return false }
  let half = (0..<places).reduce(0.5) { half, _ in half / 10 }
  return (value - expected).magnitude <= half * (1 + 1e-6)
}
