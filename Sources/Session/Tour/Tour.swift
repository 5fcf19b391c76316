/// A look at a data set, one screen after the other.
struct Tour {
  /// What one screen says, and a statement to try.
  struct Screen {
    var title: String
    var text: String
    var statement: String
  }

  /// The screens, in order.
  let screens: [Screen]
  /// The screen that is shown.
  private(set) var position = 0

  init(screens: [Screen]) { self.screens = screens }

  /// The screen that is shown.
  var screen: Screen { screens[position] }

  /// Turns to another screen; stays where there is none.
  ///
  /// - Returns: Whether there was one.
  mutating func turn(by step: Int) -> Bool {
    guard screens.indices.contains(position + step) else { return false }
    position += step
    return true
  }
}
