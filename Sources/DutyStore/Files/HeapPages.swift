#if canImport(Glibc)
import Glibc

/// The pages of the heap.
enum HeapPages {
  /// The size of a file from which on large pages are worth asking for.
  static let leastFile = 1 << 20

  /// How large the larger pages of the system are.
  private static let largePage = 2 << 20
  /// How much of the heap is to be in them.
  ///
  /// What is not used costs nothing. A block of more than 32 MiB never comes from the heap.
  private static let wanted = 28 << 20

  /// Lets the heap grow in large pages, when the property is first read.
  ///
  /// A file becomes several times its size in small values, and the kernel hands out every page
  /// when it is first written to: in pages of 4 KiB that takes a fifth of the time of listing ten
  /// thousand duties. Where the system has no large pages, or no such room, nothing changes.
  static let growLarge: Void = {
    // Until a block of such a size was freed, the C library maps each large block apart, and gives
    // the free end of the heap back.
    unsafe free(block(wanted + largePage))
    // The address where the free end begins: a block taken from it and freed is free again.
    let probe = unsafe block(wanted)
    let place = Int(bitPattern: probe)
    unsafe free(probe)
    // A block up to the next large page. It is kept, and never written to.
    let gap = unsafe block(largePage - place % largePage - 2 * MemoryLayout<Int>.size)
    let room = unsafe block(wanted)
    if unsafe gap != nil, let room = unsafe room, Int(bitPattern: room) % largePage == 0 {
      _ = unsafe madvise(room, wanted, MADV_HUGEPAGE)
    }
    unsafe free(room)
  }()

  /// A block of the heap.
  ///
  /// It is not inlined, because a block that is only freed would be left out.
  @inline(never)
  private static func block(_ size: Int) -> UnsafeMutableRawPointer? { unsafe malloc(size) }
}
#endif
