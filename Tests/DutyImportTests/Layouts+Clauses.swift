extension Layout {
  static let clauses: [Layout] = [
    Layout(
      name: "cycles of every kind",
      text: #"""
        某校责任清单
        一、党委:主体责任
        1.每学期研究一次思想工作。
        2.每两年开展一次轮训。
        二、书记：第一责任
        1.每周听课1次，每月25日前报送情况，每年3月底前制定计划，11月底前不少于4次检查。
        2.每次会议前学习文件。
        三、工作要求
        1.按时上报。
        """#,
      sketch: #"""
        # 某校责任清单
        g0 party-group 党委:主体责任
          g1 1 每学期研究一次思想工作。
          g2 2 每两年开展一次轮训。
        s0 secretary 书记：第一责任
          s1 1 每周听课1次，每月25日前报送情况，每年3月底前制定计划，11月底前不少于4次检查。
            a 1 per week = 听课
            b 1 per month by 25 = 报送情况
            c by 03 each year = 制定计划
            d 4 per year by 11 = 检查
          s2 2 每次会议前学习文件。
        c0 common 工作要求
          c1 1 按时上报。
        """#
    ),
    Layout(
      name: "a general heading above the tiers",
      text: #"""
        某镇责任清单
        一、主要内容
        （一）党委（党支部）主体责任清单
        1.每年1—2次研究工作。
        2.开展一次集中整治。
        （二）党委书记责任清单
        1.半年一次谈心，一年两次讲课。
        2.每月开展走访不少于1次、每季度开展调研不少于2次。
        （三）党委副书记、委员责任清单
        1.每名委员每年联系支部至少XX次。
        二、工作要求
        各支部要认真落实，每年12月向镇党委报送情况。
        """#,
      sketch: #"""
        # 某镇责任清单
        g0 party-group 党委（党支部）主体责任清单
          g1 1 每年1—2次研究工作。
            a 1 per year = 研究工作
          g2 2 开展一次集中整治。
        s0 secretary 党委书记责任清单
          s1 1 半年一次谈心，一年两次讲课。
            a 1 per half-year = 谈心
            b 2 per year = 讲课
          s2 2 每月开展走访不少于1次、每季度开展调研不少于2次。
            a 1 per month = 开展走访
            b 2 per quarter = 开展调研
        m0 member 党委副书记、委员责任清单
          m1 1 每名委员每年联系支部至少XX次。
            a ? per year = 每名委员联系支部
        c0 common 工作要求
          c1 - 各支部要认真落实，每年12月向镇党委报送情况。
            a by 12 each year = 向镇党委报送情况 → 镇党委
        """#
    ),
  ]
}
