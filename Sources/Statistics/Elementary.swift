#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The functions the standard library lacks, from the C library and from nowhere else.
enum Elementary {
  /// The natural logarithm; minus infinity for 0.
  static func logarithm(_ x: Double) -> Double { log(x) }

  /// The natural logarithm of 1 + x, exact for small x too.
  static func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }

  /// e to the power of x; 0 where that is too small for a `Double`.
  static func exponential(_ x: Double) -> Double { exp(x) }
}
