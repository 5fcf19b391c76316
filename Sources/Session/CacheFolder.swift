public import LineEditing

/// Where snapshots of large files are kept between runs.
public enum CacheFolder {
  /// `$XDG_CACHE_HOME/enquire`, else `~/.cache/enquire`; `nil` where neither is known.
  ///
  /// See <https://specifications.freedesktop.org/basedir-spec/latest/>.
  public static func path(
    environment: Terminal.Environment = Terminal.processEnvironment
  ) -> String? {
    if let cache = environment("XDG_CACHE_HOME"), cache.hasPrefix("/") { return cache + "/enquire" }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.cache/enquire"
  }
}
