"""Recomputes the figures and scores of yearly reports from checklists and journals alone.

A second opinion that shares no code and no language with the program. It knows the schedules, which
records count, what is late, waived or open, how points are shared and how losses are rounded.

  report.py WORKSPACE CHECKLIST YEAR TODAY    prints the figures of each section and the whole
  report.py --check                           fails unless the texts in ../YearlyReport/Texts state them
"""

import calendar
import json
import pathlib
import re
import sys
from datetime import date, timedelta
from fractions import Fraction

HERE = pathlib.Path(__file__).resolve().parent
TEXTS = HERE.parent / "YearlyReport" / "Texts"


# Schedules


def end_of_month(year, month, day=31):
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def point(year, text):
    if text == "?":
        return date(year, 12, 31)
    parts = [int(part) for part in text.split("-")]
    return end_of_month(year, parts[0], parts[1] if len(parts) > 1 else 31)


def occurrences(schedule, year):
    """The label, the due day, the number owed and the gap of each occurrence due in a year."""
    counted = re.fullmatch(
        r"(\d+|\?) per (week|month|quarter|half-year|year)(?: by (\S+?))?(?:, (\d+) days apart)?", schedule
    )
    if counted:
        count, unit, by, gap = counted.groups()
        owed, gap = (1 if count == "?" else int(count)), gap and int(gap)
        if unit == "year":
            return [(str(year), point(year, by) if by else date(year, 12, 31), owed, gap)]
        if unit == "half-year":
            return [(f"{year}-H{n}", end_of_month(year, 6 * n), owed, gap) for n in (1, 2)]
        if unit == "quarter":
            return [(f"{year}-Q{n}", end_of_month(year, 3 * n), owed, gap) for n in (1, 2, 3, 4)]
        if unit == "month":
            return [(f"{year}-{n:02}", end_of_month(year, n, int(by or 31)), owed, gap) for n in range(1, 13)]
        days = (date(year, 1, 1) + timedelta(n) for n in range(366))
        sundays = [day for day in days if day.year == year and day.isoweekday() == 7]
        return [("{}-W{:02}".format(*day.isocalendar()[:2]), day, owed, gap) for day in sundays]
    yearly = re.fullmatch(r"(?:from \S+ )?by (.+) each year", schedule)
    if yearly:
        dues = sorted({point(year, text) for text in yearly.group(1).split(" and ")})
        return [(due.isoformat(), due, 1, None) for due in dues]
    once = re.fullmatch(r"by (\d{4})(?:-(\d\d|\?))?(?:-(\d\d|\?))?", schedule)
    if once and int(once.group(1)) == year:
        month, day = once.group(2), once.group(3)
        if month in (None, "?"):
            due = date(year, 12, 31)
        else:
            due = end_of_month(year, int(month), 31 if day in (None, "?") else int(day))
        return [(due.isoformat(), due, 1, None)]
    return []


# The journal


def events(workspace):
    found = {}
    for path in sorted((workspace / "journal").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            event = json.loads(line)
            found[event["id"]] = event
    undone = set()
    for event in sorted(found.values(), key=lambda event: event["id"], reverse=True):
        if event["type"] == "undo" and event["id"] not in undone and event["event"] < event["id"]:
            undone.add(event["event"])
    result, keys = [], set()
    for key in sorted(found):
        event = found[key]
        if key in undone or event["type"] == "undo" or event.get("key") in keys:
            continue
        if "key" in event:
            keys.add(event["key"])
        for number, member in enumerate(event.get("events", [event])):
            result.append({**member, "order": (key, number)})
    return result


def fold(requirement, schedule, persons, workspace_events, year, today):
    """Each occurrence of a year with what became of it."""
    result = []
    for label, due, owed, gap in occurrences(schedule, year):
        for person in persons or [None]:
            works, waived, reopened, now_due = [], False, ("", 0), due
            for event in workspace_events:
                for target in event.get("targets", []):
                    if target["to"] != requirement or target.get("for") != label:
                        continue
                    if person is not None and target.get("owner") != person:
                        continue
                    if event["type"] == "done" and event["on"] <= today.isoformat():
                        works.append(event)
                    elif event["type"] == "waive":
                        waived = True
                    elif event["type"] == "reopen":
                        waived, reopened = False, event["order"]
                    elif event["type"] == "reschedule":
                        now_due = date.fromisoformat(event["due"])
            works = sorted(
                (work for work in works if work["order"] > reopened), key=lambda work: (work["on"], work["order"])
            )
            done, last, on_time, fulfilled = 0, None, 0, None
            for work in works:
                on = date.fromisoformat(work["on"])
                if gap and last and (on - last).days < gap:
                    continue
                last, done = on, done + (1 if gap else work.get("count", 1))
                if on <= now_due:
                    on_time = min(done, owed)
                if fulfilled is None and done >= owed:
                    fulfilled = on
            over = today >= date(year, 12, 31)
            state = "waived" if waived else "done" if done >= owed else "open"
            if state == "open" and not (now_due <= today if over else now_due < today):
                state = "later"
            result.append(
                dict(
                    state=state,
                    owed=owed,
                    done=min(done, owed),
                    on_time=on_time,
                    late=state == "done" and fulfilled > now_due,
                )
            )
    return result


# Sections


def sections(workspace, checklist_id, year, today):
    """Every section with its figures and its score."""
    checklist = next(
        one
        for one in (json.loads(path.read_text("utf-8")) for path in sorted((workspace / "checklists").glob("*.json")))
        if one["id"] == checklist_id
    )
    settings = json.loads((workspace / "duty.json").read_text("utf-8")).get("report", {}).get("scoring", {})
    late, step = Fraction(str(settings.get("late", 0.5))), Fraction(str(settings.get("step", 0.1)))
    journal = events(workspace)
    result = []
    for tier in checklist["tiers"]:
        groups = tier.get("sections") or [dict(id=tier["id"], title=tier["title"], duties=tier.get("duties", []))]
        for section in groups:
            figures = dict.fromkeys(("done", "late", "waived", "open", "later", "ongoing", "recorded"), 0)
            shares = []
            for duty in section["duties"]:
                parts = []
                own = duty.get("requirements") or [dict(id="a", schedule=duty["schedule"])]
                for requirement in own:
                    name = f"{checklist_id}/{duty['id']}{requirement['id']}"
                    persons = next(
                        (
                            (level["each"] if "each" in level else None)
                            for level in (requirement, duty, section, tier, checklist)
                            if "each" in level or "owner" in level
                        ),
                        None,
                    )
                    schedule = requirement["schedule"]
                    if schedule in ("ongoing", "as needed"):
                        records = [
                            event
                            for event in journal
                            if event["type"] in ("done", "note", "start")
                            and any(target["to"] == name for target in event["targets"])
                            and event["on"][:4] == str(year)
                            and event["on"] <= today.isoformat()
                        ]
                        if schedule == "ongoing":
                            figures["ongoing"] += 1
                            figures["recorded"] += bool(records)
                            parts.append(Fraction(0 if records else 1))
                        continue
                    found = fold(name, schedule, persons, journal, year, today)
                    for one in found:
                        figures[one["state"]] += 1
                        figures["late"] += one["late"]
                    scored = [one for one in found if one["state"] in ("done", "open")]
                    owed = sum(one["owed"] for one in scored)
                    if owed:
                        missing = sum(one["owed"] - one["done"] for one in scored)
                        lates = sum(one["done"] - one["on_time"] for one in scored)
                        parts.append((missing + lates * (1 - late)) / owed)
                if parts:
                    shares.append(sum(parts) / len(parts))
            score = None
            if "points" in section and shares:
                exact = Fraction(str(section["points"])) * sum(shares) / len(shares)
                steps = int(exact / step + Fraction(1, 2)) or (1 if exact else 0)
                score = Fraction(str(section["points"])) - steps * step
            for event in journal:
                name = f"{checklist_id}/{section.get('id')}"
                if event["type"] == "score" and event["section"] == name and event["year"] == year:
                    score = Fraction(str(event["score"]))
            result.append(dict(title=section["title"], figures=figures, score=score, points=section.get("points")))
    return result


def written(number):
    return f"{float(number):.3f}".rstrip("0").rstrip(".")


def total(found):
    keys = found[0]["figures"]
    return {key: sum(one["figures"][key] for one in found) for key in keys}


# Comparing with the texts


def chinese(figures):
    """The figures of the year in one clause, as a report that is not short of anything words them."""
    owed = figures["done"] + figures["waived"] + figures["open"]
    text = f"应办事项{owed}项，完成{figures['done']}项"
    if figures["late"]:
        text += f"（其中逾期完成{figures['late']}项）"
    if figures["waived"]:
        text += f"，免办{figures['waived']}项"
    if figures["open"]:
        text += f"，未完成{figures['open']}项"
    if figures["later"]:
        text += f"，另有{figures['later']}项尚未到期"
    return text


CHECKS = [
    ("Offices/township", "township", "2026-12-31", "annual.zh.txt", "self-assessment.zh.txt"),
    ("Data", "township", "2026-07-10", "sample-annual.zh.txt", "sample-self-assessment.zh.txt"),
]


def check():
    faults = []

    def expect(clause, text, name):
        if clause not in text:
            faults.append(f"{name}: does not say {clause!r}")

    for folder, checklist, day, annual, assessment in CHECKS:
        root = HERE.parents[2] / "Data" if folder == "Data" else HERE.parent / "YearlyReport" / folder
        today = date.fromisoformat(day)
        found = sections(root, checklist, today.year, today)
        figures = total(found)
        text = (TEXTS / annual).read_text("utf-8")
        expect(chinese(figures), text, annual)
        ongoing, recorded = figures["ongoing"], figures["recorded"]
        words = "均有工作记录" if recorded == ongoing > 1 else f"有工作记录的{recorded}项"
        expect(f"长期推进的职责{ongoing}项，{words}", text, annual)
        text = (TEXTS / assessment).read_text("utf-8")
        expect(chinese(figures), text, assessment)
        for section in found:
            if section["score"] is not None:
                expect(f"）{section['title']}（自评得分{written(section['score'])}分）\n满分{section['points']}分。", text, assessment)
            elif section["points"] is not None:
                expect(f"【待补充：“{section['title']}”自评得分】", text, assessment)
        scores = [section["score"] for section in found if section["points"] is not None]
        if None in scores:
            expect("【待补充：自评总得分】", text, assessment)
        else:
            expect(f"自评得分{written(sum(scores))}分", text, assessment)
            rows = [Fraction(row) for row in re.findall(r"^\d+ \|.* \| (-?[0-9.]+)$", text, re.M)]
            lost = sum(section["points"] for section in found) - sum(scores)
            if sum(rows) != lost:
                faults.append(f"{assessment}: rows add up to {written(sum(rows))}, not to {written(lost)}")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def main(arguments):
    if arguments == ["--check"]:
        return check()
    workspace, checklist, year, today = arguments
    found = sections(pathlib.Path(workspace), checklist, int(year), date.fromisoformat(today))
    for section in found:
        score = "-" if section["score"] is None else written(section["score"])
        print(section["title"], score, section["points"], section["figures"])
    print("total", total(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
