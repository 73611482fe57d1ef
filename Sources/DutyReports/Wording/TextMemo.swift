/// Texts that were made before, found again without hashing what they stand for.
///
/// Days, periods and schedules repeat all over a checklist. Each key has one place, where it
/// drives out the key that was there: whatever the place, the text is right.
struct TextMemo<Key: Equatable & Sendable>: Sendable {
  private var texts: [(key: Key, text: String)?]

  /// - Parameter capacity: The number of places, a power of two.
  init(capacity: Int = 64) {
    texts = Array(repeating: nil, count: capacity)
  }

  /// The text of a key.
  ///
  /// - Parameters:
  ///   - key: What it stands for.
  ///   - number: A number that differs for most keys.
  ///   - make: Makes the text if it is not at hand.
  /// - Returns: The text.
  mutating func text(of key: Key, at number: Int, _ make: () -> String) -> String {
    let place = number & (texts.count - 1)
    if let known = texts[place], known.key == key { return known.text }
    let text = make()
    texts[place] = (key, text)
    return text
  }
}
