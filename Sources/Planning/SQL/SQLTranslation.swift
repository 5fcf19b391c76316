struct SQLTranslation {
  init(_ catalogue: Catalogue, _ dialect: SQLDialect) {}
  func text(for statement: BoundStatement) -> String { "" }
}
