/// How characters are read: half width for full width, one kind of space, simplified for
/// traditional where a word of the vocabulary has it.
enum Folding {
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = scalar.value
    switch value {
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x1680, 0x17B4...0x17B5,
      0x180B...0x180F, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0x3164,
      0xFE00...0xFE0F, 0xFEFF, 0xFFA0:
      return " "
    case 0x21..<0x7F: return scalar
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0) ?? scalar
    case 0xFE50: return ","
    case 0xFE51, 0xFF64: return "、"
    case 0xFE54: return ";"
    case 0xFE55: return ":"
    case 0xFE59: return "("
    case 0xFE5A: return ")"
    case 0xFF61: return "。"
    case 0x4E00..<0xA000:
      let other = table[Int(value - 0x4E00)]
      return other == 0 ? scalar : Unicode.Scalar(UInt32(other)) ?? scalar
    default: return scalar
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { fold(scalar) == " " }

  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// The simplified character for each from U+4E00 on that has one here, otherwise 0.
  private static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x5200)
    var scalars = pairs.unicodeScalars.filter { $0 != " " && $0 != "\n" }[...]
    while let traditional = scalars.popFirst(), let simplified = scalars.popFirst() {
      table[Int(traditional.value) - 0x4E00] = UInt16(simplified.value)
    }
    return table
  }()

  /// Traditional characters of the words that are looked for, each before its simplified one.
  private static let pairs = """
    黨党 領领 導导 責责 職职 記记 負负 體体 會会 議议 報报 匯汇 彙汇 總总 時时 間间 進进 單单 處处
    門门 聯联 經经 長长 續续 開开 團团 員员 屬属 機机 關关 紀纪 檢检 監监 組组 織织 幹干 隊队 習习
    專专 題题 個个 兩两 於于 與与 發发 現现 隨随 歷历 數数 務务 實实 廳厅 縣县 鄉乡 鎮镇 區区 項项
    條条 標标 備备 註注 評评 覈核 繫系 係系 營营 應应 須须 將将 為为 來来 對对 從从 嚴严 辦办 網网
    頭头 層层 協协 劃划 義义 書书 請请 電电 話话 業业 產产 規规 範范 種种 計计 討讨 論论 講讲 課课
    調调 談谈 訪访 試试 類类 號号 內内 設设 夠够 結结 編编 輯辑 閱阅 讀读 錄录 載载 點点 擊击 壓压
    執执 強强 聽听 陳陈 筆笔 紙纸 級级 終终 週周 適适 屆届 達达 還还 過过 傳传 統统 審审 連连 遞递
    當当 據据 歸归 銷销 幾几 僅仅 雙双 滿满 無无 東东 園园 圍围 國国 場场 報报 壞坏 變变 讓让 該该
    證证 識识 護护 權权 際际 陽阳 陰阴 險险 難难 離离 響响 順顺 預预 頒颁 須须 顯显 駐驻 驗验 麼么
    """
}
