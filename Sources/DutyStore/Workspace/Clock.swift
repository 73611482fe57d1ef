/// The moment a command runs at, and where its random bits come from.
package struct Clock: Sendable {
  /// The moment of recording.
  package let now: Instant
  /// 80 random bits for an id, the upper 16 first.
  package let randomBits: @Sendable () -> (UInt16, UInt64)

  /// - Parameters:
  ///   - now: The moment, with the offset people see it in.
  ///   - randomBits: A source of random bits; the kernel's if none is given.
  package init(
    now: Instant,
    randomBits: @escaping @Sendable () -> (UInt16, UInt64) = {
      (.random(in: 0 ... .max), .random(in: 0 ... .max))
    }
  ) {
    self.now = now
    self.randomBits = randomBits
  }
}
