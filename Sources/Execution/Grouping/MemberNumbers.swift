/// The numbers of a block's members, in memory that serves block after block.
final class MemberNumbers<Number: BitwiseCopyable> {
  /// How many there are.
  private(set) var count = 0
  private var numbers: UnsafeMutablePointer<Number>
  private var capacity: Int

  init() {
    capacity = Members<UInt32>.blockRows
    numbers = .allocate(capacity: capacity)
  }

  deinit { numbers.deallocate() }

  /// The number of a member.
  @inline(__always)
  subscript(member: Int) -> Number { numbers[member] }

  /// Takes a number for the row of each member.
  @inline(__always)
  func fill(_ members: Members<UInt32>, _ number: (_ row: Int) -> Number) {
    count = members.count
    if count > capacity {
      numbers.deallocate()
      capacity = count
      numbers = .allocate(capacity: capacity)
    }
    let (numbers, rows) = (numbers, members.rows)
    for member in 0..<count { numbers[member] = number(Int(rows[member])) }
  }
}
