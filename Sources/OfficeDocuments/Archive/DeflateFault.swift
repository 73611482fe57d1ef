/// What is wrong with a deflate stream.
enum DeflateFault: Error, Equatable, Sendable {
  /// The stream stops in the middle.
  case truncated

  /// A block of the type that RFC 1951 reserves.
  case reservedBlockType

  /// The length of a stored block and its complement disagree.
  case invalidStoredLength

  /// The lengths of the words make no prefix code.
  case invalidCode

  /// Bits that are no word, or a word that stands for nothing.
  case invalidSymbol

  /// A repetition of bytes from before the start.
  case distanceTooFar

  /// More bytes come out than there should be.
  case tooLong

  /// Fewer bytes come out than there should be.
  case tooShort

  /// Bytes follow the last block.
  case trailingBytes
}
