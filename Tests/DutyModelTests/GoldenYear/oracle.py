#!/usr/bin/env python3
"""Computes expected/DAY.json from workspace/ by the rules alone (rulings R1..: README.md).

Usage: python3 oracle.py [--check]     --check compares instead of writing, also with shuffled lines.
Written apart from the program and sharing nothing with it. Days are ISO strings, which sort as days.
"""
import calendar, json, pathlib, random, re, sys
from datetime import date, timedelta

HERE = pathlib.Path(__file__).resolve().parent
DAYS = ("2025-12-31 2026-01-01 2026-02-28 2026-03-31 2026-04-01 2026-06-30 2026-07-01 2026-10-09 "
        "2026-12-31 2027-01-01 2027-03-31 2027-04-01").split()
YEARS = range(2019, 2031)  # occurrences are generated for these years
FIRST, LAST = "0000-01-01", "9999-12-31"  # an effective range without an end
ORDER = "overdue due-soon in-progress pending ongoing future done waived".split()


# ---- Days and schedules -------------------------------------------------------------------------
def day(text): return date.fromisoformat(text)
def plus(text, days): return (day(text) + timedelta(days)).isoformat()
def between(a, b): return (day(b) - day(a)).days
def clamp(y, m, d): return date(y, m, min(d, calendar.monthrange(y, m)[1])).isoformat()


def point(year, text, first=False):
    """"06" is the end of June (as `from` its first day: R20), "06-30" the day, "?" the last possible."""
    if text == "?":
        return f"{year}-12-31"
    m, _, d = text.partition("-")
    return clamp(year, int(m), int(d) if d else 1 if first else 31)


def periods(schedule, effective):
    """(label, start, calendar end, due, owed, gap, one-time) of a schedule; None if it is undated."""
    if schedule in ("ongoing", "as needed"):
        return None
    if m := re.fullmatch(r"by (\d{4})(?:-(\d\d|\?))?(?:-(\d\d|\?))?", schedule):
        y, mo, d = m.groups()
        due = clamp(int(y), int(mo) if mo and mo != "?" else 12, int(d) if d and d != "?" else 31)
        start = effective[0] if effective[0] != FIRST else f"{y}-01-01"  # R1
        return [(due, start, due, due, 1, 0, True)]
    found = []
    if m := re.fullmatch(r"(?:from (\S+) )?by (.+) each year", schedule):
        points = m[2].split(" and ")
        dues = [point(y, p) for y in (YEARS[0] - 1, *YEARS) for p in points]
        for before, due in zip(dues[len(points) - 1:], dues[len(points):]):  # day after the last due day
            start = point(int(due[:4]), m[1], True) if m[1] else plus(before, 1)
            found.append((due, start, due, due, 1, 0, False))
        return found
    m = re.fullmatch(r"(\d+|\?) per (\S+)(?: by ([^ ,]+))?(?:, (\d+) days apart)?", schedule)
    owed, unit, by, gap = 1 if m[1] == "?" else int(m[1]), m[2], m[3], int(m[4] or 0)
    if unit == "week":  # ISO weeks, labelled with the ISO year (R2)
        monday = date.fromisocalendar(YEARS[0], 1, 1)
        while monday.year < YEARS[-1]:
            y, w, _ = monday.isocalendar()
            end = (monday + timedelta(6)).isoformat()
            found.append((f"{y}-W{w:02}", monday.isoformat(), end, end, owed, gap, False))
            monday += timedelta(7)
        return found
    size = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}[unit]
    for y in YEARS:
        for n in range(12 // size):
            start, end = f"{y}-{n * size + 1:02}-01", clamp(y, n * size + size, 31)
            label = {1: f"{y}-{n + 1:02}", 3: f"{y}-Q{n + 1}", 6: f"{y}-H{n + 1}", 12: f"{y}"}[size]
            due = end if not by else clamp(y, n + 1, int(by)) if size == 1 else point(y, by)  # R13
            found.append((label, start, end, due, owed, gap, False))
    return found


# ---- Checklists: flattened, inherited, editions side by side ------------------------------------
class Requirement:
    """One requirement of one edition; `id` is the full one and is shared by the editions."""


class Occurrence:
    """One period of a requirement for one seat (a person of `each`, else seat 0)."""


def load_checklists():
    requirements, sections, editions, former = [], set(), {}, {}
    for path in sorted((HERE / "workspace/checklists").glob("*.json")):
        c = json.loads(path.read_text("utf-8"))
        reach = c.get("effective") or {}
        edition = (reach.get("from", FIRST), reach.get("to", LAST))
        editions.setdefault(c["id"], []).append(edition)
        for t in c["tiers"]:
            for s in t["sections"]:
                sections.add(f'{c["id"]}/{s["id"]}')
                for d in s["duties"]:
                    duty = f'{c["id"]}/{d["id"]}'
                    former.update({f'{c["id"]}/{old}': duty for old in d.get("formerly", [])})
                    for q in d.get("requirements") or [{"id": "a", "schedule": d["schedule"]}]:
                        requirements.append(flatten(c["id"], edition, duty, q, [c, t, s, d, q]))
                        requirements[-1].tier = f'{c["id"]}/{t["id"]}'
    return requirements, sections, {k: sorted(v) for k, v in editions.items()}, former


def flatten(checklist, edition, duty, q, levels):
    """Inheritance: the nearest level that states a key wins whole, null or [] clears; `owner` and
    `each` are one choice; `effective` is the intersection of all levels."""
    r = Requirement()
    r.checklist, r.edition, r.duty, r.id, r.schedule = checklist, edition, duty, duty + q["id"], q["schedule"]
    def nearest(key): return next((x[key] for x in reversed(levels) if key in x), None)
    r.departments, r.reportTo, r.signOff = nearest("departments") or [], nearest("reportTo") or [], bool(nearest("signOff"))
    holder = next((x for x in reversed(levels) if "owner" in x or "each" in x), {})
    r.owner, r.each = holder.get("owner"), holder.get("each") or []
    ranges = [x.get("effective") or {} for x in levels]
    r.effective = (max(x.get("from", FIRST) for x in ranges), min(x.get("to", LAST) for x in ranges))
    r.periods, r.seats = periods(r.schedule, r.effective), range(max(1, len(r.each)))
    r.undated = r.periods is None
    r.occurrences = []
    for label, start, end, due, owed, gap, once in r.periods or []:
        if r.effective[0] <= due <= r.effective[1]:  # owed iff the due day lies in the effective range
            for seat in r.seats:
                o = Occurrence()
                o.requirement, o.seat, o.label, o.start, o.end, o.original = r, seat, label, start, max(end, due), due
                o.owed, o.gap, o.once, o.year = owed, gap, once, int(due[:4])
                r.occurrences.append(o)
    return r


# ---- Journal: a set of events -> those in effect ------------------------------------------------
class Journal:
    def __init__(self, lines, requirements, sections, former):
        self.requirements, self.sections, self.former = requirements, sections, former
        by_id = {}
        for line in lines:  # R10: same id, same bytes: one; same id, other bytes: neither
            if line := line.rstrip(b"\r \n"):
                by_id.setdefault(json.loads(line)["id"], set()).add(line)
        self.conflicting = sorted(i for i, texts in by_id.items() if len(texts) > 1)
        stored = {i: json.loads(t.pop()) for i, t in sorted(by_id.items()) if len(t) == 1}
        self.unmatched, undone = [], set()
        for i, e in sorted(stored.items(), reverse=True):  # R9: undo, in descending order of ids
            if e["type"] == "undo" and i not in undone:
                why = ("undo-of-member" if "-" in e["event"] else "unknown-event" if e["event"] not in stored
                       else "undo-before-target" if e["event"] >= i else None)
                self.miss(i, {"to": e["event"]}, why) if why else undone.add(e["event"])
        self.undone, self.suppressed, keys, self.unknown = sorted(undone), [], set(), []
        self.events = []  # (order, name, event) in effect; members of a batch are named ID-n
        for i, e in stored.items():
            if i in undone or e["type"] == "undo":
                continue
            if e.get("key") in keys:  # R9: of one key the smallest id stays
                self.suppressed.append(i)
                continue
            keys |= {e["key"]} if "key" in e else set()
            if e["type"] == "batch":
                self.events += [((i, n), f"{i}-{n}", m) for n, m in enumerate(e["events"], 1)]
            else:
                self.events.append(((i, 0), i, e))
        self.attached, self.assigns, self.findings, self.scores = {}, {}, {}, {}
        self.route()
        self.unmatched.sort(key=lambda x: json.dumps(x, sort_keys=True))

    def miss(self, name, target, why):
        self.unmatched.append({"event": name, **target, "why": why})

    def current_id(self, to):
        """An id that is not known may be a former one (R24)."""
        if not any(to in (r.id, r.duty) for r in self.requirements):
            for old, new in self.former.items():
                if m := re.fullmatch(re.escape(old) + "([a-z]{0,2})", to):
                    return new + m[1]
        return to

    def route(self):
        """Brings each event to what it is about; what finds nothing is unmatched."""
        for order, name, e in self.events:  # assignments first: they decide who holds a seat
            for t in e["targets"] if e["type"] == "assign" else []:
                to = self.current_id(t["to"])
                hit = {r.id for r in self.requirements if to in (r.id, r.duty)}
                for r in hit:
                    self.assigns.setdefault(r, []).append((e.get("from", FIRST), order, e))
                if not hit:
                    self.miss(name, t, "unknown-id")
        for a in self.assigns.values():
            a.sort(key=lambda x: x[:2])  # the last by (from, id) wins
        self.seats_lost()
        for order, name, e in self.events:
            kind = e["type"]
            if kind in ("done", "note", "start", "waive", "reopen", "reschedule", "sign"):
                for t in e["targets"]:
                    where = self.place(t, e)
                    if isinstance(where, str):
                        self.miss(name, t, where)
                    else:
                        self.attached.setdefault(where, []).append((order, name, e))
            elif kind == "score":  # the last by id for a section and year
                if e["section"] in self.sections:
                    self.scores[f'{e["section"]} {e["year"]}'] = e["score"]
                else:
                    self.miss(name, {"to": e["section"]}, "unknown-id")
            elif kind == "finding":
                self.findings.setdefault(name, []).insert(0, (order, name, e))
            elif kind.startswith("finding-"):
                self.findings.setdefault(e["finding"], []).append((order, name, e))
            elif kind != "assign":
                self.unknown.append(name)  # an unknown type is kept and ignored
        for finding, events in list(self.findings.items()):
            if events[0][2]["type"] != "finding":
                for _, name, _ in self.findings.pop(finding):
                    self.miss(name, {"to": finding}, "unknown-finding")

    def seats_lost(self):
        """R11: `replaces` must name the holder of a seat, if its requirement has seats."""
        for order, name, e in self.events:
            if e["type"] == "assign" and "replaces" in e:
                for t in e["targets"]:
                    to = self.current_id(t["to"])
                    hit = [r for r in self.requirements if to in (r.id, r.duty)]
                    if hit and all(r.each and not any(x[1] == order for s in r.seats for x in self.holders(r, s)[1:])
                                   for r in hit):
                        self.miss(name, t, "no-such-person")

    def holders(self, r, seat):
        """The chain of holders of a seat: (from, order, person)."""
        chain = [(FIRST, ("", 0), r.each[seat])]
        for start, order, e in self.assigns.get(r.id, []):
            if "owner" in e and e.get("replaces") == chain[-1][2]:
                chain.append((start, order, e["owner"]))
        return chain

    def place(self, t, e):
        """(requirement id, seat, label) of a target, or why there is none."""
        to = self.current_id(t["to"])
        same = [r for r in self.requirements if r.id == to]  # its editions
        if not same:  # R12
            return "not-a-requirement" if any(r.duty == to for r in self.requirements) else "unknown-id"
        dated = [o for r in same for o in r.occurrences]
        undated = [(r, str(y)) for r in same if r.undated for y in YEARS  # R17: one a year
                   if r.effective[0][:4] <= str(y) <= r.effective[1][:4]]
        hits = [(o.requirement, o.label) for o in dated if o.label == t.get("for")]
        hits += [x for x in undated if x[1] == t.get("for")]
        if not hits and e["type"] in ("done", "note", "start"):  # the period that contains `on` (R25)
            hits = [(o.requirement, o.label) for o in sorted(dated, key=lambda o: o.original) if o.start <= e["on"] <= o.end]
            hits += [x for x in undated if x[1] == e["on"][:4]]
        if not hits:
            return "no-such-period"
        r, label = hits[0]
        if not r.each:
            return to, 0, label
        for seat in r.seats:  # R11: whoever ever held the seat
            if t.get("owner") in [p for _, _, p in self.holders(r, seat)]:
                return to, seat, label
        return "no-such-person"

    def responsible(self, r, seat, on):
        """Owner and departments on a day: the file, then assignments with `from` up to that day."""
        owner, departments = r.owner, r.departments
        if r.each:
            owner = [p for start, _, p in self.holders(r, seat) if start <= on][-1]
        for start, _, e in self.assigns.get(r.id, []):
            if start <= on:
                owner = e["owner"] if "owner" in e and not r.each else owner
                departments = e.get("departments", departments)
        return owner, departments

    def of(self, where, asof, *kinds):
        """Events at an occurrence up to a day (those without a day always hold), and where the last
        `reopen` cuts (R8)."""
        seen = [x for x in self.attached.get(where, []) if x[2].get("on", FIRST) <= asof]
        cut = max((x[0] for x in seen if x[2]["type"] == "reopen"), default=("", 0))
        return [x for x in seen if x[2]["type"] in kinds], cut


def is_only_cause(e):
    """R37: a note that says why there is no work, and shows none."""
    return e["type"] == "note" and "cause" in e and not any(e.get(k) for k in ("note", "quantities", "documents"))


# ---- An as-of day -------------------------------------------------------------------------------
class AsOf:
    def __init__(self, asof, settings, requirements, editions, journal):
        self.day, self.settings, self.year = asof, settings, int(asof[:4])
        self.requirements, self.editions, self.journal = requirements, editions, journal
        self.window = f'{self.year - (asof[5:] <= settings["carryUntil"])}-01-01'
        self.all = [self.evaluate(o) for r in requirements for o in r.occurrences]

    def evaluate(self, o):
        """State of an occurrence: the first that holds."""
        A, r, where = self.day, o.requirement, (o.requirement.id, o.seat, o.label)
        seen, cut = self.journal.of(where, A, "done", "note", "start", "waive", "reopen", "reschedule", "sign")
        def kind(*k): return [x for x in seen if x[2]["type"] in k]
        due = (kind("reschedule") or [(0, 0, {"due": o.original})])[-1][2]["due"]
        verdict = (kind("waive", "reopen") or [(0, 0, {"type": ""})])[-1][2]
        waived = verdict["reason"] if verdict["type"] == "waive" else None
        counted = [x for x in kind("done") if x[0] > cut]
        total, last, fulfilled = 0, None, None
        for order, name, e in sorted(counted, key=lambda x: (x[2]["on"], x[0])):
            if o.gap and last and between(last, e["on"]) < o.gap:
                continue  # greedy: closer than the gap to the last one counted
            last, total = e["on"], total + (1 if o.gap else e.get("count", 1))
            fulfilled = fulfilled or (e["on"] if total >= o.owed else None)
        late = max(0, between(due, fulfilled)) or None if fulfilled else None
        started = any(x[0] > cut for x in kind("start"))
        soon = min(self.settings["dueSoonDays"], (between(o.start, o.original) + 1) // 3)  # R3
        state = ("waived" if waived is not None else "done" if total >= o.owed else "overdue" if due < A
                 else "future" if A < o.start else "due-soon" if between(A, due) <= soon
                 else "in-progress" if total > 0 or started else "pending")
        owner, departments = self.journal.responsible(r, o.seat, min(o.original, A))  # R21
        rests = {x[1] for x in counted}
        signed = [{"signer": e["signer"], "on": e["on"], "event": name, "changed": set(e["seen"]) != rests}
                  for _, name, e in kind("sign")]  # R18
        v = {"id": r.id, "period": o.label, "owner": owner, "start": o.start, "due": due, "originalDue": o.original,
             "year": o.year, "owed": o.owed, "done": total, "state": state, "fulfilledOn": fulfilled, "late": late,
             "daysLeft": between(A, due), "waivedFor": waived, "signed": signed, "events": [x[1] for x in seen]}
        return o, v, departments

    def overdue(self, x, year=None):
        o, v, _ = x
        inside = o.year == year if year else o.once or v["due"] >= self.window  # R4
        return v["state"] == "overdue" and inside

    def current(self, id, seat):
        """R15: the earliest overdue; else the period that contains the day; else the next; else the last."""
        mine = sorted((x for x in self.all if x[0].requirement.id == id and x[0].seat == seat),
                      key=lambda x: (x[0].original, x[0].label))
        late = sorted((x for x in mine if self.overdue(x)), key=lambda x: (x[1]["due"], x[1]["period"]))
        inside = [x for x in mine if x[0].start <= self.day <= x[0].end]
        after = sorted((x for x in mine if x[0].start > self.day), key=lambda x: x[0].start)
        return (late or inside or after or mine[-1:] or [None])[0]

    def shown(self):
        """R14: requirements of the edition in effect (else the latest begun); of older ones, while overdue."""
        rows = []
        for checklist, editions in self.editions.items():
            begun = [e for e in editions if e[0] <= self.day]
            now, known = ([e for e in begun if self.day <= e[1]] or begun)[-1:], set()
            for edition in now + [e for e in reversed(begun) if e not in now]:
                mine = [r for r in self.requirements if (r.checklist, r.edition) == (checklist, edition)]
                for d in dict.fromkeys(r.duty for r in mine):
                    old = edition not in now
                    if d not in known and (not old or any(self.overdue(x) for x in self.all if x[0].requirement.duty == d)):
                        known.add(d)
                        rows.append([r for r in mine if r.duty == d])
        return rows

    def undated_seat(self, r, seat):
        """State, silence and records of an undated requirement for one person (R7, R17, R22)."""
        verdict, _ = self.journal.of((r.id, seat, str(self.year)), self.day, "waive", "reopen")
        waived = bool(verdict) and verdict[-1][2]["type"] == "waive"
        state = ("future" if self.day < r.effective[0] else "waived" if self.day > r.effective[1] or waived else "ongoing")
        last = max((on for on in self.records(r, seat)), default=max(r.effective[0], f"{self.year}-01-01"))
        return state, state == "ongoing" and between(last, self.day) >= self.settings["silentDays"]

    def records(self, r, seat):
        """Days of the effective done, note and start records of a requirement."""
        days = []
        for where in self.journal.attached:
            if where[:2] == (r.id, seat):
                seen, cut = self.journal.of(where, self.day, "done", "note", "start")
                days += [e["on"] for order, _, e in seen if order > cut and not is_only_cause(e)]
        return days

    def requirement(self, r):
        days = [d for seat in r.seats for d in self.records(r, seat)]
        owner, departments = self.journal.responsible(r, 0, self.day)
        row = {"id": r.id, "schedule": r.schedule, "unknown": "?" in r.schedule, "owner": None if r.each else owner,
               "each": [self.journal.responsible(r, s, self.day)[0] for s in r.seats] if r.each else [],
               "departments": departments, "signOff": r.signOff, "reportTo": r.reportTo,
               "records": sum(d[:4] == str(self.year) for d in days), "lastRecord": max(days, default=None),
               "silent": False, "current": None, "currents": []}
        if r.undated:
            states = [self.undated_seat(r, s) for s in r.seats]
            row["state"] = min((s for s, _ in states), key=ORDER.index)
            row["silent"] = any(silent for _, silent in states)
        elif currents := [c[1] for c in (self.current(r.id, s) for s in r.seats) if c]:
            row["currents"] = currents if r.each else []  # one for each person, in the order of the seats
            row["current"] = min(currents, key=lambda v: (ORDER.index(v["state"]), v["due"]))
            row["state"] = row["current"]["state"]
        else:
            row["state"] = "future" if self.day < r.effective[0] else "waived"  # R22
        return row

    def duty(self, requirements):
        """R16."""
        rows = [self.requirement(r) for r in requirements]
        currents = [v for row in rows for v in row["currents"] or [row["current"]] if v]
        single = len(rows) == 1
        if not currents:
            done, owed = sum(row["records"] for row in rows), 0
        elif single and len(currents) == 1:
            done, owed = currents[0]["done"], currents[0]["owed"]
        else:
            done, owed = sum(min(v["done"], v["owed"]) for v in currents), sum(v["owed"] for v in currents)
        is_open = [v["due"] for v in currents if v["state"] not in ("done", "waived")]
        return {"id": requirements[0].duty, "state": min((row["state"] for row in rows), key=ORDER.index),
                "due": min(is_open) if is_open else max((v["due"] for v in currents), default=None),
                "done": done, "owed": owed, "late": rows[0]["current"]["late"] if single and currents else None,
                "silent": any(row["silent"] for row in rows), "requirements": rows}

    def progress(self, duties):
        """R5, R6: figures by each grouping and in total. The month is that of the original due day."""
        result = {"total": figures(), **{k: {} for k in "checklist owner department tier month".split()}}
        def add(keys, part, names):
            for f in [result["total"]] + [result[by].setdefault(k or "", figures()) for by, ks in keys.items() for k in ks]:
                for n in names:
                    f[part][n] += 1
        for o, v, departments in self.all:
            if o.year != self.year:
                continue
            r, names = o.requirement, []
            done, due = v["state"] == "done", v["due"]
            if v["state"] == "waived":
                names = ["waived"]
            else:
                names = ["owedYear"] + ["fulfilledYear"] * done
                if due <= self.day:
                    names += ["owedSoFar"] + (["fulfilledSoFar"] + ["late"] * bool(v["late"]) if done else
                                              ["overdue" if due < self.day else "dueToday"])
            add({"checklist": [r.checklist], "owner": [v["owner"]], "department": departments or [""], "tier": [r.tier],
                 "month": [v["originalDue"][:7]]}, "occurrences", names)
        for r in (r for rows in self.shown() for r in rows):
            for seat in r.seats if r.undated else []:  # R23: each person owes an undated one too
                state, silent = self.undated_seat(r, seat)
                if state == "ongoing":
                    owner, departments = self.journal.responsible(r, seat, self.day)
                    recorded = any(d[:4] == str(self.year) for d in self.records(r, seat))
                    add({"checklist": [r.checklist], "owner": [owner], "department": departments or [""], "tier": [r.tier]},
                        "ongoing", ["total"] + ["recorded"] * recorded + ["silent"] * silent)
        for group in [result["total"], *result["owner"].values()]:
            f = group["occurrences"]
            assert f["owedSoFar"] == f["fulfilledSoFar"] + f["overdue"] + f["dueToday"]
        for by in "checklist owner tier month".split():
            for name, n in result["total"]["occurrences"].items():
                assert n == sum(g["occurrences"][name] for g in result[by].values()), (by, name)
        return result

    def findings(self):
        """R19; an update sets its keys, the last by id wins, null clears."""
        rows = []
        for id, (first, *rest) in sorted(self.journal.findings.items()):
            seen = [x for x in sorted([first, *rest], key=lambda x: x[0]) if x[2].get("on", FIRST) <= self.day]
            if first[2].get("on", FIRST) > self.day:
                continue
            row = {k: first[2].get(k) for k in "number title text source cause measure owner due".split()}
            row |= {"id": id, "departments": first[2].get("departments", []), "about": first[2].get("about", []),
                    "events": [x[1] for x in seen], "closedOn": None, "confirmedBy": None}
            for _, _, e in seen:
                row |= {k: [] if v is None and k in ("departments", "about") else v for k, v in e.get("set", {}).items()}
            last = ([e for _, _, e in seen if e["type"] in ("finding-close", "finding-reopen")] or [{"type": ""}])[-1]
            if last["type"] == "finding-close":
                row |= {"state": "closed", "closedOn": last["on"], "confirmedBy": last.get("confirmedBy")}
            else:
                row["state"] = "overdue" if row["due"] and row["due"] < self.day else "open"
            rows.append(row)
        return rows

    def answer(self):
        duties = [self.duty(rows) for rows in self.shown()]
        def late(year=None):
            return [{k: v[k] for k in ("id", "owner", "period", "due", "state")} | {"missing": v["owed"] - v["done"]}
                    for v in sorted((x[1] for x in self.all if self.overdue(x, year)), key=lambda v: (v["due"], key(v)))]
        j = self.journal
        return {"asOf": self.day, "duties": sorted(duties, key=lambda d: d["id"]), "overdue": late(),
                "overdueOf2025": late(2025), "overdueOf2026": late(2026),
                "occurrences": sorted((v for o, v, _ in self.all if o.year == self.year), key=key),
                "progress": self.progress(duties), "findings": self.findings(), "scores": j.scores,
                "unmatched": j.unmatched, "conflicting": j.conflicting, "suppressed": j.suppressed,
                "undone": j.undone, "unknownTypes": j.unknown}


def key(v): return v["id"], v["originalDue"], v["owner"] or ""


def figures():
    names = "owedSoFar fulfilledSoFar late overdue dueToday waived owedYear fulfilledYear"
    return {"occurrences": dict.fromkeys(names.split(), 0),
            "ongoing": dict.fromkeys("total recorded silent".split(), 0)}


# ---- Writing ------------------------------------------------------------------------------------
def pretty(value, indent=""):
    """JSON with sorted keys; an occurrence, and what is short, stands on one line."""
    line = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if not isinstance(value, (dict, list)) or not value or len(line) <= 120 or "originalDue" in value:
        return line
    inner = indent + " "
    if isinstance(value, dict):
        parts = [f"{inner}{json.dumps(k, ensure_ascii=False)}: {pretty(v, inner)}" for k, v in sorted(value.items())]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + pretty(v, inner) for v in value) + f"\n{indent}]"


def main():
    settings = json.loads((HERE / "workspace/duty.json").read_text("utf-8"))
    requirements, sections, editions, former = load_checklists()
    lines = [l for p in sorted((HERE / "workspace/journal").glob("*.jsonl")) for l in p.read_bytes().split(b"\n")]
    check, bad = "--check" in sys.argv, 0
    if check:
        random.Random(1).shuffle(lines)  # the order of lines and files means nothing
    journal = Journal(lines, requirements, sections, former)
    for asof in DAYS:
        text = pretty(AsOf(asof, settings, requirements, editions, journal).answer()) + "\n"
        path = HERE / f"expected/{asof}.json"
        if check:
            bad += path.read_text("utf-8") != text
        else:
            path.write_text(text, "utf-8")
    sys.exit(f"{bad} files differ" if bad else 0)


if __name__ == "__main__":
    main()
