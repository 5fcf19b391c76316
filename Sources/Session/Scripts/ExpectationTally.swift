/// How many expectations of a script held.
struct ExpectationTally {
  var held = 0
  var failed = 0

  /// How many were checked.
  var total: Int { held + failed }
}
