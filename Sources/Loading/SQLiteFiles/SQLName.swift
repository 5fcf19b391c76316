/// Names in SQL text, which are the same whatever the case of their ASCII letters, and no other's.
enum SQLName {
  /// A name as it is compared.
  static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  static func areSame(_ a: String, _ b: String) -> Bool { folded(a) == folded(b) }
}
