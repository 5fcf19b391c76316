internal import LineEditing
internal import Tables

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension CalendarDate {
  /// The day where the program runs; the day of `SOURCE_DATE_EPOCH` where that is set, so that a report
  /// can be made again to the letter.
  ///
  /// See <https://reproducible-builds.org/specs/source-date-epoch/>.
  static func today(environment: Terminal.Environment) -> CalendarDate {
    if let seconds = environment("SOURCE_DATE_EPOCH").flatMap({ Int($0) }),
      let day = Int32(exactly: (Double(seconds) / 86_400).rounded(.down))
    {
      return CalendarDate(dayNumber: day)
    }
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(dayNumber: Int32(now / 86_400))
  }
}
