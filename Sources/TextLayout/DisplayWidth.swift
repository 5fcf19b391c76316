internal import CEditLine

/// The number of terminal columns a text takes, counted by grapheme.
public func displayWidth(_ text: some StringProtocol) -> Int {
  text.count
}
