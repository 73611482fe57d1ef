"""Reads what the text of a yearly report states, and compares it with calculated figures.

It knows the forms in which a report words its figures, and nothing of how they come about.
"""

import re
from fractions import Fraction

NUMBERS = "no one two three four five six seven eight nine ten".split()
FURTHER = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
CHINESE = "一 二 三 四 五 六 七 八 九 十".split()

# What is due in a section, in every form that a report gives it.
CHINESE_FIGURES = [
    r"(?P<owed>\d+)项应办事项完成(?P<done>\d+)项，尚有(?P<open>\d+)项未完成",
    r"应办事项(?P<owed>\d+)项，除(?P<open>\d+)项未完成外，其余(?P<done>\d+)项均?按期完成",
    r"应办事项(?P<owed>\d+)项(?P<all>均已按期完成|，已按期完成|，全部按期完成|，按期完成\d+项)",
    r"应办事项(?P<owed>\d+)项(?P<all>均已完成)，其中逾期完成(?P<late>\d+)项",
    r"应办事项(?P<owed>1)项，(?P<all>已完成但逾期)",
    r"应办事项(?P<owed>\d+)项，(?P<none>无完成记录|均无完成记录|均未见完成记录)",
    r"应办事项(?P<later>\d+)项，均?尚未到期",
    r"应办事项(?P<owed>\d+)项，(?P<waivers>本年度均?免办)",
    r"应办事项(?P<owed>\d+)项(?:，完成(?P<done>\d+)项(?:（其中逾期完成(?P<late>\d+)项）)?)?"
    r"(?:，(?P<none>均无完成记录))?(?:，免办(?P<waived>\d+)项)?(?:，未完成(?P<open>\d+)项)?",
]
ENGLISH_FIGURES = [
    r"(?P<later>\w+) items? (?:is|are) not yet due",
    r"(?P<owed>\w+) items? (?:was|were) due; (?:it was|both were|all were) (?P<all>completed)"
    r"(?: on time| \((?P<late>\w+) late\)| (?P<allLate>late))",
    r"(?P<owed>\w+) items? (?:was|were) due; (?P<none>it was not|neither was|none was) completed",
    r"(?P<owed>\w+) items? (?:was|were) due; (?:it was|both were|all were) (?P<waivers>waived)",
    r"(?P<owed>\w+) items? were due: (?:(?P<done>\w+) completed(?: \((?P<late>\w+) late\)| (?P<allLate>late))?)?"
    r"(?:(?:, | and )?(?P<waived>\w+) waived)?(?:(?:, | and )?(?P<open>\w+) not completed)?",
]


def faults(text, kind, language, sections, total, findings, is_over, year):
    """What the text says otherwise than it was calculated, or does not say."""
    reader = (Chinese if language == "zh" else English)(text, kind, is_over, year)
    reader.check_total(total)
    if kind == "accountability":
        reader.check_account(sections, total)
        reader.check_endorsements(findings)
        reader.check_missed(total)
        reader.check_coming(total)
        return reader.faults
    if kind == "annual":
        reader.check_duties(sum(section["duties"] for section in sections))
    for section, part in reader.parts(sections):
        reader.check_section(section, part)
    if kind == "annual":
        reader.check_findings(findings)
        reader.check_missed(total)
        reader.check_coming(total)
    if kind == "self-assessment":
        reader.check_scores(sections)
    return reader.faults


def written(number):
    return f"{float(number):.3f}".rstrip("0").rstrip(".")


class Reader:
    """What both languages have in common."""

    def __init__(self, text, kind, is_over, year):
        self.text, self.kind, self.is_over, self.year = text, kind, is_over, year
        self.faults = []

    def expect(self, holds, fault):
        if not holds:
            self.faults.append(fault)

    def compare(self, stated, calculated, where):
        for key in ("owed", "done", "late", "waived", "open", "later"):
            left, right = stated.get(key, 0), calculated[key]
            self.expect(left == right, f"{where}: {key} is {left} in the text, not {right}")

    def figures(self, sentences, patterns):
        """The figures that a sentence of a section states; nothing if there is no such sentence."""
        stated = {}
        for sentence in sentences:
            for pattern in patterns:
                found = re.fullmatch(pattern, sentence)
                if not found:
                    continue
                told = found.groupdict()
                for key in ("owed", "done", "late", "waived", "open", "later"):
                    if told.get(key):
                        stated[key] = self.number(told[key])
                owed = stated.get("owed", 0)
                for key, word in (("done", "all"), ("open", "none"), ("waived", "waivers")):
                    if told.get(word):
                        stated[key] = owed - (stated.get("waived", 0) if key == "open" else 0)
                if told.get("allLate") or told.get("all") == "已完成但逾期":
                    stated["late"] = stated["done"]
                break
        return stated

    def check_scores(self, sections):
        for section in sections:
            title, score = section["title"], section["score"]
            if score is not None:
                clause = self.scored.format(title=title, score=written(score), points=section["points"])
                self.expect(clause in self.text, f"does not say {clause!r}")
            elif section["points"] is not None:
                self.expect(self.unscored.format(title=title) in self.text, f"{title}: no gap for its score")
        scored = [section for section in sections if section["points"] is not None]
        scores = [section["score"] for section in scored]
        if None in scores or not scores:
            self.expect(self.without_total in self.text, "no gap for the total score")
            return
        points = sum(Fraction(str(section["points"])) for section in scored)
        clause = self.total.format(score=written(sum(scores)), points=written(points))
        self.expect(clause in self.text, f"does not say {clause!r}")
        rows = [Fraction(row) for row in re.findall(r"^\d+ \|.* \| (-?[0-9.]+)$", self.text, re.M)]
        lost = points - sum(scores)
        self.expect(sum(rows) == lost, f"rows add up to {written(sum(rows))}, not to {written(lost)}")

    def check_account(self, sections, total):
        """What one person answers for, which is told in two parts: at work, and in their own conduct."""
        count = sum(section["duties"] for section in sections)
        self.expect(re.search(self.answered.format(count=self.worded(count)), self.text), f"not {count} duties")
        headings = list(re.finditer(self.heading, self.text, re.M))
        ends = [found.start() for found in headings[1:]] + [len(self.text)]
        parts = [self.text[found.end() : end] for found, end in zip(headings, ends)]
        own = [part for found, part in zip(headings, parts) if re.search(self.deeds, found.group())]
        stated = {}
        for part in own:
            for line in part.split("\n"):
                for key, value in self.stated(line).items():
                    stated[key] = stated.get(key, 0) + value
        figures = dict(total, owed=total["done"] + total["waived"] + total["open"])
        self.compare(stated, figures, "both parts together")
        for section in sections:
            for telling in section["tellings"]:
                self.check_telling(telling, "\n".join(own), section["title"])

    def check_endorsements(self, endorsements):
        for form, key in ((self.signed, "signed"), (self.confirmed, "confirmed")):
            found = re.search(form, self.text)
            stated = self.number(found.group(1)) if found else 0
            self.expect(stated == endorsements[key], f"{stated} {key} in the text, not {endorsements[key]}")

    def check_section(self, section, part):
        figures = dict(section["figures"])
        figures["owed"] = figures["done"] + figures["waived"] + figures["open"]
        if part is None:
            self.expect(False, f"{section['title']}: is not in the text")
            return
        where = section["title"]
        self.compare(self.stated(part), figures, where)
        if self.kind == "annual" and not figures["owed"] and not figures["later"] and figures["ongoing"]:
            self.check_ongoing(figures, part, where)
        for telling in section["tellings"]:
            self.check_telling(telling, part, where)

    def check_telling(self, telling, part, where):
        is_told = self.kind != "self-assessment"
        if telling["isDated"] and telling["times"]:
            self.check_times(telling, part, where)
            if telling["lates"]:
                clause = self.late(max(telling["lates"]))
                self.expect(re.search(clause, part), f"{where}: {telling['action']!r} is not said to be late")
            for owed, done in telling["shortfalls"]:
                self.check_shortfall(owed, done, telling["unit"], part, where)
        if not telling["isDated"] and telling["records"]:
            self.check_records(telling, part, where)
        if telling["isDated"] or is_told:
            for (what, unit), amount in telling["sums"].items():
                self.check_sum(what, unit, written(amount), part, where)
        if is_told and telling["records"] < 5 or telling["isDated"] and telling["records"] == 1:
            for what, amount, unit, note in telling["singles"]:
                self.check_single(what, written(amount), unit, note if is_told else "", part, where)


class Chinese(Reader):
    scored = "{title}（自评得分{score}分）\n满分{points}分。"
    unscored = "【待补充：“{title}”自评得分】"
    without_total = "【待补充：自评总得分】"
    total = "自评得分{score}分"
    answered = "职责{count}项。"
    heading = r"^[一二三四五六七八九十]+、.*$"
    deeds = "履行职责|严于律己"
    signed = r"年内我签署意见(\d+)件"
    confirmed = r"经我确认销号的问题(\d+)个"

    def number(self, text):
        return int(text)

    def late(self, days):
        return rf"晚(?:\d+天、)*{days}天"

    def worded(self, number):
        return str(number)

    def parts(self, sections):
        """Every section with its part of the text."""
        lines = self.text.split("\n")
        heading = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）[^。]*$")
        starts = [place for place, line in enumerate(lines) if heading.match(line)]
        tiers = list(dict.fromkeys(section["tier"] for section in sections))
        at = 0
        for tier in tiers:
            own = [section for section in sections if section["tier"] == tier]
            at = self.place(lines, starts, at, "、" + tier)
            for section in own:
                start = at
                if len(own) > 1 or self.kind == "self-assessment" and section["title"] != tier:
                    start = self.place(lines, starts, at, "）" + section["title"])
                if start is None:
                    yield section, None
                    continue
                end = next((place for place in starts if place > start), len(lines))
                at = start
                yield section, "\n".join(lines[start + 1 : end])

    @staticmethod
    def place(lines, starts, after, text):
        return next((place for place in starts if place >= (after or 0) and text in lines[place]), None)

    def stated(self, part):
        sentences = []
        for sentence in re.split(r"[。\n】]", part):
            rest = re.search(r"，另有(\d+)项尚未到期$", sentence)
            if rest:
                sentences.append(f"应办事项{rest.group(1)}项，尚未到期")
                sentence = sentence[: rest.start()]
            sentences.append(sentence.removeprefix("”").removeprefix("以上"))
        stated = {}
        for sentence in sentences:
            stated |= {key: value for key, value in self.figures([sentence], CHINESE_FIGURES).items() if value}
        return stated

    def check_total(self, figures):
        owed = figures["done"] + figures["waived"] + figures["open"]
        clause = f"应办事项{owed}项"
        if figures["done"]:
            clause += f"，完成{figures['done']}项"
            if figures["late"]:
                clause += f"（其中逾期完成{figures['late']}项）"
        elif owed > figures["waived"]:
            clause += "，无完成记录" if owed == 1 else "，均无完成记录"
        if figures["waived"]:
            clause += f"，免办{figures['waived']}项"
        if figures["open"] and figures["done"] + figures["waived"]:
            clause += f"，未完成{figures['open']}项"
        if figures["later"] and not self.is_over:
            clause += f"，另有{figures['later']}项尚未到期"
        if owed:
            self.expect(clause in self.text, f"does not say {clause!r}")
        if self.kind != "annual":
            return
        ongoing, recorded = figures["ongoing"], figures["recorded"]
        words = "均有工作记录" if recorded == figures["seats"] and ongoing > 1 else f"有工作记录的{recorded}项"
        if ongoing < figures["seats"] != recorded:
            words = f"按人计{figures['seats']}项，{words}"
        if ongoing > 1 and recorded:
            clause = f"长期推进的职责{ongoing}项，{words}"
            self.expect(clause in self.text, f"does not say {clause!r}")
        if figures["needed"] and figures["answered"]:
            clause = f"遇事即办的职责{figures['needed']}项，办理{figures['answered']}次"
            self.expect(clause in self.text, f"does not say {clause!r}")

    def check_times(self, telling, part, where):
        count, unit = sum(telling["times"]), telling["unit"] or "次"
        action = re.escape(telling["action"])
        number = f"{count}{unit}"
        forms = [rf"{action}{number}(?!\d)", f"“{action}”完成{number}", f"{action}，共{number}"]
        if count == 1:
            forms += [rf"月\d+日(，我)?{action}", rf"月\d+日办结“{action}”", f"“{action}”于"]
        found = re.search("|".join(forms), part)
        self.expect(found, f"{where}: does not say {telling['action']!r} {number}")

    def check_sum(self, what, unit, amount, part, where):
        clause = rf"(?:合计|共|累计|、){re.escape(what)}{re.escape(amount + unit)}"
        self.expect(re.search(clause, part), f"{where}: does not sum {what}{amount}{unit}")

    def check_findings(self, findings):
        if not findings["raised"]:
            self.expect("问题整改情况" not in self.text, "tells of findings where there are none")
            return
        found = re.search(
            r"(?:年内登记问题|问题共)(\d+)个(?:（其中上年结转\d+个）)?，(?:(已|均已)销号|(未|均未)销号|已销号(\d+)个，未销号(\d+)个)"
            r"(?:（其中超过整改期限(\d+)个）)?。",
            self.text,
        )
        if not found:
            self.expect(False, "does not say how many findings there are")
            return
        raised, closed, none, some, rest, overdue = found.groups()
        stated = dict(
            raised=int(raised),
            closed=int(raised) if closed else int(some or 0),
            open=int(raised) if none else int(rest or 0),
            overdue=int(overdue or 0),
        )
        self.expect(stated == findings, f"findings are {stated} in the text, not {findings}")

    def check_coming(self, figures):
        if not self.is_over:
            if figures["later"]:
                clause = f"{self.year}年尚未到期的应办事项{figures['later']}项"
                self.expect(clause in self.text, f"does not say {clause!r}")
            return
        count = figures["next"]
        clauses = [f"{self.year + 1}年应办事项{count}项", f"逐项办理{self.year + 1}年的{count}项应办事项"]
        if count == 1:
            clauses.append(f"办理{self.year + 1}年的应办事项：")
        if count:
            self.expect(any(one in self.text for one in clauses), f"does not say that {count} fall due next year")

    def check_duties(self, count):
        self.expect(f"清单共列职责{count}项" in self.text, f"does not say that there are {count} duties")

    def check_ongoing(self, figures, part, where):
        count, recorded = figures["ongoing"], figures["recorded"]
        recorded = count if recorded == figures["seats"] else recorded
        found = re.search(r"(\d+)项长期推进的职责年内(均)|长期推进的职责(\d+)项，(?:按人计\d+项，)?(?:(均有|各有|有)工作记录(?:的(\d+)项)?|均?无)", part)
        if not found:
            self.expect(False, f"{where}: does not tell of {count} continuous duties")
            return
        some, all_, other, words, number = found.groups()
        stated = int(some or other)
        has = int(number) if number else stated if all_ or words else 0
        self.expect((stated, has) == (count, recorded), f"{where}: continuous {stated}, {has}, not {count}, {recorded}")

    def check_records(self, telling, part, where):
        action, count = re.escape(telling["action"]), telling["records"]
        if self.kind == "self-assessment":
            found = re.search(rf"“{action}”(?:有工作记录)?(\d+)次", part)
            self.expect(found and int(found.group(1)) == count, f"{where}: not {count} records of {action}")
        elif count > 4 or count > 1 and telling["schedule"] == "as needed":
            self.expect(re.search(rf"年内(?:办理|工作){count}次", part), f"{where}: not {count} records of {action}")

    def check_shortfall(self, owed, done, unit, part, where):
        owed, missing = f"{owed}{unit or '次'}", f"{owed - done}{unit or '次'}"
        clauses = [f"规定{owed}，尚缺{missing}", f"每人规定{owed}，各缺{missing}"]
        self.expect(any(clause in part for clause in clauses), f"{where}: does not say {clauses[0]!r}")

    def check_single(self, what, amount, unit, note, part, where):
        words = [amount] + ([CHINESE[int(amount) - 1]] if amount.isdigit() and 0 < int(amount) < 11 else [])
        words += ["两"] if amount == "2" else []
        is_noted = any(word + unit in note for word in words) and note[:4] in part
        # The only time of a requirement does not count itself: a report is one report.
        is_told = what + amount + unit in part or is_noted or amount == "1"
        self.expect(is_told, f"{where}: does not say {what}{amount}{unit}")

    def check_missed(self, figures):
        for form, key in (
            (r"未完成的有(\d+)项", "open"),
            (r"逾期完成的有(\d+)项", "late"),
            (r"年未完成的(\d+)项应办事项", "open"),
        ):
            found = re.search(form, self.text)
            stated = int(found.group(1)) if found else 0
            self.expect(stated == figures[key], f"{form}: {stated} in the text, not {figures[key]}")


class English(Reader):
    scored = "{title} (score {score})\nOut of {points} points."
    unscored = "[To be supplied: score of “{title}”]"
    without_total = "[To be supplied: total score]"
    total = "gives itself {score} of {points} points"
    answered = r"I answer for {count}\b"
    heading = r"^\d+\. .*$"
    deeds = "What was done|My own conduct"
    signed = r"I signed off (\w+) items?\."
    confirmed = r"I confirmed that (\w+) findings? could be closed"

    def late(self, days):
        number = NUMBERS[days] if days <= 10 else days
        return rf"came (?:[^.]* )?{number} days?\b"

    def number(self, text):
        word = text.lower()
        return NUMBERS.index(word) if word in NUMBERS else int(text)

    def worded(self, number):
        return "one duty" if number == 1 else f"{number} duties"

    def parts(self, sections):
        lines = self.text.split("\n")
        starts = [place for place, line in enumerate(lines) if re.match(r"\d+(\.\d+|\.) \w", line)]
        at = 0
        for tier in dict.fromkeys(section["tier"] for section in sections):
            own = [section for section in sections if section["tier"] == tier]
            at = self.place(lines, starts, at, ". " + tier)
            for section in own:
                start = at
                if len(own) > 1 or self.kind == "self-assessment" and section["title"] != tier:
                    start = self.place(lines, starts, at, " " + section["title"])
                if start is None:
                    yield section, None
                    continue
                end = next((place for place in starts if place > start), len(lines))
                at = start
                yield section, "\n".join(lines[start + 1 : end])

    place = staticmethod(Chinese.place)

    def stated(self, part):
        sentences = [sentence.strip() for sentence in re.split(r"\. |\.$|\n", part, flags=re.M)]
        sentences = [sentence.removeprefix("For this section as a whole: ") for sentence in sentences]
        stated = {}
        for sentence in sentences:
            stated |= {key: value for key, value in self.figures([sentence], ENGLISH_FIGURES).items() if value}
        return stated

    def check_total(self, figures):
        figures = dict(figures)
        figures["owed"] = figures["done"] + figures["waived"] + figures["open"]
        heading = re.search(r"^1\. ", self.text, re.M)
        opening = self.text[: heading.start() if heading else None]
        self.compare(self.stated(opening), figures, "the opening")
        ongoing, recorded = figures["ongoing"], figures["recorded"]
        recorded = ongoing if recorded == figures["seats"] else recorded
        found = re.search(r"(\w+) (?:duty is|duties are) continuous(?:, \w+ if counted by person)?; (no work|work) is recorded for (\w+)", opening)
        if not ongoing:
            self.expect(not found, "tells of continuous duties where there are none")
            return
        if not found:
            self.expect(False, "does not tell of the continuous duties")
            return
        count, verb, some = self.number(found.group(1)), found.group(2), found.group(3)
        stated = 0 if verb == "no work" or some in ("neither", "none") else count if some in ("it", "both", "all") else self.number(some)
        self.expect((count, stated) == (ongoing, recorded), f"continuous: {count}, {stated}, not {ongoing}, {recorded}")

    def check_times(self, telling, part, where):
        count = sum(telling["times"])
        word = {1: "once", 2: "twice"}.get(count) or f"{NUMBERS[count] if count <= 10 else count} times"
        action = re.escape(telling["action"])
        found = re.search(rf"{action}(?:\.|:) [Cc]arried out {word}\b", part)
        self.expect(found, f"{where}: does not say {telling['action']!r} {word}")

    def check_sum(self, what, unit, amount, part, where):
        clause = rf"(?:In all|Together|In total), [^.]*{re.escape(what)}:? ?{re.escape(amount)}\b"
        self.expect(re.search(clause, part, re.I), f"{where}: does not sum {what} {amount} {unit}")

    def check_findings(self, findings):
        found = re.search(
            r"^(\w+) findings? (?:was|were) raised(?: or carried over \(\w+ carried over\))?; "
            r"(?:(?:it|both|all) (?:was|were) (closed)|(?:it|both|all) (?:is|are) (open)|(\w+) closed, (\w+) open)"
            r"(?: and past (its) date|, (\w+) of these past (?:its|their) date)?\.",
            self.text,
            re.M,
        )
        if not findings["raised"]:
            self.expect(not found, "tells of findings where there are none")
            return
        if not found:
            self.expect(False, "does not say how many findings there are")
            return
        raised, closed, open_, some, rest, its, overdue = found.groups()
        raised = self.number(raised)
        stated = dict(
            raised=raised,
            closed=raised if closed else self.number(some) if some else 0,
            open=raised if open_ else self.number(rest) if rest else 0,
            overdue=1 if its else self.number(overdue) if overdue else 0,
        )
        self.expect(stated == findings, f"findings are {stated} in the text, not {findings}")

    def check_coming(self, figures):
        count, form = (
            (figures["next"], rf"(\w+) items? falls? due in {self.year + 1}\b")
            if self.is_over
            else (figures["later"], rf"(\w+) items? (?:is|are) still to come in {self.year}\b")
        )
        found = re.search(form, self.text)
        stated = self.number(found.group(1)) if found else 0
        self.expect(stated == count, f"{stated} items are to come in the text, not {count}")

    def check_duties(self, count):
        found = re.search(r"how the (\d+ duties|one duty)", self.text)
        self.expect(found and self.number(found.group(1).split()[0]) == count, f"does not say that there are {count} duties")

    def check_ongoing(self, figures, part, where):
        found = re.search(r"(\w+) (?:duty is|duties are) continuous", part)
        count = figures["ongoing"]
        self.expect(found and self.number(found.group(1)) == count, f"{where}: not {count} continuous duties")

    def check_records(self, telling, part, where):
        self.check_count("[Ww]ork recorded", telling["action"], telling["records"], part, where)

    def check_count(self, verb, action, count, part, where):
        word = {1: "once", 2: "twice"}.get(count) or f"{NUMBERS[count] if count <= 10 else count} times"
        # A duty of one requirement may have a title of its own.
        found = re.search(rf"{verb} {word}\b", part)
        self.expect(found, f"{where}: does not say {action!r} {word}")

    def check_shortfall(self, owed, done, unit, part, where):
        words = [NUMBERS[number] if number <= 10 else str(number) for number in (owed, done)]
        clause = f"{words[1].replace('no', 'none')} of {words[0]} required"
        self.expect(clause in part.lower(), f"{where}: does not say {clause!r}")

    def check_single(self, what, amount, unit, note, part, where):
        names = NUMBERS + FURTHER
        words = [amount] + ([names[int(amount)]] if amount.isdigit() and int(amount) < len(names) else [])
        is_noted = any(re.search(rf"\b{word}\b", note, re.I) for word in words)
        clause = f"{what}: {amount}" if what else f"{amount} {unit}"
        self.expect(is_noted or clause.lower() in part.lower(), f"{where}: does not say {clause!r}")

    def check_missed(self, figures):
        found = re.search(r"^(\w+) items? (?:was|were) not completed: ", self.text, re.M)
        stated = self.number(found.group(1)) if found else 0
        self.expect(stated == figures["open"], f"{stated} not completed in the text, not {figures['open']}")
        found = re.search(r"(?:^|\. )(\w+) (?:items? )?(?:was|were) completed late: ", self.text, re.M)
        stated = self.number(found.group(1)) if found else 0
        self.expect(stated == figures["late"], f"{stated} late in the text, not {figures['late']}")
        found = re.search(r"For the (?:(\w+) items|(item)) not completed in", self.text)
        stated = 0 if not found else 1 if found.group(2) else self.number(found.group(1))
        self.expect(stated == figures["open"], f"{stated} to be made up in the text, not {figures['open']}")
