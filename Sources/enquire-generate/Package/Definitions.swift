/// The script that travels with the package: derived fields in the query language.
enum Definitions {
  static let text = """
    # Derived fields of the serious case reviews. SYNTHETIC data: see datapackage.json.

    # Known to children's social care at the time of the incident; published as 119 of 194.
    define children.known as status is at least "Known"

    # Receiving services as a child in need, with or without a plan; published as 90 of 194.
    define children.cin as status is at least "Child in need"

    # Subject of a child protection plan at the time of the incident; published as 49 of 194.
    define children.cp_plan as status = "CP plan"

    # Died, rather than was seriously harmed; published as 90 of 194.
    define children.died as outcome = "died"

    # Not yet one year old at the time of the incident.
    define children.infant as age < 1 year

    # Age in the bands of the research series: under 1, 1 to 5, 6 to 10, 11 to 15, 16 and over.
    define children.age_band_research as age bands (0, 1, 6, 11, 16)

    # Age in the bands of the department's statistics: under 1, 1 to 4, 5 to 9, 10 to 15, 16 and over.
    define children.age_band_dfe as age bands (0, 1, 5, 10, 16)

    # Whole months from the decision to hold the review until it was sent in; the standard was six.
    define reviews.months_to_complete as months(decision_date, submitted_date)

    """
}
