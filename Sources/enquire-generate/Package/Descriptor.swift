/// The descriptor of the package: a Data Package of version 2 (<https://datapackage.org>).
enum Descriptor {
  static let fileName = "datapackage.json"
  static let definitionsName = "definitions.enq"

  /// The text of the descriptor, of the canonical set or of one of another size.
  static func text(isCanonical: Bool) -> String {
    JSONText.object([
      (name: "$schema", value: "https://datapackage.org/profiles/2.0/datapackage.json"),
      (name: "name", value: isCanonical ? "scr-2009-10" : "scr-generated"),
      (name: "title", value: .string(title(isCanonical: isCanonical))),
      (name: "description", value: .string(description(isCanonical: isCanonical))),
      (name: "version", value: "1.0.0"),
      (
        name: "sources",
        value: .array([
          source("Ofsted, Learning lessons from serious case reviews 2009-2010 (No. 100087, 2010)"),
          source("Published studies of serious case reviews in England, 2003 to 2014"),
          source("Code sets of the children in need census, Department for Education"),
        ])
      ),
      (name: "resources", value: .array(Resources.all.map(\.json))),
      (
        name: "enquire",
        value: .object([
          (name: "synthetic", value: true),
          (name: "definitions", value: .string(definitionsName)),
        ])
      ),
    ]).document
  }

  private static func source(_ title: String) -> JSONText {
    .object([(name: "title", value: .string(title))])
  }

  private static func title(isCanonical: Bool) -> String {
    isCanonical
      ? "SYNTHETIC serious case reviews, England, 2009-10"
      : "SYNTHETIC serious case reviews, at another size"
  }

  private static func description(isCanonical: Bool) -> String {
    let common =
      "SYNTHETIC: every board, review, child and sentence is invented by a generator and describes "
      + "no real case. "
    return common
      + (isCanonical
        ? "The totals that were published of the reviews evaluated from April 2009 to March 2010 "
          + "are reproduced exactly, such as 147 reviews of 194 children, 90 of whom died; the "
          + "table `claims` lists them with their sources. Everything else was chosen or drawn at "
          + "random, among it how many children with a protection plan died (12, which was not "
          + "published), the regions and the boards. Nothing here can be used as evidence on real "
          + "services."
        : "Drawn in the proportions of the set of 2009-10, for trying things at size. It "
          + "reproduces no published figure.")
  }
}

/// The tables of the package, parents before children.
enum Resources {
  static let all = [
    lscbs, reviews, children, characteristics, agencies, findings, recommendations, narratives,
    claims,
  ]
}
