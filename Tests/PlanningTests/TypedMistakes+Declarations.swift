import Diagnostics

extension TypedMistake {
  /// What people type to say what the data mean.
  static let declarations: [TypedMistake] = [
    TypedMistake(
      #"define missing "Othr" in children.living_with"#,
      [(.unknownValue, #""Othr""#)],
      #"define missing "Other" in children.living_with"#),
    TypedMistake(
      #"define missing "Other" in children.livingwith because "coded so""#,
      [(.unknownField, "livingwith")],
      #"define missing "Other" in children.living_with because "coded so""#),
    TypedMistake(
      #"define missing "Other" for children.living_with"#,
      [(.habit, "for")],
      #"define missing "Other" in children.living_with"#),
    TypedMistake(
      #"define missing "Other" in children.living_with as "coded so""#,
      [(.habit, "as")],
      #"define missing "Other" in children.living_with because "coded so""#),
    TypedMistake(
      #"define missing Other, "unclassifed" in childern"#,
      [(.unknownValue, #""unclassifed""#), (.unknownField, "childern")],
      #"define missing Other, "Unclassified" in children"#),
    TypedMistake(
      "define relation place as reviews.lscb = lscbs.id",
      [(.habit, "=")],
      "define relation place as reviews.lscb to lscbs.id"),
    TypedMistake(
      "define relation place from reviews.lscb references lscbs.id",
      [(.habit, "from"), (.habit, "references")],
      "define relation place as reviews.lscb to lscbs.id"),
    TypedMistake(
      "define relation place as reviews.lscb to lscbs.idd",
      [(.unknownField, "idd")],
      "define relation place as reviews.lscb to lscbs.id"),
    TypedMistake(
      "define relation place as reviews.region to lscbs.region",
      [(.notUnique, "lscbs.region")],
      nil),
    TypedMistake(
      "define relation lscb as reviews.region to lscbs.name",
      [(.definitionExists, "lscb")],
      nil),
    TypedMistake(
      "define relation place as reviews.lscb",
      [(.syntax, "")],
      nil),
  ]
}
