/// What a piece of text is, so that colour can say it too; text stays readable without colour.
public enum Style: Sendable, Hashable, CaseIterable {
  case plain, keyword, entity, field, value, number, comment
  case error, warning, note, mark, suggestion
  case heading, muted, prompt, strong
  /// The entry of a menu that is chosen.
  case selection
}
