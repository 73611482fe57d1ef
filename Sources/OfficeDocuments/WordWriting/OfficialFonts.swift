/// The typefaces that GB/T 9704-2012 asks for, and what to take where they are not installed.
enum OfficialFonts {
  /// A typeface.
  struct Font: Sendable {
    let name: String

    /// Other names, the best substitute first.
    let substitutes: String

    /// Whether the strokes end in serifs, by which programs choose another substitute.
    let family: String
  }

  /// For the text.
  static let fangSong = Font(name: "仿宋_GB2312", substitutes: "仿宋,FangSong", family: "modern")

  /// For the title.
  static let title = Font(
    name: "方正小标宋简体",
    substitutes: "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,宋体,SimSun",
    family: "auto"
  )

  /// For headings of the first level.
  static let hei = Font(name: "黑体", substitutes: "SimHei", family: "modern")

  /// For headings of the second level.
  static let kai = Font(name: "楷体_GB2312", substitutes: "楷体,KaiTi", family: "modern")

  /// For page numbers.
  static let song = Font(name: "宋体", substitutes: "SimSun", family: "auto")

  static let all = [fangSong, title, hei, kai, song]

  /// The part that lists the typefaces.
  static var part: XMLWriter {
    var xml = XMLWriter()
    xml.element("w:fonts", ["xmlns:w": WordNames.main]) { xml in
      for font in all {
        xml.element("w:font", ["w:name": font.name]) { xml in
          xml.element("w:altName", ["w:val": font.substitutes])
          // The characters of GB 2312.
          xml.element("w:charset", ["w:val": "86"])
          xml.element("w:family", ["w:val": font.family])
          xml.element("w:pitch", ["w:val": "default"])
        }
      }
    }
    return xml
  }
}

/// The names by which the parts of a text know each other.
enum WordNames {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let references = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let type = "application/vnd.openxmlformats-officedocument.wordprocessingml."
}
