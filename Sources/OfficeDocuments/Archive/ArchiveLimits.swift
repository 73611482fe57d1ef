/// The limits that protect from archives made to fill the memory.
package struct ArchiveLimits: Equatable, Sendable {
  /// The most entries.
  package var entryCount: Int

  /// The most decompressed bytes of one entry.
  package var entrySize: Int

  /// The most decompressed bytes of all entries.
  package var totalSize: Int

  /// How many times larger an entry may become, if it becomes larger than `ratioFloor`.
  package var ratio: Int

  /// The decompressed size up to which any ratio is harmless, in bytes.
  package var ratioFloor: Int

  /// Limits far above what an office writes and far below what a computer holds.
  package static let standard = ArchiveLimits(
    entryCount: 10_000,
    entrySize: 64 << 20,
    totalSize: 512 << 20,
    ratio: 250,
    ratioFloor: 4 << 20
  )
}
