/// What stands around a text that was copied from a web page or a slide.
enum JunkWords {
  /// What a line is, if it is no part of the text.
  static func part(
    of line: Reading,
    isChinese: Bool
  ) -> ImportDecision.SkippedPart? {
    if isPageNumber(line) { return .pageNumber }
    guard line.count <= 80 else { return nil }
    if whole.contains(line.description) { return .siteJunk }
    if starts.contains(where: { line.hasPrefix($0) }) { return .siteJunk }
    if line.count <= 60, inside.contains(where: { line.contains($0) }) { return .siteJunk }
    guard isChinese, Marker(line, at: 0) == nil else { return nil }
    let hasWords = line.scalars.contains { Folding.isHan($0) }
    let symbols = line.scalars.filter { isSymbol($0) }.count
    return !hasWords && line.count >= 4 && symbols >= 2 && !isMask(line) ? .siteJunk : nil
  }

  /// Where a marker begins behind characters that a page put there against copying.
  static func garbage(before line: Reading) -> Int? {
    var symbols = 0
    var index = 0
    while index < min(line.count, 60) {
      let scalar = line[index]
      if Folding.isHan(scalar) || scalar.value > 0x7F && scalar.value != 0x2460 {
        return nil
      }
      if symbols >= 2, index >= 4, let marker = Marker(line, at: index), marker.end < line.count,
        Folding.isHan(line[marker.end])
      {
        return index
      }
      if isSymbol(scalar) { symbols += 1 }
      index += 1
    }
    return nil
  }

  /// `12`, `- 12 -`, `— — — 2 —`, `第3页`, `3/10`.
  private static func isPageNumber(_ line: Reading) -> Bool {
    guard line.count <= 24 else { return false }
    if line.hasPrefix("第"), line.contains("页"), line.count <= 12 {
      return line.scalars.allSatisfy { isDigit($0) || "第页共/,、".unicodeScalars.contains($0) }
    }
    let digits = line.scalars.filter { isDigit($0) }.count
    guard (1...8).contains(digits) else { return false }
    let dashes = line.scalars.filter { "-—–―─·~/".unicodeScalars.contains($0) }.count
    guard digits + dashes == line.count else { return false }
    return dashes > 0 || digits <= 3
  }

  private static func isMask(_ line: Reading) -> Bool {
    line.scalars.allSatisfy { "*xX×".unicodeScalars.contains($0) }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    "&*'\"{}^~|\\@#$%<>+=_`!?[]();:-/".unicodeScalars.contains(scalar)
  }

  private static let whole: Set<String> = [
    "朗读", "正文复制", "举报", "下载本文档", "下载文档", "打印", "关闭", "分享", "收藏", "复制",
    "返回", "返回顶部", "首页", "目录", "大中小", "打印本页", "关闭窗口", "打印关闭", "【打印】", "【关闭】",
    "展开全文", "阅读全文", "点击查看更多", "相关推荐", "热门推荐", "猜你喜欢", "版权所有", "(此件公开发布)",
    "此件公开发布", "全文", "正文", "上一页", "下一页",
  ]

  private static let starts: [Word] = Word.list(
    """
    发布于 发布时间: 发布日期: 来源: 信息来源: 文章来源: 作者: 编辑: 责任编辑: 浏览次数 浏览量 阅读量 阅读次数 \
    点击: 点击数 点击率 访问量 字号: 字体: 当前位置 您的位置 您当前的位置 您现在的位置 上一篇 下一篇 \
    更新时间 扫一扫 分享到 索引号 主题分类 发文机关: 成文日期: 稿件来源 时间:20 日期:20 首页> 主页>
    """
  )

  private static let inside: [Word] = Word.list(
    """
    您需要先登录 登录后可 登录后查看 阅读全部图文 开通会员 付费阅读 免责声明 >正文 >> ICP备 公网安备 网站标识码 \
    版权所有 技术支持: 打印本页 关闭窗口 字体:大 字号:大 浏览次数: 阅读次数: 点击次数: \
    收到请回复 收到请回覆 收到回复 请大家查收 请各位查收
    """
  )
}
