/// Whether the data bear out a published figure.
enum ClaimStatus: String, CodedValue {
  case reproduced
  case notDerivable = "not derivable"
  case erroneous
}

extension Resources {
  static let claims = ResourceDescription(
    name: "claims", singular: "claim", title: "Published claims",
    description: "What was published of the reviews of 2009-10, with its source, and the query "
      + "that reproduces it. The claims are real; the rows that reproduce them are SYNTHETIC.",
    fields: [
      FieldDescription("id", .string, "Claim", "The claim's code.").key(),
      FieldDescription("claim", .string, "Claim", "What is claimed.").required(),
      FieldDescription("source", .string, "Source", "Who published it, and when.").required(),
      FieldDescription("published", .string, "Published", "The figure as it was printed.")
        .required(),
      FieldDescription("query", .string, "Query", "The query that gives the figure.")
        .missingOnly([(value: "", label: "not derivable")]),
      FieldDescription(
        "expected", .string, "Expected", "The answer to the query, rounded as it was published."
      )
      .missingOnly([(value: "", label: "not derivable")]),
      FieldDescription(
        "status", ClaimStatus.self, "Status",
        "Whether the query gives the figure, the figure cannot be derived from data of this kind, "
          + "or it is an error in print."
      ).required(),
    ])
}
