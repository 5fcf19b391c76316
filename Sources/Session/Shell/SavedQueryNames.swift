internal import Language

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Session {
  /// `run NAME` with the first saved query, by name, that goes on as the text does; `nil` where the
  /// text runs nothing or no saved query fits.
  static func savedQuery(beginningWith text: String) -> String? {
    let verb = "\(StatementForm.run.rawValue) "
    guard text.hasPrefix(verb), text.count > verb.count else { return nil }
    let part = text.dropFirst(verb.count)
    return savedQueryNames.first { $0.hasPrefix(part) && $0 != part }.map { verb + $0 }
  }

  /// The names of the scripts in the folder `Queries`, sorted.
  private static var savedQueryNames: [String] {
    guard let folder = opendir("Queries") else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".enq"), !name.hasPrefix(".") { names.append(String(name.dropLast(4))) }
    }
    return names.sorted()
  }
}
