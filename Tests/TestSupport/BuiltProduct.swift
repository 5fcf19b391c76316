#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The path of a program that was built together with the tests: it lies beside their bundle.
public func builtProduct(named name: String) -> String {
  var folders = imagePath.split(separator: "/").dropLast()
  // On macOS the tests are in `X.xctest/Contents/MacOS/X`.
  if let bundle = folders.lastIndex(where: { $0.hasSuffix(".xctest") }) {
    folders = folders[..<bundle]
  }
  return "/" + folders.joined(separator: "/") + "/" + name
}

/// Where the code that runs this was loaded from.
private var imagePath: String {
  #if os(Linux)
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  #else
    var information = Dl_info()
    guard dladdr(#dsohandle, &information) != 0, let name = information.dli_fname else { return "" }
    return String(cString: name)
  #endif
}
