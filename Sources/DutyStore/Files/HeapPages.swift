#if canImport(Glibc)
import Glibc

/// The pages of the heap.
///
/// A file becomes several times its size in small values, and the kernel hands out every page when
/// it is first written to: in pages of 4 KiB that takes a fifth of the time of listing ten thousand
/// duties, and more of larger lists. Where the system has no large pages, no such room, or does not
/// hand out pages before they are written to, nothing changes.
enum HeapPages {
  /// The size of a file from which on pages are worth asking for.
  private static let leastFile = 32 << 10
  /// The size of a file from which on large pages are.
  private static let leastLargeFile = 1 << 20
  /// What is kept of a checklist and its records takes about this many times as much as its file.
  private static let growth = 7

  /// Asks for pages as if each were written to; the name is newer than some C libraries.
  private static let handOutForWriting: Int32 = 23

  /// How large the larger pages of the system are.
  private static let largePage = 2 << 20
  /// How much is asked for at once; a block of more than 32 MiB never comes from the heap.
  private static let step = 28 << 20
  /// The largest number of steps for one file.
  private static let mostSteps = 64

  /// Makes room for what will be made of a file.
  ///
  /// - Parameter size: The size of the file in bytes.
  static func makeRoom(forFileOf size: Int) {
    if size >= leastLargeFile {
      makeLargePages(forFileOf: size)
    } else if size >= leastFile {
      makePages(forFileOf: size)
    }
  }

  /// Has the kernel hand out the pages at once, if the heap must grow for them.
  private static func makePages(forFileOf size: Int) {
    takeLargeBlocksFromHeap
    let end = unsafe sbrk(0)
    let room = size * growth
    guard let start = unsafe block(room) else { return }
    if unsafe sbrk(0) != end {
      let page = sysconf(Int32(_SC_PAGESIZE))
      let distance = page - Int(bitPattern: start) % page
      _ = unsafe madvise(start + distance, room - distance - page, handOutForWriting)
    }
    unsafe free(start)
  }

  /// Makes room in large pages; room that is not used costs nothing.
  private static func makeLargePages(forFileOf size: Int) {
    takeLargeBlocksFromHeap
    let count = min(size / (step / growth) + 1, mostSteps)
    var addresses: [Int] = []
    addresses.reserveCapacity(count)
    // A block up to the next large page. It is kept, and never written to.
    let distance = largePage - placeOfEnd % largePage
    guard unsafe block(distance) != nil else { return }
    for _ in 0..<count {
      guard let start = unsafe block(step) else { break }
      _ = unsafe madvise(start, step, MADV_HUGEPAGE)
      addresses.append(Int(bitPattern: start))
    }
    // With one more behind them they are not the end of the heap, which would be given back.
    let last = unsafe block(largePage / 64)
    for address in addresses { unsafe free(UnsafeMutableRawPointer(bitPattern: address)) }
    _ = unsafe last
  }

  /// Until a block of such a size was freed, the C library maps each large block apart.
  private static let takeLargeBlocksFromHeap: Void = unsafe free(block(step + largePage))

  /// The address of what would be taken from the end of the heap.
  private static var placeOfEnd: Int {
    let probe = unsafe block(step)
    defer { unsafe free(probe) }
    return Int(bitPattern: probe)
  }

  /// A block of the heap, with what the C library keeps before it.
  ///
  /// It is not inlined, because a block that is only freed would be left out.
  @inline(never)
  private static func block(_ size: Int) -> UnsafeMutableRawPointer? {
    unsafe malloc(size - 2 * MemoryLayout<Int>.size)
  }
}
#endif
