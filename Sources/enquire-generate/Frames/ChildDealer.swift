/// Deals the children of one review after another.
struct ChildDealer: Sendable {
  private var sizes: Urn<Int>
  private var situations: Urn<Situation>
  private var indexBands: Urn<AgeBand>
  private var siblingBands: Urn<AgeBand>

  /// Creates a dealer: of exactly the published counts, or of their proportions for ever.
  init(exactly: Bool) {
    sizes = Urn(PublishedCounts.familySizes, puttingBack: !exactly)
    situations = Urn(PublishedCounts.situations, puttingBack: !exactly)
    indexBands = Urn(PublishedCounts.indexBands, puttingBack: !exactly)
    siblingBands = Urn(PublishedCounts.siblingBands, puttingBack: !exactly)
  }

  /// The children of the next review, the index child first.
  mutating func deal(_ random: inout RandomSource) -> [ChildFrame] {
    let size = sizes.draw(&random)
    let first = situations.draw(&random)
    let band = indexBands.draw(&random) { band in
      // More of the youngest died.
      band == .underOne ? (first.outcome == .died ? 5 : 3) : 4
    }
    var children = [ChildFrame(outcome: first.outcome, status: first.status, band: band)]
    while children.count < size {
      // Brothers and sisters mostly have the same status, and fewer of them died.
      let situation = situations.draw(&random) { candidate in
        (candidate.status == first.status ? 8 : 1) * (candidate.outcome == .died ? 1 : 4)
      }
      let babies = children.count { $0.band == .underOne }
      let band = siblingBands.draw(&random) { $0 == .underOne && babies > 0 ? 0 : 1 }
      children.append(
        ChildFrame(outcome: situation.outcome, status: situation.status, band: band))
    }
    return children
  }
}
