internal import DutyModel

/// What headings say of whose duties stand below them.
enum HeadingWords {
  /// The kind of tier a heading, without its marker, names; `nil` if it names none.
  ///
  /// In a cell of a table, and where only the loose reading is asked for, the words 责任, 职责 or
  /// 清单 may be missing.
  static func kind(of heading: Reading, isLoose: Bool = false) -> Tier.Kind? {
    let words = trimmed(heading)
    guard (2...45).contains(words.count), !words.contains("。"), !words.contains(";") else {
      return nil
    }
    guard isLoose || nouns.contains(where: { words.hasSuffix($0) || words.contains($0) }) else {
      return nil
    }
    if beginsWithVerb(words) { return nil }
    // A sentence names people too.
    if !isLoose, words.contains(","), words.count > 24 { return nil }
    return person(in: words)
  }

  /// Whether a heading speaks of 一岗双责 and names nobody: as the part of a member's duties that
  /// it is, where it stands below the heading of that member.
  static func isDoubleDuty(_ heading: Reading) -> Bool {
    let words = trimmed(heading)
    guard let place = words.index(of: doubleDuty) else { return false }
    return person(in: words[0..<place]) == nil
      && person(in: words.from(place + doubleDuty.count)) == nil
  }

  private static let doubleDuty: Word = "一岗双责"

  /// Whose duties a title speaks of, in looser words.
  static func kind(ofTitle title: Reading) -> Tier.Kind? {
    person(in: trimmed(title))
  }

  private static func person(in words: Reading) -> Tier.Kind? {
    if words.containsAny(members) || isDeputy(words) { return .member }
    if words.contains("委员"), !words.contains("委员会") { return .member }
    if words.contains("班主任") { return .member }
    if namesHead(words) { return .secretary }
    if words.containsAny(groups) { return .partyGroup }
    return nil
  }

  /// Whether words name a head; 河长办 and 书记办公会 are none.
  private static func namesHead(_ words: Reading) -> Bool {
    heads.contains { head in
      guard let place = words.index(of: head) else { return false }
      let next = place + head.count
      return next >= words.count || !"办制会".unicodeScalars.contains(words[next])
    }
  }

  /// Whether a heading is only the name of a post or a body: 街道办事处主任, 学校党支部.
  static func isPost(_ heading: Reading) -> Bool {
    let words = trimmed(heading)
    guard (2...20).contains(words.count), !words.contains(","),
      !beginsWithVerb(words)
    else { return false }
    if posts.contains(where: { words.hasSuffix($0) }) { return true }
    // 建强领导班子 is something to be done.
    return bodies.contains { words.hasSuffix($0) }
      && !words.scalars.contains { "建强优配抓管造好".unicodeScalars.contains($0) }
  }

  /// Whether a heading is a post and the name of who holds it, with a field of work in brackets
  /// perhaps: 局长张志强, 副局长李敏（分管食品）.
  static func isPostWithName(_ heading: Reading) -> Bool {
    var words = trimmed(heading)
    if words.last == ")", let open = words.scalars.firstIndex(of: "(") { words = words[0..<open] }
    return [2, 3].contains { length in
      let start = words.count - length
      guard start >= 2, surnames.contains(words[start]),
        words.scalars[start...].allSatisfy({ Folding.isHan($0) })
      else { return false }
      return isPost(words[0..<start])
    }
  }

  /// Family names, but for those that begin common words as well.
  private static let surnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖潘袁蔡蒋余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范\
    石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤
    """.unicodeScalars
  )

  /// Whether a heading is only the name of an office: 应急办.
  static func isOffice(_ heading: Reading) -> Bool {
    let words = trimmed(heading)
    return (2...14).contains(words.count) && !words.contains(",")
      && !beginsWithVerb(words) && offices.contains { words.hasSuffix($0) }
  }

  /// Whether an item is about the document itself: 本清单自印发之日起施行.
  static func isAboutDocument(_ item: Reading) -> Bool {
    documents.contains { item.hasPrefix($0) } && item.count <= 60
      && item.containsAny(documentVerbs)
  }

  private static let posts = heads + members + Word.list("委员 干事 班主任 纪检员")
  private static let offices = Word.list("办 办公室 科 股 处 科室 站 所 中心 大队 支队")
  private static let documents = Word.list("本清单 本责任清单 本制度 本办法 本规定 本细则 本责任制")
  private static let documentVerbs = Word.list("施行 执行 负责解释 印发之日 实施")

  private static let bodies = Word.list("领导班子 党委 党组 党总支 党支部 党工委 委员会 领导小组 政府 办事处")

  private static func isDeputy(_ words: Reading) -> Bool {
    guard let place = words.index(of: "副"), place + 1 < words.count else { return false }
    return true
  }

  /// The field of work in a heading such as 分管宣传、群团工作的党组成员责任.
  static func portfolio(of heading: Reading) -> Reading? {
    let words = trimmed(heading)
    guard let start = words.index(of: "分管"), start <= 8 else { return nil }
    let isAtStart = start == 0
    var end = words.count
    let ends = (start + 2..<words.count).filter { words[$0] == "的" }
    if let place = ends.last, words.from(place).containsAny(nouns) {
      end = place
    } else if let place = words.index(of: "责任") ?? words.index(of: "职责"), place > start + 2 {
      end = place
    } else if !isAtStart, words[start - 1] == "(", words.last == ")" {
      // 副局长李敏（分管食品）
      end = words.count - 1
    } else if !isAtStart {
      return nil
    }
    // 分管医疗副院长: the field of work ends where the post begins.
    if let post = words.index(of: "副", in: (start + 2)..<end) { end = post }
    guard end > start + 2 else { return nil }
    let portfolio = words[(start + 2)..<end]
    guard portfolio.count >= 2, !portfolio.hasPrefix("领导"), !portfolio.contains(":") else {
      return nil
    }
    return portfolio
  }

  /// Whether a heading holds requirements for everybody, such as 工作要求.
  static func isCommon(_ heading: Reading) -> Bool {
    let words = trimmed(heading)
    return words.count <= 14 && common.contains { words.hasSuffix($0) || words.hasPrefix($0) }
  }

  /// Whether a heading opens a part without duties of its own, such as 总体要求.
  static func isGeneral(_ heading: Reading) -> Bool {
    let words = trimmed(heading)
    return words.count <= 12 && general.contains { words.hasSuffix($0) || words.hasPrefix($0) }
  }

  /// Whether a heading opens the rules about a document, which are nobody's duties.
  static func isRules(_ heading: Reading) -> Bool {
    let words = trimmed(heading)
    return words.hasSuffix("总则") || words.hasSuffix("附则")
  }

  /// Whether a heading names duties as a thing, such as 安全员职责.
  static func isNoun(_ heading: Reading) -> Bool {
    let words = trimmed(heading)
    return words.count <= 30 && nouns.contains { words.hasSuffix($0) }
      && !beginsWithVerb(words)
  }

  /// Whether words begin with something to do.
  static func beginsWithVerb(_ words: Reading) -> Bool { verbs.contains { words.hasPrefix($0) } }

  /// Whether a line, such as 责任内容：, only says that items follow.
  static func isAnnouncement(_ line: Reading) -> Bool {
    var words = trimmed(line)
    if words.first == "【", words.last == "】" {
      words = words[1..<(words.count - 1)]
    } else if line.last != ":" {
      return false
    }
    return announcements.contains { words.count == $0.count && words.hasPrefix($0) }
  }

  /// A heading without the points and the colon at its end.
  static func trimmed(_ heading: Reading) -> Reading {
    var end = pointsStart(in: heading) ?? heading.count
    while end > 0, ":。,;".unicodeScalars.contains(heading[end - 1]) { end -= 1 }
    return heading[0..<end]
  }

  /// Where the points at the end of a heading or an item begin: （12分）.
  static func pointsStart(in words: Reading) -> Int? {
    guard words.count >= 4, words.last == ")", words[words.count - 2] == "分" else { return nil }
    var index = words.count - 3
    while index >= 0, words.count - index <= 10 {
      if words[index] == "(" { break }
      index -= 1
    }
    guard index >= 0, words[index] == "(" else { return nil }
    return points(in: words) != nil ? index : nil
  }

  /// The points at the end of a heading or an item, in thousandths.
  static func points(in words: Reading) -> Int? {
    guard words.count >= 4, words.last == ")" else { return nil }
    guard let open = words.scalars.lastIndex(of: "("), words.count - open <= 12 else { return nil }
    return thousandths(words[(open + 1)..<(words.count - 1)])
  }

  /// A number of points such as 12, 12分, 2.5分, 共10分; in thousandths.
  static func thousandths(_ words: Reading) -> Int? {
    var index = 0
    for prefix: Word in ["满分", "总分", "分值", "共", "计", ":"] where words.has(prefix, at: index) {
      index += prefix.count
    }
    guard let (whole, end) = ChineseNumber.read(words, at: index), whole <= 10_000 else {
      return nil
    }
    var value = whole * 1000
    index = end
    if index < words.count, words[index] == "." {
      index += 1
      var unit = 100
      while index < words.count, (0x30...0x39).contains(words[index].value), unit > 0 {
        value += Int(words[index].value - 0x30) * unit
        unit /= 10
        index += 1
      }
    }
    if index < words.count, words[index] == "分" { index += 1 }
    return index == words.count ? value : nil
  }

  // MARK: Words

  private static let nouns = Word.list("责任 职责 清单 任务 述责述廉 双责")

  private static let members = Word.list(
    """
    其他成员 其它成员 班子成员 党组成员 党委成员 支委成员 成员 分管 一岗双责 副书记 副组长 副职 其他领导 其他党员领导 \
    总工程师 总会计师 总经济师
    """
  )

  private static let heads = Word.list(
    """
    书记 主要负责人 主要负责同志 主要领导 第一责任 一把手 组长 乡长 镇长 县长 区长 市长 局长 院长 校长 所长 站长 \
    厂长 会长 队长 科长 处长 部长 馆长 园长 行长 主任 主席 经理 董事长 主官 带头人 河长 湖长 林长 田长 路长 村长 \
    社长 厅长 司长 总指挥 场长 台长 矿长 庭长 检察长 总编辑
    """
  )

  private static let groups = Word.list(
    """
    集体 班子 党委 党组 党总支 党支部 支部 党工委 委员会 领导小组 主体责任 纪委 纪检 纪工委 监督责任 工会 政府 \
    办事处 党组织 村委会 居委会
    """
  )

  private static let common = Word.list(
    "工作要求 有关要求 相关要求 几点要求 具体要求 保障措施 组织保障 工作保障 责任追究 其他要求 其他事项"
  )

  private static let general = Word.list(
    "总体要求 指导思想 基本原则 主要内容 工作目标 总体目标 总则 附则 适用范围 主要依据 编制依据 制定依据 重要意义 工作原则"
  )

  private static let announcements = Word.list(
    "责任内容 职责内容 主要内容 具体内容 内容 主要职责 工作职责 具体职责 岗位职责 职责 主要责任 具体责任 责任 责任清单 责任事项 职责任务 工作任务 任务"
  )

  private static let verbs = Word.list(
    """
    落实 履行 加强 强化 压实 严格 坚持 抓好 抓实 抓牢 健全 完善 推进 推动 深化 提高 提升 带头 发挥 严肃 严明 \
    支持 维护 认真 全面 切实 扎实 自觉 做好 做实 管好 带好 树立 坚定 科学 加大 密切 规范 注重 深入 牢固 贯彻 学习 \
    明确 统筹 担当 当好 定期 进一步 主持 负责 协助 保持 巩固 服务 接受 开展 分析 研究 执行 督促 指导 团结 参加 \
    每年 每半年 每季 每月 每周 积极 组织开展 组织实施 建立 培养 把握 把好 聚焦 突出 领导和 领导全 领导本 构建 夯实 净化 勇于 敢于 善于
    """
  )
}
