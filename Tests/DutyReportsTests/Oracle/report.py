"""Recomputes the figures and scores of yearly reports from checklists and journals alone.

A second opinion that shares no code and no language with the program. It knows the schedules, which
records count, what is late, waived or open, how points are shared and how losses are rounded, and
what is added up. What texts say is read by statements.py.

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
sys.path.insert(0, str(HERE))

import statements  # noqa: E402

TEXTS = HERE.parent / "YearlyReport" / "Texts"
OFFICES = HERE.parent / "YearlyReport" / "Offices"

# The units of what passes; what is there at one time is never added up.
FLOW_UNITS = (
    "人次 次 场 场次 期 轮 份 件 条 起 篇 学时 小时 公里 元 万元 person-times times sessions meetings "
    "visits rounds copies cases items articles hours km yuan"
).split()


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


def is_record(event):
    """Whether an event records work: a note that only states a cause says that there was none."""
    evidence = any(event.get(key) for key in ("note", "quantities", "documents"))
    return event["type"] in ("done", "start") or event["type"] == "note" and (evidence or "cause" not in event)


def fold(requirement, schedule, persons, workspace_events, year, today):
    """Each occurrence of a year with what became of it, and the work done for them, by day."""
    result, times = [], []
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
            done, last, on_time, fulfilled, lates = 0, None, 0, None, []
            times += works
            for work in works:
                on = date.fromisoformat(work["on"])
                if gap and last and (on - last).days < gap:
                    continue
                if on > now_due and done < owed and not waived:
                    lates.append((on - now_due).days)
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
                    due=now_due,
                    lates=lates,
                )
            )
    # One line of a journal may tell of several occurrences.
    times = sorted({work["order"]: work for work in times}.values(), key=lambda work: (work["on"], work["order"]))
    return result, times


def added_up(records, flow_units):
    """What two and more records carry of one thing in one unit, in the order of entry."""
    sums = {}
    for record in records:
        for key in {(one.get("what", ""), one["unit"]): 0 for one in record.get("quantities", [])}:
            amounts = [
                Fraction(str(one["amount"]))
                for one in record["quantities"]
                if (one.get("what", ""), one["unit"]) == key
            ]
            total, carriers = sums.get(key, (0, 0))
            sums[key] = (total + sum(amounts), carriers + 1)
    return {
        key: total for key, (total, carriers) in sums.items() if carriers > 1 and key[1] in flow_units
    }


# Findings


def findings(workspace, checklist_id, year, today):
    """Those of a checklist that were raised in a year or still open when it began."""
    found = {}
    for event in events(workspace):
        if event["type"] == "finding" and event["on"] <= today.isoformat():
            found[event["order"][0]] = dict(on=event["on"], due=event.get("due"), closed=None, number=event["number"])
        elif event["type"].startswith("finding-") and event["finding"] in found:
            one = found[event["finding"]]
            if event["type"] == "finding-update":
                one["due"] = event["set"].get("due", one["due"])
            elif event["type"] == "finding-reopen":
                one["closed"] = None
            elif event["on"] <= today.isoformat():
                one["closed"] = event["on"]
    result = dict(raised=0, closed=0, open=0, overdue=0)
    for one in found.values():
        of_other = "/" in one["number"] and one["number"].split("/")[0] != checklist_id
        if of_other or int(one["on"][:4]) > year or one["closed"] and int(one["closed"][:4]) < year:
            continue
        result["raised"] += 1
        result["closed" if one["closed"] else "open"] += 1
        if not one["closed"] and one["due"] and one["due"] < today.isoformat():
            result["overdue"] += 1
    return result


# Sections


def checklist_of(workspace, checklist_id):
    paths = sorted((workspace / "checklists").glob("*.json"))
    return next(one for one in (json.loads(path.read_text("utf-8")) for path in paths) if one["id"] == checklist_id)


def answers(person, *levels):
    """Whether a person answers for what stands on these levels, the nearest first."""
    nearest = next((level for level in levels if "each" in level or "owner" in level), {})
    return person is None or person in nearest.get("each", [nearest.get("owner")])


def sections(workspace, checklist_id, year, today, person=None):
    """Every section with its figures and its score; of a person only what that person answers for."""
    checklist = checklist_of(workspace, checklist_id)
    settings = json.loads((workspace / "duty.json").read_text("utf-8")).get("report", {})
    flow_units = settings.get("flowUnits", FLOW_UNITS)
    settings = settings.get("scoring", {})
    late, step = Fraction(str(settings.get("late", 0.5))), Fraction(str(settings.get("step", 0.1)))
    journal = events(workspace)
    result = []
    for tier in checklist["tiers"]:
        # What a body owes is its secretary's too, and told in the body's own report.
        if person is not None and tier["kind"] not in ("secretary", "member"):
            continue
        groups = tier.get("sections") or [dict(id=tier["id"], title=tier["title"], duties=tier.get("duties", []))]
        for section in groups:
            figures = dict.fromkeys(("done", "late", "waived", "open", "later", "ongoing", "seats", "recorded", "needed", "answered", "next"), 0)
            shares, tellings, duties = [], [], 0
            for duty in section["duties"]:
                parts = []
                own = duty.get("requirements") or [dict(id="a", schedule=duty["schedule"])]
                own = [one for one in own if answers(person, one, duty, section, tier, checklist)]
                duties += bool(own)
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
                    if persons and person is not None:
                        persons = [person]
                    schedule = requirement["schedule"]
                    if schedule in ("ongoing", "as needed"):
                        records = [
                            event
                            for event in journal
                            if is_record(event)
                            and any(
                                target["to"] == name and (not person or target.get("owner", person) == person)
                                for target in event["targets"]
                            )
                            and event["on"][:4] == str(year)
                            and event["on"] <= today.isoformat()
                        ]
                        records.sort(key=lambda event: (event["on"], event["order"]))
                        tellings.append(telling(duty, requirement, records, flow_units))
                        if schedule == "as needed":
                            figures["needed"] += 1
                            figures["answered"] += len(records)
                        if schedule == "ongoing":
                            # Each of several persons has a seat of its own to keep up.
                            doers = [target.get("owner") for one in records for target in one["targets"] if target["to"] == name]
                            seats = len(persons or [person])
                            recorded = len(set(doers) & set(persons)) if persons else int(bool(records))
                            figures["ongoing"] += 1
                            figures["seats"] += seats
                            figures["recorded"] += recorded
                            parts.append(Fraction(seats - recorded, seats))
                        continue
                    found, times = fold(name, schedule, persons, journal, year, today)
                    short = [(one["owed"], one["done"]) for one in found if one["state"] == "open" and one["owed"] > 1]
                    lates = [days for one in found for days in one["lates"]]
                    tellings.append(telling(duty, requirement, times, flow_units, short, lates))
                    figures["next"] += len(fold(name, schedule, persons, journal, year + 1, today)[0])
                    for one in found:
                        figures[one["state"]] += 1
                        figures["late"] += one["late"]
                        # What was put off into the next year is to be done in it.
                        figures["next"] += one["state"] == "later" and one["due"].year == year + 1
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
            if not duties and person is not None:
                continue
            result.append(
                dict(
                    tier=tier["title"],
                    duties=duties,
                    title=section["title"],
                    figures=figures,
                    score=score,
                    points=section.get("points"),
                    tellings=tellings,
                )
            )
    return result


def endorsements(workspace, checklist_id, year, today, person):
    """How many signatures a person gave in a year, and how many closed findings they confirmed."""
    told = [one for one in events(workspace) if one.get("on", "")[:4] == str(year) and one["on"] <= today.isoformat()]
    signed = [
        target
        for one in told
        if one["type"] == "sign" and one["signer"] == person
        for target in one["targets"]
        if target["to"].startswith(f"{checklist_id}/")
    ]
    confirmed = {}
    for one in told:
        if one["type"] == "finding" and one["number"].split("/")[0] in (checklist_id, one["number"]):
            confirmed[one["order"][0]] = False
        elif one["type"] in ("finding-close", "finding-reopen") and one["finding"] in confirmed:
            confirmed[one["finding"]] = one["type"] == "finding-close" and one.get("confirmedBy") == person
    return dict(signed=len(signed), confirmed=sum(confirmed.values()))


def persons(workspace, checklist_id):
    """Everybody who gives an account of their own, but for those who gave or took over a duty."""
    checklist = checklist_of(workspace, checklist_id)
    assigned = [event for event in events(workspace) if event["type"] == "assign"]
    found, changed = set(), {event.get("owner") for event in assigned}
    for tier in checklist["tiers"]:
        for section in tier.get("sections") or [tier]:
            for duty in section["duties"]:
                name = f"{checklist_id}/{duty['id']}"
                is_assigned = any(
                    target["to"] in (name, *(name + letter for letter in "abcdefgh"))
                    for event in assigned
                    for target in event["targets"]
                )
                for requirement in duty.get("requirements") or [{}]:
                    levels = (requirement, duty, section, tier, checklist)
                    nearest = next((level for level in levels if "each" in level or "owner" in level), {})
                    names = set(nearest.get("each", [nearest.get("owner")]))
                    if is_assigned:
                        changed |= names
                    elif tier["kind"] in ("secretary", "member"):
                        found |= names
    return found - changed - {None}


def telling(duty, requirement, records, flow_units, shortfalls=(), lates=()):
    """What a text has to say of a requirement in figures."""
    title = requirement.get("title", duty["title"])
    sums = added_up(records, flow_units)
    return dict(
        action=requirement.get("action", title),
        unit=requirement.get("unit"),
        schedule=requirement["schedule"],
        times=[record.get("count", 1) for record in records if record["type"] == "done"],
        sums=sums,
        # What single records carry and no sum tells, with what was noted beside it.
        singles=[
            (one.get("what", ""), Fraction(str(one["amount"])), one["unit"], record.get("note", ""))
            for record in records
            for one in record.get("quantities", [])
            if (one.get("what", ""), one["unit"]) not in sums
        ],
        shortfalls=shortfalls,
        # By how many days each time that was late came after its due day.
        lates=lates,
        isDated=requirement["schedule"] not in ("ongoing", "as needed"),
        records=len(records),
    )


def total(found):
    keys = found[0]["figures"]
    return {key: sum(one["figures"][key] for one in found) for key in keys}


# Comparing with the texts

CHECKS = [
    # The workspace, the checklist, the day, the texts by what they are, and whose account it is.
    (
        OFFICES / "township",
        "township",
        "2026-12-31",
        {"annual": "annual.zh.txt", "self-assessment": "self-assessment.zh.txt", "accountability": "accountability.zh.txt"},
        "周正平",
    ),
    (OFFICES / "library", "library", "2026-12-31", {"annual": "annual.en.txt"}, None),
    (
        OFFICES / "harbour",
        "harbour",
        "2026-12-31",
        {
            "annual": "harbour-annual.en.txt",
            "self-assessment": "harbour-self-assessment.en.txt",
            "accountability": "harbour-accountability.en.txt",
        },
        "Ruth Adler",
    ),
    (
        HERE.parents[2] / "Data",
        "township",
        "2026-07-10",
        {"annual": "sample-annual.zh.txt", "self-assessment": "sample-self-assessment.zh.txt"},
        None,
    ),
]


def faults(workspace, checklist_id, year, today, kind, text, person=None):
    """What a text says otherwise than it is calculated here, or does not say."""
    person = person if kind == "accountability" else None
    found = sections(workspace, checklist_id, year, today, person)
    checklist = checklist_of(workspace, checklist_id)
    return statements.faults(
        text,
        kind,
        language=checklist.get("language", "zh"),
        sections=found,
        total=total(found),
        findings=endorsements(workspace, checklist_id, year, today, person)
        if person
        else findings(workspace, checklist_id, year, today),
        is_over=today >= date(year, 12, 31),
        year=year,
    )


def check():
    wrong = []
    for workspace, checklist_id, day, texts, person in CHECKS:
        today = date.fromisoformat(day)
        for kind, name in texts.items():
            text = (TEXTS / name).read_text("utf-8")
            found = faults(workspace, checklist_id, today.year, today, kind, text, person)
            wrong += [f"{name}: {fault}" for fault in found]
    for fault in wrong:
        print(fault)
    return 1 if wrong else 0


def main(arguments):
    if arguments == ["--check"]:
        return check()
    workspace, checklist, year, today = arguments
    found = sections(pathlib.Path(workspace), checklist, int(year), date.fromisoformat(today))
    for section in found:
        score = "-" if section["score"] is None else statements.written(section["score"])
        print(section["title"], score, section["points"], section["figures"])
    print("total", total(found))
    print("findings", findings(pathlib.Path(workspace), checklist, int(year), date.fromisoformat(today)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
