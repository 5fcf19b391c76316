import Tables

/// The open files of a package, and how a review's rows are written to them.
struct PackageFiles {
  private var reviews: TableFile
  private var children: TableFile
  private var characteristics: TableFile
  private var agencies: TableFile
  private var findings: TableFile
  private var recommendations: TableFile
  private var narratives: TableFile
  private var ids: RowNumbers

  init(in folder: some PackageFolder, ids: RowNumbers) throws(OutputFailure) {
    reviews = try TableFile(Resources.reviews, in: folder)
    children = try TableFile(Resources.children, in: folder)
    characteristics = try TableFile(Resources.characteristics, in: folder)
    agencies = try TableFile(Resources.agencies, in: folder)
    findings = try TableFile(Resources.findings, in: folder)
    recommendations = try TableFile(Resources.recommendations, in: folder)
    narratives = try TableFile(Resources.narratives, in: folder)
    self.ids = ids
  }

  /// Writes a review with everything that belongs to it.
  ///
  /// - Parameter withDetails: Whether its agencies, findings and recommendations are written.
  mutating func write(
    _ review: ReviewCase, narrative: String?, withDetails: Bool
  ) throws(OutputFailure) {
    try writeRow(review)
    for child in review.children { try write(child, of: review.id) }
    if withDetails {
      for involvement in review.agencies { try write(involvement, of: review.id) }
      for finding in review.findings { try write(finding, of: review.id) }
      for recommendation in review.recommendations { try write(recommendation, of: review.id) }
    }
    if let narrative {
      narratives.add(ids.next(.narrative))
      narratives.add(review.id)
      narratives.add(narrative)
      try narratives.endRow()
    }
  }

  /// Completes all files.
  mutating func close() throws(OutputFailure) {
    try reviews.close()
    try children.close()
    try characteristics.close()
    try agencies.close()
    try findings.close()
    try recommendations.close()
    try narratives.close()
  }

  private mutating func writeRow(_ review: ReviewCase) throws(OutputFailure) {
    reviews.add(review.id)
    reviews.add(review.board.id)
    reviews.add(review.board.region)
    reviews.add("2009-10")
    reviews.add(review.dates.incident?.description ?? "")
    reviews.add(review.dates.decision?.description ?? "")
    reviews.add(review.dates.submitted?.description ?? "")
    reviews.add(review.dates.evaluated.description)
    reviews.add(review.grade)
    reviews.add(review.termsOfReference)
    reviews.add(review.overviewReport)
    reviews.add(review.equality)
    reviews.add(review.familyInvolvement)
    reviews.add(review.recommendations.count)
    reviews.add(review.independentAuthor)
    reviews.add(review.familyInvolved)
    try reviews.endRow()
  }

  private mutating func write(_ child: ChildCase, of review: String) throws(OutputFailure) {
    children.add(child.id)
    children.add(review)
    children.add(child.isIndex)
    children.add(child.age.value)
    children.add(child.gender)
    children.add(child.ethnicity.value)
    children.add(child.ethnicity.groupValue)
    children.add(child.disability)
    children.add(child.outcome)
    children.add(child.status)
    children.add(child.planHistory)
    if child.planHistory == .never {
      children.add("n/a")
    } else {
      children.add(child.planCategories)
    }
    children.add(child.legalStatus)
    children.add(child.livingWith)
    children.add(child.deathCategory?.value ?? "n/a")
    children.add(child.harmCategory?.value ?? "n/a")
    try children.endRow()
    for kind in child.characteristics {
      characteristics.add(ids.next(.characteristic))
      characteristics.add(child.id)
      characteristics.add(kind)
      try characteristics.endRow()
    }
  }

  private mutating func write(
    _ involvement: AgencyInvolvement, of review: String
  ) throws(OutputFailure) {
    agencies.add(ids.next(.agency))
    agencies.add(review)
    agencies.add(involvement.agency)
    agencies.add(involvement.level)
    agencies.add(involvement.knownAtIncident)
    try agencies.endRow()
  }

  private mutating func write(_ finding: Finding, of review: String) throws(OutputFailure) {
    findings.add(ids.next(.finding))
    findings.add(review)
    findings.add(finding.subTheme.theme)
    findings.add(finding.subTheme)
    findings.add(finding.agency)
    findings.add(finding.type)
    findings.add(finding.text)
    try findings.endRow()
  }

  private mutating func write(
    _ recommendation: Recommendation, of review: String
  ) throws(OutputFailure) {
    recommendations.add(ids.next(.recommendation))
    recommendations.add(review)
    recommendations.add(recommendation.agency)
    recommendations.add(recommendation.theme)
    recommendations.add(recommendation.isSmart)
    recommendations.add(recommendation.text)
    try recommendations.endRow()
  }
}

extension ChildCase.Age {
  /// As the file writes it.
  fileprivate var value: String {
    switch self {
    case .months(let months): String(months)
    case .notRecorded: ""
    case .withheld: "withheld"
    }
  }
}

extension ChildCase.RecordedEthnicity {
  /// As the file writes it.
  fileprivate var value: String {
    switch self {
    case .given(let ethnicity): ethnicity.value
    case .refused: "REFU"
    case .notYetObtained: "NOBT"
    }
  }

  /// The group as the file writes it.
  fileprivate var groupValue: String {
    if case .given(let ethnicity) = self { ethnicity.group.value } else { value }
  }
}
