/// The numbers with a unit that `set` takes.
enum SettingQuantity {
  /// The unit names of a time, with their length in milliseconds.
  private static let times: [(names: [String], milliseconds: Double)] = [
    (["ms", "millisecond", "milliseconds"], 1), (["s", "second", "seconds", ""], 1000),
    (["min", "minute", "minutes"], 60_000),
    (["h", "hour", "hours"], 3_600_000),
  ]
  /// The unit names of a size, with their bytes.
  private static let sizes: [(name: String, bytes: Double)] = [
    ("kb", 1e3), ("mb", 1e6), ("gb", 1e9), ("tb", 1e12),
  ]
  /// More than any machine or patience has, and far below what a 64-bit number holds.
  private static let most = 1e15

  /// A time such as `5 seconds`, `200 ms` or `2 minutes`; a bare number is seconds.
  ///
  /// - Returns: Whole milliseconds, at least one; `nil` for anything else.
  static func milliseconds(_ text: String) -> Int? {
    guard let (number, unit) = parts(of: text),
      let length = times.first(where: { $0.names.contains(unit) })?.milliseconds
    else { return nil }
    return whole(number * length)
  }

  /// A size such as `500 MB` or `1.5 GB`, in decimal units.
  ///
  /// - Returns: Whole bytes, at least one; `nil` for anything else.
  static func bytes(_ text: String) -> Int? {
    guard let (number, unit) = parts(of: text),
      let size = sizes.first(where: { $0.name == unit })?.bytes
    else { return nil }
    return whole(number * size)
  }

  /// Why a text is no size, and what would be one; a sentence without a full stop each.
  static func refusal(ofSize text: String) -> (reason: String, better: String?) {
    refusal(
      of: text, units: sizes.map { $0.name.uppercased() },
      isUnit: { unit in
        sizes.contains { $0.name == unit }
      }, kind: "size", usual: "MB")
  }

  /// Why a text is no time, and what would be one.
  static func refusal(ofTime text: String) -> (reason: String, better: String?) {
    refusal(
      of: text, units: ["ms", "seconds", "minutes", "hours"],
      isUnit: { unit in
        times.contains { $0.names.contains(unit) }
      }, kind: "time", usual: "seconds")
  }

  private static func refusal(
    of text: String, units: [String], isUnit: (String) -> Bool, kind: String, usual: String
  ) -> (reason: String, better: String?) {
    let list = units.dropLast().joined(separator: ", ") + " or " + (units.last ?? "")
    if text.hasPrefix("-") { return ("a \(kind) is more than 0", nil) }
    guard let (number, unit) = parts(of: text) else {
      return ("a \(kind) is a number and \(list)", nil)
    }
    if number == 0 { return ("a \(kind) is more than 0", nil) }
    if unit.isEmpty, !isUnit("") {
      return ("a \(kind) needs its unit: \(list)", "\(text) \(usual)")
    }
    if !isUnit(unit) {
      let written = text.suffix(unit.count)
      return ("\"\(written)\" is no unit of a \(kind); those are \(list)", nil)
    }
    return ("a \(kind) of \(text) is too \(number < 1 ? "small" : "large")", nil)
  }

  /// A time as `set timeout` takes it.
  static func text(milliseconds: Int) -> String {
    if milliseconds % 1000 != 0 { return "\(milliseconds) ms" }
    return milliseconds == 1000 ? "1 second" : "\(milliseconds / 1000) seconds"
  }

  /// A size as `set memory` takes it.
  static func text(bytes: Int) -> String {
    let fitting = sizes.last { bytes % Int($0.bytes) == 0 } ?? sizes[0]
    let number = Double(bytes) / fitting.bytes
    let digits = number == number.rounded() ? String(Int(number)) : String(number)
    return "\(digits) \(fitting.name.uppercased())"
  }

  /// A number and the word after it, in small letters.
  private static func parts(of text: String) -> (number: Double, unit: String)? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits) else { return nil }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    return (number, unit.lowercased())
  }

  private static func whole(_ number: Double) -> Int? {
    let rounded = number.rounded()
    return rounded >= 1 && rounded <= most ? Int(rounded) : nil
  }
}
