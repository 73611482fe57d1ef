#!/usr/bin/env python3
"""How fast duty is, beside other programs on the same data and beside a program that does nothing.

    benchmark.py --duty PATH [--sizes 500,10000,100000] [--runs 9] [--peers all] [--instructions]

Makes workspaces of as many duties and as many events from a fixed seed, and the same data for
the peers that are installed:

    task      Taskwarrior (apt install taskwarrior), its data files written directly
    jq        one JSON array of the duties with their state folded in, filtered
    python    the json module of this Python on the same array, a process of its own
    sqlite    the sqlite3 program on a table with an index

The peers hold states only; duty also folds its journal. Runs are interleaved, one of each
command in turn, so that a slow moment of the machine meets all of them alike; medians are told.
Times differ from machine to machine: compare the ratios. The ratios to /bin/true and to a
static Swift program that only says hello (compiled on the fly with swiftc) are those to watch;
a target that is missed is marked with "!". With --instructions, and valgrind installed, the
instructions of each command are counted too; these repeat exactly. Memory is told where GNU time
is installed.

Build first:

    swift build -c release -Xswiftc -static-executable
    Tests/Benchmark/benchmark.py --duty .build/release/duty

Needs Python 3.9 or later and nothing else. Not part of the checks of a change: nothing fails
because a machine is slow. Changing commands get a fresh copy of the data for each run; copying
is not measured. --keep leaves the data in a folder for a closer look.
"""

import argparse
import dataclasses
import json
import os
import platform
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

SEED = 20260710
TODAY = date(2026, 7, 10)
NOW = datetime(2026, 7, 10, 10, 0, 0, tzinfo=timezone(timedelta(hours=8)))
OWNERS = [a + b for a in "王李张刘陈杨赵黄周吴" for b in ("芳", "伟国")]
SECTIONS = 30
WORDS = "学习 报告 调研 检查 整改 谈话 培训 督促 述职 评议 巡察 公开 审计 宣传 考核 安全".split()
SCHEDULES = [
    ("1 per year", 20),
    ("4 per year", 15),
    ("1 per half-year", 15),
    ("1 per quarter", 10),
    ("1 per month", 10),
    ("by 12-31 each year", 10),
    ("by 06-30 each year", 5),
    ("by 2026-11", 5),
    ("ongoing", 10),
]
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

# What the project aims at, by command and number of duties: ratios to the static hello program,
# to /bin/true, milliseconds, millions of instructions, and shares of a peer's time.
TARGETS = {
    ("version", 500): {"true": 1.4, "instructions": 0.5},
    ("list", 500): {"hello": 2, "instructions": 8, "task": 1 / 8, "python": 1 / 10, "jq": 1 / 15},
    ("list", 10_000): {"ms": 8, "task": 1 / 18, "python": 1 / 10, "jq": 1 / 20, "sqlite": 2},
    ("list", 100_000): {"ms": 90, "task": 1 / 14, "python": 1 / 10, "sqlite": 3},
    ("done", 500): {"true": 2.5},
    ("progress", 500): {"list": 1.3},
    ("progress", 10_000): {"list": 1.3},
    ("progress", 100_000): {"list": 1.3},
    ("done", 10_000): {"list": 1.2},
    ("done", 100_000): {"list": 1.2},
    ("done100", 500): {"done": 1.2},
    ("done100", 10_000): {"done": 1.2},
    ("done100", 100_000): {"done": 1.2},
}


# Data


@dataclasses.dataclass
class Duty:
    id: str
    title: str
    text: str
    owner: str
    section: int
    schedule: str
    due: date
    records: int = 0
    state: str = "pending"


def make_duties(size, source):
    kinds = [kind for kind, weight in SCHEDULES for _ in range(weight)]
    duties = []
    for number in range(1, size + 1):
        words = source.sample(WORDS, 3)
        duties.append(
            Duty(
                id=f"g{number}",
                title="".join(words[:2]) + f"第{number}项",
                text="，".join(source.choices(WORDS, k=12)) + f"，由第{number}项要求落实到人。",
                owner=source.choice(OWNERS),
                section=source.randrange(SECTIONS),
                schedule=source.choice(kinds),
                # A tenth is late.
                due=date(2026, 6, 30) if number % 10 == 0 else date(2026, 12, 31),
            )
        )
    return sorted(duties, key=lambda duty: duty.section)


def ulid(milliseconds, source):
    value = milliseconds << 80 | source.getrandbits(80)
    return "".join(LETTERS[value >> 5 * place & 31] for place in range(25, -1, -1))


def period_of(schedule, day):
    if schedule.endswith("per half-year"):
        return f"{day.year}-H{1 if day.month < 7 else 2}"
    if schedule.endswith("per quarter"):
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if schedule.endswith("per month"):
        return f"{day.year}-{day.month:02}"
    if schedule.startswith("by 12-31"):
        return f"{day.year}-12-31"
    if schedule.startswith("by 06-30"):
        return f"{day.year}-06-30"
    if schedule == "by 2026-11":
        return "2026-11-30"
    return str(day.year)


def make_workspace(folder, duties, source):
    """A checklist of thirty sections, and a journal of ten writers; half the duties are done."""
    (folder / "checklists").mkdir(parents=True)
    (folder / "journal").mkdir()
    (folder / "duty.json").write_text('{ "format": "duty.settings/1", "dueSoonDays": 30 }\n')
    sections = []
    for section in range(SECTIONS):
        of_section = [
            {
                "id": duty.id,
                "title": duty.title,
                "text": duty.text,
                "owner": duty.owner,
                "schedule": duty.schedule,
            }
            for duty in duties
            if duty.section == section
        ]
        sections.append({"id": f"s0-{section}", "title": f"第{section}部分", "duties": of_section})
    checklist = {
        "format": "duty.checklist/1",
        "id": "office",
        "title": "责任清单",
        "effective": {"from": "2026-01-01"},
        "tiers": [{"id": "s0", "kind": "party-group", "title": "班子", "sections": sections}],
    }
    text = json.dumps(checklist, ensure_ascii=False, indent=1)
    (folder / "checklists/office.json").write_text(text)

    done = source.sample(duties, len(duties) // 2)
    first = datetime(2026, 1, 1, 9, tzinfo=NOW.tzinfo)
    span = (NOW - first).total_seconds() - 3600
    lines = [[] for _ in range(10)]
    previous = [None] * 10
    moments = sorted(source.random() for _ in duties)
    for share in moments:
        moment = first + timedelta(seconds=span * share)
        duty = source.choice(done)
        writer = source.randrange(10)
        event = {
            "v": 1,
            "id": ulid(int(moment.timestamp() * 1000), source),
            "at": moment.replace(microsecond=0).isoformat(),
            "by": OWNERS[writer],
        }
        if previous[writer]:
            event["prev"] = previous[writer]
        event["type"] = "done" if share < 0.9 or source.random() < 0.8 else "note"
        period = period_of(duty.schedule, moment.date())
        event["targets"] = [{"to": f"office/{duty.id}a", "for": period}]
        event["on"] = moment.date().isoformat()
        event["note"] = "，".join(source.choices(WORDS, k=6))
        previous[writer] = event["id"]
        lines[writer].append(json.dumps(event, ensure_ascii=False, separators=(",", ":")))
        duty.records += 1
        duty.state = "done"
    for writer, content in enumerate(lines):
        if content:
            (folder / f"journal/w{writer}@pc.jsonl").write_text("\n".join(content) + "\n")


def make_peers(folder, duties):
    """The same duties as the peers store them, with their states."""
    folder.mkdir(parents=True)
    rows = [
        {
            "id": duty.id,
            "title": duty.title,
            "text": duty.text,
            "owner": duty.owner,
            "section": duty.section,
            "schedule": duty.schedule,
            "due": duty.due.isoformat(),
            "state": duty.state,
        }
        for duty in duties
    ]
    (folder / "duties.json").write_text(json.dumps(rows, ensure_ascii=False))
    base = sqlite3.connect(folder / "duties.db")
    base.execute(
        "create table duty(id text primary key, title text, text text, owner text,"
        " section integer, schedule text, due text, state text)"
    )
    base.executemany(
        "insert into duty values(:id,:title,:text,:owner,:section,:schedule,:due,:state)", rows
    )
    base.execute("create index by_state on duty(state, due)")
    base.commit()
    base.close()

    task = folder / "task"
    task.mkdir()
    (folder / "taskrc").write_text(
        f"data.location={task}\nconfirmation=off\nverbose=nothing\ngc=on\nhooks=off\n"
        "report.next.columns=id,project,description,due\nreport.next.filter=status:pending\n"
        "report.next.sort=entry+\nreport.next.labels=a,b,c,d\nexit.on.missing.db=off\n"
    )
    files = {"pending": [], "completed": []}
    entry = int(datetime(2026, 1, 1, tzinfo=NOW.tzinfo).timestamp())
    for number, duty in enumerate(duties):
        stamp = int(datetime(duty.due.year, duty.due.month, duty.due.day).timestamp())
        parts = {
            "description": f"{duty.title} {duty.text}",
            "due": stamp,
            "entry": entry,
            "modified": entry,
            "project": f"s{duty.section}",
            "status": "completed" if duty.state == "done" else "pending",
            "uuid": task_uuid(number),
            "owner": duty.owner,
        }
        if duty.state == "done":
            parts["end"] = entry + 86400
        text = "[" + " ".join(f'{key}:"{value}"' for key, value in sorted(parts.items())) + "]"
        files["completed" if duty.state == "done" else "pending"].append(text)
    for name, content in files.items():
        (task / f"{name}.data").write_text("".join(line + "\n" for line in content))
    for name in ["undo", "backlog"]:
        (task / f"{name}.data").write_text("")


def task_uuid(number):
    return f"00000000-0000-4000-8000-{number:012x}"


# Commands

PYTHON_LIST = (
    "import json,sys\n"
    "w=sys.stdout.write\n"
    "for d in json.load(open(sys.argv[1])):\n"
    "  if d['state']!='done': w(d['id']+'\\t'+d['title']+'\\t'+d['owner']+'\\t'+d['due']+'\\n')\n"
)
PYTHON_OVERDUE = PYTHON_LIST.replace(
    "d['state']!='done'", "d['state']!='done' and d['due']<'2026-07-10'"
)
PYTHON_PROGRESS = (
    "import json,sys,collections\n"
    "a=collections.Counter();b=collections.Counter()\n"
    "for d in json.load(open(sys.argv[1])):\n"
    "  a[d['owner']]+=1\n"
    "  b[d['owner']]+=d['state']=='done'\n"
    "for k in a: print(k,b[k],a[k])\n"
)
PYTHON_DONE = (
    "import json,sys,os\n"
    "p=sys.argv[1];r=json.load(open(p));s=set(sys.argv[2:])\n"
    "for d in r:\n"
    "  if d['id'] in s: d['state']='done'\n"
    "f=open(p+'.tmp','w');json.dump(r,f,ensure_ascii=False);f.flush();os.fdatasync(f.fileno())\n"
    "f.close();os.rename(p+'.tmp',p)\n"
)
JQ_ROW = "[.id,.title,.owner,.due]|@tsv"


@dataclasses.dataclass
class Command:
    """A command to be timed: whose, what it does, its words, and whether it changes the data."""

    who: str
    what: str
    words: list
    changes: bool = False


def commands(program, folder, duties, peers):
    workspace, data = folder / "work/duty", folder / "work/peers"
    open_ids = [duty.id for duty in duties if duty.state != "done"]
    one, hundred = open_ids[:1], open_ids[:100]
    duty = [str(program), "--dir", str(workspace)]
    result = [
        Command("duty", "version", [str(program), "--version"]),
        Command("duty", "list", [*duty, "list"]),
        Command("duty", "list --all", [*duty, "list", "--all"]),
        Command("duty", "list --json", [*duty, "list", "--json"]),
        Command("duty", "overdue", [*duty, "overdue"]),
        Command("duty", "progress", [*duty, "progress", "--by", "owner"]),
        Command("duty", "done", [*duty, "done", *one], True),
        Command("duty", "done100", [*duty, "done", *hundred], True),
    ]
    if "python" in peers:
        start, file = [sys.executable, "-S", "-E", "-c"], str(data / "duties.json")
        result += [
            Command("python", "version", [*start, "pass"]),
            Command("python", "list", [*start, PYTHON_LIST, file]),
            Command("python", "overdue", [*start, PYTHON_OVERDUE, file]),
            Command("python", "progress", [*start, PYTHON_PROGRESS, file]),
            Command("python", "done", [*start, PYTHON_DONE, file, *one], True),
            Command("python", "done100", [*start, PYTHON_DONE, file, *hundred], True),
        ]
    if "jq" in peers:
        file = str(data / "duties.json")
        by_owner = (
            'group_by(.owner)[]|[.[0].owner,(map(select(.state=="done"))|length),length]|@tsv'
        )
        change = (
            'jq -c --argjson s "$1" \'map(if .id|IN($s[]) then .state="done" else . end)\' "$2"'
        )
        shell = ["sh", "-c", change + ' >"$2.tmp" && sync -d "$2.tmp" && mv "$2.tmp" "$2"', "sh"]
        result += [
            Command("jq", "version", ["jq", "-n", "1"]),
            Command("jq", "list", ["jq", "-r", f'.[]|select(.state!="done")|{JQ_ROW}', file]),
            Command(
                "jq",
                "overdue",
                ["jq", "-r", f'.[]|select(.state!="done" and .due<"2026-07-10")|{JQ_ROW}', file],
            ),
            Command("jq", "progress", ["jq", "-r", by_owner, file]),
            Command("jq", "done", [*shell, json.dumps(one), file], True),
            Command("jq", "done100", [*shell, json.dumps(hundred), file], True),
        ]
    if "sqlite" in peers:
        start = ["sqlite3", "-batch", str(data / "duties.db")]
        row = "select id,title,owner,due from duty where state!='done'"
        names = ",".join(f"'{name}'" for name in hundred)
        result += [
            Command("sqlite", "version", ["sqlite3", "-version"]),
            Command("sqlite", "list", [*start, row]),
            Command(
                "sqlite",
                "overdue",
                [*start, row.replace("state!='done'", "state='pending' and due<'2026-07-10'")],
            ),
            Command(
                "sqlite",
                "progress",
                [*start, "select owner,sum(state='done'),count(*) from duty group by owner"],
            ),
            Command(
                "sqlite",
                "done",
                [*start, f"update duty set state='done' where id='{one[0]}'"],
                True,
            ),
            Command(
                "sqlite",
                "done100",
                [*start, f"update duty set state='done' where id in ({names})"],
                True,
            ),
        ]
    if "task" in peers:
        start = ["task", f"rc:{data / 'taskrc'}"]
        numbers = [number for number, duty in enumerate(duties) if duty.state != "done"]
        result += [
            Command("task", "version", ["task", "--version"]),
            Command("task", "list", [*start, "next", "limit:0"]),
            Command("task", "overdue", [*start, "due.before:2026-07-10", "next", "limit:0"]),
            Command("task", "progress", [*start, "summary"]),
            Command("task", "done", [*start, task_uuid(numbers[0]), "done"], True),
            Command(
                "task",
                "done100",
                [*start, "rc.bulk:0", *map(task_uuid, numbers[:100]), "done"],
                True,
            ),
        ]
    return result


# Measuring


def environment(home):
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TZ": "Asia/Shanghai",
        "DUTY_NOW": NOW.isoformat(),
        "DUTY_USER": "王芳",
        "DUTY_WRITER": "bench@pc",
    }


@dataclasses.dataclass
class Measured:
    milliseconds: list
    megabytes: float = None
    status: int = 0


def run(words, home, out):
    """Runs a program once; gives its time in milliseconds and its status."""
    with open(out, "wb") as stdout, open(os.devnull, "rb") as null:
        start = time.perf_counter()
        process = subprocess.Popen(
            words, stdin=null, stdout=stdout, stderr=subprocess.DEVNULL, env=environment(home)
        )
        status = process.wait()
        seconds = time.perf_counter() - start
    return seconds * 1000, status


def memory(words, folder):
    """The most megabytes a program holds, by GNU time, or nothing without it.

    The system counts what a process held before it became the program, so that this script
    cannot ask for itself: it is larger than what it starts.
    """
    if sys.platform == "darwin" or not os.path.exists("/usr/bin/time"):
        return None
    log = folder / "memory"
    subprocess.run(
        ["/usr/bin/time", "-f", "%M", "-o", log, *words],
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    found = re.search(r"(\d+)\s*$", log.read_text())
    return int(found[1]) * 1024 / 1e6 if found else None


def measure(lines, folder, runs):
    """Runs all the commands in turn, as often as asked; a first round warms up and is dropped."""
    work, seed, out = folder / "work", folder / "seed", folder / "out"
    results = {}
    for number in range(runs + 1):
        for line in lines:
            if line.changes:
                shutil.rmtree(work)
                shutil.copytree(seed, work)
            elif not work.exists():
                shutil.copytree(seed, work)
            took, status = run(line.words, folder, out)
            if number > 0 or runs == 0:
                measured = results.setdefault((line.who, line.what), Measured([]))
                measured.milliseconds.append(took)
                measured.status = measured.status or status
            if line.changes:
                shutil.rmtree(work)
                shutil.copytree(seed, work)
    return results


def instructions(words, folder):
    """Millions of instructions by valgrind, or nothing if it cannot count them."""
    command = ["valgrind", "--tool=none", "--log-file=/dev/null", "true"]
    if shutil.which("valgrind") is None or subprocess.run(command).returncode != 0:
        return None
    log = folder / "valgrind"
    subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log}"]
        + words,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    found = re.search(r"Collected : (\d+)", log.read_text())
    return int(found[1]) / 1e6 if found else None


def compile_hello(folder):
    """A static Swift program that writes a line with the C library: the least duty could cost."""
    if shutil.which("swiftc") is None:
        return None
    module = "Darwin" if sys.platform == "darwin" else "Glibc"
    (folder / "hello.swift").write_text(f'import {module}\nputs("hello")\n')
    words = ["swiftc", "-O", "hello.swift", "-o", "hello"]
    if sys.platform != "darwin":
        words.insert(2, "-static-executable")
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        print(f"hello cannot be compiled: {done.stderr.strip()[-200:]}")
        return None
    return str(folder / "hello")


def available(names):
    tools = {"task": "task", "jq": "jq", "sqlite": "sqlite3", "python": sys.executable}
    wanted = list(tools) if names == "all" else [name for name in names.split(",") if name]
    for name in wanted:
        if name not in tools:
            sys.exit(f"there is no peer {name}: {', '.join(tools)}")
    missing = [name for name in wanted if shutil.which(tools[name]) is None]
    if missing:
        print(f"not installed, left out: {', '.join(missing)}")
    return [name for name in wanted if name not in missing]


# Telling


def median(measured):
    return statistics.median(measured.milliseconds)


def told(milliseconds):
    return f"{milliseconds:.0f} ms" if milliseconds >= 100 else f"{milliseconds:.2f} ms"


def table(size, results, peers, base):
    print(f"\n{size:,} duties and {size:,} events; milliseconds, medians")
    head = ["command", "duty", "x true", "x hello", "MB", *(f"{p}" for p in peers)]
    head += [f"{p} / duty" for p in peers]
    rows = []
    for who, what in [key for key in results if key[0] == "duty"]:
        ours = results[who, what]
        time_of = median(ours)
        row = [what + (f" (status {ours.status})" if ours.status else ""), f"{time_of:.2f}"]
        for name in ["true", "hello"]:
            row.append(f"{time_of / base[name]:.2f}" if base.get(name) else "-")
        row.append("-" if ours.megabytes is None else f"{ours.megabytes:.1f}")
        others = [results.get((peer, what)) for peer in peers]
        row += [
            "-" if other is None else f"{median(other):.2f}" + ("?" if other.status else "")
            for other in others
        ]
        row += [
            "-" if other is None or other.status else f"{median(other) / time_of:.1f}"
            for other in others
        ]
        rows.append(row)
    widths = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]
    for row in [head, *rows]:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join(cells).rstrip())
    if any("?" in cell for row in rows for cell in row):
        print("?: the peer ended with another status than 0")


def judge(size, results, base, counts):
    """Compares with the targets; a line each."""
    results_of_peers = {who for who, _ in results} - {"duty", "base"}
    for (what, of), targets in TARGETS.items():
        if of != size or ("duty", what) not in results:
            continue
        ours = median(results["duty", what])
        for name, target in targets.items():
            if name in ("true", "hello"):
                value = ours / base[name] if base.get(name) else None
                text = f"{target} x {name}"
            elif name == "ms":
                value, text = ours, f"{target} ms"
            elif name == "instructions":
                value, text = counts.get(what), f"{target} M instructions"
            elif ("duty", name) in results:
                value = ours / median(results["duty", name])
                text = f"{target} x {name}"
            elif (name, what) in results:
                other = results[name, what]
                value = None if other.status else ours / median(other)
                text = f"1/{1 / target:.0f} of {name}" if target < 1 else f"{target} x {name}"
            else:
                continue
            if value is None:
                print(f"  - {what}: at most {text}: not measured")
            else:
                mark = " " if value <= target else "!"
                is_share = name in results_of_peers and target < 1
                shown = f"1/{1 / value:.1f}" if is_share and value else f"{value:.2f}"
                print(f"  {mark} {what}: at most {text}: {shown}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--duty", required=True, type=Path, help="a static release build")
    parser.add_argument("--sizes", default="500,10000,100000", help="numbers of duties")
    parser.add_argument("--runs", default=9, type=int, help="of each command (default: 9)")
    parser.add_argument("--peers", default="all", help="task,jq,python,sqlite, all or nothing")
    parser.add_argument("--instructions", action="store_true", help="count them with valgrind")
    parser.add_argument("--keep", type=Path, help="make the data in this folder and leave it")
    options = parser.parse_args()
    program = options.duty.resolve()
    if not program.is_file():
        parser.error(f"there is no program at {options.duty}")
    sizes = [int(text) for text in options.sizes.split(",")]
    if min(sizes) < 200 or options.runs < 1:
        parser.error("at least 200 duties and one run")
    peers = available(options.peers)
    folder = Path(options.keep or tempfile.mkdtemp(prefix="duty-benchmark-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        print(f"{platform.machine()}, {os.cpu_count()} processors, {platform.platform()}")
        print(f"duty: {program.stat().st_size / 1e6:.1f} MB; seed {SEED}, {options.runs} runs")
        hello = compile_hello(folder)
        for size in sizes:
            benchmark(program, folder / str(size), size, peers, options, hello)
    finally:
        if options.keep is None:
            shutil.rmtree(folder, ignore_errors=True)
    return 0


def benchmark(program, folder, size, peers, options, hello):
    source = random.Random(SEED)
    duties = make_duties(size, source)
    seed = folder / "seed"
    if seed.exists():
        shutil.rmtree(seed)
    make_workspace(seed / "duty", duties, source)
    make_peers(seed / "peers", duties)
    # The configuration of Taskwarrior names its folder, which is that of the copy.
    path = seed / "peers/taskrc"
    path.write_text(path.read_text().replace(str(seed), str(folder / "work")))
    total = sum(path.stat().st_size for path in (seed / "duty").rglob("*") if path.is_file())
    lines = [Command("base", "true", ["/bin/true"])]
    if hello:
        lines.append(Command("base", "hello", [hello]))
    shutil.rmtree(folder / "work", ignore_errors=True)
    shutil.copytree(seed, folder / "work")
    lines += commands(program, folder, duties, peers)
    results = measure(lines, folder, options.runs)
    base = {what: median(results["base", what]) for who, what in results if who == "base"}
    for line in lines:
        if line.who == "duty" and not line.changes:
            results[line.who, line.what].megabytes = memory(line.words, folder)
    counts = {}
    if options.instructions:
        for line in lines:
            if line.who == "duty" and not line.changes:
                counts[line.what] = instructions(line.words, folder)
    table(size, results, peers, base)
    print(
        f"{total / 1e6:.1f} MB of JSON; true {told(base['true'])}"
        + (f", hello {told(base['hello'])}" if "hello" in base else "")
    )
    for what, count in counts.items():
        print(
            f"  {what}: "
            + ("cannot be counted" if count is None else f"{count:.2f} M instructions")
        )
    judge(size, results, base, counts)


if __name__ == "__main__":
    sys.exit(main())
