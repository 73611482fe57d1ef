extension Layout {
  /// Tables whose cells have several lines, or reach over several rows.
  static let cells: [Layout] = [
    Layout(
      name: "cells with several lines",
      text: #"""
        某局党组责任清单
        序号\#t责任内容\#t责任领导\#t责任科室\#t完成时限
        1\#t每季度研究一次党建工作\#t王强\#t办公室\#u{2028}人事科\#t每季度末前
        2\#t开展谈心\#u{2028}谈话；\#u{2028}形成记录\#t党组书记\#u{2028}王强\#t人事教育\#u{2028}处\#t6月底前\#u{2028}12月底前
        3\#t修订制度\#t王强\#u{2028}李丽\#t财务科\#t2026年6月\#u{2028}底前
        """#,
      sketch: #"""
        # 某局党组责任清单
        g0 party-group 某局党组责任清单
          g1 1 每季度研究一次党建工作 @王强 [办公室,人事科]
            a 1 per quarter = 研究党建工作
          g2 2 开展谈心谈话；⏎形成记录 @党组书记王强 [人事教育处]
            a by 06 and 12 each year = 开展谈心谈话
          g3 3 修订制度 @王强、李丽 [财务科]
            a by 2026-06 = 修订制度
        """#
    ),
    Layout(
      name: "cells over several rows",
      text: #"""
        某局党组责任清单
        序号\#t责任内容\#t责任领导\#t责任科室\#t完成时限
        1\#t研究党建工作\#t王强\#t办公室\#t2026年6月底前
        2\#t开展谈心谈话\#t\#u{2029}\#t\#u{2029}\#t\#u{2029}
        3\#t听取汇报\#t\#u{2029}\#t\#t每半年一次
        """#,
      sketch: #"""
        # 某局党组责任清单
        g0 party-group 某局党组责任清单
          g1 1 研究党建工作 @王强 [办公室]
            a by 2026-06 = 研究党建工作
          g2 2 开展谈心谈话 @王强 [办公室]
            a by 2026-06 = 开展谈心谈话
          g3 3 听取汇报 @王强
            a 1 per half-year = 听取汇报
        """#
    ),
    Layout(
      name: "rows without a number below the one they go with",
      text: #"""
        某局2026年重点工作责任清单
        序号\#t重点任务\#t具体措施\#t牵头领导\#t时限要求
        1\#t加强政治建设\#t每季度召开专题会议1次\#t孙伟\#t每季度末
        \#u{2029}\#t\#u{2029}\#t每年开展2次督查\#t孙伟\#t6月底、12月底
        2\#t推进作风建设\#t开展明察暗访\#t周洁\#t全年
        """#,
      sketch: #"""
        # 某局2026年重点工作责任清单 (2026)
        g0 party-group 某局2026年重点工作责任清单
          g1 1 加强政治建设⏎每季度召开专题会议1次 @孙伟
            a 1 per quarter = 召开专题会议
          g1-2 - 每年开展2次督查 @孙伟
            a by 06 and 12 each year = 开展督查
          g2 2 推进作风建设⏎开展明察暗访 @周洁
            a by 2026 = 推进作风建设
        """#
    ),
    Layout(
      name: "cells of a spreadsheet with line feeds",
      text: #"""
        某局党组责任清单
        序号\#t责任内容\#t责任领导\#t责任科室\#t完成时限
        1\#t每季度研究一次党建工作\#t王强\#t"办公室
        人事科"\#t每季度末前
        2\#t"落实""三会一课""制度；
        形成记录"\#t李丽\#t人事科\#t每年不少于2次
        3\#t"两个维护"教育\#t李丽\#t财务科\#t2026年6月底前
        """#,
      sketch: #"""
        # 某局党组责任清单
        g0 party-group 某局党组责任清单
          g1 1 每季度研究一次党建工作 @王强 [办公室,人事科]
            a 1 per quarter = 研究党建工作
          g2 2 落实"三会一课"制度；⏎形成记录 @李丽 [人事科]
            a 2 per year = 落实"三会一课"制度
          g3 3 "两个维护"教育 @李丽 [财务科]
            a by 2026-06 = "两个维护"教育
        """#
    ),
    Layout(
      name: "a list of problems with what is done about them",
      text: #"""
        某局问题整改清单
        序号\#t问题清单\#t整改措施\#t责任人\#t整改时限
        1\#t理论学习不深入\#t每月组织一次集中学习\#t孙伟\#t2026年12月底前
        2\#t公车管理不规范\#t建立台账\#t周洁\#t2026年6月30日前
        """#,
      sketch: #"""
        # 某局问题整改清单
        g0 party-group 某局问题整改清单
          g1 1 每月组织一次集中学习 @孙伟
            a 1 per month = 组织集中学习
          g2 2 建立台账 @周洁
            a by 2026-06-30 = 建立台账
        """#
    ),
    Layout(
      name: "Markdown",
      text: #"""
        # 某街道2026年意识形态工作责任清单

        > 街工委〔2026〕3号

        ## 一、党工委责任

        1. **每半年**至少专题研究1次意识形态工作。
        2. 每季度开展__舆情分析__研判。

        ---

        ## 书记责任 ##

        1. 每年至少讲1次专题党课。
        """#,
      sketch: #"""
        # 某街道2026年意识形态工作责任清单 (2026)
        g0 party-group 党工委责任
          g1 1 每半年至少专题研究1次意识形态工作。
            a 1 per half-year = 专题研究意识形态工作
          g2 2 每季度开展舆情分析研判。
            a 1 per quarter = 开展舆情分析研判
        s0 secretary 书记责任
          s1 1 每年至少讲1次专题党课。
            a 1 per year = 讲专题党课
        """#
    ),
    Layout(
      name: "a member's only section",
      text: #"""
        某局党组责任清单
        一、党组班子责任
        （一）组织领导
        1.每季度召开1次会议。
        二、班子成员责任
        （一）“一岗双责”
        2.每月讲评一次。
        """#,
      sketch: #"""
        # 某局党组责任清单
        g0 party-group 党组班子责任
         g0-1 组织领导
          g1 1 每季度召开1次会议。
            a 1 per quarter = 召开会议
        m0 member 班子成员责任
         m0-1 “一岗双责”
          m2 2 每月讲评一次。
            a 1 per month = 讲评
        """#
    ),
    Layout(
      name: "a message from a group",
      text: #"""
        各位领导好，现将清单发给大家，请查收[抱拳]
        某镇党委责任清单
        一、党委班子责任
        1、每季度研究一次工作
        二、党委书记责任
        1、上半年、下半年各讲1次党课
        收到请回复！
        """#,
      sketch: #"""
        # 某镇党委责任清单
        g0 party-group 党委班子责任
          g1 1 每季度研究一次工作
            a 1 per quarter = 研究工作
        s0 secretary 党委书记责任
          s1 1 上半年、下半年各讲1次党课
            a 1 per half-year = 讲党课
        """#
    ),
  ]
}
