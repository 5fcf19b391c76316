import ArgumentParser

/// Writes the synthetic data package.
@main
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enquire-generate",
    abstract: "Write the synthetic data package of serious case reviews.",
    discussion: """
      The same seed always gives the same bytes. Without --children, the set is the one of 147 \
      reviews and 194 children that reproduces the published figures of 2009-10.
      """)

  @Option(name: .shortAndLong, help: "The folder to write to; it is made if need be.")
  var output = "scr-2009-10"

  @Option(help: "The number that all random choices follow from.")
  var seed = PackageGenerator.canonicalSeed

  @Option(help: "Draw a set of this many children instead, in the same proportions.")
  var children: Int?

  @Flag(inversion: .prefixedNo, help: "Write the narratives.")
  var narratives = true

  @Flag(inversion: .prefixedNo, help: "Write the agencies, findings and recommendations.")
  var details = true

  func validate() throws {
    if let children, !(1...1_000_000_000).contains(children) {
      throw ValidationError("the number of children is between 1 and 1,000,000,000")
    }
  }

  func run() throws {
    let generator = PackageGenerator(
      seed: seed, childCount: children, withNarratives: narratives,
      withDetails: details)
    try generator.write(to: DiskFolder(makingPath: output))
  }
}
