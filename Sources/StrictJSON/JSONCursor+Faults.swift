extension JSONCursor {
  /// Names the fault at the position, where a value of one kind was asked for.
  @inline(never)
  func unexpected(_ bytes: Span<UInt8>, kind: JSONKind) -> JSONError {
    guard position < endOfText(bytes), let found = JSONKind(firstByte: bytes[position]),
      found != kind
    else { return unexpected(bytes, .value) }
    // `nul` or `-x` is no value of another kind, but none at all.
    var probe = JSONCursor(in: position..<limit, policy: policy)
    if found != .object, found != .array {
      do throws(JSONError) { try probe.skipValue(bytes) } catch { return error }
    }
    return JSONError(.wrongKind(expected: kind, found: found), at: position)
  }

  /// Names the fault at the position, where something else was asked for.
  ///
  /// What people and their editors often write gets its own name, so that a hint can be given.
  @inline(never)
  func unexpected(_ bytes: Span<UInt8>, _ expectation: JSONError.Expectation) -> JSONError {
    let end = endOfText(bytes)
    let plain = JSONError(.expected(expectation), at: position)
    guard position < end else { return JSONError(.unexpectedEnd, at: end) }
    guard let scalar = unicodeScalar(bytes, at: position, end: end) else {
      return JSONError(.invalidUTF8, at: position)
    }
    switch scalar {
    case "/", "#": return JSONError(.comment, at: position)
    case "'", "`": return JSONError(.singleQuote, at: position)
    case "\u{201C}"..."\u{201F}", "\u{2018}"..."\u{201B}", "\u{00AB}", "\u{00BB}",
      "\u{300C}"..."\u{300F}", "\u{FF02}", "\u{FF07}":
      return JSONError(.smartQuote, at: position)
    case "\u{FF01}"..."\u{FF5E}", "\u{3000}"..."\u{3011}":
      return JSONError(.fullWidthPunctuation(scalar), at: position)
    case "\u{FEFF}": return JSONError(.byteOrderMark, at: position)
    case "a"..."z", "A"..."Z", "_", "$":
      return expectation == .value || expectation == .key
        ? JSONError(.bareWord, at: position) : plain
    case "+", ".": return expectation == .value ? JSONError(.invalidNumber, at: position) : plain
    default: return plain
    }
  }
}
